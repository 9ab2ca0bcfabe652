import { maxExact, minExact, ZERO, type Exact } from "../model/exact";
import { kindOf } from "./kinds";
import type { Rule, ScoreRange } from "./rule";

/** What scores a rule can come to, before its own cap. */
export function composedRange({ clauses, combine }: Rule): ScoreRange {
  const ranges = clauses.map((clause) => kindOf(clause).range(clause));
  const lows = ranges.map((range) => range.low);
  const highs = ranges.map((range) => range.high);
  switch (combine) {
    case "sum":
      return { low: fold(lows, (a, b) => a.add(b)), high: fold(highs, (a, b) => a.add(b)) };
    case "min":
      return { low: fold(lows, minExact), high: known(highs).length > 0 ? fold(known(highs), minExact) : null };
    case "first":
      return { low: fold(lows, minExact), high: fold(highs, maxExact) };
  }
}

const known = (ends: readonly (Exact | null)[]): Exact[] => ends.filter((end) => end !== null);

/** Null (no end) as soon as one part has none. */
function fold(ends: readonly (Exact | null)[], join: (a: Exact, b: Exact) => Exact): Exact | null {
  const numbers = known(ends);
  const [first, ...rest] = numbers;
  if (numbers.length < ends.length) return null;
  return first ? rest.reduce(join, first) : ZERO;
}
