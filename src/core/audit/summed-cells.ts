import type { FormulaTree } from "../formula/parsed";
import { walk } from "../formula/parsed";
import type { Rect } from "../workbook/address";
import type { RecalculatedFormula } from "./recalculation";

/** A rectangle that a formula adds up, on which sheet. */
export interface SummedArea {
  readonly sheet: string;
  readonly rect: Rect;
}

/** Functions that pass over text in ranges, each with the first argument that is added. */
const ADDING: ReadonlyMap<string, number> = new Map([
  ["SUM", 0],
  ["SUBTOTAL", 1],
  ["AVERAGE", 0],
  ["SUMPRODUCT", 0],
]);

/** The ranges that the sums of a formula add up, in reading order. */
export function summedAreas({ meaning, at }: RecalculatedFormula): readonly SummedArea[] {
  if (!meaning) return [];
  return [...walk(meaning)].flatMap((node) => {
    const from = node.node === "call" ? ADDING.get(node.fn) : undefined;
    if (node.node !== "call" || from === undefined) return [];
    return node.args.slice(from).flatMap((arg) => (arg ? areasOf(arg, at.sheet) : []));
  });
}

/** Only what stands as a range of its own: in A1:A9*2 text is an error, not passed over. */
function areasOf(node: FormulaTree, sheet: string): readonly SummedArea[] {
  if (node.node === "area") return node.lastSheet === null ? [{ sheet: node.sheet ?? sheet, rect: node.rect }] : [];
  return node.node === "binary" && node.op === "," ? [...areasOf(node.left, sheet), ...areasOf(node.right, sheet)] : [];
}
