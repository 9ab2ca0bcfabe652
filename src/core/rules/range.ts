import { maxExact, minExact, ZERO, type Exact } from "../model/exact";
import type { ScoreRange } from "./rule";

/** The range of scores that stand in a list. */
export const scoresRange = (scores: readonly Exact[]): ScoreRange => ({
  low: scores.reduce(minExact, scores[0] ?? ZERO),
  high: scores.reduce(maxExact, scores[0] ?? ZERO),
});
