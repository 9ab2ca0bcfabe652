import { readStandard } from "../language/standard/read";
import { nameKey } from "../model/text";
import { exactText, percentText, type Exact } from "../model/exact";
import type { FundingColumn, FundingRow, ScoringTable } from "../model/scoring-table";
import type { FormRules } from "../sources/form-rules";
import { sheetA1 } from "../workbook/address";
import { known } from "../model/value";
import type { FundingReview, RateResult, ScoreResult } from "../review.types";
import { standardOf } from "../rules/packs/amount";
import type { PackFile } from "../rules/packs/schema";
import { subjectForScore } from "../rules/rounding";
import type { SourcedRule } from "../rules/rule";
import { evaluateRule, ruleInputs } from "../rules/score";
import { EXECUTION_RATE } from "../model/named-indicators";
import type { Settings } from "../rules/setting-types";

/**
 * The funding block (项目资金): the total row as it is stated, its execution rate, and the score that the pack's rule for
 * 预算执行率 gives it. The parts never stand in for a total row that is wrong: that is a finding (SPEC V6). Nor does the
 * initial budget for the year's: where 全年预算数 is not there, it is missing (SPEC R19).
 */
export function reviewFunding(
  { funding: block }: Pick<ScoringTable, "funding">,
  named: { readonly pack: PackFile; readonly source: "pack" | "workbook" } | null,
  settings: Settings,
  printed: FormRules["executionRate"] = null,
): Omit<FundingReview, "state"> | null {
  const total = block?.total;
  if (!total) return null;
  const budget = stated(total, "budget");
  const executed = stated(total, "executed");
  const rate = executionRate(executed, budget);
  const fullMark = stated(total, "fullMark");
  const own = fullMark && printed && printedFundingRule(fullMark, printed);
  const rule = own ?? (fullMark && named && fundingRule(fullMark, named.pack, named.source));
  return {
    initialBudget: stated(total, "initialBudget"),
    budget,
    executed,
    rate,
    statedRate: stated(total, "rate"),
    fullMark,
    score: stated(total, "score"),
    rule,
    recomputed: fundingScore(rate, fullMark, rule, settings),
  };
}

const stated = (row: FundingRow, column: FundingColumn): Exact | null => row.cells[column]?.stated?.number ?? null;

function executionRate(executed: Exact | null, budget: Exact | null): RateResult {
  const missing = [...(budget ? [] : ["全年预算数"]), ...(executed ? [] : ["全年执行数"])];
  if (!budget || !executed) return { status: "notVerifiable", missing };
  if (budget.n === 0n) return { status: "notApplicable", reason: "zeroBase" };
  const number = executed.div(budget);
  const arithmetic = `${exactText(executed)} / ${exactText(budget)} = ${percentText(number)}`;
  return {
    status: "computed",
    number,
    steps: [{ zh: `执行率 = ${arithmetic}`, en: `execution rate = ${arithmetic}` }],
  };
}

const BY_RATE = "得分=预算执行率×该指标分值，最高不得超过分值上限。";

/** The form's own 得分（20分*执行率）; null where it names another mark than the block has. */
function printedFundingRule(
  fullMark: Exact,
  { rules, cell }: NonNullable<FormRules["executionRate"]>,
): SourcedRule | null {
  if (rules.mark && !rules.mark.equals(fullMark)) return null;
  const reading = readStandard(BY_RATE, fullMark, { name: EXECUTION_RATE });
  if (!reading.ok) throw new Error(`the rate by its share: ${reading.reason.en}`);
  return { rule: reading.rule, source: "table", text: cell.text, at: sheetA1(cell.at), printedAt: cell.at };
}

/** What the pack says of 预算执行率, for the block's own mark; null where it says nothing. */
function fundingRule(fullMark: Exact, pack: PackFile, source: "pack" | "workbook"): SourcedRule | null {
  const official = pack.indicators.find(({ names }) => names.some((name) => nameKey(name) === EXECUTION_RATE));
  const text = official ? standardOf(official, fullMark) : null;
  if (!official || text === null) return null;
  const reading = readStandard(text, fullMark, { name: EXECUTION_RATE });
  if (!reading.ok) throw new Error(`pack standard ${official.id}: ${reading.reason.en}`);
  const at = `${pack.id}/${official.id}`;
  return { rule: reading.rule, source, text, at, ...(pack.authority === "official" ? { official: true } : {}) };
}

/** The rate is all that the rule can be answered with; whatever else it asks is missing. */
function fundingScore(
  rate: RateResult,
  fullMark: Exact | null,
  sourced: SourcedRule | null,
  settings: Settings,
): ScoreResult {
  if (!fullMark) return { status: "notJudged", reason: "noFullMark" };
  if (!sourced) return { status: "notJudged", reason: "noStandard" };
  if (rate.status !== "computed") {
    return { status: "notVerifiable", missing: rate.status === "notVerifiable" ? rate.missing : [EXECUTION_RATE] };
  }
  const subject = known(subjectForScore(rate.number, settings, PRINTED_DECIMALS));
  const answers = new Map(
    ruleInputs(sourced.rule).flatMap((input) => (input.type === "rate" ? [[input.name, subject]] : [])),
  );
  const { value, steps } = evaluateRule(sourced.rule, answers, settings);
  return value.state === "known"
    ? { status: "computed", score: value.number, steps }
    : { status: "notVerifiable", missing: value.state === "notVerifiable" ? value.missing : [EXECUTION_RATE] };
}

/** 执行率 is printed with two decimals of a percent. */
export const PRINTED_DECIMALS = 2;
