import { ZERO } from "../../../model/exact";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import {
  changeBeforeNumber,
  changeWithoutNumber,
  type ChangeWords,
  sameChange,
  type Sense,
  signOfName,
  withoutSince,
} from "../words/change-words";
import { textOf, type Frame } from "./frame";
import { sameSubject } from "../words/same-subject";
import type { Token } from "../words/token";
import { compared, fromZero, isBest, isLevel, replaced, type Scored, splitLead, turned } from "./turned";
import type { Statement } from "../clauses/tree";
import { ANY_CHANGE, EMPTY_SUBJECT, RANGE_TAIL, SHARE_ENDING } from "../words/range-words";

export interface Rewritten {
  readonly statements: readonly Statement[];
  readonly named: readonly Ambiguity[];
}

/** One condition of a text about a change: with numbers, or only in words. */
interface Phrase {
  readonly statement: Scored;
  readonly subject: string;
  readonly change: ChangeWords | null;
  readonly numbers: readonly Token[];
  readonly worded: ReturnType<typeof changeWithoutNumber>;
}

/**
 * 同比下降5%以上得5分，下降0—5%得3分，上升不得分: bands over a fall or a rise are bands over one figure, the rate of change,
 * whose sign its name gives (SPEC L16). Null where the text speaks of no change or of more than one figure.
 */
export function overChange(statements: readonly Statement[], frame: Frame): Rewritten | null {
  const levels = statements.filter(isLevel);
  const phrases = levels.map((statement) => phraseOf(statement, frame));
  const first = phrases.find(({ change }) => change !== null);
  if (phrases.some(({ change }) => change && first?.change && !sameChange(change, first.change))) return null;
  const figure = first?.change ? figureOf(first.change, phrases, frame) : namedFigure(phrases, frame);
  if (figure === null || !oneFigure(phrases, figure) || countsChange(statements, frame)) return null;
  // a number before any word of change: of which figure it is, is not said
  const start = first?.statement.at ?? 0;
  if (phrases.some(({ change, numbers, statement }) => !change && numbers.length > 0 && statement.at < start))
    return null;
  const covered = phrases.some(({ worded, change }) => worded !== null || (change && change.sense !== figure.sense));
  let sense: Sense = first?.change?.sense ?? figure.sense;
  const conditions = new Map<Statement, readonly Token[]>();
  for (const { statement, change, numbers, worded } of phrases) {
    if (worded) {
      const op = figure.sense === "rise" ? worded.op : FLIPPED[worded.op];
      conditions.set(statement, compared(figure.name, op, ZERO, statement.condition));
      continue;
    }
    if (numbers.length === 0) continue;
    sense = change?.sense ?? sense;
    const small = bounded(statement, levels, covered) ? (fromZero(numbers) ?? numbers) : numbers;
    const condition = turned(small, sense === figure.sense ? 1 : -1, ZERO);
    if (!condition) return null;
    conditions.set(statement, [name(figure.name, statement.condition), ...condition]);
  }
  const both = conditions.size > 1 && (covered || first?.change?.sense !== figure.sense);
  return {
    statements: statements.map((one) => {
      const condition = conditions.get(one);
      return condition && isLevel(one) ? replaced(one, condition) : one;
    }),
    named: both ? [ambiguities.changeSign(figure.name || (frame.name ?? ""), figure.above)] : [],
  };
}

const FLIPPED = { ">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=" } as const;

const name = (text: string, condition: readonly Token[]): Token => ({
  type: "word",
  text,
  at: condition[0]?.at ?? 0,
  end: condition[0]?.end ?? 0,
});

function phraseOf(statement: Scored, frame: Frame): Phrase {
  const { words, numbers } = named(splitLead(statement.condition.filter(({ type }) => type !== "rest")));
  const text = textOf(words, frame).replace(/^[,:]+|[,:]+$/g, "");
  const change = numbers.length > 0 ? changeBeforeNumber(text) : null;
  const worded = numbers.length === 0 && words.every(({ type }) => WORDS.has(type)) ? changeWithoutNumber(text) : null;
  return { statement, subject: change?.subject ?? worded?.subject ?? text, change, numbers, worded };
}

type Lead = ReturnType<typeof splitLead>;

/** 2%≤能耗下降率<3%: the name between the numbers stands before them. */
function named({ words, numbers }: Lead): Lead {
  const inner = numbers.filter((token) => token.type === "word" && !RANGE_TAIL.test(token.text));
  const [name] = inner;
  return name && inner.length === 1 && words.length === 0
    ? { words: [name], numbers: numbers.filter((token) => token !== name) }
    : { words, numbers };
}

const WORDS: ReadonlySet<string> = new Set(["word", "comma", "pause"]);

interface Figure {
  readonly name: string;
  /** Which way is above zero. */
  readonly sense: Sense;
  /** The word for it. */
  readonly above: string;
}

const SENSES: Readonly<Record<Sense, string>> = { fall: "下降", rise: "上升" };

/** The indicator where its name is that of a change; else the text's own words: 三公经费较上年下降率. */
function figureOf(change: ChangeWords, phrases: readonly Phrase[], frame: Frame): Figure | null {
  const subject =
    phrases.map((one) => one.subject).find((one) => one !== "" && withoutSince(one) !== "") ?? change.subject;
  const sign = frame.name === null ? null : signOfName(frame.name);
  const own = withoutSince(subject);
  if (frame.name !== null && sign && (own === "" || sameSubject(own, frame.name)))
    return { name: "", sense: sign, above: SENSES[sign] };
  const whole = own === "" && frame.name !== null ? `${frame.name}${subject}` : subject;
  const counted = phrases.some(({ numbers }) => numbers.some(isCounter));
  const share = SHARE_ENDING.test(own === "" ? (frame.name ?? "") : own);
  const noun = counted ? "数" : share ? "幅度" : "率";
  return { name: `${whole}${change.word}${noun}`, sense: change.sense, above: change.word };
}

const isCounter = (token: Token): boolean => token.type === "number" && token.unit.of === "counter";

/** 增长率≥5%得5分，负增长不得分: the figure is named as a change, words beside it speak of its sign. */
function namedFigure(phrases: readonly Phrase[], frame: Frame): Figure | null {
  if (!phrases.some(({ worded }) => worded)) return null;
  const measured = phrases.filter(({ numbers }) => numbers.length > 0);
  const subject = measured.map((one) => one.subject).find((one) => one !== "") ?? frame.name ?? "";
  const sense = signOfName(subject);
  return measured.length > 0 && sense
    ? { name: subject === frame.name ? "" : subject, sense, above: SENSES[sense] }
    : null;
}

/** Every level speaks of this figure, or of nothing else; a remainder has no condition. */
function oneFigure(phrases: readonly Phrase[], figure: Figure): boolean {
  return phrases.every(({ statement, subject, change, numbers, worded }) => {
    if (statement.condition[0]?.type === "rest") return numbers.length === 0;
    const own = withoutSince(subject).replace(EMPTY_SUBJECT, "");
    const ours = own === "" || figure.name === "" || figure.name.includes(own) || sameSubject(own, figure.name);
    if (change || worded) return ours;
    return numbers.length > 0 && (own === "" || own === figure.name);
  });
}

/** 每增长1%扣…: a count in terms of the change itself would run in a direction of its own. */
const countsChange = (statements: readonly Statement[], frame: Frame): boolean =>
  statements.some(
    (one) =>
      (one.type === "deduct" || one.type === "award") &&
      one.condition.some(({ type }) => type === "each") &&
      ANY_CHANGE.test(textOf(one.condition, frame)),
  );

/** 下降5%以内 beside better and other scores is a fall; 增长5%以内得满分 holds every value below. */
const bounded = (statement: Scored, all: readonly Scored[], covered: boolean): boolean => {
  const nothing = statement.amount.type === "marks" && statement.amount.value.equals(ZERO);
  return covered || (!nothing && !isBest(statement, all));
};
