import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import { DECISION_PLACES, parts, roundHalfUp, type Exact } from "../model/exact";

/**
 * How finely a decision looks (SPEC N3, S3): 12 places, and fewer beyond a magnitude of 1,000, where the error of one
 * subtraction and one division in doubles reaches the twelfth place. Evaluator and formula both ask here.
 */
export function decisionPlaces(magnitude: Exact): number {
  const { n, d } = parts(magnitude.abs());
  if (n <= 1000n * d) return DECISION_PLACES;
  return Math.max(0, 15 - (n / d).toString().length);
}

export const roundTo = (x: Exact, places: number): Exact => roundHalfUp(x, places);

export const roundNode = (of: FormulaNode, places: number): FormulaNode =>
  f.call("ROUND", of, { node: "number", text: String(places) });
