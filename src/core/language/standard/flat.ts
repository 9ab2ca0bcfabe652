import { maxExact, sumExact, ZERO, type Exact } from "../../model/exact";
import type { Clause } from "../../rules/clause";
import type { Ambiguity } from "../../rules/rule";
import { ambiguities } from "./ambiguity";
import { classify, criteria, type Awards } from "./awards";
import { bandsPart, type BandLine } from "./bands";
import { awardList, caseClause, type Case } from "./choices";
import { extrasOf, type Extras } from "./extras";
import { marksOf, mustReach, textOf, unused, use, type Frame, type Item, type Part } from "./frame";
import { lossesPart } from "./losses";
import { readLinear } from "./linear";
import { notesOf, type Notes } from "./notes";
import { refuse } from "./problem";
import { problems } from "./problems";
import { proportionPart, targetPart, type Around } from "./proportion";
import { readRange, type Range } from "./range";
import { sameSubject } from "./same-subject";
import { closeSpans, tiersOf } from "./tiers";
import { readDeduction } from "./deduction";
import { eventsClause } from "./steps";
import { readSubject } from "./subject";
import type { StatementOf } from "./tree";

/** A part of a rule with the gate and the not-applicable clause printed beside it. */
export interface Whole extends Part, Extras {}

/** Reads statements that make one score together; every statement must find its place (SPEC L2). */
export function readFlat(items: readonly Item[], frame: Frame): Whole {
  for (const item of unused(items, "stated")) {
    if (!item.statement.value.equals(frame.full))
      refuse(item.statement.at, problems.statedFull(item.statement.value, frame.full));
    item.used = true;
  }
  const notes = notesOf(items, frame);
  const awards = classify(items, frame);
  const whole = readBody(items, awards, notes, frame);
  refuseLeftovers(items, notes, whole.clauses);
  return whole;
}

function readBody(items: readonly Item[], awards: Awards, given: Notes, frame: Frame): Whole {
  const notes = withoutAnnouncement(items, awards, given, frame);
  if (unused(items, "formula").length > 0 || unused(items, "proportion").length > 0)
    return readShare(items, awards, notes, frame);
  if (unused(items, "deduct").length > 0) return lossesPart(items, awards, notes, frame);
  if (awards.ranges.length > 0) return readTiers(awards, frame);
  if (awards.shared.length > 0) return readShared(items, awards, frame);
  if (awards.lines.length > 0) return readLines(items, awards, notes, frame);
  if (awards.cases.length > 0 || awards.rests.length > 0) return readCases(items, awards, frame);
  const [first] = items;
  return refuse(first?.statement.at ?? 0, problems.noScores);
}

/** 根据实际完成率打分，100%得10分，每下降…: the first words only say what is scored. */
function withoutAnnouncement(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Notes {
  const [only, ...more] = unused(items, "proportion");
  const detailed =
    unused(items, "deduct").length > 0 ||
    awards.lines.some(({ score }) => !score.equals(ZERO) && !score.equals(frame.full));
  if (!only || more.length > 0 || !detailed || only.statement.loss || only.statement.condition.length > 0) return notes;
  const words = textOf(only.statement.base, frame);
  if (!/[率度]$/.test(words)) return notes;
  use([only]);
  return notes.subject === "" ? { ...notes, subject: words } : notes;
}

/** Whatever carries a meaning and was not used refuses the text at that place. */
function refuseLeftovers(items: readonly Item[], notes: Notes, clauses: readonly Clause[]): void {
  const rates = clauses.some(
    (clause) => clause.kind === "bands" || clause.kind === "stepDeduct" || clause.kind === "proportional",
  );
  for (const item of items) {
    if (item.used) continue;
    const { statement } = item;
    if (
      statement.type === "marker" ||
      statement.type === "tail" ||
      statement.type === "cap" ||
      statement.type === "heading"
    )
      continue;
    if (statement.type !== "note") refuse(statement.at, problems.leftover);
    notes.mustBeHarmless(statement, rates);
  }
}

/** 得分=…, 按比例计分. */
function readShare(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Whole {
  const formulas = unused(items, "formula");
  const announced =
    formulas.length > 0
      ? unused(items, "proportion").filter(({ statement }) => announces(statement, formulas, frame))
      : [];
  use(announced);
  const proportions = unused(items, "proportion");
  const [main, ...more] = [...formulas, ...proportions].toSorted((a, b) => a.statement.at - b.statement.at);
  if (!main) throw new Error("no proportion");
  const { at } = main.statement;
  if (awards.shared.length > 0 || unused(items, "deduct").length > 0) refuse(at, problems.mixed);
  const around = aroundShare(items, awards, main.statement.condition, frame, at);
  const subject = around.subject !== "" ? around.subject : notes.subject;
  use([main]);
  const met = { ...around, met: around.met || METS.test(textOf(main.statement.condition, frame)) };
  if (main.statement.type === "formula" && more.length > 0) return readTwoWays([main, ...more], met, awards, frame);
  if (more.length > 0) refuse(more[0]?.statement.at ?? at, problems.twoSteps);
  const extras = extrasOf(
    awards.cases.filter(({ item }) => !item.used),
    frame,
  );
  const part =
    main.statement.type === "formula"
      ? formulaPart(main.statement.formula, { ...met, subject }, frame)
      : sharePart(main.statement.base, { ...met, subject }, notes, frame);
  return { ...part, ...extras };
}

/** 按执行率计分，得分=执行率×分值: the first half says in words what the formula says. */
function announces(
  statement: Item["statement"],
  formulas: readonly Item<StatementOf<"formula">>[],
  frame: Frame,
): boolean {
  if (statement.type !== "proportion" || statement.loss) return false;
  const words = textOf(statement.base, frame);
  return formulas.some(
    ({ statement: { formula } }) =>
      GENERIC_SHARE.test(words) ||
      /完成(?:率|比率|比例)$/.test(words) ||
      readLinear(formula, frame.full).subject.some((name) => sameSubject(name, words)),
  );
}

const METS = /目标|指标值|计划值|预期/;

function formulaPart(formula: Parameters<typeof readLinear>[0], around: Around, frame: Frame): Part {
  const either = eitherWay(formula, frame);
  if (either) return targetPart(true, "A/B", frame);
  const linear = readLinear(formula, frame.full);
  if (
    around.met &&
    around.zero === null &&
    linear.constant.equals(ZERO) &&
    linear.slope.equals(frame.full) &&
    /完成(?:率|比例)$/.test(linear.subject.join("/"))
  )
    return targetPart(true, null, frame);
  const divided = formula.some((token) => token.type === "operator" && token.op === "/");
  if (linear.constant.equals(ZERO) && !divided && linear.slope.compare(ZERO) > 0)
    mustReach(linear.slope, frame, around.at);
  for (const name of linear.subject)
    if (linear.subject.length === 1 && around.subject !== "" && !sameSubject(name, around.subject))
      refuse(around.at, problems.twoSubjects);
  return proportionPart(linear, around, frame);
}

/** B/A或A/B×分值: which of the two depends on the target's direction. */
const eitherWay = (formula: Parameters<typeof readLinear>[0], frame: Frame): boolean =>
  /^\(?(?:B\/A(?:或者?|、)A\/B|A\/B(?:或者?|、)B\/A)\)?(?:的比例|比例)?\*(?:该|本)?(?:项)?指?标?(?:的)?(?:分值|权重)$/.test(
    textOf(formula, frame),
  );

/** 正向指标得分=B/A×分值，反向指标得分=A/B×分值: one target, read both ways. */
function readTwoWays(all: readonly Item[], around: Around, awards: Awards, frame: Frame): Whole {
  const ways = all.map(({ statement }) =>
    statement.type === "formula"
      ? {
          at: statement.at,
          words: textOf(statement.condition, frame),
          linear: readLinear(statement.formula, frame.full),
        }
      : refuse(statement.at, problems.twoSteps),
  );
  const forward = ways.find(({ words }) => words.includes("正向"));
  const reverse = ways.find(({ words }) => /反向|逆向|负向/.test(words));
  if (ways.length !== 2 || !forward || !reverse || around.zero) return refuse(around.at, problems.twoSteps);
  const parts = ways.map(({ linear }) => proportionPart(linear, { ...around, met: true }, frame));
  const kinds = parts.map(({ clauses: [clause] }) => (clause?.kind === "target" ? clause.operator : "none"));
  if (kinds[ways.indexOf(forward)] !== ">=" || kinds[ways.indexOf(reverse)] !== "<=")
    return refuse(around.at, problems.twoSteps);
  use(all);
  return {
    ...targetPart(true, "A/B", frame),
    ...extrasOf(
      awards.cases.filter(({ item }) => !item.used),
      frame,
    ),
  };
}

function sharePart(base: Parameters<typeof readLinear>[0], around: Around, notes: Notes, frame: Frame): Part {
  const words = textOf(base, frame);
  if (around.met && around.zero === null && /比例|完成率|比值|完成值/.test(words)) return targetPart(true, null, frame);
  const name = shareName(words, around, notes, frame);
  if (name === null) return refuse(around.at, problems.proportionBase);
  return proportionPart({ constant: ZERO, slope: frame.full, subject: [name] }, around, frame);
}

const GENERIC_SHARE =
  /^(?:照)?(?:实际|相应|其|完成|实际完成|同等|对应|该|一定|等|此)*的?(?:比例|比率|百分比|情况比例)(?:进行|予以|来)?$/;

/** What the proportion is of: named in the text, or the rate of the conditions beside it, or the indicator itself. */
function shareName(words: string, around: Around, notes: Notes, frame: Frame): string | null {
  const name = words
    .replace(/^照/, "")
    .replace(/(?:进行|予以|来|的比例|比例)$/, (tail) => (tail === "的比例" || tail === "比例" ? "" : ""));
  if (!GENERIC_SHARE.test(words))
    return /率|比|度|值$/.test(name) || words.endsWith("比例") ? words.replace(/^照/, "") : null;
  if (around.subject !== "") return around.subject;
  if (frame.name !== null && /率|比例|比重|度|进度/.test(frame.name)) return frame.name;
  if (around.good !== null || around.zero !== null) return "";
  if (notes.subject !== "") return notes.subject;
  return words.includes("完成") ? "完成比例" : null;
}

/** Conditions beside a proportion: 100%得满分, 低于60%不得分, 60%-100%之间按比例. */
function aroundShare(
  items: readonly Item[],
  awards: Awards,
  condition: Parameters<typeof readLinear>[0],
  frame: Frame,
  at: number,
): Around {
  let good: Range | null = null;
  let zero: Range | null = null;
  let subject = "";
  for (const { range, score, item, at: place } of awards.lines) {
    const first = item.statement;
    if (score.equals(frame.full) && good === null) good = range;
    else if (score.equals(ZERO) && zero === null) zero = range;
    else refuse(first.at, problems.mixed);
    if (!sameSubject(subject, range.subject?.name ?? "")) refuse(place, problems.twoSubjects);
    subject = longer(subject, range.subject?.name ?? "");
    item.used = true;
  }
  const met = awards.cases.find(({ words, score }) => score.equals(frame.full) && METS.test(words));
  if (met) met.item.used = true;
  for (const { score, item, at: place } of awards.rests)
    if (score.equals(ZERO) && zero === null && good === null) item.used = true;
    else refuse(place, problems.mixed);
  subject = checkShareRange(condition, good, zero, subject, frame);
  const capped = unused(items, "cap").length > 0 || cappedByLimit(items, frame) || met !== undefined;
  use(unused(items, "cap"));
  use(unused(items, "tail"));
  return { good: good, zero, capped, subject, met: met !== undefined, at };
}

const longer = (a: string, b: string): string => (b.length > a.length ? b : a);

function cappedByLimit(items: readonly Item[], frame: Frame): boolean {
  let capped = false;
  for (const item of unused(items, "limit")) {
    const { which, of, amount, at } = item.statement;
    const value = marksOf(amount, frame, at);
    const known =
      (which === "most" && of === "score" && value.equals(frame.full)) || (which === "least" && value.equals(ZERO));
    if (!known) refuse(at, problems.leftover);
    item.used = true;
    if (which === "most") capped = true;
  }
  return capped;
}

/** 60%-100%的按比例计分: the range must be what the other conditions leave over. */
function checkShareRange(
  condition: Parameters<typeof readLinear>[0],
  good: Range | null,
  zero: Range | null,
  subject: string,
  frame: Frame,
): string {
  const [first] = condition;
  if (!first || SHARE_WORDS.test(textOf(condition, frame))) return subject;
  const words = first.type === "rest" ? condition.slice(1) : condition;
  const range = words.length > 0 ? readRange(words) : null;
  if (!range) {
    if (words.length === 0 || SHARE_WORDS.test(textOf(words, frame))) return subject;
    const named = readSubject(words, "lead");
    if (
      named === "unknown" ||
      named === null ||
      named.absolute ||
      !/率|比例|比重|度$/.test(named.name) ||
      !sameSubject(subject, named.name)
    )
      return refuse(first.at, problems.condition);
    return longer(subject, named.name);
  }
  const goodEnd = good?.low ?? null;
  if (range.high && !goodEnd?.value.equals(range.high.value)) refuse(first.at, problems.proportionJump);
  if (range.low && !range.low.value.equals(ZERO) && !zero?.high?.value.equals(range.low.value))
    refuse(first.at, problems.proportionJump);
  if (!range.low && zero) refuse(first.at, problems.proportionJump);
  if (!sameSubject(subject, range.subject?.name ?? "")) refuse(first.at, problems.twoSubjects);
  return longer(subject, range.subject?.name ?? "");
}

const SHARE_WORDS =
  /^(?:其余|其他|否则|未|没有|没|达|不|足|到|完|成|的|标|目|值|指|部分|则|均|，|,|者|按时|年初|绩效|任务|计划|满|全部|预期|年度|正向|反向|逆向|负向|指标|\(.*\)|即|为|为?[≥≤]|若|如|对)*$/;

/** 优秀得9-10分，良好得7-9分: a person chooses within the tier. */
function readTiers({ ranges, lines, cases, rests, shared }: Awards, frame: Frame): Whole {
  const [first] = ranges;
  if (!first) throw new Error("no tiers");
  if (ranges.length < 2) refuse(first.at, problems.scoreRange);
  for (const other of [...lines, ...cases, ...rests, ...shared]) refuse(other.at, problems.tiers);
  const spans = closeSpans(
    ranges.map(({ low, high, at }) => ({
      low: low.div(frame.full),
      lowClosed: null,
      high: high.div(frame.full),
      highClosed: null,
      at,
    })),
  );
  use(ranges.map(({ item }) => item));
  for (const { words, at } of ranges) if (words === "") refuse(at, problems.noCondition);
  return {
    clauses: [
      tiersOf(
        ranges.map(({ words }) => words),
        spans,
        frame,
        first.at,
      ),
    ],
    combine: "sum",
    ambiguities: [],
    gate: null,
    applicability: null,
  };
}

/** 每项1分 over listed points, or 每完成一项得1分 counted. */
function readShared(items: readonly Item[], awards: Awards, frame: Frame): Whole {
  const [one, ...more] = awards.shared;
  if (!one) throw new Error("no shared marks");
  if (more.length > 0 || awards.lines.length > 0) refuse(one.at, problems.mixed);
  const listed = criteria(items, frame).filter(({ words }) => words !== "");
  const named = listed.length >= 2 ? listed.map(({ words }) => words) : splitWords(one.item.statement, frame);
  if (named === null) return readCounts(items, one, awards, frame);
  mustReach(one.mark.mul(named.length), frame, one.at);
  use([one.item, ...listed.flatMap((entry) => entry.items)]);
  for (const { score, item, at } of awards.rests)
    if (score.equals(ZERO)) item.used = true;
    else refuse(at, problems.mixed);
  use(unused(items, "cap"));
  cappedByLimit(items, frame);
  const clause = awardList(
    named.map((words) => ({ words, mark: one.mark })),
    frame,
  );
  return { clauses: [clause], combine: "sum", ambiguities: [], ...extrasOf(awards.cases, frame) };
}

/** 每完成一项得1分，最高5分: counted up to the full mark. */
function readCounts(items: readonly Item[], one: Awards["shared"][number], awards: Awards, frame: Frame): Whole {
  const { condition } = one.item.statement;
  const each = condition.findIndex(({ type }) => type === "each");
  if (
    one.item.statement.all ||
    !condition.some(({ type }, i) => type === "number" && i > each) ||
    condition.some(({ type }, i) => type === "number" && i < each) ||
    one.mark.compare(ZERO) <= 0
  )
    return refuse(one.at, problems.itemMarks);
  const counts = readDeduction(condition, frame.text, null, one.at);
  const event = counts.counts === "events" ? counts : counts.counts === "steps" ? counts.asEvent : null;
  if (!event || awards.rests.length > 0) return refuse(one.at, problems.noThreshold);
  const capped = unused(items, "cap").length > 0 || cappedByLimit(items, frame);
  use([one.item, ...unused(items, "cap")]);
  const clause = eventsClause(event, { deduct: one.mark.neg(), full: ZERO, floor: ZERO }, frame);
  return {
    clauses: [clause],
    combine: "sum",
    ambiguities: capped ? [] : [ambiguities.cap],
    ...extrasOf(awards.cases, frame),
  };
}

/** 制度健全、程序规范、手续完整各1分. */
function splitWords(statement: Item["statement"], frame: Frame): string[] | null {
  if (
    statement.type !== "award" ||
    !statement.all ||
    statement.condition.some(({ type }) => type === "each" || type === "number")
  )
    return null;
  const words = textOf(statement.condition, frame)
    .split(/[、,]/)
    .filter((word) => word !== "");
  return words.length >= 2 ? words : null;
}

/** Bands, one list for each figure; lists of several figures add up. */
function readLines(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Whole {
  const threads = threadsOf(awards, notes);
  const points = withoutTitle(awards, frame);
  const bests = threads.map(({ lines, otherwise }) =>
    [...lines.map(({ score }) => score), otherwise ?? ZERO].reduce(maxExact, ZERO),
  );
  const together = sumExact(bests);
  use([...awards.lines, ...awards.rests].map(({ item }) => item));
  const extrasOnly = (): Extras => extrasOf(points, frame);
  const parts = threads.map(({ lines, otherwise, subject }, i) =>
    bandsPart(
      lines,
      otherwise,
      subject,
      threads.length === 1 && together.equals(frame.full) ? frame : { ...frame, full: bests[i] ?? frame.full },
    ),
  );
  checkNames(parts, awards);
  cappedByLimit(items, frame);
  if (together.equals(frame.full)) return { ...joined(parts), ...extrasOnly() };
  const pointSum = sumExact(points.map(({ score }) => score));
  if (points.length > 0 && pointSum.compare(ZERO) > 0 && together.add(pointSum).equals(frame.full)) {
    const clause = caseClause(points, { ...frame, full: pointSum });
    use(points.map(({ item }) => item));
    return {
      ...joined([...parts, { clauses: [clause], combine: "sum", ambiguities: [] }]),
      gate: null,
      applicability: null,
    };
  }
  mustReach(together, frame, awards.lines[0]?.at ?? 0);
  throw new Error("marks that differ from the full mark must be refused");
}

/** 群众满意度（10分），90%以上10分…: the first mark is that of the whole, said once more by the lines. */
function withoutTitle({ cases, lines }: Awards, frame: Frame): Awards["cases"] {
  const left = cases.filter(({ item }) => !item.used);
  const [title] = left;
  const first = lines[0]?.at ?? 0;
  const titled =
    title &&
    title.at < first &&
    title.score.equals(frame.full) &&
    /(?:率|度|比例|情况)$/.test(title.words) &&
    lines.some(({ score }) => score.equals(frame.full));
  if (!titled) return left;
  title.item.used = true;
  return left.slice(1);
}

interface Thread {
  readonly lines: BandLine[];
  otherwise: Exact | null;
  subject: string;
}

function threadsOf(awards: Awards, notes: Notes): Thread[] {
  const threads: Thread[] = [];
  for (const [i, line] of awards.lines.entries()) {
    const name = line.range.subject?.name ?? "";
    const last = threads.at(-1);
    if (last && sameSubject(last.subject, name)) {
      last.lines.push(line);
      last.subject = longer(last.subject, name);
    } else threads.push({ lines: [line], otherwise: null, subject: name });
    const thread = threads.at(-1);
    for (const rest of awards.rests) {
      if (rest.after !== i + 1 || !thread) continue;
      if (thread.otherwise !== null) refuse(rest.at, problems.repeated);
      if (rest.score.compare(ZERO) < 0) refuse(rest.at, problems.outcome);
      thread.otherwise = rest.score;
    }
  }
  for (const rest of awards.rests) if (rest.after === 0) refuse(rest.at, problems.noCondition);
  const [only] = threads;
  if (only && threads.length === 1 && only.subject === "") only.subject = notes.subject;
  return threads;
}

function checkNames(parts: readonly Part[], awards: Awards): void {
  const names = parts.flatMap(({ clauses }) =>
    clauses.flatMap((clause) => (clause.kind === "bands" ? [clause.subject.name] : [])),
  );
  if (new Set(names).size !== names.length) refuse(awards.lines[0]?.at ?? 0, problems.twoSubjects);
}

export function joined(parts: readonly Part[]): Part {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    clauses: parts.flatMap(({ clauses }) => clauses),
    combine: "sum",
    ambiguities: dedupe(parts.flatMap((part) => part.ambiguities)),
  };
}

const dedupe = (all: readonly Ambiguity[]): Ambiguity[] => [...new Map(all.map((one) => [one.zh, one])).values()];

/** Worded cases only. */
function readCases(items: readonly Item[], awards: Awards, frame: Frame): Whole {
  const all: (Case & { item: Item })[] = [
    ...awards.cases,
    ...awards.rests.map(({ score, at, item }) => ({ words: "", score, at, rest: true, listed: false, item })),
  ].toSorted((a, b) => a.at - b.at);
  cappedByLimit(items, frame);
  const extraCases = all.filter((one) => one.words !== "" && !one.rest && isSure(one, frame));
  const body = all.filter((one) => !extraCases.includes(one));
  const useExtras = body.some(({ score }) => score.compare(ZERO) > 0);
  const cases = useExtras ? body : all;
  const { cases: own, extras } = withGates(cases, useExtras ? extraCases : [], frame);
  use(all.map(({ item }) => item));
  return { clauses: [caseClause(own, frame)], combine: "sum", ambiguities: [], ...extras };
}

const isSure = ({ words, score }: Case, frame: Frame): boolean =>
  /^(?:如|若)?(?:不涉及|不适用)/.test(words) && (score.equals(frame.full) || score.equals(ZERO));

/** Points that already make the full mark leave an unlisted zero case to be a gate. */
function withGates(
  cases: readonly (Case & { item: Item })[],
  sure: readonly (Case & { item: Item })[],
  frame: Frame,
): { cases: readonly Case[]; extras: Extras } {
  const positive = cases.filter(({ score }) => score.compare(ZERO) > 0);
  const zeros = cases.filter(({ score, rest, words }) => score.equals(ZERO) && !rest && words !== "");
  const complete = positive.length >= 2 && sumExact(positive.map(({ score }) => score)).equals(frame.full);
  if (
    complete &&
    zeros.length === 1 &&
    zeros[0] &&
    !zeros[0].listed &&
    (cases[0] === zeros[0] || cases.at(-1) === zeros[0])
  ) {
    return { cases: cases.filter((one) => one !== zeros[0]), extras: extrasOf([...zeros, ...sure], frame) };
  }
  return { cases, extras: extrasOf(sure, frame) };
}
