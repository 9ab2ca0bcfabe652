import { type Exact, maxExact, sumExact, ZERO } from "../../../model/exact";
import type { Ambiguity } from "../../../rules/rule";
import type { Awards } from "./awarded";
import { bandsPart } from "./bands";
import type { BandLine } from "./band-ends";
import { caseClause } from "./choices";
import { extrasOf, type Extras, type Whole } from "./extras";
import { type Frame, type Item, mustReach, type Part, use } from "./frame";
import type { Notes } from "./notes";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { sameSubject } from "../words/same-subject";
import { cappedByLimit, longer } from "./share-surroundings";
import { LIST_TITLE, LOWEST } from "../words/award-words";

/** Bands, one list for each figure; lists of several figures add up. */
export function readLines(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Whole {
  const threads = threadsOf(withLowestGrade(awards), notes);
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

/** 优秀（90-100分）得5分…合格（60-79分）得3分，不合格不得分: the grade without a range lies below the others. */
function withLowestGrade(awards: Awards): Awards {
  const { lines, cases } = awards;
  const grade = cases.find(({ words, item }) => !item.used && LOWEST.test(words));
  const lows = lines.map(({ range }) => range.low);
  const lowest = lows.reduce((a, b) => (a && b && b.value.compare(a.value) < 0 ? b : a), lows[0] ?? null);
  const least = lines.every(({ score }) => grade !== undefined && score.compare(grade.score) > 0);
  if (!grade || !least || lowest === null || lows.includes(null) || lines.length < 2) return awards;
  grade.item.used = true;
  const high = { ...lowest, closed: lowest.closed === null ? null : !lowest.closed };
  const range = { subject: null, low: null, high, point: false };
  return { ...awards, lines: [...lines, { range, score: grade.score, at: grade.at, item: grade.item }] };
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
    LIST_TITLE.test(title.words) &&
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
  // 3月末…得2分，6月末…得3分，未达到的不得分: the last words speak of every figure
  const last = awards.rests.find(({ after, score }) => after === awards.lines.length && score.equals(ZERO));
  if (last && threads.length > 1 && threads.every(({ lines }) => lines.length === 1))
    for (const thread of threads) thread.otherwise ??= ZERO;
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
