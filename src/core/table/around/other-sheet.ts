import type { OtherSheet } from "../../model/account";
import { textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { contentKind } from "../cells/cell-kind";
import { moneyRole } from "../words/funding-words";
import { readHeader } from "../words/header-role";
import { unspaced } from "../../model/text";

/**
 * A sheet on which no table and no base data were found (SPEC Z9): null where nothing stands on it. A row of two heads of a
 * scoring table above numbers may be a table all the same, which its reader did not see.
 */
export function otherSheet(grid: SheetGrid): OtherSheet | null {
  const cells = grid.rows.reduce((sum, row) => sum + grid.cellsIn(row).length, 0);
  if (cells === 0) return null;
  for (const [i, row] of grid.rows.entries()) {
    const heads = grid.cellsIn(row).filter((cell) => headRole(cell) !== null);
    const roles = new Set(heads.map(headRole));
    const [first] = heads;
    if (!first || roles.size < 2 || ![...roles].some((role) => role !== "money")) continue;
    const below = grid.rows.slice(i + 1, i + 1 + ROWS_BELOW);
    if (!heads.some(({ column }) => below.some((each) => isFigure(grid, each, column)))) continue;
    const texts = heads.map(({ value }) => unspaced(textOf(value)));
    return { sheet: grid.name, cells, heads: { at: { row, column: first.column }, texts } };
  }
  return { sheet: grid.name, cells, heads: null };
}

const ROWS_BELOW = 5;

/** Amounts alone head many a list of expenses: beside them marks, scores, targets or levels must be named. */
const OF_A_TABLE: readonly string[] = ["level", "fullMark", "score", "reviewScore", "deduction", "standard", "target", "actual"]; // prettier-ignore

function headRole({ value }: GridCell): string | null {
  if (typeof value !== "string" || value.length > 40) return null;
  if (moneyRole(value) !== null) return "money";
  const reading = readHeader(value);
  if (!reading || reading.strength < 2 || !OF_A_TABLE.includes(reading.role)) return null;
  return reading.role === "level" ? `level${reading.level ?? ""}` : reading.role;
}

const isFigure = (grid: SheetGrid, row: number, column: number): boolean =>
  grid.cellsIn(row).some((cell) => cell.column === column && contentKind(cell.value) === "number");
