import type { StatedNumber, TableCell } from "../../model/scoring-table";
import { isPercent } from "../cells/percent";
import type { TableLayout } from "../header/table-layout";

/**
 * 95% is a score only where the marks are percentages, too; else it may be a rate of the mark or of a hundred, and the cell
 * states no score (SPEC R15).
 */
export function scoreCell(table: TableLayout, cell: TableCell, mark: StatedNumber | null): TableCell {
  if (!cell.stated || cell.stated.embedded || !isPercent(table.grid, cell.stated.at)) return cell;
  const alike = mark !== null && !mark.embedded && isPercent(table.grid, mark.at);
  return { ...cell, stated: alike ? table.asMark(cell.stated) : null };
}
