import { type Exact, ONE, ZERO } from "../../../model/exact";
import type { Clause } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import type { Awards } from "./awarded";
import { awardList } from "./choices";
import { readDeduction } from "../clauses/deduction";
import { cleanName, type EventCount } from "../clauses/event-count";
import type { StepCount } from "../clauses/step-count";
import type { Whole } from "./extras";
import { firstLossOnly } from "./first-loss";
import { cutsOf } from "./loss-cuts";
import { type Frame, type Item, marksOf, unused, use } from "./frame";
import { type Counted, countsMissing, isBase, missingList, onceList, restOf } from "./missing-points";
import type { Notes } from "./notes";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { Range } from "../conditions/range";
import { splitWords } from "./shared-points";
import { eventsClause, type Loss, stepClauses } from "./steps";
import type { Start } from "./worded-start";
import { LOSES_ALL } from "../words/step-words";

/** Everything that takes marks off: steps, events, missing points (SPEC L7). */
export function lossesPart(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Whole {
  const counted = unused(items, "deduct").map((item): Counted => {
    const { condition, amount, at } = item.statement;
    const deduct = marksOf(amount, frame, at);
    if (deduct.compare(ZERO) <= 0) refuse(at, problems.outcome);
    item.used = true;
    const per = amount.type === "marks" ? amount.per : null;
    return { deduction: readDeduction(condition, frame.text, per, at), deduct, at };
  });
  const tails = unused(items, "tail");
  use(tails);
  use(unused(items, "cap"));
  const floor = floorOf(items, frame);
  const points = sharedSaysSame(awards, counted, frame);
  if (points) return { clauses: [points], combine: "sum", ambiguities: [], ...restOf(awards, frame) };
  const list = missingList(counted, items, awards, frame);
  if (list) return { ...list, ...restOf(awards, frame) };
  if (counted.every(({ deduction }) => deduction.counts === "once")) return onceList(counted, awards, floor, frame);
  return countedPart(counted, { items, awards, notes, frame, floor, tailed: tails.length > 0 });
}

/**
 * 共三项，每项1分，缺一项扣1分: the marks of an item, said once for having and once for missing it. Where the items are named
 * (目标明确、指标清晰的各得3分) they are points; null where they are only counted, or nothing is said of each.
 */
function sharedSaysSame({ shared }: Awards, counted: readonly Counted[], frame: Frame): Clause | null {
  const [one, ...more] = shared;
  if (!one) return null;
  const [only, ...others] = counted;
  const number = one.item.statement.condition.find(
    (token) => token.type === "number" && token.unit.of === "counter" && token.value.compare(ONE) > 0,
  );
  const count = number?.type === "number" ? number.value : null;
  const same =
    only?.deduct.equals(one.mark) === true && others.length === 0 && more.length === 0 && countsMissing(only.deduction);
  if (!same || (count && !count.mul(one.mark).equals(frame.full))) refuse(one.at, problems.mixed);
  one.item.used = true;
  const named = splitWords(one.item, one.mark, frame);
  if (!named || !one.mark.mul(named.length).equals(frame.full)) return null;
  return awardList(
    named.map((words) => ({ words, mark: one.mark })),
    frame,
  );
}

function floorOf(items: readonly Item[], frame: Frame): Exact {
  let floor = ZERO;
  for (const item of unused(items, "limit")) {
    const { which, of, amount, at } = item.statement;
    const value = marksOf(amount, frame, at);
    if (LOSES_ALL.test(frame.text.slice(at, at + 2)) && !value.equals(frame.full))
      refuse(at, problems.statedFull(value, frame.full));
    if (which === "least" && of === "score") floor = value;
    else if (which === "most" && of === "loss") floor = frame.full.sub(value);
    else if (!(which === "most" && value.equals(frame.full))) refuse(at, problems.leftover);
    if (floor.compare(ZERO) < 0 || floor.compare(frame.full) >= 0) refuse(at, problems.outcome);
    item.used = true;
  }
  return floor;
}

interface Setting {
  readonly items: readonly Item[];
  readonly awards: Awards;
  readonly notes: Notes;
  readonly frame: Frame;
  readonly floor: Exact;
  readonly tailed: boolean;
}

function countedPart(counted: readonly Counted[], setting: Setting): Whole {
  const { awards, notes, frame, floor, tailed } = setting;
  const { good, zeros, subject } = linesOf(awards, frame);
  const worded = good ? "" : (awards.cases.find((one) => isBase(one, frame))?.words ?? "");
  const start: Start = {
    good,
    standard: notes.standard,
    subject: subject !== "" ? subject : notes.subject,
    worded,
  };
  const [only, ...more] = counted;
  const event = only && more.length === 0 && countedOnce(only, start);
  const told = event && !tailed && floor.equals(ZERO) ? firstLossOnly(event, only, zeros, frame) : null;
  if (told) return { ...told, ...restOf(awards, frame) };
  const { clauses, ambiguities: named } = clausesOf(counted, { ...setting, zeros, start });
  if (good && !clauses.some(({ kind }) => kind === "stepDeduct") && !countsNone(good) && !isWholeRate(good))
    refuse(counted[0]?.at ?? 0, problems.mixed);
  distinct(clauses, counted[0]?.at ?? 0);
  const cuts = cutsOf({ awards, zeros, counted }, clauses, frame);
  return {
    clauses: [...clauses, ...cuts.clauses],
    combine: cuts.clauses.length > 0 ? "min" : "sum",
    ambiguities: [...new Set([...named, ...cuts.ambiguities])],
    ...restOf(awards, frame),
  };
}

/** Each deduction as its clause; the first holds the mark, and what several leave is held above nothing as one sum. */
function clausesOf(
  counted: readonly Counted[],
  { frame, floor, tailed, notes, zeros, start }: Setting & { readonly zeros: Awards["lines"]; readonly start: Start },
): { readonly clauses: readonly Clause[]; readonly ambiguities: readonly Ambiguity[] } {
  const clauses: Clause[] = [];
  const named: Ambiguity[] = [];
  const noFloor = ZERO.sub(frame.full);
  const alike = namesakes(counted, start);
  for (const { deduction, deduct, at } of counted) {
    if (deduction.counts === "once") return refuse(at, problems.twoSteps);
    const event = asEvents(deduction, start);
    if (!deduction.repeated && !tailed) {
      if (deduction.counts === "steps" && deduction.asEvent === null) return refuse(at, problems.step);
      if (event && zeros.some(({ range }) => !range.low?.value.equals(2))) return refuse(at, problems.mixed);
      named.push(ambiguities.repeated);
    }
    if (counted.length > 1 && !floor.equals(ZERO)) return refuse(at, problems.twoSteps);
    const loss: Loss = {
      deduct,
      full: clauses.length === 0 ? frame.full : ZERO,
      floor: counted.length === 1 ? floor : noFloor,
    };
    if (event) {
      const name = alike.has(event.name) ? `${cleanName(event.lead)}${event.name}` : event.name;
      clauses.push(eventsClause({ ...event, name }, loss, frame));
      continue;
    }
    endMustBeSaid(deduction as StepCount, zeros);
    const read = stepClauses(deduction as StepCount, loss, start, frame);
    if (notes.standardItem) notes.standardItem.used = true;
    // both sides of one target are one deduction, with one mark
    const parted = read.clauses.length > 1;
    for (const [i, one] of read.clauses.entries())
      clauses.push(parted ? { ...one, full: i > 0 ? ZERO : one.full, floor: noFloor } : one);
    for (const ambiguity of read.ambiguities) named.push(ambiguity);
  }
  return { clauses, ambiguities: named };
}

/** 市级每通报1次扣0.5分，省级每通报1次扣1分: names that several counts bear, which only their leads tell apart. */
function namesakes(counted: readonly Counted[], start: Start): ReadonlySet<string> {
  const names = counted.flatMap(({ deduction }) => {
    const event = deduction.counts === "once" ? null : asEvents(deduction, start);
    return event ? [event.name] : [];
  });
  return new Set(names.filter((name, i) => names.indexOf(name) < i));
}

/** 违规次数为0得5分，每发生一次扣1分: none is where counting starts. */
const countsNone = ({ low, high }: Range): boolean =>
  [low, high].every((end) => end === null || (end.value.equals(ZERO) && end.unit.of === "counter"));

/** 合格率100%得5分，每有一个项目不合格扣1分: all of them is where counting starts; 90% says nothing of how many. */
const isWholeRate = ({ low, high }: Range): boolean =>
  low?.unit.of === "rate" && low.value.equals(ONE) && (high === null || high.value.equals(ONE));

/** 90%≤执行率<100%，每降低1%扣0.5分: below 90% something else must be said. */
function endMustBeSaid({ start, side, at }: StepCount, zeros: Awards["lines"]): void {
  if (!start?.low || !start.high || start.low.value.equals(start.high.value)) return;
  const far = side === "below" ? start.low : start.high;
  const said = zeros.some(({ range }) => (side === "below" ? range.high : range.low)?.value.equals(far.value) ?? false);
  if (!said) refuse(at, problems.thresholds);
}

/** 被通报一次扣2分: an event whose loss is not said to be for each. */
const countedOnce = ({ deduction }: Counted, start: Start): EventCount | null =>
  deduction.counts === "once" || deduction.repeated ? null : asEvents(deduction, start);

/** Counters without a printed threshold in their unit count events. */
function asEvents(deduction: EventCount | StepCount, start: Start): EventCount | null {
  if (deduction.counts === "events") return deduction;
  if (deduction.late || deduction.asEvent === null) return null;
  const range = start.good ?? start.standard ?? deduction.start;
  return range === null ? deduction.asEvent : null;
}

function linesOf(awards: Awards, frame: Frame): { good: Range | null; zeros: Awards["lines"]; subject: string } {
  let good: Range | null = null;
  const zeros: Awards["lines"][number][] = [];
  let subject = "";
  for (const line of awards.lines) {
    if (line.score.equals(ZERO)) zeros.push(line);
    else if (line.score.equals(frame.full) && good === null) good = line.range;
    else
      return refuse(
        line.at,
        line.score.equals(frame.full)
          ? problems.repeated
          : line.score.compare(frame.full) > 0
            ? problems.above(line.score, frame.full)
            : problems.mixed,
      );
    const name = line.range.subject?.name ?? "";
    if (name.length > subject.length) subject = name;
    line.item.used = true;
  }
  return { good, zeros, subject };
}

/** Two deductions for the same thing contradict each other or depend on each other: not read. */
function distinct(clauses: readonly Clause[], at: number): void {
  const seen = new Set<string>();
  for (const clause of clauses) {
    const key =
      clause.kind === "stepDeduct"
        ? `${clause.subject.name}|${clause.side}`
        : clause.kind === "events"
          ? clause.count.name
          : "";
    if (seen.has(key)) refuse(at, problems.twoSteps);
    if (clause.kind === "stepDeduct" && clause.side === "both" && clauses.length > 1) refuse(at, problems.twoSteps);
    seen.add(key);
  }
}
