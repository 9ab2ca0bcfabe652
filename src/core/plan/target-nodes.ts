import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import { ONE, ratio, ZERO, type Exact } from "../model/exact";
import type { Indicator } from "../model/scoring-table";
import { alignedTarget } from "../targets/align";
import { isRateLike } from "../targets/direction";
import { readActual, readTarget, type NumberReading } from "../targets/read";
import type { Unit } from "../targets/units";
import { statedNode, type CellReference } from "./stated-node";

/** Target and actual value as formulas on one scale; what is typed is read where it stands (SPEC M11). */
export interface TargetNodes {
  readonly target: FormulaNode;
  readonly actual: FormulaNode;
}

/**
 * Null where the two can not be compared as numbers. A blank actual value is read by the formula once it is filled, by
 * the same likelihoods as in `targets/compare.ts`: what looks like a slip of the scale stays blank.
 */
export function targetNodes(indicator: Indicator, ref: CellReference): TargetNodes | null {
  const { target, actual } = indicator;
  if (!target || !actual) return null;
  const pair = alignedTarget(indicator);
  if (pair) return { target: statedNode(target, pair.target, ref), actual: statedNode(actual, pair.actual, ref) };
  const reading = readTarget(indicator);
  if (actual.raw !== null || reading.kind !== "number" || reading.number.compare(ZERO) < 0) return null;
  const scaled = scaledActual(indicator, reading, ref(actual.at));
  if (!scaled) return null;
  const filled = f.when(f.call("ISNUMBER", ref(actual.at)), scaled.actual, f.blank);
  return { target: whileStated(indicator, scaled.target, ref), actual: filled };
}

interface Scaled {
  readonly target: Exact;
  readonly actual: FormulaNode;
}

/** The target's number on the common scale, and the typed actual value brought to it. */
function scaledActual(indicator: Indicator, reading: NumberReading, at: FormulaNode): Scaled | null {
  const { unit } = reading;
  if (unit?.dimension === "percent" && reading.ownUnit) return besidePercent(reading.number.mul(unit.factor), at);
  if (unit?.dimension === "percent" || isRateLike(indicator))
    return { target: reading.number, actual: withoutSlip(reading.number, at) };
  // An actual value typed bare is in the column's unit, else in the target's own.
  const own = columnUnit(indicator) ?? unit;
  if (own?.dimension !== unit?.dimension) return null;
  const target = reading.number.mul(unit?.factor ?? ONE);
  const actual = times(at, own?.factor ?? ONE);
  return { target, actual: own?.dimension === "money" ? moneyWithoutSlip(target, actual) : actual };
}

/** The unit that the column 度量单位 gives a bare number in the actual cell. */
function columnUnit(indicator: Indicator): Unit | null {
  const reading = readActual({ ...indicator, actual: indicator.actual && { ...indicator.actual, raw: 1 } });
  return reading.kind === "number" ? reading.unit : null;
}

const times = (node: FormulaNode, factor: Exact): FormulaNode =>
  factor.equals(ONE) ? node : f.multiply(node, f.number(factor));

const HUNDREDTH = ratio(1n, 100n);
const TEN_THOUSAND = ratio(10_000n);

/** Beside 95% the number 0.96 is a fraction and 96 are points. */
function besidePercent(target: Exact, at: FormulaNode): Scaled {
  const points = f.multiply(at, f.number(HUNDREDTH));
  const chosen = f.when(near(target, at), at, f.when(near(target, points), points, f.blank));
  return { target, actual: f.when(f.equal(at, f.number(ZERO)), at, chosen) };
}

/** Beside a bare 95 the number 0.96 looks like a slip, and is not scored. */
function withoutSlip(target: Exact, at: FormulaNode): FormulaNode {
  if (target.equals(ZERO)) return at;
  const slip = f.call("OR", near(target, f.multiply(at, f.number(HUNDREDTH))), near(target.mul(HUNDREDTH), at));
  return f.when(f.call("OR", f.equal(at, f.number(ZERO)), near(target, at)), at, f.when(slip, f.blank, at));
}

/** 元 typed where 万元 are asked for, or the other way. */
function moneyWithoutSlip(target: Exact, actual: FormulaNode): FormulaNode {
  if (target.equals(ZERO)) return actual;
  const up = near(target.mul(TEN_THOUSAND), actual);
  const down = near(target.div(TEN_THOUSAND), actual);
  return f.when(f.call("OR", up, down), f.blank, actual);
}

/** Within a factor of three; beside a target of zero, at most one. */
function near(target: Exact, at: FormulaNode): FormulaNode {
  if (target.equals(ZERO)) return f.atMost(at, f.number(ONE));
  return f.call("AND", f.atLeast(at, f.number(target.div(3))), f.atMost(at, f.number(target.mul(3))));
}

/** The target's number for as long as its cell says it. */
function whileStated({ target }: Indicator, number: Exact, ref: CellReference): FormulaNode {
  return target ? statedNode(target, number, ref) : f.blank;
}
