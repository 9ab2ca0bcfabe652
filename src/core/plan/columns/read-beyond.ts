import { references } from "../../formula/references";
import { columnIndex, type CellAddress, type Rect } from "../../workbook/address";
import { append } from "../../workbook/lists-by-key";
import { lowest } from "../../workbook/long-lists";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { readOurs } from "../../ours/read-ours";
import { isTagName, ourDefinedNames } from "../../ours/tags";

/**
 * What formulas and names of the unit read beyond the last used column, by sheet: a sum over blank columns would take up
 * what is written there (SPEC P20). What we wrote ourselves does not count.
 */
export function readBeyond(book: WorkbookSnapshot): ReadonlyMap<string, readonly Rect[]> {
  const edges = new Map(book.sheets.map(({ name, used }) => [name.toLowerCase(), { name, right: used?.right ?? -1 }]));
  const lowestEdge = lowest([...edges.values()].map(({ right }) => right));
  const areas = new Map<string, Rect[]>();
  const note = (formula: string, at: CellAddress): void => {
    const isLocal = !formula.includes("!");
    if (!mayReach(formula, isLocal ? (edges.get(at.sheet.toLowerCase())?.right ?? lowestEdge) : lowestEdge)) return;
    const found = references(formula, at);
    for (const { sheet, rect } of found.ok ? found.value.areas : []) {
      const target = edges.get(sheet.toLowerCase());
      if (!target || rect.right <= target.right) continue;
      append(areas, target.name, rect);
    }
  };
  const { ownership } = readOurs(book);
  for (const { name: sheet, cells } of book.sheets)
    for (const { formula, row, column } of cells)
      if (formula !== undefined && !ownership.isOurCell(sheet, { row, column })) note(formula, { sheet, row, column });
  const ourNames = ourDefinedNames(book);
  for (const { name, scope, refersTo } of book.names)
    if (!isTagName(name) && !ourNames.has(name.toLowerCase()))
      note(`=${refersTo}`, { sheet: scope ?? "", row: 0, column: 0 });
  return areas;
}

/** Whether a formula may read a column right of the edge: told by its letters alone, since most do not. */
function mayReach(formula: string, edge: number): boolean {
  for (const [, letters = ""] of formula.matchAll(/(?<![A-Za-z])([A-Za-z]{1,3})(?=\$?\d)/g))
    if ((columnIndex(letters) ?? 0) > edge) return true;
  return WHOLE.test(formula);
}

/** Whole columns (H:J) and whole rows (3:5). */
const WHOLE = /:\$?[A-Za-z]{1,3}(?!\w)|(?<![\w$])\$?\d+:\$?\d/;
