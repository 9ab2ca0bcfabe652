import { describePlan, refusalText, type PlanRow } from "../../core/plan/describe";
import type { PlanResult } from "../../core/plan/steps/plan-result";
import type { Reviewed } from "../review-workbook";
import { isFatal, planFor, type WriteReviewOptions } from "../write-review";
import { summarisePlan, type PlanSummary } from "./plan-summary";

/** A plan with its words, to be shown before it is carried out. */
export interface Proposal {
  readonly result: PlanResult;
  readonly rows: readonly PlanRow[];
  /** Steps that no one needs to see: looks, widths, marks. */
  readonly hidden: number;
  readonly refusals: readonly string[];
  /** Nothing can be written at all. */
  readonly fatal: boolean;
  readonly summary: PlanSummary;
}

export function propose(reviewed: Reviewed, options: WriteReviewOptions): Proposal {
  const result = planFor(reviewed, options);
  const rows = describePlan(result.plan, options.lang);
  const visible = rows.filter((row) => row.visible);
  return {
    result,
    rows: visible,
    hidden: rows.length - visible.length,
    refusals: result.refusals.map((refusal) => refusalText(refusal, options.lang)),
    fatal: result.refusals.some(isFatal),
    summary: summarisePlan(result.plan, reviewed.book, reviewed.review.tables[0]?.table ?? null),
  };
}
