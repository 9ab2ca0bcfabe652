import type { SheetView } from "../workbook/sheet-view";
import type { CellScalar } from "../workbook/snapshot";
import { carryReasons, NOTHING_CARRIED, type CarriedReasons } from "./carried-reasons";
import type { Placement } from "./placement";
import { usedByText } from "./base-answers";

/**
 * The reasons in our column of an earlier run, each by the indicator named beside it: by its printed name beside the
 * table, by its whole path on 核验计算 (SPEC P8).
 */
export function placedReasons(placement: Placement, tableView: SheetView, ours: SheetView | undefined): CarriedReasons {
  const { reasonArea, table, columns, beside, rowOf } = placement;
  if (!reasonArea || !ours) return NOTHING_CARRIED;
  const nameColumn = (beside ? columns.indicator : columns.path) ?? null;
  const nameOf = (index: number): CellScalar => {
    const indicator = table.indicators[index];
    if (!indicator) return null;
    return beside ? tableView.value(indicator.nameAt.row, indicator.nameAt.column) : usedByText(indicator.path);
  };
  return carryReasons(ours, { area: reasonArea, nameColumn }, table, rowOf, nameOf);
}
