import { compareExact, ratio, sumExact, ZERO, type Exact } from "../../model/exact";
import type { Statement } from "../types";

/** What a number says in base units: 45.6万元 is 456,000. */
export const baseValue = ({ value, measure }: Statement): Exact => value.mul(measure.factor);

/** One unit in the last place that is printed, in base units. */
export const lastPlace = ({ decimals, measure }: Statement): Exact =>
  measure.factor.div(ratio(10n ** BigInt(decimals)));

/** Money is rounded when it is printed in 万元; people and things are counted. */
const isRounded = ({ measure, decimals }: Statement): boolean => decimals > 0 || measure.dimension === "money";

/**
 * How far a sum may lie from its stated whole: each number stands for half a unit on either side, in the decimals of the
 * most exact of them (30 stands for 30.00 beside 29.99). Null where all are whole counts, which are exact.
 */
function sumTolerance(whole: Statement, parts: readonly Statement[]): Exact | null {
  const all = [whole, ...parts];
  if (!all.some(isRounded)) return null;
  const unit = all.map(lastPlace).reduce((least, one) => (compareExact(one, least) < 0 ? one : least));
  return unit.mul(ratio(BigInt(all.length), 2n));
}

/** -1: the parts make less than the whole, 0: the whole within rounding, 1: more. */
export function compareSum(whole: Statement, parts: readonly Statement[]): -1 | 0 | 1 {
  const gap = sumExact(parts.map(baseValue)).sub(baseValue(whole));
  if (gap.n === 0n) return 0;
  const tolerance = sumTolerance(whole, parts);
  if (tolerance && compareExact(gap.abs(), tolerance) < 0) return 0;
  return gap.s < 0n ? -1 : 1;
}

/** Whether a gap between numbers is no more than their rounding. */
export const isRounding = (gap: Exact, numbers: readonly Statement[]): boolean =>
  compareExact(gap.abs(), sumExact(numbers.map(slack))) <= 0;

/**
 * Whether a printed percentage is that of part to whole: it may be rounded or cut off, so that it lies less than a whole unit
 * of its last place away, as do part and whole half a unit. Null for a base of 0, which has no percentage.
 */
export function fitsPercent(percent: Statement, part: Exact, whole: Exact, partSlack: Exact, wholeSlack: Exact): boolean | null {
  if (whole.n === 0n || compareExact(whole.abs(), wholeSlack) <= 0) return null;
  const stated = percent.value.abs().mul(percent.measure.factor);
  const unit = lastPlace(percent);
  const low = part.abs().sub(partSlack).div(whole.abs().add(wholeSlack)).sub(unit);
  const high = part.abs().add(partSlack).div(whole.abs().sub(wholeSlack)).add(unit);
  return compareExact(stated, low) > 0 && compareExact(stated, high) < 0;
} // prettier-ignore

/** Half a unit of the last place; nothing for a whole count. */
export const slack = (one: Statement): Exact => (isRounded(one) ? lastPlace(one).div(2) : ZERO);
