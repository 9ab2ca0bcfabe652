import { f } from "../formula/build";
import type { FormulaNode } from "../formula/written";
import { DECISION_PLACES, parts, roundHalfUp, type Exact } from "../model/exact";

/**
 * How finely a decision looks (SPEC N3, S3): 12 places, and fewer from 100 on, where the error of a subtraction in doubles,
 * and what Excel and LibreOffice take for equal, reach the twelfth place. Evaluator and formula both ask here.
 */
export function decisionPlaces(magnitude: Exact): number {
  const { n, d } = parts(magnitude.abs());
  return Math.max(0, Math.min(DECISION_PLACES, 14 - (n / d).toString().length));
}

export const roundTo = (x: Exact, places: number): Exact => roundHalfUp(x, places);

export const roundNode = (of: FormulaNode, places: number): FormulaNode =>
  f.call("ROUND", of, { node: "number", text: String(places) });
