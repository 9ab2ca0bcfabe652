import type { Exact } from "../model/exact";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import type { BaseSheet } from "../ours/base-sheet";
import type { IndicatorReview, Justification, RateResult, TableReview } from "../review.types";
import type { RuleSources } from "../sources/officials";
import { fits } from "../sources/fits";
import type { FormRules } from "../sources/form-rules";
import type { ResolvedIndicator } from "../sources/resolve";
import { capTotalBy, totalRulesOf } from "./caps";
import { reviewFunding } from "./funding-score";
import type { EvidenceState } from "./points";
import { fundingState, markStates, type Unstated } from "./mark-states";
import { scoreIndicator } from "./score-indicators";
import { coverageOf, levelMarksAlone, reviewLevels } from "./summary";
import type { SaidWords } from "./said-words";
import { totalsOf } from "./totals";
import type { Settings } from "../rules/setting-types";

/** What a table is scored from: its rules and rates in the order of its indicators, and what people have given. */
export interface TableScoring {
  readonly rules: readonly ResolvedIndicator[];
  /** What the form prints for its funding block. */
  readonly executionRate: FormRules["executionRate"];
  readonly rates: ReadonlyMap<Indicator, RateResult>;
  readonly justifications: readonly Justification[];
  readonly inputs: ReadonlyMap<string, Exact>;
  readonly base: BaseSheet | null;
  /** What the unit's own base data say in words. */
  readonly said: SaidWords;
  readonly evidence: EvidenceState;
  readonly sources: RuleSources;
  readonly settings: Settings;
}

export interface ScoredTable {
  readonly review: TableReview;
  /** Keys of --inputs that answered something. */
  readonly used: readonly string[];
}

/** Scores a table's indicators, its funding block and its total (SPEC V1–V10). */
export function scoreTable(table: ScoringTable, scoring: TableScoring): ScoredTable {
  const { settings, inputs, base } = scoring;
  const answers = { inputs, base, sheet: table.sheet };
  const scored = table.indicators.map((indicator, index) => scoreRow(table, indicator, index, scoring));
  const indicators = withStates(
    table,
    scored.map(({ review }) => review),
    settings,
  );
  const named = packFor(table, scoring.sources);
  const block = reviewFunding(table, named, settings, scoring.executionRate);
  const funding = block && { ...block, state: fundingState(table, block, settings) };
  const total = totalRulesOf(named?.pack ?? null, indicators, funding, answers, settings);
  const capTotal = capTotalBy(total?.rules ?? null, indicators, funding);
  const review: TableReview = {
    table,
    indicators,
    levels: reviewLevels(table, indicators, settings),
    funding,
    coverage: coverageOf(indicators, funding, levelMarksAlone(table)),
    totals: totalsOf(table, indicators, funding, settings, capTotal),
    ...(total ? { totalRules: total.rules } : {}),
  };
  return { review, used: [...scored.flatMap(({ used }) => used), ...(total?.used ?? [])] };
}

function withStates(table: ScoringTable, reviews: readonly Unstated[], settings: Settings): readonly IndicatorReview[] {
  const states = markStates(table, reviews, settings);
  return reviews.map((review) => ({ ...review, state: states.get(review.indicator) ?? "notJudged" }));
}

/** The pack for tables of this form: the reviewer's, else the workbook's. */
function packFor(table: ScoringTable, { pack, workbookPack }: RuleSources): Parameters<typeof reviewFunding>[1] {
  if (pack && fits(pack, table)) return { pack, source: "pack" };
  return workbookPack && fits(workbookPack, table) ? { pack: workbookPack, source: "workbook" } : null;
}

const NO_RULE: ResolvedIndicator = { definition: null, rule: null, unread: null, official: null, tiers: null };

interface ScoredRow {
  readonly review: Unstated;
  readonly used: readonly string[];
}

function scoreRow({ sheet }: ScoringTable, indicator: Indicator, index: number, scoring: TableScoring): ScoredRow {
  const { inputs, base, said, settings } = scoring;
  const own = scoring.rules[index] ?? NO_RULE;
  const rate = scoring.rates.get(indicator) ?? { status: "none" };
  const scored = scoreIndicator(indicator, own, rate, settings, { inputs, base, sheet, said });
  const evidence = scoring.evidence(sheet, indicator.path, own.official?.evidence ?? false);
  const review: Unstated = {
    indicator,
    definition: own.definition,
    rate,
    rule: own.rule,
    unreadStandard: own.unread && {
      zh: own.unread.zh,
      en: own.unread.en,
      near: own.unread.near,
      wants: own.unread.wants,
    },
    answers: scored.answers,
    recomputed: scored.recomputed,
    justification: scoring.justifications[index] ?? "notRequired",
    ...(evidence ? { evidence } : {}),
  };
  return { review, used: scored.used };
}
