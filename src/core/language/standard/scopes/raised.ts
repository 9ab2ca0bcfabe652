import { type Exact, ZERO } from "../../../model/exact";
import type { Bands, Clause, StepDeduct } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import type { Awards } from "./awarded";
import { bandsPart } from "./bands";
import type { BandLine } from "./band-ends";
import { readDeduction } from "../clauses/deduction";
import { extrasOf, type Whole } from "./extras";
import { figure, type Frame, type Item, marksOf, sameUnit, unused, use } from "./frame";
import type { Notes } from "./notes";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { cappedByLimit, longer } from "./share-surroundings";
import type { StepCount } from "../clauses/step-count";
import { eventsClause } from "./steps";
import { TARGETISH } from "../words/step-words";
import { BASE } from "../words/award-words";

/**
 * 完成率90%得8分，每提高5%加1分，加满为止: marks for a base, and more for each step beyond it, up to the full mark (SPEC L19).
 * What lies before the base has the score that the text gives it, or none. Null where the text has no such base.
 */
export function readRaised(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Whole | null {
  const [added, ...more] = awards.shared;
  if (!added || more.length > 0 || added.item.statement.all || added.mark.compare(ZERO) <= 0) return null;
  const { condition, bonus } = added.item.statement;
  const each = condition.findIndex(({ type }) => type === "each");
  if (!bonus || each < 0 || !condition.slice(each).some(({ type }) => type === "number")) return null;
  const worded = awards.cases.find(({ words, score }) => BASE.test(words) && score.compare(frame.full) < 0);
  const base = worded ? null : baseOf(awards, frame);
  if (!worded && !base) return null;
  const count = readDeduction(condition, frame.text, null, added.at);
  if (count.counts === "once") return refuse(added.at, problems.step);
  const capped = unused(items, "cap").length > 0 || cappedByLimit(items, frame);
  use([added.item, ...unused(items, "cap")]);
  const open = capped ? [] : [ambiguities.cap];
  if (worded) {
    const event = count.counts === "events" ? count : count.asEvent;
    if (!event || awards.lines.length > 0 || awards.rests.length > 0) return refuse(added.at, problems.noThreshold);
    worded.item.used = true;
    const clause = eventsClause(event, { deduct: added.mark.neg(), full: worded.score, floor: ZERO }, frame);
    return { clauses: [clause], combine: "sum", ambiguities: open, ...extras(awards, frame) };
  }
  if (!base || count.counts !== "steps") return refuse(added.at, problems.noThreshold);
  const raised = raisedPart(base, count, added.mark, awards, items, notes, frame);
  return { ...raised, ambiguities: [...raised.ambiguities, ...open], ...extras(awards, frame) };
}

const extras = (awards: Awards, frame: Frame): Pick<Whole, "gate" | "applicability"> =>
  extrasOf(
    awards.cases.filter(({ item }) => !item.used),
    frame,
  );

type Base = Awards["lines"][number] & { readonly value: Exact; readonly side: "above" | "below" };

/** The best line below the full mark, with the end from which more is given. */
function baseOf({ lines }: Awards, frame: Frame): Base | null {
  const below = lines.filter(({ score }) => score.compare(frame.full) < 0 && score.compare(ZERO) > 0);
  const best = below.reduce<Awards["lines"][number] | null>(
    (a, b) => (a && a.score.compare(b.score) >= 0 ? a : b),
    null,
  );
  if (!best || best.range.spread) return null;
  const { low, high, point } = best.range;
  if (low && (!high || point)) return { ...best, value: low.value, side: "above" };
  return high && !low ? { ...best, value: high.value, side: "below" } : null;
}

function raisedPart(
  base: Base,
  count: StepCount,
  mark: Exact,
  awards: Awards,
  items: readonly Item[],
  notes: Notes,
  frame: Frame,
): Pick<Whole, "clauses" | "combine" | "ambiguities"> {
  const end = base.range.low ?? base.range.high;
  const side = base.range.point ? (count.side ?? "above") : base.side;
  if (!end || count.late || count.start !== null || (count.from !== "" && !TARGETISH.test(count.from)))
    return refuse(count.at, problems.thresholds);
  if (side === "both" || (count.side !== null && count.side !== side)) return refuse(count.at, problems.direction);
  if (!sameUnit(end.unit, count.unit)) return refuse(count.at, problems.unit);
  const named = awards.lines
    .map(({ range }) => range.subject?.name ?? "")
    .reduce(longer, count.subject || notes.subject);
  const unit = { unit: count.unit, at: count.at };
  const subject = figure(
    named,
    [
      { ...unit, value: base.value },
      { ...unit, value: count.step },
    ],
    frame,
  );
  const partialSteps = frame.partial?.mode ?? null;
  const open: Ambiguity[] = partialSteps === null ? [ambiguities.partialSteps] : [];
  const raise: StepDeduct = {
    kind: "stepDeduct",
    subject,
    side,
    threshold: base.value,
    step: count.step,
    deduct: mark.neg(),
    full: base.score,
    floor: ZERO,
    partialSteps,
  };
  use(awards.lines.map(({ item }) => item));
  const lowered = loweredOf(items, base, raise, awards, frame);
  if (lowered) return { clauses: [raise, lowered], combine: "sum", ambiguities: open };
  const before = beforeBase(base, side, awards, named, frame);
  return { clauses: [raise, ...before.clauses], combine: "min", ambiguities: [...open, ...before.ambiguities] };
}

/** 每降低1%扣0.5分 beside 每提高1%加0.5分: both start from the base. */
function loweredOf(
  items: readonly Item[],
  base: Base,
  raise: StepDeduct,
  awards: Awards,
  frame: Frame,
): StepDeduct | null {
  const [deduct, ...more] = unused(items, "deduct");
  if (!deduct) return null;
  const { condition, amount, at } = deduct.statement;
  const count = readDeduction(condition, frame.text, null, at);
  const other = raise.side === "above" ? "below" : "above";
  if (more.length > 0 || awards.lines.length > 1 || awards.rests.length > 0) return refuse(at, problems.twoSteps);
  if (count.counts !== "steps" || count.late || count.start || count.side !== other) return refuse(at, problems.step);
  if (count.from !== "" && !TARGETISH.test(count.from)) return refuse(at, problems.thresholds);
  use([deduct, ...unused(items, "tail")]);
  return {
    ...raise,
    side: other,
    step: count.step,
    deduct: marksOf(amount, frame, at),
    full: ZERO,
    floor: base.score.neg(),
  };
}

/** The bands before the base; from the base on they leave the score to the steps. */
function beforeBase(
  base: Base,
  side: "above" | "below",
  awards: Awards,
  named: string,
  frame: Frame,
): { readonly clauses: readonly Clause[]; readonly ambiguities: readonly Ambiguity[] } {
  const own = base.range.low ?? base.range.high;
  if (!own) throw new Error("a base without an end");
  const end = { ...own, closed: own.closed ?? true };
  const range = {
    ...base.range,
    point: false,
    low: side === "above" ? end : null,
    high: side === "above" ? null : end,
  };
  const others: BandLine[] = awards.lines.filter(({ item }) => item !== base.item);
  const [over] = others.filter(({ score }) => score.compare(base.score) >= 0);
  if (over) return refuse(over.at, problems.mixed);
  const [beyond] = others.filter(({ range: { low, high } }) =>
    side === "above" ? !high || high.value.compare(base.value) > 0 : !low || low.value.compare(base.value) < 0,
  );
  if (beyond) return refuse(beyond.at, problems.direction);
  const [rest, again] = awards.rests;
  if (again) return refuse(again.at, problems.repeated);
  use(awards.rests.map(({ item }) => item));
  const part = bandsPart([{ range, score: base.score, at: base.at }, ...others], rest?.score ?? null, named, {
    ...frame,
    full: base.score,
  });
  const clauses = part.clauses.map((clause) =>
    clause.kind === "bands" ? { ...clause, bands: clause.bands.map((band) => freed(band, base, frame)) } : clause,
  );
  return { clauses, ambiguities: part.ambiguities };
}

type Band = Bands["bands"][number];

const freed = (band: Band, base: Base, frame: Frame): Band =>
  band.score.equals(base.score) ? { ...band, score: frame.full } : band;
