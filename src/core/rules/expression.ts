import { f } from "../formula/build";
import type { FormulaNode } from "../formula/written";
import { decisive, ZERO, type Exact } from "../model/exact";
import type { Expression } from "./definition";
import { numberText } from "./wording";

/** The number that a name stands for. */
type Numbers = (name: string) => Exact;

/** Arithmetic over named numbers, exact (SPEC S30); null where a divisor is zero at the places that decide, as in the formula. */
export function evaluate(node: Expression, of: Numbers): Exact | null {
  if (node.op === "number") return node.number;
  if (node.op === "variable") return of(node.name);
  if (node.op === "negate") return evaluate(node.of, of)?.neg() ?? null;
  const left = evaluate(node.left, of);
  const right = evaluate(node.right, of);
  if (left === null || right === null) return null;
  switch (node.op) {
    case "add":
      return left.add(right);
    case "subtract":
      return left.sub(right);
    case "multiply":
      return left.mul(right);
    case "divide":
      return decisive(right).equals(ZERO) ? null : left.div(right);
  }
}

export function expressionNode(node: Expression, ref: (name: string) => FormulaNode): FormulaNode {
  if (node.op === "number") return f.number(node.number);
  if (node.op === "variable") return ref(node.name);
  if (node.op === "negate") return f.negate(expressionNode(node.of, ref));
  return f[node.op](expressionNode(node.left, ref), expressionNode(node.right, ref));
}

/** Divisors that may be zero, inner ones first, each once. */
export function divisorsOf(node: Expression): readonly Expression[] {
  const found = new Map<string, Expression>();
  const visit = (one: Expression): void => {
    if (one.op === "number" || one.op === "variable") return;
    if (one.op === "negate") {
      visit(one.of);
      return;
    }
    visit(one.left);
    visit(one.right);
    if (one.op === "divide" && one.right.op !== "number") found.set(expressionText(one.right), one.right);
  };
  visit(node);
  return [...found.values()];
}

const SIGNS = { add: "＋", subtract: "−", multiply: "×", divide: "÷" } as const;
const STRENGTH = { add: 1, subtract: 1, multiply: 2, divide: 2 } as const;

/** 退回件数÷上报件数, with brackets where they matter. */
export function expressionText(node: Expression): string {
  if (node.op === "number") return numberText(node.number);
  if (node.op === "variable") return node.name;
  if (node.op === "negate") return `−${expressionText(node.of)}`;
  const own = STRENGTH[node.op];
  const left = inBrackets(node.left, own);
  const right = inBrackets(node.right, node.op === "subtract" || node.op === "divide" ? own + 1 : own);
  return `${left}${SIGNS[node.op]}${right}`;
}

function inBrackets(node: Expression, strength: number): string {
  const text = expressionText(node);
  const own = node.op in STRENGTH ? STRENGTH[node.op as keyof typeof STRENGTH] : 3;
  return own < strength ? `（${text}）` : text;
}
