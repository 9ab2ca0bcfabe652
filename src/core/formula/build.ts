import type { CellPosition, Rect } from "../workbook/address";
import { decimalPlaces, decimalText, parts, ratio, type Exact } from "../model/exact";
import type { BinaryOperator, FormulaNode } from "./written";

/** Small builders for the formulas that Pinghe writes. */
const binary =
  (op: BinaryOperator) =>
  (left: FormulaNode, right: FormulaNode): FormulaNode => ({ node: "binary", op, left, right });

/** One condition as it is, several joined; of none, allOf is TRUE and anyOf is FALSE. */
const joined =
  (fn: "AND" | "OR") =>
  (conditions: readonly FormulaNode[]): FormulaNode => {
    const [first, ...more] = conditions;
    if (!first) return f.boolean(fn === "AND");
    return more.length === 0 ? first : f.over(fn, conditions);
  };

/** An exact number: a decimal where the expansion ends within 15 places, else a quotient of two whole numbers. */
export function exactNode(x: Exact): FormulaNode {
  const places = decimalPlaces(x, 16);
  if (places <= 15) {
    const text = decimalText(x.abs(), places);
    return x.s < 0n ? { node: "negate", of: { node: "number", text } } : { node: "number", text };
  }
  const { n, d } = parts(x);
  return f.divide(exactNode(ratio(n)), exactNode(ratio(d)));
}

export const f = {
  number: exactNode,
  text: (text: string): FormulaNode => ({ node: "text", text }),
  texts: (texts: readonly string[]): FormulaNode => ({ node: "texts", texts }),
  boolean: (value: boolean): FormulaNode => ({ node: "boolean", value }),
  cell: (at: CellPosition, options: { sheet?: string | null; absolute?: boolean } = {}): FormulaNode => ({
    node: "cell",
    sheet: options.sheet ?? null,
    at,
    absolute: options.absolute ?? false,
  }),
  range: (rect: Rect, options: { sheet?: string | null; absolute?: boolean } = {}): FormulaNode => ({
    node: "range",
    sheet: options.sheet ?? null,
    rect,
    absolute: options.absolute ?? false,
  }),
  name: (name: string): FormulaNode => ({ node: "name", name }),
  call: (fn: string, ...args: FormulaNode[]): FormulaNode => ({ node: "call", fn, args }),
  /** A call whose arguments are as many as a table has. */
  over: (fn: string, args: readonly FormulaNode[]): FormulaNode => ({ node: "call", fn, args }),
  allOf: joined("AND"),
  anyOf: joined("OR"),
  negate: (of: FormulaNode): FormulaNode => ({ node: "negate", of }),
  add: binary("+"),
  subtract: binary("-"),
  multiply: binary("*"),
  divide: binary("/"),
  concat: binary("&"),
  equal: binary("="),
  notEqual: binary("<>"),
  less: binary("<"),
  atMost: binary("<="),
  greater: binary(">"),
  atLeast: binary(">="),
  when: (condition: FormulaNode, then: FormulaNode, otherwise: FormulaNode): FormulaNode =>
    f.call("IF", condition, then, otherwise),
  /** The guard of SPEC N3: both sides of a deciding comparison pass through it. */
  decisive: (of: FormulaNode): FormulaNode => f.call("ROUND", of, { node: "number", text: "12" }),
  blank: { node: "text", text: "" } as FormulaNode,
};
