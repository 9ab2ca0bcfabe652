import { ratio, type Exact } from "../../model/exact";
import { known } from "../../model/value";
import type { Definition, Expression } from "../../rules/definition";
import { evaluateExpression } from "./evaluate";
import { assignNames, type NamePairs } from "./pair-names";
import { variablesOf } from "./variables";

/** In what a printed definition departs from another one; `same` is one formula, whatever its words and its form. */
export type DefinitionDifference = "same" | "inverted" | "numerator" | "denominator" | "formula";

export interface ComparedWith {
  /** An official wording: a name that adds or drops a qualifier is another quantity. */
  readonly strict: boolean;
  /** Every quantity that the source knows: a printed name that is one of these is not another of them. */
  readonly vocabulary: readonly string[];
}

/**
 * Decided on the expression, not on the text: names are paired by what they mean, then both sides are evaluated exactly at
 * several points (two quotients of polynomials of this size that agree there agree everywhere). A factor of 100 is a way of
 * writing percent, no other formula (SPEC M15).
 */
export function compareDefinitions(official: Definition, printed: Definition, how: ComparedWith): DefinitionDifference {
  const [a, b] = [rateOf(official), rateOf(printed)];
  const pairs = assignNames(
    { names: variablesOf(a), explanations: official.explanations },
    { names: variablesOf(b), explanations: printed.explanations },
    how,
    (assigned) => agree(a, b, assigned, (x, y) => x.equals(y)),
  );
  if (pairs.foreign.size === 0) {
    if (agree(a, b, pairs.pairs, (x, y) => x.equals(y))) return "same";
    if (agree(a, b, pairs.pairs, (x, y) => x.mul(y).equals(1))) return "inverted";
  }
  return differingPart(a, b, pairs);
}

/** Two plain quotients that share one half differ in the other. */
function differingPart(a: Expression, b: Expression, { pairs, foreign }: NamePairs): DefinitionDifference {
  if (a.op !== "divide" || b.op !== "divide") return "formula";
  const equal = (left: Expression, right: Expression): boolean =>
    variablesOf(right).every((name) => !foreign.has(name)) && agree(left, right, pairs, (x, y) => x.equals(y));
  const top = equal(a.left, b.left);
  const bottom = equal(a.right, b.right);
  if (top === bottom) return "formula";
  return top ? "denominator" : "numerator";
}

/** Distinct primes, so that no sum, difference or quotient of a few of them is zero or one by chance. */
const POINTS: readonly (readonly number[])[] = [
  [101, 211, 307, 401, 503, 601, 701, 809, 907, 1009, 1103, 1201],
  [1301, 17, 709, 59, 2203, 83, 1609, 31, 1901, 127, 2503, 11],
  [7, 1213, 23, 2011, 41, 1511, 67, 2707, 97, 1811, 113, 2309],
  [3001, 2903, 2801, 13, 19, 2609, 29, 37, 2411, 43, 47, 53],
];

function agree(
  a: Expression,
  b: Expression,
  pairs: ReadonlyMap<string, string>,
  same: (x: Exact, y: Exact) => boolean,
): boolean {
  const names = variablesOf(a);
  const others = variablesOf(b).filter((name) => !pairs.has(name));
  return POINTS.every((point) => {
    const values = new Map(names.map((name, i) => [name, at(point, i)]));
    const free = new Map(others.map((name, i) => [name, at(point, names.length + i)]));
    const left = valueAt(a, (name) => values.get(name));
    const right = valueAt(b, (name) => free.get(name) ?? values.get(pairs.get(name) ?? ""));
    return left !== null && right !== null && same(left, right);
  });
}

/** Beyond the primes at hand, larger odd numbers. */
const at = (point: readonly number[], i: number): Exact => ratio(point[i] ?? 3203 + 2 * i * (point[0] ?? 1));

function valueAt(expression: Expression, numberOf: (name: string) => Exact | undefined): Exact | null {
  const outcome = evaluateExpression(expression, (name) => known(numberOf(name) ?? ratio(1)));
  return outcome.state === "known" ? outcome.number : null;
}

/** The formula without ×100% or ×100 around it. */
function rateOf({ expression }: Definition): Expression {
  let node = expression;
  for (;;) {
    if (node.op !== "multiply") return node;
    if (isPercentFactor(node.right)) node = node.left;
    else if (isPercentFactor(node.left)) node = node.right;
    else return node;
  }
}

const isPercentFactor = (node: Expression): boolean =>
  node.op === "number" && (node.number.equals(1) || node.number.equals(100));
