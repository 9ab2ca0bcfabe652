import type { JudgedCell } from "../../audit/judged-cell";
import { printedDecimals } from "../../formula/number-format";
import type { TableReview } from "../../review.types";
import type { Settings } from "../../rules/setting-types";
import type { SheetView } from "../../workbook/sheet-view";
import type { CellOwners, VariableCells } from "./cell-owners";

/** What the formula that a cell should hold is made from. */
export interface ExpectationContext {
  readonly reviewed: TableReview;
  readonly view: SheetView;
  readonly owners: CellOwners;
  readonly variables: VariableCells;
  readonly settings: Settings;
}

/** A fraction is printed with two decimals of a percentage. */
const RATE_PLACES = 4;

/** Half of the last place that the cell shows; where its format says nothing, of the places to which its kind is given. */
export function toleranceAt({ at, of }: JudgedCell, { view, settings }: ExpectationContext): number {
  const format = view.cell(at.row, at.column)?.numberFormat;
  const own = format === undefined || /^general$/i.test(format) ? null : printedDecimals(format, 0.123456789);
  const places = own !== null && own <= 6 ? own : of === "rate" ? RATE_PLACES : settings.roundingPlaces;
  return 0.5 * 10 ** -places;
}
