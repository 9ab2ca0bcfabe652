import { maxExact, ONE, ZERO, type Exact } from "../../../model/exact";
import type { Bound, Clause, Proportional, Target } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import { inputName, type Frame, type Part } from "./frame";
import type { Linear } from "../clauses/linear";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { Range } from "../conditions/range";
import { ACTUAL, DONE_OF_GOAL, GOAL, NOT_ACTUAL, NOT_GOAL } from "../words/share-words";

/** What stands beside a proportion: from where it is full, below what it is nothing, whether it is capped. */
export interface Around {
  readonly good: Range | null;
  readonly zero: Range | null;
  readonly capped: boolean;
  readonly subject: string;
  /** 达到指标值得满分: the full mark has a worded condition. */
  readonly met: boolean;
  readonly at: number;
}

/** 按比例计分 of a figure, or 得分=a+b×figure. */
export function proportionPart(linear: Linear, around: Around, frame: Frame): Part {
  const { at } = around;
  const [name = "", base] = linear.subject;
  if (linear.slope.equals(ZERO)) return refuse(at, problems.formula);
  if (base !== undefined) return quotient(name, base, linear, around, frame);
  const from = linear.constant.neg().div(linear.slope);
  const to = frame.full.sub(linear.constant).div(linear.slope);
  meetsFull(to, from, around);
  const zeroBelow = zeroBound(around, from);
  const capped = around.capped || around.good !== null;
  // 平均分/100×分值: what is worth the whole mark at 100 is no rate
  const type = maxExact(to, from).compare(2) > 0 ? "amount" : "rate";
  const subject = { name: inputName(name, frame), type, unit: null } as const;
  const plain = from.equals(ZERO) && to.equals(ONE);
  const clause: Proportional = {
    kind: "proportional",
    subject,
    mark: frame.full,
    ...(plain ? {} : { from, to }),
    cap: capped ? frame.full : null,
    zeroBelow,
  };
  const reverse = to.compare(from) < 0;
  return { clauses: [clause], combine: "sum", ambiguities: capped || reverse ? [] : [ambiguities.cap] };
}

/** The full mark must be reached where the text says so; elsewhere the score would jump, and that is not said. */
function meetsFull(to: Exact, from: Exact, { good, at }: Around): void {
  if (!good) return;
  const rising = to.compare(from) > 0;
  const end = rising ? good.low : good.high;
  if (!end?.value.equals(to)) refuse(at, problems.proportionJump);
}

function zeroBound({ zero, at }: Around, from: Exact): Bound | null {
  if (!zero) return null;
  if (zero.low !== null && !(zero.low.value.equals(ZERO) && zero.high)) return refuse(at, problems.mixed);
  const end = zero.high;
  if (!end) return refuse(at, problems.mixed);
  if (end.value.equals(from)) return null;
  return { value: end.value, closed: end.closed ?? false };
}

/** 实际完成值/目标值×分值 compares actual with target; any other quotient is a rate with both names. */
function quotient(top: string, bottom: string, linear: Linear, around: Around, frame: Frame): Part {
  const { at } = around;
  if (!linear.constant.equals(ZERO) || !linear.slope.equals(frame.full)) return refuse(at, problems.formula);
  const forward = isActual(top) && isGoal(bottom);
  const backward = isGoal(top) && isActual(bottom);
  if ((forward || backward) && around.zero === null)
    return targetPart(around.met, around.met ? (backward ? "A/B" : null) : null, frame, backward, around.capped);
  if (backward) return refuse(at, problems.formula);
  return proportionPart({ ...linear, subject: [`${top}/${bottom}`] }, around, frame);
}

const isGoal = (name: string): boolean => name === "A" || (GOAL.test(name) && !NOT_GOAL.test(name));
const isActual = (name: string): boolean =>
  name === "B" || (ACTUAL.test(name) && !NOT_ACTUAL.test(name.replace(DONE_OF_GOAL, "")));

/** 完成值达到指标值，记满分；未达到的按完成比例记分. */
export function targetPart(
  met: boolean,
  reverse: Target["reverse"],
  frame: Frame,
  backward = false,
  capped = true,
): Part {
  const clause: Clause = {
    kind: "target",
    target: { name: "年度指标值", type: "amount", unit: null },
    actual: { name: "实际完成值", type: "amount", unit: null },
    operator: backward ? "<=" : ">=",
    mark: frame.full,
    missed: "share",
    reverse: backward ? "A/B" : reverse,
  };
  const named: Ambiguity[] = met || capped ? [] : [ambiguities.cap];
  return { clauses: [clause], combine: "sum", ambiguities: named };
}
