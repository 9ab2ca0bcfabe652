import type { Expression } from "../../rules/definition";

/** The distinct variables of an expression, in reading order. */
export function variablesOf(expression: Expression): readonly string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.op === "variable") names.add(node.name);
    else if (node.op === "negate") visit(node.of);
    else if (node.op !== "number") {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(expression);
  return [...names];
}
