import type { CellPosition } from "../../workbook/address";
import type { StatedNumber } from "../../model/scoring-table";
import type { SheetGrid } from "./sheet-grid";

/** Printed as a percentage, by its text or by its number format. */
export function isPercent(grid: SheetGrid, at: CellPosition): boolean {
  const cell = grid.view.cell(at.row, at.column);
  return typeof cell?.value === "string" ? /[%％﹪]/.test(cell.value) : (cell?.numberFormat ?? "").includes("%");
}

/** A share as marks out of a hundred. */
export const timesHundred = (stated: StatedNumber): StatedNumber => ({
  ...stated,
  number: stated.number.mul(100),
  decimals: Math.max(0, stated.decimals - 2),
});
