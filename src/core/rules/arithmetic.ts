import { f } from "../formula/build";
import type { FormulaNode } from "../formula/written";
import { ONE, ZERO, type Exact } from "../model/exact";

/** Arithmetic with a constant as a person would write it: no ×1, ÷1, −0, and plus for minus a negative. */
export const times = (node: FormulaNode, by: Exact): FormulaNode =>
  by.equals(ONE) ? node : f.multiply(node, f.number(by));

export const over = (node: FormulaNode, by: Exact): FormulaNode =>
  by.equals(ONE) ? node : f.divide(node, f.number(by));

export function minus(node: FormulaNode, by: Exact): FormulaNode {
  if (by.equals(ZERO)) return node;
  return by.s < 0n ? f.add(node, f.number(by.neg())) : f.subtract(node, f.number(by));
}

/** start − number × each. */
export function takeOff(start: Exact, number: FormulaNode, each: Exact): FormulaNode {
  const taken = times(number, each.abs());
  if (start.equals(ZERO)) return each.s < 0n ? taken : f.negate(taken);
  return (each.s < 0n ? f.add : f.subtract)(f.number(start), taken);
}
