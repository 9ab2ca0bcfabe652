import { decisive, type Exact } from "../../model/exact";
import { BLANK, type Value } from "../../model/value";
import type { Expression } from "../../rules/definition";
import { variablesOf } from "./variables";
import { printExpression } from "./print";

/** What an expression is worth; a zero base names the divisor that was zero (SPEC D9, N5). */
export type Evaluation =
  | { readonly state: "known"; readonly number: Exact }
  | { readonly state: "notVerifiable"; readonly missing: readonly string[] }
  | { readonly state: "notApplicable"; readonly reason: "zeroBase"; readonly base: string }
  | { readonly state: "notApplicable"; readonly reason: "stated" };

/**
 * Evaluates in exact rationals. Whatever is blank or missing is named, all of it; then an input that does not apply makes
 * the result not apply; then a zero divisor, the first in reading order. A blank is never zero.
 */
export function evaluateExpression(expression: Expression, lookup: (name: string) => Value): Evaluation {
  const values = new Map(variablesOf(expression).map((name) => [name, lookup(name)]));
  const missing = [...values].flatMap(([name, value]) => missingIn(name, value));
  if (missing.length > 0) return { state: "notVerifiable", missing: [...new Set(missing)] };
  if ([...values.values()].some((value) => value.state === "notApplicable"))
    return { state: "notApplicable", reason: "stated" };
  return compute(expression, (name) => {
    const value = values.get(name) ?? BLANK;
    if (value.state !== "known") throw new Error(`variable without a value: ${name}`);
    return value.number;
  });
}

const missingIn = (name: string, value: Value): readonly string[] => {
  if (value.state === "blank") return [name];
  if (value.state === "notVerifiable") return value.missing.length > 0 ? value.missing : [name];
  return [];
};

type Computed = Extract<Evaluation, { state: "known" } | { reason: "zeroBase" }>;

function compute(node: Expression, numberOf: (name: string) => Exact): Computed {
  if (node.op === "number") return { state: "known", number: node.number };
  if (node.op === "variable") return { state: "known", number: numberOf(node.name) };
  if (node.op === "negate") {
    const of = compute(node.of, numberOf);
    return of.state === "known" ? { state: "known", number: of.number.neg() } : of;
  }
  const left = compute(node.left, numberOf);
  if (left.state !== "known") return left;
  const right = compute(node.right, numberOf);
  if (right.state !== "known") return right;
  if (node.op === "divide" && isZeroDivisor(node.right, right.number)) {
    return { state: "notApplicable", reason: "zeroBase", base: printExpression(node.right) };
  }
  return { state: "known", number: OPERATION[node.op](left.number, right.number) };
}

const OPERATION = {
  add: (a: Exact, b: Exact) => a.add(b),
  subtract: (a: Exact, b: Exact) => a.sub(b),
  multiply: (a: Exact, b: Exact) => a.mul(b),
  divide: (a: Exact, b: Exact) => a.div(b),
} as const;

/**
 * A computed divisor is compared with zero at 12 places, as the formula's guard does (SPEC N3): in doubles, 0.3-0.1-0.2 is
 * not quite zero. A given number is what it is.
 */
const isZeroDivisor = (divisor: Expression, number: Exact): boolean =>
  number.equals(0) || (divisor.op !== "variable" && divisor.op !== "number" && decisive(number).equals(0));
