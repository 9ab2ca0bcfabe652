import { decimalPlaces, HUNDREDTH, type Exact } from "../../model/exact";
import { PER_CENT } from "../../model/score-places";
import type { StatedNumber, TableCell } from "../../model/scoring-table";
import { timesHundred } from "./percent";
import { isBlank } from "./stated-number";

/** A percentage in marks, of which 100% are a hundred (SPEC R15). */
export const percentCell = (cell: TableCell): TableCell => ({
  ...cell,
  stated: cell.stated && timesHundred(cell.stated),
  ...factorOf(cell, PER_CENT),
});

/** A score out of a hundred in marks, as its weight makes it (SPEC R15). */
export function weighedCell(cell: TableCell, weight: StatedNumber): TableCell {
  const factor = weight.number.mul(HUNDREDTH);
  const number = cell.stated?.number.mul(factor);
  const stated = cell.stated && number ? { ...cell.stated, number, decimals: decimalPlaces(number) } : null;
  return { ...cell, stated, ...factorOf(cell, factor) };
}

/** What the number is multiplied by to be marks. A text is read by its words and has none; a formula that shows nothing yet is no text. */
const factorOf = ({ raw }: TableCell, factor: Exact): Pick<TableCell, "factor"> =>
  typeof raw === "string" && !isBlank(raw) ? {} : { factor };
