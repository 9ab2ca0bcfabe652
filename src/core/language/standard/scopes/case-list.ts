import { maxExact, ONE, ZERO, type Exact } from "../../../model/exact";
import type { CaseLine, CaseTest, Clause, Proportional } from "../../../rules/clause";
import type { Expression } from "../../../rules/definition";
import { evaluate } from "../../../rules/expression";
import type { Ambiguity } from "../../../rules/rule";
import type { RuleInput } from "../../../rules/rule-input";
import { namesIn, renamed } from "../conditions/formula";
import type { Piece } from "../conditions/condition";
import { type Asked, questionsOf } from "../conditions/questions";
import type { Frame } from "../frame";
import { ambiguities } from "../ambiguity";
import { problems } from "../words/problems";
import type { Wording } from "../words/problem";
import { meets, type Point, pointsOf } from "./case-points";
import { type OpenRange, settled } from "./case-ends";
import { type Figures, figuresOf } from "./figures";
import type { Line, Outcome } from "./line";

/** Clauses that were composed, or why they do not compose and where. */
export type Composed =
  | { readonly ok: true; readonly clauses: readonly Clause[]; readonly named: readonly Ambiguity[] }
  | { readonly ok: false; readonly at: number; readonly why: Wording };

/** What the cases leave open is called so. */
export const OTHER_CASES = "其余情形";

interface TestedLine {
  readonly when: readonly CaseTest[];
  readonly then: Outcome;
  readonly rest: boolean;
  readonly at: number;
}

/**
 * Lines over figures and questions as cases that exclude each other (SPEC L23): of two that hold together the narrower goes
 * first, any other two must be worth the same there; every line must count somewhere, and the best must be the full mark.
 */
export function caseList(printed: readonly Line[], frame: Frame): Composed {
  const first = printed[0]?.at ?? 0;
  const lines = inherited(printed);
  if (
    lines.some(({ condition }) => condition.some(({ is }) => is === "computed" || is === "each" || is === "compared"))
  )
    return { ok: false, at: first, why: problems.condition };
  const losing = lines.find(({ then }) => "expression" in then && then.loss === true);
  if (losing) return { ok: false, at: losing.at, why: problems.proportionBase };
  // words alone are points or levels: where their reader refuses them there is a reason
  if (!lines.some(({ condition, then }) => "expression" in then || condition.some(({ is }) => is === "range")))
    return { ok: false, at: first, why: problems.mixed };
  const figures = figuresOf(lines, frame);
  if (!figures) return { ok: false, at: first, why: problems.twoSubjects };
  const words = lines.flatMap(({ condition }) =>
    condition.flatMap((piece) => (piece.is === "words" ? [piece.words] : [])),
  );
  const asked = questionsOf([...new Set(words)]);
  const named: Ambiguity[] = [];
  const tested = tests(lines, figures, asked, frame, named);
  if (!tested) return { ok: false, at: first, why: problems.condition };
  return ordered(tested, figures, frame, named, first);
}

/** 形象进度不足70%的不得分 after 尚未竣工，形象进度…: a line of the same figure that leaves the words out which the others share. */
function inherited(lines: readonly Line[]): readonly Line[] {
  const wordsOf = ({ condition }: Line): string =>
    condition
      .flatMap((piece) => (piece.is === "words" ? [piece.words] : []))
      .toSorted()
      .join("\n");
  const ranged = lines.filter(({ condition }) => condition.some(({ is }) => is === "range"));
  const said = new Set(ranged.map(wordsOf).filter((one) => one !== ""));
  const [shared] = said;
  if (shared === undefined || said.size > 1 || lines.length === ranged.length) return lines;
  const begun = lines.findIndex((line) => ranged.includes(line) && wordsOf(line) === shared);
  const own = shared.split("\n").map((words): Piece => ({ is: "words", words }));
  return lines.map((line, i) =>
    i > begun && ranged.includes(line) && wordsOf(line) === ""
      ? { ...line, condition: [...own, ...line.condition] }
      : line,
  );
}

function tests(
  lines: readonly Line[],
  figures: Figures,
  asked: ReadonlyMap<string, Asked>,
  frame: Frame,
  named: Ambiguity[],
): readonly TestedLine[] | null {
  const open = lines.flatMap(({ condition, then }) =>
    condition.flatMap((piece): OpenRange[] => {
      const input = piece.is === "range" ? figures(piece.subject) : null;
      return piece.is === "range" && input
        ? [{ input, range: piece.range, worth: (x) => worthAt(then, figures, x) }]
        : [];
    }),
  );
  const tested: TestedLine[] = [];
  for (const { condition, then, at } of lines) {
    const when: CaseTest[] = [];
    for (const piece of condition) {
      if (piece.is === "range") {
        const own = open.find(({ range }) => range === piece.range);
        if (!own) return null;
        const end = settled(own, open);
        for (const one of end.named) named.push(one);
        when.push(end.test);
      } else if (piece.is === "words") {
        const question = asked.get(piece.words);
        if (!question) return null;
        const answer = { value: question.yes ? ONE : ZERO, closed: true };
        when.push({ input: { name: question.name, type: "yesNo", unit: null }, low: answer, high: answer });
      }
    }
    const rest = condition.some(({ is }) => is === "rest");
    if (when.length === 0 && !rest && "marks" in then) return null;
    tested.push({ when, then, rest, at });
  }
  return frame.full.compare(ZERO) > 0 ? tested : null;
}

/** What an outcome gives where its one figure has this value; 0 where it needs more than that. */
function worthAt(then: Outcome, figures: Figures, x: Exact): Exact {
  if ("marks" in then) return then.marks;
  const names = new Set(namesIn(then.expression).map((name) => figures(name)?.name));
  return names.size === 1 ? (evaluate(then.expression, () => x) ?? ZERO) : ZERO;
}

function ordered(
  tested: readonly TestedLine[],
  figures: Figures,
  frame: Frame,
  named: Ambiguity[],
  first: number,
): Composed {
  const clauses = tested.map(({ then }) => lowered(then, figures, frame));
  if (clauses.some((one) => one === null)) return { ok: false, at: first, why: problems.formula };
  const all = tested.flatMap(({ when }) => when);
  const inputs = distinct([...all.map(({ input }) => input), ...tested.flatMap(({ then }) => readBy(then, figures))]);
  const points = pointsOf(inputs, all);
  if (!points) return { ok: false, at: first, why: problems.mixed };
  const plain = tested.filter(({ rest, when }) => !rest && when.length > 0);
  const rests = tested.filter(({ rest, when }) => rest || when.length === 0);
  if (rests.length > 1 || rests.some(({ when }) => when.length > 0))
    return { ok: false, at: rests[1]?.at ?? first, why: problems.repeated };
  const where = plain.map(({ when }) => points.map((point) => meets(when, point)));
  const order = narrowFirst(where);
  const placed = order.map((i): Placed => ({ line: plain[i], where: where[i] ?? [] }));
  const fault = against(placed, points, figures);
  if (fault) return fault;
  const [rest] = rests;
  const best = bestOf(placed, rest, points, figures);
  if (!best.equals(frame.full))
    return {
      ok: false,
      at: first,
      why: best.compare(frame.full) > 0 ? problems.above(best, frame.full) : problems.below(best, frame.full),
    };
  const jump = tested.find((line) => jumps(line, figures, frame.full));
  if (jump) return { ok: false, at: jump.at, why: problems.proportionJump };
  if (rest && "expression" in rest.then && rest.then.said === true && plain.length > 1)
    return { ok: false, at: rest.at, why: problems.proportionJump };
  const shut = rest && plain.find((line) => closedAbove(line, frame.full));
  if (shut) return { ok: false, at: shut.at, why: problems.mixed };
  const lineOf = (line: TestedLine): CaseLine["then"] => clauses[tested.indexOf(line)] ?? ZERO;
  const lines = order.flatMap((i): CaseLine[] => {
    const line = plain[i];
    return line ? [{ when: line.when, then: lineOf(line) }] : [];
  });
  const left = points.some((_, p) => where.every((held) => held[p] !== true));
  if (left && !rest) named.push(ambiguities.outside(OTHER_CASES));
  return {
    ok: true,
    clauses: [{ kind: "cases", lines, otherwise: rest ? lineOf(rest) : null, mark: frame.full }],
    named,
  };
}

const distinct = (inputs: readonly RuleInput[]): readonly RuleInput[] => [
  ...new Map(inputs.map((input) => [input.name, input])).values(),
];

const readBy = (then: Outcome, figures: Figures): readonly RuleInput[] =>
  "marks" in then ? [] : namesIn(then.expression).flatMap((name) => figures(name) ?? []);

/** Indices of the lines, each before those whose points it lies within; printed order otherwise. */
function narrowFirst(where: readonly (readonly boolean[])[]): readonly number[] {
  const within = (a: number, b: number): boolean =>
    (where[a] ?? []).every((held, p) => !held || where[b]?.[p] === true) &&
    (where[b] ?? []).some((held, p) => held && where[a]?.[p] !== true);
  const left = where.map((_, i) => i);
  const order: number[] = [];
  while (left.length > 0) {
    const next = left.findIndex((i) => left.every((j) => j === i || !within(j, i)));
    for (const one of left.splice(Math.max(next, 0), 1)) order.push(one);
  }
  return order;
}

interface Placed {
  readonly line: TestedLine | undefined;
  readonly where: readonly boolean[];
}

/** Two lines that hold together and say different things, neither within the other; a line that never counts. */
function against(order: readonly Placed[], points: readonly Point[], figures: Figures): Composed | null {
  const counted = new Set<Placed>();
  for (const [p, point] of points.entries()) {
    const held = order.filter(({ where }) => where[p] === true);
    const [first, ...others] = held;
    if (!first?.line) continue;
    counted.add(first);
    for (const other of others) {
      const inside = first.where.every((at, i) => !at || other.where[i] === true);
      if (inside || !other.line) continue;
      // 及时得2分，完整得2分: two questions of their own are no two ways to one score
      if (!shareInput(first.line, other.line)) return { ok: false, at: other.line.at, why: problems.twoSubjects };
      const [a, b] = [worth(first.line.then, point, figures), worth(other.line.then, point, figures)];
      if (!a || !b || !a.equals(b)) return { ok: false, at: other.line.at, why: problems.bandOverlap };
    }
  }
  const idle = order.find((one) => !counted.has(one));
  return idle ? { ok: false, at: idle.line?.at ?? 0, why: problems.repeated } : null;
}

const shareInput = (a: TestedLine, b: TestedLine): boolean =>
  a.when.some(({ input }) => b.when.some((test) => test.input.name === input.name));

/** 60%-90%按比例 beside ≥90%得满分: said in words only, the score must not jump at the end (SPEC L10). */
const jumps = ({ when, then }: TestedLine, figures: Figures, full: Exact): boolean =>
  "expression" in then &&
  then.said === true &&
  when.some(({ high }) => high !== null && !worthAt(then, figures, high.value).equals(full));

/** 80%≤甲<90%且乙≥80%得满分，否则不得分: what lies beyond the better end would be nothing, which nobody means. */
const closedAbove = ({ when, then }: TestedLine, full: Exact): boolean =>
  "marks" in then &&
  then.marks.equals(full) &&
  when.length > 1 &&
  when.some(({ input, low, high }) => input.type === "rate" && low && high && high.value.compare(ONE) < 0);

const worth = (then: Outcome, point: Point, figures: Figures): Exact | null =>
  "marks" in then ? then.marks : evaluate(then.expression, (name) => point.get(figures(name)?.name ?? name) ?? ZERO);

/** The best score at any point; a formula counts up to 100 % of its rates, beyond which it is held at the mark. */
function bestOf(
  order: readonly Placed[],
  rest: TestedLine | undefined,
  points: readonly Point[],
  figures: Figures,
): Exact {
  return points.reduce((best, point, p) => {
    const line = order.find(({ where }) => where[p] === true)?.line ?? rest;
    if (!line || ("expression" in line.then && passesWhole(line.then.expression, point, figures))) return best;
    const score = worth(line.then, point, figures);
    return score ? maxExact(best, score) : best;
  }, ZERO);
}

const passesWhole = (expression: Expression, point: Point, figures: Figures): boolean =>
  namesIn(expression).some((name) => {
    const input = figures(name);
    return input?.type === "rate" && (point.get(input.name)?.compare(ONE) ?? 0) > 0;
  });

/** Marks as they are; a straight line over one figure is a proportion, anything else a quotient. */
function lowered(then: Outcome, figures: Figures, frame: Frame): Exact | Clause | null {
  if ("marks" in then) return then.marks;
  return computedClause(then.expression, figures, frame);
}

export function computedClause(expression: Expression, figures: Figures, frame: Frame): Clause | null {
  const names = namesIn(expression);
  const inputs = distinct(names.flatMap((name) => figures(name) ?? []));
  const [only, ...more] = inputs;
  if (!only) return null;
  const own = renamed(expression, (name) => figures(name)?.name ?? name);
  const straight = more.length === 0 ? proportionOver(own, only, frame.full) : null;
  return straight ?? { kind: "quotient", amounts: inputs, expression: own, mark: frame.full, lines: [] };
}

/** score = slope × figure + constant; null where it is no straight line or never reaches the mark. */
function proportionOver(expression: Expression, subject: RuleInput, mark: Exact): Proportional | null {
  const at = (x: Exact): Exact | null => evaluate(expression, () => x);
  const [zero, one, two] = [at(ZERO), at(ONE), at(ONE.add(ONE))];
  if (!zero || !one || !two?.sub(one).equals(one.sub(zero))) return null;
  const slope = one.sub(zero);
  if (slope.equals(ZERO)) return null;
  const from = zero.neg().div(slope);
  const to = mark.sub(zero).div(slope);
  const plain = from.equals(ZERO) && to.equals(ONE);
  return { kind: "proportional", subject, mark, ...(plain ? {} : { from, to }), cap: mark, zeroBelow: null };
}
