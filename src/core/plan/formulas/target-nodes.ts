import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ONE, ratio, ZERO, type Exact } from "../../model/exact";
import type { Indicator, TableCell } from "../../model/scoring-table";
import { alignedTarget } from "../../targets/align";
import { directionOf, isRateLike, type Direction } from "../../targets/direction";
import { readActual, readTarget, type NumberReading } from "../../targets/read";
import type { Measure } from "../../model/measure";
import { besidePercent, moneyWithoutSlip, times, withoutSlip, type LiveTarget } from "./scale-nodes";
import { sameText, statedNode, type CellReference } from "./stated-node";

/** Target and actual value as formulas on one scale; what is typed is read where it stands (SPEC M11). */
export interface TargetNodes {
  readonly target: FormulaNode;
  readonly actual: FormulaNode;
}

/**
 * Null where the two can not be compared as numbers. A number in the actual cell is read by the formula, now and whenever
 * another is typed, by the same likelihoods as in `targets/compare.ts`: what looks like a slip of the scale stays blank.
 */
export function targetNodes(indicator: Indicator, ref: CellReference): TargetNodes | null {
  const { target, actual } = indicator;
  // a date is a number to a formula, and none to its reader
  if (!target || !actual || target.date !== undefined || actual.date !== undefined) return null;
  const pair = alignedTarget(indicator);
  const reading = readTarget(indicator);
  const typed = ref(actual.at);
  const scaled = reading.kind === "number" ? scaledActual(indicator, reading, target, ref) : null;
  if (!scaled)
    return pair && { target: statedNode(target, pair.target, ref), actual: statedNode(actual, pair.actual, ref) };
  const percent = reading.kind === "number" && reading.unit?.dimension === "percent" && reading.measureInCell;
  const unread = percent ? percentText(typed) : f.blank;
  const otherwise =
    pair && typeof actual.raw === "string"
      ? f.when(sameText(typed, actual.raw), f.number(onScale(pair.actual, pair.target, scaled.number)), unread)
      : unread;
  return { target: scaled.target, actual: f.when(f.call("ISNUMBER", typed), scaled.actual, otherwise) };
}

/** 95% typed as a text, as a fraction; blank for any other text. */
function percentText(typed: FormulaNode): FormulaNode {
  const number = f.call("VALUE", f.call("SUBSTITUTE", typed, f.text("%"), f.blank));
  const read = f.when(f.call("ISNUMBER", number), f.multiply(number, f.number(ratio(1, 100))), f.blank);
  return f.when(f.equal(f.call("RIGHT", typed, f.number(ONE)), f.text("%")), read, f.blank);
}

/** The actual value of a pair, brought to the scale on which the target is `target`. */
const onScale = (actual: Exact, from: Exact, target: Exact): Exact =>
  from.equals(ZERO) ? actual : actual.mul(target).div(from);

interface Scaled {
  readonly number: Exact;
  readonly target: FormulaNode;
  readonly actual: FormulaNode;
}

/** The target's number on the common scale, and the typed actual value brought to it. */
function scaledActual(
  indicator: Indicator,
  reading: NumberReading,
  cell: TableCell,
  ref: CellReference,
): Scaled | null {
  const { unit } = reading;
  const at = indicator.actual ? ref(indicator.actual.at) : f.blank;
  const scaled = (factor: Exact, actual: (target: LiveTarget) => FormulaNode): Scaled => {
    const number = reading.number.mul(factor);
    const target = liveTarget(cell, reading.number, factor, ref);
    return { number, target, actual: actual({ number, node: typeof cell.raw === "number" ? target : null }) };
  };
  if (unit?.dimension === "percent" && reading.measureInCell)
    return scaled(unit.factor, (target) => besidePercent(target, at));
  if (unit?.dimension === "percent" || isRateLike(indicator)) return scaled(ONE, (target) => withoutSlip(target, at));
  // An actual value typed bare is in the column's unit, else in the target's own.
  const own = columnUnit(indicator) ?? unit;
  if (own?.dimension !== unit?.dimension) return null;
  const actual = times(at, own?.factor ?? ONE);
  return scaled(unit?.factor ?? ONE, (target) =>
    own?.dimension === "money" ? moneyWithoutSlip(target, actual) : actual,
  );
}

/** A number is read where it stands; one in a text counts for as long as the text says it. */
function liveTarget(cell: TableCell, number: Exact, factor: Exact, ref: CellReference): FormulaNode {
  if (typeof cell.raw !== "number") return statedNode(cell, number.mul(factor), ref);
  if (factor.equals(ONE)) return ref(cell.at);
  return f.when(f.call("ISNUMBER", ref(cell.at)), times(ref(cell.at), factor), f.blank);
}

/** The unit that the column 度量单位, or the cell's own format, gives a bare number in the actual cell. */
function columnUnit(indicator: Indicator): Measure | null {
  const { actual } = indicator;
  const reading = readActual(
    actual?.shown === undefined ? { ...indicator, actual: actual && { ...actual, raw: 1 } } : indicator,
  );
  return reading.kind === "number" ? reading.unit : null;
}

/** Whether the target is missed, or passed by so far that it wants a reason, as the cells stand now (SPEC C10). */
export interface TargetTests {
  readonly missed: FormulaNode;
  readonly exceeded: FormulaNode | null;
}

/** `nodes`: where the two stand as numbers of one scale. */
export function targetTests(
  indicator: Indicator,
  overFulfilment: Exact,
  nodes: TargetNodes | null,
): TargetTests | null {
  const reading = readTarget(indicator);
  if (!nodes || reading.kind !== "number") return null;
  const side = missedSide(reading, directionOf(indicator, reading));
  if (!side) return null;
  const { target, actual } = nodes;
  const whereBoth = (test: FormulaNode): FormulaNode =>
    f.when(f.less(f.call("COUNT", target, actual), f.number(ratio(2))), f.boolean(false), test);
  const ratioOf = f.decisive(f.divide(actual, target));
  const exceeded = f.when(
    f.greater(target, f.number(ZERO)),
    f.atLeast(ratioOf, f.number(overFulfilment)),
    f.boolean(false),
  );
  return {
    missed: whereBoth(side(f.decisive(actual), f.decisive(target))),
    exceeded: directionOf(indicator, reading) === "more" ? whereBoth(exceeded) : null,
  };
}

/** As a cell shows it: a number, or blank. A formula that calls a blank cell shows 0, which is no value. */
export const shownNumber = (node: FormulaNode): FormulaNode =>
  node.node === "cell" ? f.when(f.call("ISNUMBER", node), node, f.blank) : node;

/** B ÷ A; blank where either is missing, or A is zero. */
export const shareNode = (nodes: TargetNodes): FormulaNode => overTarget(nodes, (share) => share);

/** B ÷ A − 1 of two cells; blank where there is none. */
export const deviationNode = (nodes: TargetNodes): FormulaNode =>
  overTarget(nodes, (share) => f.decisive(f.subtract(share, f.number(ONE))));

const overTarget = ({ target, actual }: TargetNodes, come: (share: FormulaNode) => FormulaNode): FormulaNode =>
  f.when(
    f.less(f.call("COUNT", target, actual), f.number(ratio(2))),
    f.blank,
    f.when(f.equal(target, f.number(ZERO)), f.blank, come(f.divide(actual, target))),
  );

type Comparison = (left: FormulaNode, right: FormulaNode) => FormulaNode;

function missedSide({ operator }: NumberReading, direction: Direction): Comparison | null {
  if (operator === ">") return f.atMost;
  if (operator === "<") return f.atLeast;
  return { more: f.less, less: f.greater, open: null }[direction];
}
