import { ONE, type Exact } from "../../../model/exact";
import type { Bound, Target } from "../../../rules/clause";
import type { Piece } from "../conditions/condition";
import type { Frame } from "./frame";
import { SHARE_OF_TARGET, TARGET_MET, TARGET_MISSED } from "../words/case-words";
import { problems } from "../words/problems";
import { namesIn } from "../conditions/formula";
import { bandsPart } from "./bands";
import type { BandLine } from "./band-ends";
import type { Composed } from "./composed";
import type { Line } from "./line";

/**
 * 完成目标的得满分；完成目标值60%以上的，按完成比例计分；不足60%的计0分: the row's target against what was done, with a cut. Null where
 * no line says that the target is met.
 */
export function targetBody(lines: readonly Line[], frame: Frame): Composed | null {
  const met = lines.find(({ condition }) => isOne(condition, (piece) => words(piece, TARGET_MET)));
  if (!met || !("marks" in met.then)) return null;
  if (!met.then.marks.equals(frame.full)) return null;
  const bands = bandsOfTarget(met, lines, frame);
  if (bands) return bands;
  let share = false;
  let cut: Bound | null = null;
  let from: Bound | null = null;
  for (const line of lines) {
    if (line === met) continue;
    const range = line.condition.find((piece) => piece.is === "range");
    const known = line.condition.every(
      (piece) => piece === range || piece.is === "rest" || words(piece, TARGET_MISSED),
    );
    if (!known || (range && !SHARE_OF_TARGET.test(range.subject) && range.subject !== ""))
      return { ok: false, at: line.at, why: problems.condition };
    if ("expression" in line.then) {
      if (share || !isShare(line)) return { ok: false, at: line.at, why: problems.formula };
      share = true;
      const low = range?.range.low;
      from = low ? { value: low.value, closed: low.closed ?? true } : null;
      if (range?.range.high && !range.range.high.value.equals(ONE))
        return { ok: false, at: line.at, why: problems.proportionJump };
    } else if (line.then.marks.s === 0n || line.then.marks.equals(0)) {
      const high = range?.range.high;
      if (cut) return { ok: false, at: line.at, why: problems.repeated };
      cut = high && !range.range.low ? { value: high.value, closed: high.closed ?? false } : null;
      if (range && !cut) return { ok: false, at: line.at, why: problems.condition };
    } else return { ok: false, at: line.at, why: problems.mixed };
  }
  if (cut && from && !(cut.value.equals(from.value) && cut.closed !== from.closed))
    return { ok: false, at: met.at, why: problems.proportionJump };
  const zeroBelow = cut ?? (from && { value: from.value, closed: !from.closed });
  const clause: Target = {
    kind: "target",
    target: { name: "年度指标值", type: "amount", unit: null },
    actual: { name: "实际完成值", type: "amount", unit: null },
    operator: ">=",
    mark: frame.full,
    missed: share ? "share" : "zero",
    reverse: null,
    ...(share && zeroBelow ? { zeroBelow } : {}),
  };
  if (!share && cut) return { ok: false, at: met.at, why: problems.mixed };
  return { ok: true, clauses: [clause], named: [] };
}

const isOne = (condition: Line["condition"], test: (piece: Piece) => boolean): boolean =>
  condition.length === 1 && condition.every(test);

const words = (piece: Piece, pattern: RegExp): boolean => piece.is === "words" && pattern.test(piece.words);

/** 按完成比例, or a formula over the one rate of completion. */
const isShare = ({ then }: Line): boolean =>
  "expression" in then && namesIn(then.expression).every((name) => name === "" || SHARE_OF_TARGET.test(name));

/** 达到年度指标值得满分；完成80%-100%得8分；…: the target met is 100 % of it, above the bands of what was done. */
function bandsOfTarget(met: Line, lines: readonly Line[], frame: Frame): Composed | null {
  const others = lines.filter((line) => line !== met);
  const between = others.some(({ then }) => "marks" in then && then.marks.compare(0) > 0);
  if (!between || others.some(({ then }) => "expression" in then)) return null;
  const whole = { value: ONE, unit: { of: "rate" }, closed: true } as const;
  const bands: BandLine[] = [];
  let otherwise: Exact | null = null;
  for (const { condition, then, at } of lines) {
    const [piece, ...more] = condition;
    if (!("marks" in then) || !piece || more.length > 0) return null;
    if (piece.is === "rest" && otherwise === null) otherwise = then.marks;
    else if (condition === met.condition)
      bands.push({ range: { subject: null, low: whole, high: null, point: false }, score: then.marks, at });
    else if (piece.is === "range" && isOfTarget(piece))
      bands.push({ range: { ...piece.range, subject: null }, score: then.marks, at });
    else return { ok: false, at, why: problems.condition };
  }
  const { clauses, ambiguities } = bandsPart(bands, otherwise, "目标完成率", frame);
  return { ok: true, clauses, named: ambiguities };
}

const isOfTarget = ({ subject, range }: Extract<Piece, { is: "range" }>): boolean =>
  (subject === "" || SHARE_OF_TARGET.test(subject)) &&
  [range.low, range.high].every((end) => end === null || end.unit.of === "rate");
