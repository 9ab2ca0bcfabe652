import type { Expression } from "../../rules/definition";
import { HUNDRED_PERCENT } from "./parse";

/**
 * Takes the factor 100% out, wherever in a product it is printed (…)×100%, 甲×100%/乙, 1-甲/乙×100%: the value is then a
 * fraction to be shown as a percentage. The bare figure ×100 is read so only at the end of a rate's own quotient (SPEC D5).
 */
export function withoutPercentFactor(
  expression: Expression,
  name: string,
): { readonly expression: Expression; readonly percent: boolean } {
  const stripped = strip(expression);
  if (stripped !== expression) return { expression: stripped, percent: true };
  const quotient = RATE_NAME.test(name) ? timesHundred(expression) : null;
  return quotient ? { expression: quotient, percent: true } : { expression, percent: false };
}

const RATE_NAME = /(?:率|比|比重|比例|占比|程度|度)["'》)]*$/;

function strip(node: Expression): Expression {
  if (node.op === "number" || node.op === "variable") return node;
  if (node.op === "negate") {
    const of = strip(node.of);
    return of === node.of ? node : { ...node, of };
  }
  const left = strip(node.left);
  const right = strip(node.right);
  if (node.op === "multiply" && right === HUNDRED_PERCENT) return left;
  if (node.op === "multiply" && left === HUNDRED_PERCENT) return right;
  return left === node.left && right === node.right ? node : { ...node, left, right };
}

/** The quotient that ×100 or 100× makes a percentage of, or null. */
function timesHundred(node: Expression): Expression | null {
  if (node.op !== "multiply") return null;
  if (isHundred(node.right) && hasQuotient(node.left)) return node.left;
  return isHundred(node.left) && hasQuotient(node.right) ? node.right : null;
}

const isHundred = (node: Expression): boolean => node.op === "number" && node.number.equals(100);

function hasQuotient(node: Expression): boolean {
  if (node.op === "number" || node.op === "variable") return false;
  if (node.op === "negate") return hasQuotient(node.of);
  return node.op === "divide" || hasQuotient(node.left) || hasQuotient(node.right);
}
