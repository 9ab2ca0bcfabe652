import type { StatedNumber, TableCell } from "../../model/scoring-table";
import { isBlank } from "../cells/stated-number";
import { isPercent } from "../cells/percent";
import { percentCell } from "../cells/scaled-cell";
import type { TableLayout } from "../header/table-layout";

/**
 * 95% is a score only where the marks are percentages, too; else it may be a rate of the mark or of a hundred, and the cell
 * states no score (SPEC R15).
 */
export function scoreCell(table: TableLayout, cell: TableCell, mark: StatedNumber | null): TableCell {
  const alike = mark !== null && !mark.embedded && isPercent(table.grid, mark.at);
  const isShare = isPercent(table.grid, cell.at);
  if (cell.stated?.embedded === true || (!isShare && !(alike && isShareAmongOthers(table, cell)))) return cell;
  return alike ? percentCell(cell) : { ...cell, stated: null };
}

/** A cell that is blank, or at most 1, in a column of percentages, though nothing formats it as one. */
const isShareAmongOthers = (table: TableLayout, { at, raw, stated }: TableCell): boolean =>
  (isBlank(raw) || (typeof raw === "number" && stated !== null && stated.number.compare(1) <= 0)) &&
  table.hasPercentages(at.column);
