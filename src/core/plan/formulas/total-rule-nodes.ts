import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { decimalText, DECISION_PLACES, ONE, ZERO } from "../../model/exact";
import type { TotalCap, TotalDeduction } from "../../review.types";
import { fundingRateNode } from "./funding-nodes";
import { recordCell, stateRows } from "./record-places";
import { columnRange, ourCell, type TableContext } from "./table-context";

/** What a pack does to a table's total, rule by rule, as the cells stand now (SPEC V4, V9). */

/** How many indicators lie so far from their targets; null where none can. */
function deviationCount(context: TableContext, { atLeast, exceeds }: TotalDeduction): FormulaNode | null {
  const range = columnRange(context, "deviation", "elsewhere");
  if (!range) return null;
  const counted = (test: string): FormulaNode => f.call("COUNTIF", range, f.text(test));
  const limit = decimalText(atLeast, DECISION_PLACES);
  const above = counted(`>=${limit}`);
  return exceeds ? above : f.add(above, counted(`<=-${limit}`));
}

/** Whether a cap applies now; null where what it looks at stands nowhere. */
function capCondition(context: TableContext, { when }: TotalCap): FormulaNode | null {
  if (when.kind === "question") {
    const answer = context.places.question(when.answer.input);
    const answered = f.equal(f.call("COUNT", answer), f.number(ONE));
    return f.when(answered, f.equal(answer, f.number(when.wanted)), f.boolean(false));
  }
  const rate = executionRateNode(context);
  if (!rate) return null;
  const rounded = f.decisive(rate);
  const low = when.from && (when.from.closed ? f.atLeast : f.greater)(rounded, f.number(when.from.value));
  const high = when.to && (when.to.closed ? f.atMost : f.less)(rounded, f.number(when.to.value));
  const ends = [low, high].filter((end) => end !== null);
  return f.when(f.equal(f.call("COUNT", rate), f.number(ONE)), f.allOf(ends), f.boolean(false));
}

function executionRateNode(context: TableContext): FormulaNode | null {
  const at = context.review.totalRules?.executionRate ?? null;
  if (at === null) return null;
  if (at !== "funding") return ourCell(context, context.placement.rowOf(at), "rate", "elsewhere");
  const { rate } = stateRows(context.review, context.record);
  return rate === null || !fundingRateNode(context) ? null : recordCell(context, rate, "recomputed", "elsewhere");
}

/** One of a pack's deductions or caps: its clause, how often it applies, and the marks it takes off or leaves at most. */
export interface TotalRuleNodes {
  readonly clause: string;
  readonly times: FormulaNode | null;
  readonly marks: FormulaNode | null;
}

export function totalRuleNodes(context: TableContext): readonly TotalRuleNodes[] {
  const rules = context.review.totalRules;
  const deductions = (rules?.deductions ?? []).map((rule): TotalRuleNodes => {
    const count = deviationCount(context, rule);
    const whereAny = (node: FormulaNode): FormulaNode =>
      count ? f.when(f.greater(count, f.number(ZERO)), node, f.blank) : f.blank;
    return {
      clause: rule.clause,
      times: count && whereAny(f.concat(f.concat(f.text("（"), count), f.text("项）"))),
      marks: count && whereAny(f.multiply(count, f.number(rule.deduct))),
    };
  });
  const caps = (rules?.caps ?? []).map((cap): TotalRuleNodes => {
    const condition = capCondition(context, cap);
    return { clause: cap.clause, times: null, marks: condition && f.when(condition, f.number(cap.total), f.blank) };
  });
  return [...deductions, ...caps];
}

/** The clauses that apply now, in words; blank while none does. Null where the pack has none. */
export function cappedWords(context: TableContext): FormulaNode | null {
  const { deductions, caps } = stateRows(context.review, context.record);
  const cell = (row: number, column: "label" | "typed" | "recomputed"): FormulaNode =>
    recordCell(context, row, column, "elsewhere");
  const words = [...deductions, ...caps].map((row) =>
    f.when(
      f.equal(cell(row, "recomputed"), f.blank),
      f.blank,
      f.concat(f.concat(cell(row, "label"), cell(row, "typed")), f.text("；")),
    ),
  );
  const [first, ...rest] = words;
  return first ? rest.reduce<FormulaNode>(f.concat, first) : null;
}
