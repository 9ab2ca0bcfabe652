import { decimalPlaces, HUNDREDTH, ratio } from "../../model/exact";
import type { StatedNumber, TableCell } from "../../model/scoring-table";
import { isBlank } from "../cells/stated-number";
import { isPercent, timesHundred } from "../cells/percent";
import type { TableLayout } from "../header/table-layout";

/**
 * 95% is a score only where the marks are percentages, too; else it may be a rate of the mark or of a hundred, and the cell
 * states no score (SPEC R15).
 */
export function scoreCell(table: TableLayout, cell: TableCell, mark: StatedNumber | null): TableCell {
  const alike = mark !== null && !mark.embedded && isPercent(table.grid, mark.at);
  const isShare = isPercent(table.grid, cell.at);
  if (cell.stated?.embedded === true || (!isShare && !(alike && isShareAmongOthers(table, cell)))) return cell;
  if (!alike) return { ...cell, stated: null };
  const factor = isWords(cell) ? {} : { factor: ratio(100) };
  return { ...cell, stated: cell.stated && timesHundred(cell.stated), ...factor };
}

/** A text is read by its words; a formula that shows nothing yet is none. */
const isWords = ({ raw }: TableCell): boolean => typeof raw === "string" && !isBlank(raw);

/** A cell that is blank, or at most 1, in a column of percentages, though nothing formats it as one. */
const isShareAmongOthers = (table: TableLayout, { at, raw, stated }: TableCell): boolean =>
  (isBlank(raw) || (typeof raw === "number" && stated !== null && stated.number.compare(1) <= 0)) &&
  table.hasPercentages(at.column);

/** A score out of a hundred as its weight makes it; what stands there as text keeps its words. */
export function weighedCell(cell: TableCell, weight: StatedNumber): TableCell {
  const factor = weight.number.mul(HUNDREDTH);
  const number = cell.stated?.number.mul(factor);
  const stated = cell.stated && number ? { ...cell.stated, number, decimals: decimalPlaces(number) } : null;
  return { ...cell, stated, ...(isWords(cell) ? {} : { factor }) };
}
