import { f } from "../formula/build";
import type { FormulaNode } from "../formula/written";
import { decisive, floorExact, ratio, roundHalfUp, type Exact } from "../model/exact";
import { roundNode } from "./decision";
import type { Settings } from "./setting-types";

/**
 * The two places where a person's setting rounds (SPEC S7, S8): the rate that a score is taken from, and the score that is
 * shown or totalled. Each has its twin for the formula.
 */

/** `printedDecimals`: decimals of the printed percentage; null where none is printed, then the raw rate counts. */
export const subjectForScore = (rate: Exact, settings: Settings, printedDecimals: number | null): Exact =>
  settings.scoreFrom === "printed" && printedDecimals !== null ? roundHalfUp(rate, printedDecimals + 2) : rate;

export const subjectNodeForScore = (
  rate: FormulaNode,
  settings: Settings,
  printedDecimals: number | null,
): FormulaNode =>
  settings.scoreFrom === "printed" && printedDecimals !== null ? roundNode(rate, printedDecimals + 2) : rate;

/** A score as it is shown and totalled: a half of the last place goes up, or all beyond it is dropped, by setting. */
export function roundScore(score: Exact, settings: Settings): Exact {
  const places = settings.roundingPlaces;
  if (settings.roundingMode === "halfUp") return roundHalfUp(decisive(score), places);
  const scale = ratio(10n ** BigInt(places));
  const kept = ratio(floorExact(decisive(score).abs().mul(scale))).div(scale);
  return score.s < 0n ? kept.neg() : kept;
}

/** A score as it stands in a table of scores: rounded there, unless totals shall add the unrounded ones (SPEC S19). */
export const shownScore = (score: Exact, settings: Settings): Exact =>
  settings.totalFrom === "shown" ? roundScore(score, settings) : score;

export const shownScoreNode = (score: FormulaNode, settings: Settings): FormulaNode =>
  settings.totalFrom === "shown" ? roundScoreNode(score, settings) : score;

/** The inner ROUND keeps the error of the doubles before it from deciding the last place (SPEC N3). */
export const roundScoreNode = (score: FormulaNode, settings: Settings): FormulaNode =>
  f.call(
    settings.roundingMode === "halfUp" ? "ROUND" : "ROUNDDOWN",
    f.decisive(score),
    f.number(ratio(settings.roundingPlaces)),
  );
