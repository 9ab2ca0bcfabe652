import { bareWords } from "../conditions/question";
import type { Source } from "../words/source";
import type { Span, Token } from "../words/token";
import { POINTING, scopeOf, VETO_ALONE, VETO_HEADING, type ScopeWord } from "../words/zero-words";
import { type Effect, effectsOf } from "./effect";
import { type Sentence, sentencesOf } from "./sentence";

/** 存在截留的，本项不得分: a zero with its condition. */
export interface WordedZero extends Span {
  /** Indices of its tokens, condition and effect; `to` is the index behind the last. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly scope: ScopeWord | null;
  /** What the condition is: words to be asked, a comparison of figures, the other side of what was said before. */
  readonly condition: "asked" | "figure" | "pointing";
  /** Of a figure: the words behind its last number, 存在拖欠 in 低于80%或者存在拖欠. */
  readonly beyond: string;
  /** The text of its sentence without it, where that scores: 合格得2分，不合格不得分. Null where it stands alone. */
  readonly beside: string | null;
}

/** Every zero of a text, in its order. */
export function wordedZeros(tokens: readonly Token[], source: Source): readonly WordedZero[] {
  const before = FOUND.get(tokens);
  if (before) return before;
  const zeros = zerosIn(tokens, source);
  FOUND.set(tokens, zeros);
  return zeros;
}

/** The same tokens are looked at by several phases. */
const FOUND = new WeakMap<readonly Token[], readonly WordedZero[]>();

function zerosIn(tokens: readonly Token[], source: Source): WordedZero[] {
  const effects = effectsOf(tokens, source.text);
  const ends = new Set(effects.map(({ to }) => to));
  const sentences = sentencesOf(tokens, ends, source.brokenBefore);
  return sentences.flatMap((sentence) => {
    const own = effects.filter(({ from }) => from >= sentence.from && from < sentence.to);
    return zerosOf(sentence, own, tokens, source.text);
  });
}

function zerosOf(sentence: Sentence, effects: readonly Effect[], tokens: readonly Token[], text: string): WordedZero[] {
  const zeros: WordedZero[] = [];
  let from = sentence.from;
  for (const [i, effect] of effects.entries()) {
    const start = from;
    from = effect.to;
    if (!effect.zero) continue;
    const last = zeros.at(-1);
    const read = zeroOf(start, effect, { sentence, tokens, text, alone: effects.every(({ zero }) => zero) });
    const next = effects[i + 1];
    // 一票否决，本项得0分 is said twice; 实行一票否决，存在…的，不得分 has its condition behind the first
    if (last?.to === start && read.words === "") zeros[zeros.length - 1] = together(last, read, text);
    else if (read.words === "" && next?.zero === true) from = start;
    else zeros.push(read);
    from = Math.max(from, read.words === "" ? 0 : read.to);
  }
  return zeros;
}

const together = (a: WordedZero, b: WordedZero, text: string): WordedZero => ({
  ...a,
  to: b.to,
  end: b.end,
  scope: a.scope ?? b.scope ?? scopeOf(text.slice(a.at, b.end)).scope,
});

interface Around {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly alone: boolean;
}

function zeroOf(start: number, effect: Effect, { sentence, tokens, text, alone }: Around): WordedZero {
  let from = afterFormula(start, effect.from, tokens);
  while (from < effect.from && SEPARATORS.has(tokens[from]?.type ?? "")) from++;
  const at = tokens[from]?.at ?? 0;
  const effectEnd = tokens[effect.to - 1]?.end ?? at;
  const { scope, end } = scopeOf(text.slice(at, effectEnd));
  const listed = followingWords(effect.to, sentence, tokens, scope !== null);
  const close = scope === null ? (tokens[effect.from]?.at ?? at) : at + end;
  const led = bareWords(text.slice(at, Math.min(close, tokens[effect.from]?.at ?? close)));
  const before = VETO_ALONE.test(led) ? "" : led;
  const after = listed ? text.slice(tokens[listed.from]?.at, tokens[listed.to - 1]?.end) : "";
  const to = listed?.to ?? effect.to;
  const condition = [...tokens.slice(from, effect.from), ...(listed ? tokens.slice(listed.from, listed.to) : [])];
  return {
    from,
    to,
    at,
    end: tokens[to - 1]?.end ?? effectEnd,
    words: [before, bareWords(after)].filter((words) => words !== "").join(":"),
    scope,
    condition:
      POINTING.test(before) || condition[0]?.type === "rest" ? "pointing" : compares(condition) ? "figure" : "asked",
    beyond: bareWords(
      condition
        .slice(lastFigure(condition) + 1)
        .map(({ at, end }) => text.slice(at, end))
        .join(""),
    ),
    beside: alone ? null : besides(sentence, from, to, tokens, text),
  };
}

/** …得0分（含下限不含上限），存在…的，本项不得分: what stands in brackets behind a score belongs to it. */
function afterBrackets(start: number, end: number, tokens: readonly Token[]): number {
  if (tokens[start]?.type !== "open") return start;
  const close = tokens.findIndex(({ type }, i) => i > start && i < end && type === "close");
  return tokens[close + 1]?.type === "comma" ? close + 1 : start;
}

/** 得分=率×分值，存在…的，本项不得分: a formula ends at its comma. */
function afterFormula(begin: number, end: number, tokens: readonly Token[]): number {
  const start = afterBrackets(begin, end, tokens);
  const last = tokens.findLastIndex(
    ({ type }, i) => i >= start && i < end && ["operator", "equals", "weight"].includes(type),
  );
  const comma = tokens.findIndex(({ type }, i) => i > last && i < end && type === "comma");
  // 退回件数÷上报件数超过20%的，不得分: compared, it is the condition
  const compared = tokens
    .slice(last + 1, Math.max(comma, 0))
    .some(({ type }) => type === "compare" || type === "after");
  return last < 0 || comma < 0 || compared ? start : comma + 1;
}

const lastFigure = (condition: readonly Token[]): number => condition.findLastIndex(({ type }) => FIGURES.has(type));

const FIGURES: ReadonlySet<string> = new Set(["number", "after", "ends", "compare", "close", "open", "each"]);

const SEPARATORS: ReadonlySet<string> = new Set(["comma", "pause", "break", "close"]);

/** 一票否决项：存在…; 有下列情形之一的，本项不得分：（1）…（2）…: the condition stands behind the colon. */
function followingWords(
  i: number,
  sentence: Sentence,
  tokens: readonly Token[],
  scoped: boolean,
): { from: number; to: number } | null {
  const word = tokens[i];
  const colon = word?.type === "word" && VETO_HEADING.test(word.text) ? i + 1 : i;
  if (tokens[colon]?.type !== "colon") return null;
  const listed = tokens[colon + 1]?.type === "marker";
  const comma = tokens.findIndex(({ type }, j) => j > colon && j < sentence.to && type === "comma");
  // 0分：无制度，…: the score stands before its condition, which ends with its clause
  const end = scoped ? (listed ? tokens.length : sentence.to) : comma < 0 ? sentence.to : comma;
  return end > colon + 1 ? { from: colon + 1, to: end } : null;
}

const COMPARING: ReadonlySet<string> = new Set(["compare", "dash", "after", "each", "operator", "equals"]);

/** 低于60%, 每…: read as a figure, or not at all; 有1项不符合 is in words. */
const compares = (condition: readonly Token[]): boolean =>
  condition.some(
    (token, i) =>
      (token.type === "number" && (token.unit.of === "rate" || token.spread)) ||
      token.type === "each" ||
      token.type === "respectively" ||
      (COMPARING.has(token.type) && (condition[i + 1]?.type === "number" || endsFigure(condition, i - 1))),
  );

/** 2次（含）以上: the remark on its end stands between the number and its comparison. */
const endsFigure = (condition: readonly Token[], i: number): boolean =>
  condition[condition[i]?.type === "ends" ? i - 1 : i]?.type === "number";

function besides({ from, to }: Sentence, start: number, end: number, tokens: readonly Token[], text: string): string {
  const slice = (a: number, b: number): string => (b > a ? text.slice(tokens[a]?.at, tokens[b - 1]?.end) : "");
  return `${slice(from, start)}${slice(end, to)}`;
}
