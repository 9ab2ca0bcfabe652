import type { Rect } from "../../../core/workbook/address";
import type { CellSnapshot } from "../../../core/workbook/snapshot";
import { rectOf } from "./areas";
import type { SheetContent } from "./read-content";

/** An array formula: its first cell states it, all cells of its rectangle show it. */
export interface FoundArray {
  readonly rect: Rect;
}

/** Formula cells that are asked one by one in a round trip. */
const CELLS_PER_TRIP = 2_000;

/**
 * Finds the array formulas of sheets that have any: dynamic ones by the range they spill to, older ones as the
 * rectangle of cells that state the same formula and would be saved as an array.
 */
export async function findArrays(
  context: Excel.RequestContext,
  content: readonly SheetContent[],
): Promise<readonly (readonly FoundArray[])[]> {
  const wanted = content.map(({ hasArrays, blocks }) =>
    hasArrays ? blocks.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined)) : [],
  );
  const found = content.map((): ArrayCell[] => []);
  const queue = wanted.flatMap((cells, sheet) => cells.map((cell) => ({ sheet, cell })));
  while (queue.length > 0) {
    const asked = queue.splice(0, CELLS_PER_TRIP).flatMap(({ sheet, cell }) => {
      const worksheet = content[sheet]?.sheet;
      if (!worksheet) return [];
      const range = worksheet.getCell(cell.row, cell.column).load("savedAsArray");
      const spill = range.getSpillingToRangeOrNullObject().load("address");
      return [{ sheet, cell, range, spill }];
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one trip for thousands of cells
    await context.sync();
    for (const { sheet, cell, range, spill } of asked)
      if (range.savedAsArray) found[sheet]?.push({ cell, spill: spill.isNullObject ? null : rectOf(spill.address) });
  }
  return found.map(rectangles);
}

interface ArrayCell {
  readonly cell: CellSnapshot;
  readonly spill: Rect | null;
}

/** Cells come in row order: the first of each array is its top-left one. */
function rectangles(cells: readonly ArrayCell[]): readonly FoundArray[] {
  const free = new Map(cells.map(({ cell }) => [key(cell.row, cell.column), cell.formula]));
  const found: FoundArray[] = [];
  for (const { cell, spill } of cells) {
    const { row, column, formula } = cell;
    if (!free.has(key(row, column))) continue;
    const isSame = (r: number, c: number): boolean => free.get(key(r, c)) === formula;
    let right = column;
    while (isSame(row, right + 1)) right++;
    let bottom = row;
    while (allSame(bottom + 1, column, right, isSame)) bottom++;
    const rect = spill ?? { top: row, left: column, bottom, right };
    for (let r = rect.top; r <= rect.bottom; r++) for (let c = rect.left; c <= rect.right; c++) free.delete(key(r, c));
    found.push({ rect });
  }
  return found;
}

const key = (row: number, column: number): string => `${row},${column}`;

function allSame(row: number, left: number, right: number, isSame: (r: number, c: number) => boolean): boolean {
  for (let column = left; column <= right; column++) if (!isSame(row, column)) return false;
  return true;
}

/** Cells with their arrays; only the first cell of an array keeps the formula. */
export function withArrays(cells: readonly CellSnapshot[], arrays: readonly FoundArray[]): readonly CellSnapshot[] {
  if (arrays.length === 0) return cells;
  const rects = new Map<string, Rect>();
  for (const { rect } of arrays)
    for (let row = rect.top; row <= rect.bottom; row++)
      for (let column = rect.left; column <= rect.right; column++) rects.set(key(row, column), rect);
  return cells.map((cell) => {
    const array = rects.get(key(cell.row, cell.column));
    if (!array) return cell;
    if (array.top === cell.row && array.left === cell.column) return { ...cell, array };
    const { row, column, value, numberFormat } = cell;
    return { row, column, value, array, ...(numberFormat !== undefined && { numberFormat }) };
  });
}
