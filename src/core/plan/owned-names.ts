import { parseRect, type Rect } from "../model/address";
import type { DefinedName, WorkbookSnapshot } from "../model/snapshot";

/**
 * What is ours is marked as ours by hidden defined names `_pinghe.<group>.<part>` (SPEC P3): a column, sheet or cell
 * that merely looks like ours is the unit's.
 */
export const OWNED_PREFIX = "_pinghe.";

export interface SheetRect {
  readonly sheet: string;
  readonly rect: Rect;
}

/** One mark: where it points, or null where what it pointed at was deleted (#REF!). */
export interface OwnedName {
  readonly defined: DefinedName;
  /** "t1", "sheet", "name", "print"… */
  readonly group: string;
  readonly part: string;
  readonly range: SheetRect | null;
}

/** "'基础数据'!$A$3:$G$9" → sheet and rectangle; null for anything else. */
export function parseReference(refersTo: string): SheetRect | null {
  const bang = refersTo.lastIndexOf("!");
  if (bang <= 0) return null;
  const prefix = refersTo.slice(0, bang);
  const quoted = prefix.startsWith("'") && prefix.endsWith("'") && prefix.length > 2;
  const sheet = quoted ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
  const rect = parseRect(refersTo.slice(bang + 1));
  return rect && sheet !== "#REF" ? { sheet, rect } : null;
}

export const isOwnedName = (name: string): boolean => name.toLowerCase().startsWith(OWNED_PREFIX);

export function ownedNames(book: WorkbookSnapshot): readonly OwnedName[] {
  return book.names.flatMap((defined) => {
    if (!isOwnedName(defined.name)) return [];
    const rest = defined.name.slice(OWNED_PREFIX.length);
    const dot = rest.indexOf(".");
    const [group, part] = dot < 0 ? [rest, ""] : [rest.slice(0, dot), rest.slice(dot + 1)];
    return [{ defined, group, part, range: parseReference(defined.refersTo) }];
  });
}

/** The workbook-wide mark of that group and part; a copied sheet carries marks of its own, which do not count here. */
export function ownedRange(book: WorkbookSnapshot, group: string, part: string): SheetRect | null {
  const found = ownedNames(book).find(
    (owned) => owned.group === group && owned.part === part && owned.defined.scope === null,
  );
  const range = found?.range ?? null;
  return range && book.sheets.some((sheet) => sheet.name === range.sheet) ? range : null;
}
