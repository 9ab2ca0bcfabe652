import { nameKey } from "../model/text";
import { decisive, maxExact, ONE, ZERO, type Exact } from "../model/exact";
import type { FundingReview, IndicatorReview, RuleAnswer, TotalCap, TotalDeduction, TotalRules } from "../review.types";
import type { Bound } from "../rules/clause";
import { packAmount } from "../rules/packs/amount";
import type { PackCap, PackFile } from "../rules/packs/schema";
import { alignedTarget } from "../targets/align";
import type { AnswerSources } from "./answers";
import { lowestCap, type CapTotal } from "./totals";
import { answerNumber, inputLabel, inputRow, TOTAL_PATH } from "../ours/base-answers";
import { EXECUTION_RATE } from "../model/named-indicators";
import type { RuleInput } from "../rules/rule-input";
import type { Settings } from "../rules/setting-types";

/**
 * A platform's caps on the total and deductions from it: data with their clause, applied only where the pack carries them
 * and the setting is on (SPEC V4, V9). A red-line question that nobody answered caps nothing, and is asked for.
 */
export interface AnsweredTotalRules {
  readonly rules: TotalRules;
  /** Keys of --inputs that answered a question. */
  readonly used: readonly string[];
}

/** Null where no pack, or a pack without caps, or the setting leaves the total as it is. */
export function totalRulesOf(
  pack: PackFile | null,
  indicators: readonly IndicatorReview[],
  funding: FundingReview | null,
  sources: AnswerSources,
  settings: Settings,
): AnsweredTotalRules | null {
  if (!pack || settings.caps === "off" || pack.caps.length + pack.deviations.length === 0) return null;
  const used: string[] = [];
  const rules: TotalRules = {
    caps: pack.caps.map((cap) => ({
      total: packAmount(cap.total),
      clause: cap.clause,
      when: condition(cap, sources, used),
    })),
    deductions: pack.deviations.map(({ clause, atLeast, exceeds, deduct }) => ({
      clause,
      atLeast: packAmount(atLeast),
      exceeds,
      deduct: packAmount(deduct),
    })),
    executionRate: executionRateAt(indicators, funding),
  };
  return { rules, used };
}

function condition({ when }: PackCap, sources: AnswerSources, used: string[]): TotalCap["when"] {
  if ("executionRate" in when) {
    const { from, fromClosed, to, toClosed } = when.executionRate;
    const bound = (value: typeof from, closed: boolean): Bound | null =>
      value === undefined ? null : { value: packAmount(value), closed };
    return { kind: "executionRate", from: bound(from, fromClosed), to: bound(to, toClosed) };
  }
  const input: RuleInput = { name: when.question.zh, type: "yesNo", unit: null };
  return {
    kind: "question",
    answer: answerQuestion(input, sources, used),
    wanted: when.answer === "yes" ? ONE : ZERO,
  };
}

/** From --inputs by its words or by its label, else from its row in 基础数据. */
function answerQuestion(input: RuleInput, { inputs, base, sheet }: AnswerSources, used: string[]): RuleAnswer {
  const row = base && inputRow(base, TOTAL_PATH, input, sheet);
  const key = [inputLabel(TOTAL_PATH, input), input.name].map(nameKey).find((one) => inputs.has(one));
  if (key !== undefined) used.push(key);
  const given = key === undefined ? undefined : inputs.get(key);
  const number = given ?? (row ? answerNumber(row, input) : null);
  return { input, number, reference: row ? row.name : null, cell: null };
}

function executionRateAt(
  indicators: readonly IndicatorReview[],
  funding: FundingReview | null,
): TotalRules["executionRate"] {
  if (funding?.rate.status === "computed") return "funding";
  const index = indicators.findIndex(
    ({ indicator, rate }) => nameKey(indicator.path.at(-1) ?? "") === EXECUTION_RATE && rate.status !== "none",
  );
  return index >= 0 ? index : funding ? "funding" : null;
}

/** What the rules make of a recomputed total: the deductions first, then the lowest cap that applies. */
export function capTotalBy(
  rules: TotalRules | null,
  indicators: readonly IndicatorReview[],
  funding: FundingReview | null,
): CapTotal {
  if (!rules) return () => null;
  const { executionRate } = rules;
  const rate = executionRate === "funding" ? funding?.rate : indicators[executionRate ?? -1]?.rate;
  const number = rate?.status === "computed" ? rate.number : null;
  const caps = rules.caps.filter((cap) => applies(cap, number));
  const deviating = rules.deductions.flatMap((rule) => deduction(rule, indicators));
  return (before) => {
    const lessened = deviating.reduce((left, { marks }) => maxExact(ZERO, left.sub(marks)), before);
    const capped = lowestCap(lessened, caps);
    const clauses = [...deviating.map(({ clause }) => clause), ...(capped ? [capped.clause] : [])];
    return clauses.length > 0 ? { before, after: capped?.after ?? lessened, clause: clauses.join("；") } : null;
  };
}

function applies({ when }: TotalCap, rate: Exact | null): boolean {
  if (when.kind === "question") return when.answer.number?.equals(when.wanted) ?? false;
  if (!rate) return false;
  const low = when.from === null ? 1 : decisive(rate).compare(decisive(when.from.value));
  const high = when.to === null ? -1 : decisive(rate).compare(decisive(when.to.value));
  return (
    (low > 0 || (low === 0 && when.from?.closed === true)) && (high < 0 || (high === 0 && when.to?.closed === true))
  );
}

function deduction(
  { clause, atLeast, exceeds, deduct }: TotalDeduction,
  indicators: readonly IndicatorReview[],
): readonly { readonly clause: string; readonly marks: Exact }[] {
  const count = indicators.filter(({ indicator }) => {
    const pair = alignedTarget(indicator);
    if (!pair || pair.target.n === 0n) return false;
    const beyond = pair.actual.div(pair.target).sub(ONE);
    return decisive(exceeds ? beyond : beyond.abs()).compare(atLeast) >= 0;
  }).length;
  return count === 0 ? [] : [{ clause: `${clause}（${count}项）`, marks: deduct.mul(count) }];
}
