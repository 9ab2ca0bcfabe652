import type { Clause } from "./clause";
import type { RuleInput } from "./rule-input";

/** The row's own cells as what a rule reads. */
export const ROW_TARGET: RuleInput = { name: "年度指标值", type: "amount", unit: null };
export const ROW_ACTUAL: RuleInput = { name: "实际完成值", type: "amount", unit: null };

/** The two sides of a clause that compares a target with what was done; null where it compares no such two. */
export function targetSides(clause: Clause): { readonly target: RuleInput; readonly actual: RuleInput } | null {
  if (clause.kind === "target") return clause;
  return clause.kind === "gap" && clause.to.name === ROW_TARGET.name ? { target: clause.to, actual: clause.of } : null;
}
