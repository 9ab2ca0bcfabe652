import { ONE, type Exact } from "../model/exact";
import type { Indicator } from "../model/scoring-table";
import { commonScale, compareTarget } from "./compare";
import { readActual, readTarget } from "./read";

/** Target A and actual value B as numbers of one scale: that of the actual cell, so that a formula can read the cell. */
export interface AlignedTarget {
  readonly target: Exact;
  readonly actual: Exact;
}

/** Null where either is no single number, or where their scales or units leave the comparison open (SPEC C9). */
export function alignedTarget(indicator: Indicator): AlignedTarget | null {
  const target = readTarget(indicator);
  const actual = readActual(indicator);
  if (target.kind !== "number" || actual.kind !== "number" || actual.operator !== null) return null;
  const comparison = compareTarget(indicator, target, actual);
  if (comparison.outcome === "incomparable" || comparison.slip) return null;
  const pair = commonScale(indicator, target, actual);
  if (!pair || pair.slip) return null;
  const scale = pair.b.n === 0n ? ONE : actual.number.div(pair.b);
  return { target: pair.a.mul(scale), actual: pair.b.mul(scale) };
}
