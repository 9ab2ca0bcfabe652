import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { exactFromText, roundHalfUp, type Exact } from "../../model/exact";

/**
 * The same formula without what its written numbers decide already: ROUND(50,12) is 50, COUNT(50,E8)<2 is COUNT(E8)<1, and
 * IF(50<0,…) is one of its branches. A person reads it.
 */
export function folded(node: FormulaNode): FormulaNode {
  if (node.node === "binary") return foldedBinary({ ...node, left: folded(node.left), right: folded(node.right) });
  if (node.node !== "call") return node;
  const args = node.args.map(folded);
  const [first, second, third] = args;
  if (node.fn === "IF" && first?.node === "boolean" && second && third) return first.value ? second : third;
  if (node.fn === "ROUND" && first && second) {
    const [number, places] = [numberOf(first), numberOf(second)];
    if (number && places) return f.number(roundHalfUp(number, Number(places.n)));
  }
  return { ...node, args };
}

type Binary = Extract<FormulaNode, { readonly node: "binary" }>;

function foldedBinary(node: Binary): FormulaNode {
  const counted = withoutNumbers(node);
  if (counted) return counted;
  const [left, right] = [numberOf(node.left), numberOf(node.right)];
  const holds = left && right ? COMPARED[node.op]?.(left.compare(right)) : undefined;
  return holds === undefined ? node : f.boolean(holds);
}

/** COUNT(50,E8)<2 */
function withoutNumbers({ op, left, right }: Binary): FormulaNode | null {
  const wanted = numberOf(right);
  if (op !== "<" || !wanted || left.node !== "call" || left.fn !== "COUNT") return null;
  const others = left.args.filter((arg) => !numberOf(arg));
  const needed = wanted.sub(left.args.length - others.length);
  if (others.length === left.args.length) return null;
  return others.length === 0 ? f.boolean(needed.n > 0n && needed.s > 0n) : f.less(f.over("COUNT", others), f.number(needed)); // prettier-ignore
}

const COMPARED: Readonly<Partial<Record<Binary["op"], (order: number) => boolean>>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** A number as it is written, with its sign. */
function numberOf(node: FormulaNode): Exact | null {
  if (node.node === "negate") return numberOf(node.of)?.neg() ?? null;
  return node.node === "number" ? exactFromText(node.text) : null;
}
