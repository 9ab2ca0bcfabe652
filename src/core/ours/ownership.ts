import type { CellPosition, Rect } from "../workbook/address";
import { AreaIndex } from "../workbook/area-index";
import { append } from "../workbook/lists-by-key";
import { parseReference } from "../workbook/sheet-area";
import type { Tag } from "./tags";

/**
 * What Pinghe itself added to a workbook, told by defined names that begin `_pinghe.` and by nothing else:
 * a unit's own column 差异 or sheet 基础数据 is never taken for ours (SPEC R18).
 *
 * `_pinghe.sheet.<role>` points at any cell of a sheet that is wholly ours; `_pinghe.t<number>.<column>` points at the
 * cells of a column that we added to somebody else's sheet. Other groups (linked cells, print areas) own nothing.
 */
const OUR_SHEET = "_pinghe.sheet.";
const OUR_COLUMN = /^_pinghe\.t\d+\./;

export interface Ownership {
  /** True where the whole sheet is ours. */
  isOurSheet(sheet: string): boolean;
  /** The ranges that we added to a sheet which is not ours, as their names state them. */
  ourRanges(sheet: string): readonly Rect[];
  isOurCell(sheet: string, at: CellPosition): boolean;
}

/**
 * From the tags of the workbook and of its sheets (Excel gives a copied sheet its own copies of the names).
 * A name whose cells were deleted (#REF!) owns nothing.
 */
export function readOwnership(tags: readonly Tag[]): Ownership {
  const sheets = new Set<string>();
  const ranges = new Map<string, Rect[]>();
  for (const { defined } of tags) {
    const name = defined.name.toLowerCase();
    if (name.startsWith(OUR_SHEET)) for (const area of parseReference(defined.refersTo)) sheets.add(area.sheet);
    else if (OUR_COLUMN.test(name))
      for (const { sheet, rect } of parseReference(defined.refersTo)) append(ranges, sheet, rect);
  }
  const indexes = new Map([...ranges].map(([sheet, rects]) => [sheet, new AreaIndex(rects)]));
  const ourRanges = (sheet: string): readonly Rect[] => ranges.get(sheet) ?? [];
  return {
    isOurSheet: (sheet) => sheets.has(sheet),
    ourRanges,
    isOurCell: (sheet, at) => sheets.has(sheet) || indexes.get(sheet)?.at(at.row, at.column) !== undefined,
  };
}
