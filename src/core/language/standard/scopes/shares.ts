import { decimalText, ONE, percentText, ZERO } from "../../../model/exact";
import { ambiguities } from "../words/ambiguity";
import type { Awards } from "./awarded";
import { extrasOf, type Whole } from "./extras";
import { type Frame, type Item, mustReach, type Part, textOf, unused, use } from "./frame";
import { bandsPart } from "./bands";
import { type Linear, readLinear } from "../clauses/linear";
import { isBase } from "./missing-points";
import type { Notes } from "./notes";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { type Around, proportionPart, targetPart } from "./proportion";
import { sameSubject } from "../words/same-subject";
import { aroundShare } from "./share-surroundings";
import type { StatementOf } from "../clauses/tree";
import {
  ANY_SHARE,
  DONE_RATE,
  DONE_SHARE,
  EITHER_WAY,
  METS,
  OTHER_SCORE,
  RATE_LIKE,
  REVERSE,
  SHARE_LIKE,
  SHARE_MISSING,
  SHARE_OF_WRONG,
  SHARE_OF_GOAL,
  SHARE_TAIL,
  ZHAO,
} from "../words/share-words";

/** 得分=…, 按比例计分. */
export function readShare(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Whole {
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
  const said = saysWrong(main.statement, frame) ? [] : main.statement.condition;
  const around = aroundShare(items, awards, said, frame, at);
  const subject = around.subject !== "" ? around.subject : notes.subject;
  use([main]);
  const met = { ...around, met: around.met || METS.test(textOf(main.statement.condition, frame)) };
  if (main.statement.type === "formula" && more.length > 0) return readTwoWays([main, ...more], met, awards, frame);
  if (more.length > 0) refuse(more[0]?.statement.at ?? at, problems.twoSteps);
  if (main.statement.type === "proportion" && main.statement.loss)
    use(awards.cases.filter((one) => isBase(one, frame)).map(({ item }) => item));
  const extras = extrasOf(
    awards.cases.filter(({ item }) => !item.used),
    frame,
  );
  const part =
    main.statement.type === "formula"
      ? formulaPart(main.statement.formula, { ...met, subject }, frame)
      : sharePart(main.statement, { ...met, subject }, notes, frame);
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
      ANY_SHARE.test(words) ||
      DONE_RATE.test(words) ||
      readLinear(formula, frame.full).subject.some((name) => sameSubject(name, words)),
  );
}

function formulaPart(formula: Parameters<typeof readLinear>[0], around: Around, frame: Frame): Part {
  const either = eitherWay(formula, frame);
  if (either) return targetPart(true, "A/B", frame);
  const linear = namedLetter(readLinear(formula, frame.full), around);
  if (
    around.met &&
    around.zero === null &&
    linear.constant.equals(ZERO) &&
    linear.slope.equals(frame.full) &&
    DONE_SHARE.test(linear.subject.join("/"))
  )
    return targetPart(true, null, frame);
  const divided = formula.some((token) => token.type === "operator" && token.op === "/");
  if (linear.constant.equals(ZERO) && !divided && linear.slope.compare(ZERO) > 0 && !ofHundred(linear, frame))
    mustReach(linear.slope, frame, around.at);
  for (const name of linear.subject)
    if (linear.subject.length === 1 && around.subject !== "" && !sameSubject(name, around.subject))
      refuse(around.at, problems.twoSubjects);
  return stepPart(linear, around, frame) ?? proportionPart(linear, around, frame);
}

/** 考核得分×10%: a score out of 100 is worth the whole mark at 100. */
const ofHundred = ({ slope, subject }: Linear, frame: Frame): boolean =>
  subject.length === 1 && OTHER_SCORE.test(subject[0] ?? "") && slope.mul(100).equals(frame.full);

/**
 * ≥95%得满分，95%以下按执行率×分值计分: the formula itself is printed, so that the jump at 95% is the text's own. The bands
 * come first, the formula for every value that they leave.
 */
function stepPart({ constant, slope, subject }: Linear, around: Around, frame: Frame): Part | null {
  const { good, zero } = around;
  const plain = constant.equals(ZERO) && slope.equals(frame.full) && subject.length === 1;
  if (!plain || !good?.low || good.high || good.low.unit.of !== "rate" || good.low.value.compare(ONE) >= 0) return null;
  if (zero && (zero.low !== null || zero.high === null)) return refuse(around.at, problems.mixed);
  const lines = [
    { range: { ...good, low: { ...good.low, closed: good.low.closed ?? true } }, score: frame.full, at: around.at },
    ...(zero?.high
      ? [{ range: { ...zero, high: { ...zero.high, closed: zero.high.closed ?? false } }, score: ZERO, at: around.at }]
      : []),
  ];
  const bands = bandsPart(lines, null, around.subject || (subject[0] ?? ""), frame).clauses;
  const own = bands[0]?.kind === "bands" ? [bands[0].subject.name] : subject;
  const rest = proportionPart(
    { constant, slope, subject: own },
    { ...around, good: null, zero: null, capped: true },
    frame,
  );
  return { clauses: [...bands, ...rest.clauses], combine: "first", ambiguities: [] };
}

/** 满意度X≥90%得10分…得分=（X-60%）/30%×10: the letter is the figure that the conditions name. */
const namedLetter = (linear: Linear, { subject }: Around): Linear =>
  subject !== "" && linear.subject.length === 1 && /^[XxNnPpRr]$/.test(linear.subject[0] ?? "")
    ? { ...linear, subject: [subject] }
    : linear;

/** B/A或A/B×分值: which of the two depends on the target's direction. */
const eitherWay = (formula: Parameters<typeof readLinear>[0], frame: Frame): boolean =>
  EITHER_WAY.test(textOf(formula, frame));

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
  const reverse = ways.find(({ words }) => REVERSE.test(words));
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

function sharePart({ base, loss }: StatementOf<"proportion">, around: Around, notes: Notes, frame: Frame): Part {
  const printed = textOf(base, frame);
  const words = loss && SHARE_MISSING.test(printed) && around.good ? "比例" : printed;
  if (loss && !ANY_SHARE.test(words) && SHARE_OF_WRONG.test(words)) return wrongPart(words, around, frame);
  if (around.met && around.zero === null && SHARE_OF_GOAL.test(words)) return targetPart(true, null, frame);
  const name = shareName(words, around, notes, frame);
  // 按完成比例扣减: what is taken off grows with what is missing only where the text says what is full
  if (loss && around.good === null) return refuse(around.at, problems.proportionBase);
  if (name === null) return refuse(around.at, problems.proportionBase);
  const target = around.good?.low;
  // ≥1000人得满分，<1000人按比例计分: the share of what is printed, of which none can be had where nothing is
  const aim = target && target.unit.of !== "rate" && ANY_SHARE.test(words) ? target.value : null;
  if (aim?.equals(ZERO)) return refuse(around.at, problems.proportionBase);
  const slope = aim ? frame.full.div(aim) : frame.full;
  const part = proportionPart({ constant: ZERO, slope, subject: [name] }, around, frame);
  const threshold = around.zero?.high?.value;
  if (!threshold || threshold.compare(ZERO) <= 0) return part;
  const low = decimalText(threshold.mul(frame.full), 4);
  return { ...part, ambiguities: [...part.ambiguities, ambiguities.fromZero(percentText(threshold, 4), low)] };
}

/** 存在未采购的，按未采购金额占比扣分: there being some is what the share says. */
const saysWrong = (statement: StatementOf<"formula" | "proportion">, frame: Frame): boolean =>
  statement.type === "proportion" &&
  statement.loss &&
  SHARE_OF_WRONG.test(textOf(statement.base, frame)) &&
  statement.condition.every(({ type }) => type === "word" || type === "comma") &&
  SHARE_OF_WRONG.test(textOf(statement.condition, frame));

/** 全部合格得7分，按不合格数占比扣分: nothing wrong is the whole mark, all of it nothing. */
function wrongPart(words: string, around: Around, frame: Frame): Part {
  const { good, zero, at } = around;
  const whole = good === null || (good.low?.unit.of === "rate" && good.low.value.equals(ONE));
  if (!whole || zero !== null) return refuse(at, problems.proportionJump);
  const linear = { constant: frame.full, slope: frame.full.neg(), subject: [words.replace(ZHAO, "")] };
  return proportionPart(linear, { ...around, good: null, capped: true }, frame);
}

/** What the proportion is of: named in the text, or the rate of the conditions beside it, or the indicator itself. */
function shareName(words: string, around: Around, notes: Notes, frame: Frame): string | null {
  const name = words.replace(ZHAO, "").replace(SHARE_TAIL, "");
  if (!ANY_SHARE.test(words)) return SHARE_LIKE.test(name) || words.endsWith("比例") ? words.replace(ZHAO, "") : null;
  if (around.subject !== "") return around.subject;
  if (frame.name !== null && RATE_LIKE.test(frame.name)) return frame.name;
  if (around.good !== null || around.zero !== null) return "";
  if (notes.subject !== "") return notes.subject;
  return words.includes("完成") ? "完成比例" : null;
}
