import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { Definition, Expression } from "../../rules/definition";
import { variablesOf } from "./variables";
import { printExpression } from "./print";

/**
 * The live formula of a definition: IF(COUNT(甲,乙)<2,"",IF(乙=0,"",甲/乙)). A blank input gives blank, every divisor has its
 * own guard, nothing is caught wholesale. `ref` gives the reference that stands for a variable (SPEC D10).
 */
export function compileDefinition(
  definition: Pick<Definition, "expression">,
  ref: (variable: string) => FormulaNode,
): FormulaNode {
  const { expression } = definition;
  const references = distinct(variablesOf(expression).map(ref));
  const guarded = divisorsOf(expression).reduceRight<FormulaNode>(
    (then, divisor) => f.when(zeroGuard(divisor, ref), f.blank, then),
    compileExpression(expression, ref),
  );
  if (references.length === 0) return guarded;
  const count = f.over("COUNT", references);
  return f.when(f.less(count, { node: "number", text: String(references.length) }), f.blank, guarded);
}

/** The bare arithmetic, without guards. */
function compileExpression(node: Expression, ref: (variable: string) => FormulaNode): FormulaNode {
  switch (node.op) {
    case "number":
      return f.number(node.number);
    case "variable":
      return ref(node.name);
    case "negate":
      return f.negate(compileExpression(node.of, ref));
    default:
      return f[node.op](compileExpression(node.left, ref), compileExpression(node.right, ref));
  }
}

const ZERO_NODE: FormulaNode = { node: "number", text: "0" };

const zeroGuard = (divisor: Expression, ref: (variable: string) => FormulaNode): FormulaNode => {
  const compiled = compileExpression(divisor, ref);
  return f.equal(divisor.op === "variable" ? compiled : f.decisive(compiled), ZERO_NODE);
};

/** Divisors that may be zero, each once, in the order in which the evaluator meets them: inner ones before outer ones. */
function divisorsOf(expression: Expression): readonly Expression[] {
  const found = new Map<string, Expression>();
  const visit = (node: Expression): void => {
    if (node.op === "number" || node.op === "variable") return;
    if (node.op === "negate") {
      visit(node.of);
      return;
    }
    visit(node.left);
    visit(node.right);
    if (node.op === "divide" && variablesOf(node.right).length > 0) found.set(printExpression(node.right), node.right);
  };
  visit(expression);
  return [...found.values()];
}

function distinct(nodes: readonly FormulaNode[]): readonly FormulaNode[] {
  return [...new Map(nodes.map((node) => [JSON.stringify(node), node])).values()];
}
