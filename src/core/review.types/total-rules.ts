import type { Exact } from "../model/exact";
import type { Bound } from "../rules/clause";
import type { RuleAnswer } from "./results";

/** Caps on a table's total and deductions from it, with the answers to their questions (SPEC V4, V9). */
export interface TotalRules {
  readonly caps: readonly TotalCap[];
  readonly deductions: readonly TotalDeduction[];
  /** Where 预算执行率 stands: the funding block, or the indicator of that index; null where nowhere. */
  readonly executionRate: "funding" | number | null;
}

export interface TotalCap {
  readonly total: Exact;
  readonly clause: string;
  readonly when:
    | { readonly kind: "executionRate"; readonly from: Bound | null; readonly to: Bound | null }
    | { readonly kind: "question"; readonly answer: RuleAnswer; readonly wanted: Exact };
}

/** Taken off the total for each indicator whose actual value is this far from its target. */
export interface TotalDeduction {
  readonly clause: string;
  /** |B ÷ A − 1|, as a fraction; B ÷ A − 1 where only what exceeds the target counts. */
  readonly atLeast: Exact;
  readonly exceeds: boolean;
  readonly deduct: Exact;
}
