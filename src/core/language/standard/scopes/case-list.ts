import { ONE, ZERO, type Exact } from "../../../model/exact";
import type { CaseLine } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import type { RuleInput } from "../../../rules/rule-input";
import type { Piece } from "../conditions/condition";
import { questionsOf } from "../conditions/questions";
import type { Frame } from "./frame";
import { ambiguities } from "../words/ambiguity";
import { problems } from "../words/problems";
import { against, bestOf, narrowFirst } from "./case-order";
import { meets, pointsOf } from "./case-points";
import { type Composed, missesMark } from "./composed";
import { distinct, figuresIn, lowered } from "./computed-clause";
import { type Figures, figuresOf } from "./figures";
import type { Line, Outcome } from "./line";
import { type TestedLine, testedLines, worthAt } from "./tested-line";

/** What the cases leave open is called so. */
export const OTHER_CASES = "其余情形";

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
  // words alone are points or levels, ranges alone are bands: where the effects refuse them there is a reason
  const has = (kind: Piece["is"]): boolean => lines.some(({ condition }) => condition.some(({ is }) => is === kind));
  const computed = lines.some(({ then }) => "expression" in then);
  const joined = has("words") || lines.some(({ condition }) => condition.length > 1);
  if (!computed && !(has("range") && joined)) return { ok: false, at: first, why: problems.mixed };
  const figures = figuresOf(lines, frame);
  if (!figures) return { ok: false, at: first, why: problems.twoSubjects };
  const words = lines.flatMap(({ condition }) =>
    condition.flatMap((piece) => (piece.is === "words" ? [piece.words] : [])),
  );
  const asked = questionsOf([...new Set(words)]);
  const named: Ambiguity[] = [];
  const tested = testedLines(lines, figures, asked, frame, named);
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
  const placed = narrowFirst(plain.map((line) => ({ line, where: points.map((point) => meets(line.when, point)) })));
  const [rest] = rests;
  const fault =
    against(placed, points, figures) ??
    missesMark(bestOf(placed, rest, points, figures), frame.full, first) ??
    breaksOff(plain, rest, figures, frame.full);
  if (fault) return fault;
  const lineOf = (line: TestedLine): CaseLine["then"] => clauses[tested.indexOf(line)] ?? ZERO;
  const lines = placed.map(({ line }): CaseLine => ({ when: line.when, then: lineOf(line) }));
  const left = points.some((_, p) => placed.every(({ where }) => where[p] !== true));
  if (left && !rest) named.push(ambiguities.outside(OTHER_CASES));
  return {
    ok: true,
    clauses: [{ kind: "cases", lines, otherwise: rest ? lineOf(rest) : null, mark: frame.full }],
    named,
  };
}

const readBy = (then: Outcome, figures: Figures): readonly RuleInput[] =>
  "marks" in then ? [] : figuresIn(then.expression, figures);

/** Where the lines do not join: the score jumps, or falls to nothing beyond the better end. */
function breaksOff(
  plain: readonly TestedLine[],
  rest: TestedLine | undefined,
  figures: Figures,
  full: Exact,
): Composed | null {
  const jump = plain.find((line) => jumps(line, figures, full));
  if (jump) return { ok: false, at: jump.at, why: problems.proportionJump };
  if (!rest) return null;
  if ("expression" in rest.then && rest.then.said === true && plain.length > 1)
    return { ok: false, at: rest.at, why: problems.proportionJump };
  const shut = plain.find((line) => closedAbove(line, full));
  return shut ? { ok: false, at: shut.at, why: problems.mixed } : null;
}

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
