import { type Exact, ONE, percentText, ZERO } from "../../../model/exact";
import type { Clause, Events } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { type Range, readRange } from "../conditions/range";
import { bareWords, saysCounted } from "../conditions/question";
import { ambiguities } from "../words/ambiguity";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { sameSubject } from "../words/same-subject";
import { NOTHING_DONE, OCCURS } from "../words/step-words";
import type { Awards } from "./awarded";
import { type Frame, textOf } from "./frame";
import type { Counted } from "./missing-points";
import { cutOff } from "./steps";

/**
 * 70%以下不得分, 发生3起及以上不得分 beside deductions: from there on nothing is left, whatever the steps leave. `zeros` are the lines
 * that say so in numbers; `named` takes the ends that the text leaves open.
 */
export function cutsOf(
  {
    awards,
    zeros,
    counted,
  }: { readonly awards: Awards; readonly zeros: Awards["lines"]; readonly counted: readonly Counted[] },
  clauses: readonly Clause[],
  frame: Frame,
): { readonly clauses: readonly Clause[]; readonly ambiguities: readonly Ambiguity[] } {
  const cuts = [...zeros, ...cutsInWords(awards, clauses), ...noneDone(awards, clauses, frame)].map(
    ({ range, score, at }) => ({
      range: withoutShared(range, counted),
      score,
      at,
    }),
  );
  const cut = cuts.map(({ range, score, at }) => cutClause(range, score, clauses, frame, at));
  if (cut.length > 0 && clauses.length > 1) refuse(zeros[0]?.at ?? 0, problems.twoSteps);
  const open = cuts.flatMap(({ range }) => {
    const end = range.low ?? range.high;
    return end?.closed === null && end.unit.of === "rate" ? [ambiguities.cutEnd(percentText(end.value, 4))] : [];
  });
  return { clauses: cut, ambiguities: open };
}

/** 每有一户未入户的扣1分，6户以上未入户的，不得分: the number and what is counted already, said after it. */
function cutsInWords({ cases }: Awards, clauses: readonly Clause[]): Awards["lines"] {
  const [count, ...more] = clauses.flatMap((clause) => (clause.kind === "events" ? [clause.count] : []));
  if (!count || more.length > 0) return [];
  return cases.flatMap(({ item, score, at }) => {
    if (item.used || !score.equals(ZERO) || item.statement.type !== "award") return [];
    const { condition } = item.statement;
    const last = condition.findLastIndex(({ type }) => type === "number" || type === "after" || type === "ends");
    const words = condition.slice(last + 1).map((token) => (token.type === "word" ? token.text : ","));
    const range = last < 0 ? null : readRange(condition.slice(0, last + 1));
    if (!range || !saysCounted(bareWords(words.join("").replace(/,+$/, "")), count.name)) return [];
    item.used = true;
    return [{ range, score, at, item }];
  });
}

/**
 * 完成3篇得5分，每减少1篇扣1分，未完成不得分: beside a loss for each that is wanting, what is not done at all is none of them.
 * As “short of the whole” it would leave the loss nothing to say.
 */
function noneDone({ cases, rests, lines }: Awards, clauses: readonly Clause[], frame: Frame): Awards["lines"] {
  const [steps, ...more] = clauses;
  if (steps?.kind !== "stepDeduct" || more.length > 0 || steps.side !== "below") return [];
  if (steps.threshold.compare(ZERO) <= 0) return [];
  const deeds = lines.flatMap(({ item }) =>
    item.statement.type === "award" ? [textOf(item.statement.condition, frame)] : [],
  );
  return [...cases, ...rests].flatMap(({ item, score, at }) => {
    if (item.used || !score.equals(ZERO) || item.statement.type !== "award") return [];
    const deed = NOTHING_DONE.exec(bareWords(textOf(item.statement.condition, frame)))?.[1];
    if (deed === undefined) return [];
    if (!deeds.some((one) => one.includes(deed))) return [];
    item.used = true;
    const unit = steps.subject.type === "rate" ? ({ of: "rate" } as const) : ({ of: "none" } as const);
    const range: Range = { subject: null, low: null, high: { value: ZERO, unit, closed: true }, point: false };
    return [{ range, score, at, item }];
  });
}

/** 70%-100%每降1%扣0.15分，70%以下不得分: the end that both print belongs to the better score. */
function withoutShared(range: Range, counted: readonly Counted[]): Range {
  const starts = counted.flatMap(({ deduction }) => (deduction.counts === "steps" ? (deduction.start ?? []) : []));
  const { low, high } = range;
  const isShared = (end: Range["low"], far: (start: Range) => Range["low"]): boolean =>
    end?.closed === null && starts.some((start) => far(start)?.value.equals(end.value) === true);
  if (high && isShared(high, (start) => start.low)) return { ...range, high: { ...high, closed: false } };
  return low && isShared(low, (start) => start.high) ? { ...range, low: { ...low, closed: false } } : range;
}

function cutClause(range: Range, score: Exact, clauses: readonly Clause[], frame: Frame, at: number): Clause {
  const [first] = clauses;
  if (first?.kind === "events") return countCut(range, score, first, frame, at);
  if (first?.kind !== "stepDeduct") return refuse(at, problems.mixed);
  const ends = [range.low, range.high].filter((end) => end !== null);
  for (const end of ends) {
    if (first.subject.type === "rate" ? end.unit.of !== "rate" : end.unit.of === "rate") refuse(at, problems.unit);
    const beyond = end.value.compare(first.threshold);
    if (
      (first.side === "below" && (range.low !== null || beyond >= 0)) ||
      (first.side === "above" && (range.high !== null || beyond <= 0))
    )
      refuse(at, problems.direction);
  }
  return cutOff(range, score, first.subject, frame, at);
}

/** 每发生一起扣1分，发生3起及以上不得分: one count, that ends all at once from a number on. */
function countCut(range: Range, score: Exact, events: Events, frame: Frame, at: number): Clause {
  const { count } = events;
  const { low, subject } = range;
  // 出现两次不得分: nor what is worse
  const high = range.point ? null : range.high;
  const ours = low?.unit.of === "counter" && low.unit.name === count.unit;
  if (!low || high || !ours || low.value.compare(ONE) <= 0) return refuse(at, problems.mixed);
  const name = subject?.name ?? "";
  if (name !== "" && !sameSubject(name, count.name) && !OCCURS.test(name)) refuse(at, problems.twoSubjects);
  return cutOff({ low, high, subject, point: false }, score, count, frame, at);
}
