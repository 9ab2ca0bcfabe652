import { aimedStart, type Aimed } from "./aimed-steps";
import { wordedStart, type Start } from "./worded-start";
import { ONE, ZERO, type Exact } from "../../../model/exact";
import type { Bands, Clause, Events, StepDeduct } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import type { EventCount } from "../clauses/event-count";
import type { StepCount } from "../clauses/step-count";
import { figure, inputName, sameUnit, type Frame } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { Range } from "../conditions/range";
import { sameSubject } from "../words/same-subject";
import { LATE_WORD, POINTS, TARGETISH } from "../words/step-words";

export interface Loss {
  readonly full: Exact;
  readonly floor: Exact;
  readonly deduct: Exact;
}

/** ≦100%，计5分；每超过一个百分点扣0.5分 as one clause, or two where both sides start at different values. */
export function stepClauses(
  printed: StepCount,
  loss: Loss,
  start: Start,
  frame: Frame,
): { readonly clauses: StepDeduct[]; readonly ambiguities: Ambiguity[] } {
  const aimed = aimedStart(printed, start, frame);
  if (aimed) return aimedSteps(printed, aimed, loss, frame);
  const count = inStartsUnit(printed, start);
  const subject = subjectOf(count, start, frame);
  const named: Ambiguity[] = [];
  const starts = count.late
    ? [{ side: "above" as const, value: lateStart(count, start) }]
    : startsOf(count, start, named);
  // ≥95%得满分，低于95%扣1分，扣完为止: once below the threshold, or for each step that is not printed
  const half = count.unit.of === "rate" && count.step.mul(2).compare(ONE) >= 0;
  if ((!count.repeated || half) && starts.some(({ value }) => value.equals(count.step)))
    refuse(count.at, problems.step);
  const values = starts.map(({ value }) => ({ value, unit: count.unit, at: count.at }));
  const input = { ...figure(subject, [...values, { value: count.step, unit: count.unit, at: count.at }], frame) };
  const whole = input.type !== "rate" && count.step.equals(ONE) && count.unit.of === "counter" && count.late;
  if (frame.partial?.step && !frame.partial.step.equals(printed.step))
    refuse(frame.partial.span.at, problems.thresholds);
  const partialSteps = frame.partial?.mode ?? (whole ? "whole" : null);
  if (partialSteps === null) named.push(ambiguities.partialSteps);
  if (count !== printed && POINTS.test(frame.text.slice(count.at))) named.push(ambiguities.pointsOfAmount);
  const clauses = starts.map(({ side, value }): StepDeduct => ({
    kind: "stepDeduct",
    subject: input,
    side,
    threshold: value,
    step: count.step,
    ...loss,
    partialSteps,
  }));
  return { clauses, ambiguities: named };
}

function aimedSteps(
  { step, at }: StepCount,
  aimed: Aimed,
  loss: Loss,
  frame: Frame,
): { readonly clauses: StepDeduct[]; readonly ambiguities: Ambiguity[] } {
  if (frame.partial?.step && !frame.partial.step.equals(step)) refuse(at, problems.thresholds);
  const partialSteps = frame.partial?.mode ?? null;
  return {
    clauses: [{ kind: "stepDeduct", ...aimed, step, ...loss, partialSteps }],
    ambiguities: partialSteps === null ? [ambiguities.partialSteps] : [],
  };
}

/** 单位成本不高于5000元得5分，每高出5%扣1分: a share of the amount from which it counts, 250元. */
function inStartsUnit(count: StepCount, { good, standard }: Start): StepCount {
  const range = good ?? standard ?? count.start;
  const end = count.side === "above" ? (range?.high ?? range?.low) : (range?.low ?? range?.high);
  const one = range && (range.low === null || range.high === null || range.low.value.equals(range.high.value));
  if (count.unit.of !== "rate" || !one || end?.unit.of !== "counter" || end.value.compare(ZERO) <= 0) return count;
  return { ...count, step: count.step.mul(end.value), unit: end.unit };
}

function subjectOf(count: StepCount, start: Start, frame: Frame): string {
  if (count.late) {
    const own = start.subject.replace(LATE_WORD, "");
    return `${own || (frame.name ?? "")}逾期${count.unit.of === "counter" ? count.unit.name : ""}数`;
  }
  const names = [start.good?.subject?.name, start.standard?.subject?.name, count.subject, start.subject].filter(
    (name): name is string => name !== undefined && name !== "",
  );
  const [first = ""] = names;
  for (const name of names) if (!sameSubject(first, name)) refuse(count.at, problems.twoSubjects);
  if (start.good && count.from !== "" && isOver(count.from, start.good)) return `超过${count.from}的比例`;
  const own = wordedStart(count, start);
  if (own !== null) return own;
  if (
    first === "" &&
    count.from !== "" &&
    !TARGETISH.test(count.from) &&
    start.good === null &&
    start.standard === null
  )
    return `超过${count.from}的比例`;
  return names.toSorted((a, b) => b.length - a.length)[0] ?? "";
}

function lateStart(count: StepCount, start: Start): Exact {
  const { good } = start;
  if (good?.high && sameUnit(good.high.unit, count.unit)) return good.high.value;
  return ZERO;
}

interface SideStart {
  readonly side: "above" | "below" | "both";
  readonly value: Exact;
}

function startsOf(count: StepCount, { good, standard, worded }: Start, named: Ambiguity[]): SideStart[] {
  const range = good ?? standard ?? count.start;
  if (!range && wordedStart(count, { good, standard, subject: "", worded }) !== null)
    return [{ side: "above", value: ZERO }];
  if (!range) {
    if (count.from !== "" && !TARGETISH.test(count.from) && count.unit.of === "rate" && count.side === "above")
      return [{ side: "above", value: ZERO }];
    return refuse(
      count.at,
      count.from !== "" && TARGETISH.test(count.from) ? problems.targetThreshold : problems.noThreshold,
    );
  }
  if (count.from !== "" && !TARGETISH.test(count.from) && !isOver(count.from, range))
    refuse(count.at, problems.thresholds);
  const led = range === count.start && !range.point && !statesGood(range, count.side);
  const low = led ? range.high : range.low;
  const high = led ? range.low : range.high;
  for (const end of [low, high])
    if (end && !sameUnit(end.unit, count.unit) && !(end.unit.of === "none" && end.value.equals(ZERO)))
      refuse(count.at, problems.unit);
  const point = low && high && low.value.equals(high.value);
  const side =
    count.side ??
    (point ? (count.unit.of === "rate" ? "below" : null) : low && !high ? "below" : high && !low ? "above" : "both");
  if (side === null) return refuse(count.at, problems.direction);
  agree(side, range, standard, count);
  if ((range.subject?.absolute || range.spread) && side === "above" && high)
    return [
      { side: "above", value: high.value },
      { side: "below", value: high.value.neg() },
    ];
  if (side === "both") {
    if (!low || !high) return refuse(count.at, problems.direction);
    return point
      ? [{ side, value: low.value }]
      : [
          { side: "above", value: high.value },
          { side: "below", value: low.value },
        ];
  }
  const end = side === "above" ? high : low;
  if (!end) return refuse(count.at, problems.direction);
  if (!point && low && high && !isNaturalEnd(side === "above" ? low.value : high.value))
    named.push(ambiguities.otherSide);
  return [{ side, value: end.value }];
}

/** 超预算比例为0得满分，每超预算1%扣: the figure is by how much the noun is passed. */
const isOver = (noun: string, { subject, low, high }: Range): boolean =>
  subject?.name.includes(noun) === true && (high ?? low)?.value.equals(ZERO) === true;

/** 不低于98%，每低1%扣: the lead is the condition for full marks; 高于10%的，每高1%扣: it is the case that loses. */
const statesGood = ({ low, high }: Range, side: StepCount["side"]): boolean =>
  (side === "below" && low !== null && high === null) || (side === "above" && high !== null && low === null);

/** 0 and 100 % bound a rate by nature: nothing is left open beyond them. */
const isNaturalEnd = (value: Exact): boolean => value.equals(ZERO) || value.equals(ONE);

/** Every place that prints the start must print the same one. */
function agree(side: SideStart["side"], range: Range, standard: Range | null, count: StepCount): void {
  const value = (of: Range, which: SideStart["side"]): Exact | null => {
    const end = which === "below" ? (of.low ?? of.high) : (of.high ?? of.low);
    return end?.value ?? null;
  };
  const own = value(range, side);
  const other = standard && standard !== range ? value(standard, side) : null;
  if (own && other && !own.equals(other)) refuse(count.at, problems.thresholds);
  if (!count.start || count.start === range) return;
  const good = statesGood(count.start, side);
  const led =
    (side === "below") === good ? (count.start.low ?? count.start.high) : (count.start.high ?? count.start.low);
  if (led && own && !led.value.equals(own)) refuse(count.at, problems.thresholds);
}

/** 每出现一例…扣1分. */
export function eventsClause(count: EventCount, loss: Loss, frame: Frame): Events {
  const input = { name: inputName(count.name, frame), type: "count", unit: count.unit ?? "次" } as const;
  return { kind: "events", count: input, ...loss, free: 0n };
}

/** 低于80%不得分 beside a step deduction: full marks everywhere else, so that the lower of both counts. */
export function cutOff(range: Range, score: Exact, subject: StepDeduct["subject"], frame: Frame, at: number): Clause {
  const { low, high } = range;
  if ((low === null) === (high === null)) return refuse(at, problems.mixed);
  const bound = (end: NonNullable<Range["low"]>): { value: Exact; closed: boolean } => ({
    value: end.value,
    closed: end.closed ?? true,
  });
  const bands: Bands["bands"] = [{ low: low && bound(low), high: high && bound(high), score }];
  return { kind: "bands", subject, bands, otherwise: frame.full };
}
