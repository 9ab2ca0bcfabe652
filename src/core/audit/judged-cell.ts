import type { Exact } from "../model/exact";
import type { TableCell } from "../model/scoring-table";
import type { ComparedCell } from "../review.types";

/** A cell that follows from others, with what the table's rule gives for it as the other cells stand. */
export interface JudgedCell extends ComparedCell {
  readonly stated: TableCell["stated"];
  /** A rate as a fraction; null where there is nothing to hold the cell against. */
  readonly rule: Exact | null;
  /** Other readings of the rule that are right as well: a total with the funding block's score, a rate turned round. */
  readonly alsoRight: readonly Exact[];
  /** The sum without the scores that are typed as text; null where none is. */
  readonly withoutText: Exact | null;
}
