import type { Measure } from "../model/measure";
import type { Indicator } from "../model/scoring-table";
import { alignedTarget } from "./align";
import { directionOf, isRateLike } from "./direction";
import { readActual, readTarget, type NumberReading } from "./read";

/**
 * Target and actual value whose ratio the stated 完成率 must be; null where the column says something else, or where they
 * are no numbers of one unit (SPEC C8). A bare number beside one with a unit is in that unit where the comparison says so.
 */
export function rateOfTarget(indicator: Indicator): TargetPair | null {
  const target = readTarget(indicator);
  const actual = readActual(indicator);
  if (target.kind !== "number" || actual.kind !== "number" || target.number.compare(0) <= 0) return null;
  const isOneUnit = sameMeasure(target.unit, actual.unit) || isOneScale(indicator, target, actual);
  return isOneUnit ? { target, actual } : null;
}

export interface TargetPair {
  readonly target: NumberReading;
  readonly actual: NumberReading;
}

/** A number or an amount that is to be reached: of a rate, 85 % of 90 % may be meant, or 85 %. */
export const isCounted = (indicator: Indicator, { target, actual }: TargetPair): boolean =>
  actual.operator === null &&
  target.unit?.dimension !== "percent" &&
  !isRateLike(indicator) &&
  directionOf(indicator, target) !== "less";

/** Units are told by what they measure: a word that is no known unit (人次) is another object each time it is read. */
const sameMeasure = (a: Measure | null, b: Measure | null): boolean =>
  a === null || b === null ? a === b : a.dimension === b.dimension && a.factor.equals(b.factor);

function isOneScale(indicator: Indicator, target: NumberReading, actual: NumberReading): boolean {
  if (target.unit !== null && actual.unit !== null) return false;
  const pair = alignedTarget(indicator);
  return pair !== null && pair.target.equals(target.number) && pair.actual.equals(actual.number);
}
