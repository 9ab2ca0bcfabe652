import { HUNDREDTH, type Exact } from "../../model/exact";
import { nameOf } from "../../model/path";
import type { IndicatorReview } from "../../review.types";
import type { RowFacts } from "./claims";
import type { JudgedReason } from "./judge";

/** What the cells of a group say, against which the numbers of a text about it are held (SPEC J5). */
export function claimedFacts(judged: JudgedReason, review: IndicatorReview | undefined): RowFacts {
  const { group, comparison, actual } = judged;
  const loss = group.fullMark && group.score ? group.fullMark.sub(group.score) : null;
  return {
    name: nameOf(group.indicators[0]?.path ?? []),
    lost: loss && loss.compare(0) >= 0 ? loss : null,
    score: group.score,
    fullMark: group.fullMark,
    rates: group.indicators.length === 1 ? ratesOf(judged, review) : [],
    actual: comparison ? actual : null,
  };
}

function ratesOf({ comparison, actual, group }: JudgedReason, review: IndicatorReview | undefined): readonly Exact[] {
  const typed = group.indicators[0]?.rateCell?.stated?.number;
  const computed = review?.rate.status === "computed" ? review.rate.number : null;
  const own = actual?.unit?.dimension === "percent" && actual.measureInCell ? actual.number.mul(HUNDREDTH) : null;
  return [
    ...(typed ? [typed, typed.mul(HUNDREDTH)] : []),
    ...(computed ? [computed] : []),
    ...(own ? [own] : []),
    ...(comparison?.completion ? [comparison.completion] : []),
  ];
}
