import type { Rect } from "../workbook/address";
import type { DefinedName, WorkbookSnapshot } from "../workbook/snapshot";
import { parseReference, type SheetArea } from "../workbook/sheet-area";
import { absoluteRect, quoteSheet } from "../workbook/address";
import { keptWith } from "../workbook/kept-with";
import { append } from "../workbook/lists-by-key";

/**
 * The tags by which planning finds again what it wrote (SPEC P3): hidden names `_pinghe.<group>.<part>`.
 * A tag that must not claim the unit's own cells (a print area we set, a name we gave) holds TRUE or a formula
 * around its reference, which `ownership` does not take for cells of ours.
 */
export interface Tag {
  readonly defined: DefinedName;
  /** "t1", "sheet", "name", "print"… */
  readonly group: string;
  readonly part: string;
  /** The cells it covers; null where they were deleted (#REF!) or where it covers none. */
  readonly area: SheetArea | null;
}

export const TAG_PREFIX = "_pinghe.";

export const isTagName = (name: string): boolean => name.toLowerCase().startsWith(TAG_PREFIX);

export function readTags(book: WorkbookSnapshot): readonly Tag[] {
  const sheets = new Set(book.sheets.map((sheet) => sheet.name));
  return book.names.flatMap((defined) => {
    if (!isTagName(defined.name)) return [];
    const rest = defined.name.slice(TAG_PREFIX.length);
    const dot = rest.indexOf(".");
    const [group, part] = dot < 0 ? [rest, ""] : [rest.slice(0, dot), rest.slice(dot + 1)];
    const area = parseReference(defined.refersTo)[0] ?? null;
    return [{ defined, group, part, area: area && sheets.has(area.sheet) ? area : null }];
  });
}

/** The workbook-wide tag of that group and part; a copied sheet carries tags of its own, which do not count here. */
export function taggedArea(tags: readonly Tag[], group: string, part: string): SheetArea | null {
  const found = tags.find((name) => name.group === group && name.part === part && name.defined.scope === null);
  return found?.area ?? null;
}

/** The part of a sheet of ours that we write: from its first cell to the end of what its tag covers. */
export const taggedBlock = (area: SheetArea): Rect => ({ ...area.rect, top: 0, left: 0 });

/** '规则'!$A$3:$C$15 */
export const areaReference = ({ sheet, rect }: SheetArea): string => `${quoteSheet(sheet)}!${absoluteRect(rect)}`;

/** A formula around the reference, so that the tag claims none of the unit's cells and still follows its rows. */
export const wrappedReference = (sheet: string, rect: Rect): string => `ROWS(${areaReference({ sheet, rect })})`;

export const wrappedArea = (refersTo: string): SheetArea | null =>
  parseReference(/^=?ROWS\((.*)\)$/.exec(refersTo)?.[1] ?? "")[0] ?? null;

/** By group, its tags; made once for the tags of a workbook, since a plan asks for it table by table. */
export const tagsByGroup = keptWith((tags: readonly Tag[]): ReadonlyMap<string, readonly Tag[]> => {
  const groups = new Map<string, Tag[]>();
  for (const tag of tags) append(groups, tag.group, tag);
  return groups;
});

/** By sheet, the areas of our columns for tables. */
export const tableAreas = keptWith((tags: readonly Tag[]): ReadonlyMap<string, readonly Rect[]> => {
  const bySheet = new Map<string, Rect[]>();
  for (const { area, group } of tags) if (area && isTableGroup(group)) append(bySheet, area.sheet, area.rect);
  return bySheet;
});

/** By group, the unit's cells for which its tags stand without claiming them. */
export const wrappedAreas = keptWith((tags: readonly Tag[]): ReadonlyMap<string, readonly SheetArea[]> => {
  const byGroup = new Map<string, SheetArea[]>();
  for (const { group, defined } of tags) {
    const area = wrappedArea(defined.refersTo);
    if (area) append(byGroup, group, area);
  }
  return byGroup;
});

export const isTableGroup = (group: string): boolean => /^t\d+$/i.test(group);

/** Names of ours that a person sees: those with a tag of their own. */
export function ourDefinedNames(book: WorkbookSnapshot): ReadonlySet<string> {
  const prefix = `${TAG_PREFIX}name.`;
  const tagged = book.names.flatMap(({ name }) =>
    name.toLowerCase().startsWith(prefix) ? [name.slice(prefix.length).toLowerCase()] : [],
  );
  return new Set(tagged);
}
