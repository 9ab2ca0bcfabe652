import { ratio, roundHalfUp, sumExact, ZERO, type Exact } from "../../model/exact";
import type { FundingBlock, Indicator, StatedNumber, TotalRow } from "../../model/scoring-table";
import type { BodyReading } from "./read-body";
import { weighedCell } from "../cells/scaled-cell";

/** How scores out of a hundred beside weights are meant, as the totals that the form states bear it out (SPEC R15). */
export interface ScoreReading {
  readonly body: BodyReading;
  readonly isWeighed: boolean;
  /** The last stated total, and what it would be by the other reading. */
  readonly total: StatedNumber;
  readonly otherSum: Exact;
}

/**
 * The reading that the stated totals bear out, with the scores as it makes them: as they stand, or times the weight. Null where
 * nothing states a total, where the totals bear out neither reading or both, and where one mark or score is for several rows.
 */
export function readByTotal(body: BodyReading, heads: readonly TotalRow[], funding: FundingBlock | null): ScoreReading | null {
  const totals = [...body.totalRows, ...heads].flatMap(({ score }) => score?.stated ?? []);
  const total = totals.at(-1);
  const isPlain = body.indicators.every((each) => each.scoreGroup === null && each.markGroup === undefined && (each.fullMark !== null || !each.score?.stated));
  if (!total || !isPlain) return null;
  const weighed = body.indicators.map(weighedIndicator);
  const beside = funding?.total?.cells.score?.stated?.number ?? ZERO;
  const sums = [sumOf(body.indicators), sumOf(weighed)] as const;
  const [asTyped, byWeight] = sums.map((sum) => totals.every((each) => isSum(each, sum) || isSum(each, sum.add(beside))));
  if (asTyped === byWeight) return null;
  return byWeight
    ? { body: { ...body, indicators: weighed }, isWeighed: true, total, otherSum: sums[0] }
    : { body, isWeighed: false, total, otherSum: sums[1] };
} // prettier-ignore

const sumOf = (indicators: readonly Indicator[]): Exact =>
  sumExact(indicators.flatMap(({ score }) => score?.stated?.number ?? []));

/** A total may be rounded to the decimals that it prints. */
const isSum = ({ number, decimals }: StatedNumber, sum: Exact): boolean =>
  number.sub(sum).abs().compare(CENT) <= 0 || roundHalfUp(sum, decimals).equals(number);

const CENT = ratio(1n, 200n);

/** Reviewers give their scores on the unit's scale, unless they are within the mark. */
function weighedIndicator(each: Indicator): Indicator {
  const { fullMark, score, reviewScore } = each;
  if (!fullMark) return each;
  const isAbove = reviewScore?.stated != null && reviewScore.stated.number.compare(fullMark.number) > 0;
  return {
    ...each,
    score: score && weighedCell(score, fullMark),
    reviewScore: isAbove ? weighedCell(reviewScore, fullMark) : reviewScore,
  };
}
