import { nameOf } from "../../model/path";
import type { Exact } from "../../model/exact";
import type { Indicator, TableCell } from "../../model/scoring-table";
import type { TableReview } from "../../review.types";
import { compareTarget } from "../../targets/compare";
import { readActual, readTarget } from "../../targets/read";
import type { CellPosition } from "../../workbook/address";
import { RESULTS } from "../words/claims";

/** An indicator that has less than its full mark. */
export interface LostMarks {
  readonly reviewed: TableReview;
  readonly indicator: Indicator;
  readonly name: string;
  readonly lost: Exact;
  readonly at: CellPosition;
}

/** Every indicator with less than its mark, in the order of the tables. */
export const lostMarks = (tables: readonly TableReview[]): readonly LostMarks[] =>
  tables.flatMap((reviewed) => reviewed.table.indicators.flatMap((indicator) => lossOf(reviewed, indicator) ?? []));

function lossOf(reviewed: TableReview, indicator: Indicator): LostMarks | null {
  const { fullMark, score, scoreGroup, markGroup, path } = indicator;
  // a score or mark that several share is nobody's own
  if (!fullMark || !score?.stated || scoreGroup !== null || markGroup !== undefined) return null;
  const lost = fullMark.number.sub(score.stated.number);
  return lost.s > 0n && lost.n > 0n ? { reviewed, indicator, name: nameOf(path), lost, at: score.at } : null;
}

/** Whether it stands among what was done and what came of it. */
export const isResult = ({ path }: Indicator): boolean => path.some((name) => RESULTS.test(name));

/** The cell of the actual value that misses its target; null where it does not, or nobody can tell. */
export function missedAt(indicator: Indicator): TableCell | null {
  const { actual } = indicator;
  if (!actual) return null;
  const outcome = compareTarget(indicator, readTarget(indicator), readActual(indicator)).outcome;
  return outcome === "missed" ? actual : null;
}
