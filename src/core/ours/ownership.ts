import type { CellPosition, Rect } from "../workbook/address";
import { isInside, MAX_COLUMNS, MAX_ROWS, parseRect } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/**
 * What Pinghe itself added to a workbook, told by defined names that begin `_pinghe.` and by nothing else:
 * a unit's own column 差异 or sheet 基础数据 is never taken for ours (SPEC R18).
 *
 * `_pinghe.sheet.<role>` points at any cell of a sheet that is wholly ours; `_pinghe.t<number>.<column>` points at the
 * cells of a column that we added to somebody else's sheet. Other groups (linked cells, print areas) own nothing.
 */
const OWN_SHEET = "_pinghe.sheet.";
const OWN_COLUMN = /^_pinghe\.t\d+\./;

export interface Ownership {
  /** True where the whole sheet is ours. */
  isOwnSheet(sheet: string): boolean;
  /** The ranges that we added to a sheet which is not ours, as their names state them. */
  ownRanges(sheet: string): readonly Rect[];
  isOwnCell(sheet: string, at: CellPosition): boolean;
}

/**
 * Reads the names of the workbook and of its sheets (Excel gives a copied sheet its own copies of the names).
 * A name whose cells were deleted (#REF!) owns nothing.
 */
export function ownership(book: WorkbookSnapshot): Ownership {
  const sheets = new Set<string>();
  const ranges = new Map<string, Rect[]>();
  for (const name of book.names) {
    const lower = name.name.toLowerCase();
    if (lower.startsWith(OWN_SHEET)) for (const area of parseReference(name.refersTo)) sheets.add(area.sheet);
    else if (OWN_COLUMN.test(lower)) for (const area of parseReference(name.refersTo)) add(ranges, area);
  }
  const ownRanges = (sheet: string): readonly Rect[] => ranges.get(sheet) ?? [];
  return {
    isOwnSheet: (sheet) => sheets.has(sheet),
    ownRanges,
    isOwnCell: (sheet, at) => sheets.has(sheet) || ownRanges(sheet).some((rect) => isInside(at, rect)),
  };
}

function add(ranges: Map<string, Rect[]>, area: SheetArea): void {
  const known = ranges.get(area.sheet);
  if (known) known.push(area.rect);
  else ranges.set(area.sheet, [area.rect]);
}

export interface SheetArea {
  readonly sheet: string;
  readonly rect: Rect;
}

/** Reads what a defined name refers to: areas with their sheets, joined by commas; anything else gives none. */
export function parseReference(text: string): readonly SheetArea[] {
  const areas: SheetArea[] = [];
  for (const part of splitOutsideQuotes(text.trim().replace(/^=/, ""))) {
    const mark = part.lastIndexOf("!");
    const rect = mark > 0 ? parseArea(part.slice(mark + 1)) : null;
    if (!rect) return [];
    areas.push({ sheet: unquoteSheet(part.slice(0, mark)), rect });
  }
  return areas;
}

const unquoteSheet = (text: string): string =>
  text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;

/** A comma within a quoted sheet name joins nothing; a doubled apostrophe leaves the quotation as it was. */
function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (text[i] === "," && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** A1, A1:B2, and whole columns or rows ($H:$H, $3:$5). */
function parseArea(text: string): Rect | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) return parseRect(`${columns[1] ?? ""}1:${columns[2] ?? ""}${MAX_ROWS}`);
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (!rows) return parseRect(text);
  const rect = parseRect(`A${rows[1] ?? ""}:A${rows[2] ?? ""}`);
  return rect && { ...rect, right: MAX_COLUMNS - 1 };
}
