import { compareExact, sumExact, toDouble, ZERO, type Exact } from "../../core/model/exact";
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

interface Part {
  readonly mark: Exact;
  readonly state: MarkState;
  readonly self: Exact | null;
  readonly recomputed: Exact | null;
}

/** Of a whole table, or of the part of it below a path. */
export function summariseStates({ indicators, funding }: TableReview, below: readonly string[] = []): StateSummary {
  const inside = indicators.filter(({ indicator }) => below.every((name, index) => indicator.path[index] === name));
  const parts = [
    ...inside.map((one) => partOf(one)),
    ...(funding && below.length === 0 ? [fundingPart(funding)] : []),
  ].filter(({ mark }) => compareExact(mark, ZERO) > 0);
  const full = sumExact(parts.map(({ mark }) => mark));
  const both = parts.filter(({ self, recomputed }) => self !== null && recomputed !== null);
  const self = sumExact(both.flatMap((part) => part.self ?? []));
  const recomputed = sumExact(both.flatMap((part) => part.recomputed ?? []));
  const shareOf = (state: MarkState): StateShare => {
    const own = sumExact(parts.filter((part) => part.state === state).map(({ mark }) => mark));
    const share = compareExact(full, ZERO) > 0 ? toDouble(own.div(full)) : 0;
    return { state, marks: marks(own), share };
  };
  const judged = parts.filter(({ state }) => state === "agreeing" || state === "differing" || state === "uncompared");
  return {
    full: marks(full),
    judged: marks(sumExact(judged.map(({ mark }) => mark))),
    shares: MARK_STATES.map(shareOf).filter(({ share }) => share > 0),
    self: marks(self),
    recomputed: marks(recomputed),
    differs: !self.equals(recomputed),
  };
}

const partOf = ({ indicator, recomputed, state }: IndicatorReview): Part => ({
  mark: indicator.fullMark?.number ?? ZERO,
  state,
  self: indicator.score?.stated?.number ?? null,
  recomputed: recomputed.status === "computed" ? recomputed.score : null,
});

const fundingPart = ({ fullMark, score, recomputed, state }: FundingReview): Part => ({
  mark: fullMark ?? ZERO,
  state,
  self: score,
  recomputed: recomputed.status === "computed" ? recomputed.score : null,
});
