import { pushAll } from "../../workbook/long-lists";
import type { AreaNode, FormulaTree } from "../../formula/parsed";

const AGGREGATES: ReadonlySet<string> = new Set(["SUM", "SUBTOTAL", "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "PRODUCT", "MEDIAN", "STDEV", "SUMPRODUCT"]); // prettier-ignore
const ROUNDINGS: ReadonlySet<string> = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "TRUNC"]);

/** The call at the top of a formula, with roundings taken off. */
function topCall(tree: FormulaTree): (FormulaTree & { node: "call" }) | null {
  let node: FormulaTree = tree;
  while (node.node === "call" && ROUNDINGS.has(node.fn) && node.args[0]) [node] = node.args as [FormulaTree];
  return node.node === "call" ? node : null;
}

/** True for a sum, count, average… of ranges, and for a chain of such sums. */
export function isAggregate(tree: FormulaTree): boolean {
  const call = topCall(tree);
  return call !== null && AGGREGATES.has(call.fn) && rangesOf(call).length > 0;
}

/** The one range that a formula sums, averages or counts, and by which function; null where it is more than that. */
export function aggregatedRange(tree: FormulaTree): { readonly fn: string; readonly area: AreaNode } | null {
  const call = topCall(tree);
  if (!call || !AGGREGATES.has(call.fn)) return null;
  const ranges = rangesOf(call);
  const [area] = ranges;
  const others = call.args.length - (call.fn === "SUBTOTAL" ? 1 : 0);
  return area && ranges.length === 1 && others === 1 ? { fn: call.fn, area } : null;
}

const rangesOf = (call: FormulaTree & { node: "call" }): readonly AreaNode[] =>
  call.args.flatMap((arg) => (arg?.node === "area" && (arg.rect.top !== arg.rect.bottom || arg.rect.left !== arg.rect.right) ? [arg] : [])); // prettier-ignore

/** The areas that a formula adds up: A1+A2, SUM(A1:A9), both; null where it does anything else with them. */
export function addedAreas(tree: FormulaTree): readonly AreaNode[] | null {
  const areas: AreaNode[] = [];
  const stack: FormulaTree[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.node === "area") areas.push(node);
    else if (node.node === "binary" && (node.op === "+" || node.op === ",")) stack.push(node.right, node.left);
    else if (node.node === "unary" && node.op === "+") stack.push(node.of);
    else if (node.node === "call" && node.fn === "SUM") pushAll(stack, node.args.flatMap((arg) => arg ?? []).reverse());
    else if (node.node === "call" && ROUNDINGS.has(node.fn) && node.args[0]) stack.push(node.args[0]);
    else if (node.node === "literal" && (node.value === 0 || node.value === null)) continue;
    else return null;
  }
  return areas.length > 0 ? areas : null;
}
