import type { Expression } from "../rules/definition";
import { decimalPlaces, maxExact, minExact, ratio, type Exact } from "../model/exact";

/** All values that a stated figure may stand for, ends included (DOMAIN "Rounding"). */
export interface Interval {
  readonly low: Exact;
  readonly high: Exact;
}

/** A figure with d decimals stands for v ± ½·10⁻ᵈ. */
export function statedInterval(number: Exact, decimals: number): Interval {
  const half = ratio(1n, 2n * 10n ** BigInt(decimals));
  return { low: number.sub(half), high: number.add(half) };
}

/** An input as given: a whole number counts something and is exact, a decimal fraction was rounded. */
export function inputInterval(number: Exact): Interval {
  const decimals = decimalPlaces(number, 12);
  return decimals === 0 || decimals >= 12 ? { low: number, high: number } : statedInterval(number, decimals);
}

export const overlap = (a: Interval, b: Interval): boolean => a.low.compare(b.high) <= 0 && b.low.compare(a.high) <= 0;

/** What an expression may be worth when its variables lie in intervals; null where a divisor may be zero. */
export function intervalOf(node: Expression, of: (variable: string) => Interval): Interval | null {
  if (node.op === "number") return { low: node.number, high: node.number };
  if (node.op === "variable") return of(node.name);
  if (node.op === "negate") {
    const inner = intervalOf(node.of, of);
    return inner && { low: inner.high.neg(), high: inner.low.neg() };
  }
  const left = intervalOf(node.left, of);
  const right = intervalOf(node.right, of);
  if (!left || !right) return null;
  switch (node.op) {
    case "add":
      return { low: left.low.add(right.low), high: left.high.add(right.high) };
    case "subtract":
      return { low: left.low.sub(right.high), high: left.high.sub(right.low) };
    case "multiply":
      return hull(left, right, (a, b) => a.mul(b));
    case "divide":
      return right.low.compare(0) <= 0 && right.high.compare(0) >= 0 ? null : hull(left, right, (a, b) => a.div(b));
  }
}

function hull(left: Interval, right: Interval, operation: (a: Exact, b: Exact) => Exact): Interval {
  const corners = [left.low, left.high].flatMap((a) => [right.low, right.high].map((b) => operation(a, b)));
  const [first, ...rest] = corners;
  if (!first) throw new Error("an interval has corners");
  return { low: rest.reduce(minExact, first), high: rest.reduce(maxExact, first) };
}
