import { readStandard } from "../language/standard/read";
import type { Exact } from "../model/exact";
import type { FundingBlock, FundingColumn, FundingRow } from "../model/scoring-table";
import { known } from "../model/value";
import type { FundingReview, RateResult, ScoreResult } from "../review.types";
import { standardFor } from "../rules/packs/amount";
import type { PackFile } from "../rules/packs/schema";
import { evaluateRule, ruleInputs } from "../rules/score";
import type { Settings } from "../rules/settings";
import { percentText, exactText } from "../model/exact";
import { nameKey } from "../language/text";

/**
 * The funding block (项目资金): the total row as it is stated, its execution rate, and the score that the pack's rule for
 * 预算执行率 gives it. The parts never stand in for a total row that is wrong: that is a finding (SPEC V6).
 */
export function reviewFunding(
  block: FundingBlock | null,
  pack: PackFile | null,
  settings: Settings,
): FundingReview | null {
  const total = block?.total;
  if (!total) return null;
  const budget = stated(total, "budget") ?? stated(total, "initialBudget");
  const executed = stated(total, "executed");
  const rate = executionRate(executed, budget);
  const fullMark = stated(total, "fullMark");
  return {
    initialBudget: stated(total, "initialBudget"),
    budget,
    executed,
    rate,
    fullMark,
    score: stated(total, "score"),
    recomputed: fundingScore(rate, fullMark, pack, settings),
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

export const EXECUTION_RATE = "预算执行率";

function fundingScore(
  rate: RateResult,
  fullMark: Exact | null,
  pack: PackFile | null,
  settings: Settings,
): ScoreResult {
  if (!fullMark) return { status: "notJudged", reason: "noFullMark" };
  const official = pack?.indicators.find(({ names }) => names.some((name) => nameKey(name) === EXECUTION_RATE));
  if (official?.standard === undefined) return { status: "notJudged", reason: "noStandard" };
  if (rate.status !== "computed") {
    return { status: "notVerifiable", missing: rate.status === "notVerifiable" ? rate.missing : [EXECUTION_RATE] };
  }
  const reading = readStandard(standardFor(official.standard, fullMark), fullMark, { name: EXECUTION_RATE });
  if (!reading.ok) throw new Error(`pack standard ${official.id}: ${reading.reason.en}`);
  const answers = new Map(ruleInputs(reading.rule).map((input) => [input.name, known(rate.number)]));
  const { value, steps } = evaluateRule(reading.rule, answers, settings);
  return value.state === "known"
    ? { status: "computed", score: value.number, steps }
    : { status: "notVerifiable", missing: value.state === "notVerifiable" ? value.missing : [EXECUTION_RATE] };
}
