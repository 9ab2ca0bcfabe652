import { compareExact, sumExact, toDouble, ZERO, type Exact } from "../../core/model/exact";
import { isExtraItem } from "../../core/model/named-indicators";
import { coverageOf, levelMarksAlone } from "../../core/scores/summary";
import { append } from "../../core/workbook/lists-by-key";
import type { FundingReview, IndicatorReview, MarkState, TableReview } from "../../core/review.types";
import { marks } from "./marks";

const MARK_STATES: readonly MarkState[] = [
  "agreeing",
  "differing",
  "uncompared",
  "notVerifiable",
  "notJudged",
  "notApplicable",
];

/** The marks in each state; they add up to the whole. */
export interface StateShare {
  readonly state: MarkState;
  readonly marks: string;
  readonly share: number;
}

export interface StateSummary {
  readonly full: string;
  readonly judged: string;
  readonly shares: readonly StateShare[];
  /** Self scores and recomputed ones of the marks that have both. */
  readonly self: string;
  readonly recomputed: string;
  readonly differs: boolean;
}

interface Both {
  readonly self: Exact;
  readonly recomputed: Exact;
}

/** Of a whole table, or of the part of it below a path; the marks are counted as `check` counts them (SPEC V1). */
export function summariseStates(reviewed: TableReview, below: readonly string[] = []): StateSummary {
  const { table, indicators, funding } = reviewed;
  const isWhole = below.length === 0;
  const inside = indicators.filter(({ indicator }) => below.every((name, index) => indicator.path[index] === name));
  const coverage = isWhole ? reviewed.coverage : coverageOf(inside, null, levelMarksAlone(table, below));
  const both = [...bothOf(inside), ...(isWhole && funding ? fundingBoth(funding) : [])];
  const self = sumExact(both.map((one) => one.self));
  const recomputed = sumExact(both.map((one) => one.recomputed));
  const shareOf = (state: MarkState): StateShare => ({
    state,
    marks: marks(coverage[state]),
    share: compareExact(coverage.marks, ZERO) > 0 ? toDouble(coverage[state].div(coverage.marks)) : 0,
  });
  return {
    full: marks(coverage.marks),
    judged: marks(coverage.judged),
    shares: MARK_STATES.map(shareOf).filter(({ share }) => share > 0),
    self: marks(self),
    recomputed: marks(recomputed),
    differs: !self.equals(recomputed),
  };
}

/** Both scores of what counts among the marks; a score cell that several share counts once, and only where all are recomputed. */
function bothOf(indicators: readonly IndicatorReview[]): readonly Both[] {
  const sharing = new Map<string | IndicatorReview, IndicatorReview[]>();
  for (const one of indicators) {
    const { fullMark, scoreGroup } = one.indicator;
    if (fullMark !== null && !isExtraItem(one.indicator)) append(sharing, scoreGroup ?? one, one);
  }
  return [...sharing.values()].flatMap((group): readonly Both[] => {
    const self = group[0]?.indicator.score?.stated?.number;
    const recomputed = group.flatMap((one) => (one.recomputed.status === "computed" ? [one.recomputed.score] : []));
    return self && recomputed.length === group.length ? [{ self, recomputed: sumExact(recomputed) }] : [];
  });
}

const fundingBoth = ({ score, recomputed }: FundingReview): readonly Both[] =>
  score && recomputed.status === "computed" ? [{ self: score, recomputed: recomputed.score }] : [];
