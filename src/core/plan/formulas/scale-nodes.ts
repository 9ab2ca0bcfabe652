import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { HUNDREDTH, ONE, ratio, ZERO, type Exact } from "../../model/exact";

/**
 * Which scale an actual value is typed on, as formulas: the likelihoods of `targets/compare.ts`, so that 0.96 and 96 both
 * stand for 96% beside ≥95%, and what looks like a slip stays blank (SPEC C9, M11).
 */
export interface LiveTarget {
  readonly number: Exact;
  /** Where the target's number may be typed anew; null where the formula holds it. */
  readonly node: FormulaNode | null;
}

export const times = (node: FormulaNode, factor: Exact): FormulaNode =>
  factor.equals(ONE) ? node : f.multiply(node, f.number(factor));

const TEN_THOUSAND = ratio(10_000n);

/** Beside 95% the number 0.96 is a fraction and 96 are points. */
export function besidePercent(target: LiveTarget, at: FormulaNode): FormulaNode {
  const points = f.multiply(at, f.number(HUNDREDTH));
  const chosen = f.when(near(target, at), at, f.when(near(target, points), points, f.blank));
  return f.when(f.equal(at, f.number(ZERO)), at, chosen);
}

/** Beside a bare 95 the number 0.96 looks like a slip, and is not scored. */
export function withoutSlip(target: LiveTarget, at: FormulaNode): FormulaNode {
  if (!target.node && target.number.equals(ZERO)) return at;
  const zero = f.number(ZERO);
  const slip = f.call(
    "OR",
    near(target, f.multiply(at, f.number(HUNDREDTH))),
    near(scaledTarget(target, HUNDREDTH), at),
  );
  const plain = [f.equal(at, zero), ...(target.node ? [f.equal(target.node, zero)] : []), near(target, at)];
  return f.when(f.over("OR", plain), at, f.when(slip, f.blank, at));
}

/** 元 typed where 万元 are asked for, or the other way. */
export function moneyWithoutSlip(target: LiveTarget, actual: FormulaNode): FormulaNode {
  if (!target.node && target.number.equals(ZERO)) return actual;
  const up = near(scaledTarget(target, TEN_THOUSAND), actual);
  const down = near(scaledTarget(target, ONE.div(TEN_THOUSAND)), actual);
  const zero = f.number(ZERO);
  const slip = f.call("OR", up, down);
  const none = [f.equal(actual, zero), ...(target.node ? [f.equal(target.node, zero)] : [])];
  return f.when(f.over("OR", none), actual, f.when(slip, f.blank, actual));
}

const scaledTarget = ({ number, node }: LiveTarget, factor: Exact): LiveTarget => ({
  number: number.mul(factor),
  node: node && times(node, factor),
});

/** Within a factor of three; where either is zero, both at most one. */
function near({ number, node }: LiveTarget, at: FormulaNode): FormulaNode {
  if (node) return nearLive(node, at);
  if (number.equals(ZERO)) return f.atMost(at, f.number(ONE));
  const [low, high] = number.compare(ZERO) > 0 ? [number.div(3), number.mul(3)] : [number.mul(3), number.div(3)];
  return f.call("AND", f.atLeast(at, f.number(low)), f.atMost(at, f.number(high)));
}

function nearLive(target: FormulaNode, at: FormulaNode): FormulaNode {
  const zero = f.number(ZERO);
  const share = f.divide(at, target);
  const within = f.call("AND", f.atLeast(share, f.number(ratio(1, 3))), f.atMost(share, f.number(ratio(3))));
  const small = f.call("AND", f.atMost(target, f.number(ONE)), f.atMost(at, f.number(ONE)));
  const either = f.call("OR", f.equal(target, zero), f.equal(at, zero));
  return f.when(f.call("ISNUMBER", target), f.when(either, small, within), f.boolean(false));
}
