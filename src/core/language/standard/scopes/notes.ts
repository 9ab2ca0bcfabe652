import { ONE } from "../../../model/exact";
import { textOf, unused, type Frame, type Item } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { readRange, type Range } from "../conditions/range";
import { IN_ALL } from "../words/point-words";
import type { Token } from "../words/token";
import type { StatementOf } from "../clauses/tree";
import {
  EXCEPTION,
  LEFT_OUT,
  NAMES_TIME,
  NEUTRAL,
  REPEATS,
  SCORE_VERB_ENDING,
  SCORE_WORDS,
  STANDARD_WORDS,
} from "../words/note-words";

/** Sentences without a score: standards to measure from, definitions, explanations. */
export interface Notes {
  /** 以100%为标准, 目标值≥95%. */
  readonly standard: Range | null;
  readonly standardItem: Item | null;
  /** What a definition (…率=…×100%) or the only heading names. */
  readonly subject: string;
  mustBeHarmless(note: StatementOf<"note">, rates: boolean): void;
}

export function notesOf(items: readonly Item[], frame: Frame): Notes {
  let standard: Range | null = null;
  let standardItem: Item | null = null;
  let subject = "";
  for (const item of unused(items, "note")) {
    const defined = definedName(item.statement.tokens, frame);
    if (defined !== null) {
      if (subject === "") subject = defined;
      item.used = true;
      continue;
    }
    const range = standardOf(item.statement.tokens);
    if (!range) continue;
    if (standard && !agrees(standard, range)) refuse(item.statement.at, problems.thresholds);
    standard = range;
    standardItem = item;
  }
  const headings = items.filter((item) => item.statement.type === "heading");
  const [only] = headings;
  if (subject === "" && only && headings.length === 1 && only.statement.type === "heading")
    subject = headingName(textOf(only.statement.tokens, frame));
  return { standard, standardItem, subject, mustBeHarmless };
}

export const headingName = (words: string): string => (NEUTRAL.test(words) ? "" : words.replace(/^["']|["']$/g, ""));

/** 预算执行率=（支出数/预算数）×100%: tells what the rate is, no score. */
function definedName(tokens: readonly Token[], frame: Frame): string | null {
  const cut = tokens.findIndex((token) => token.type === "equals" || (token.type === "compare" && token.op === "="));
  if (cut < 1 || !tokens.slice(cut).some((token) => token.type === "operator" || token.type === "dash")) return null;
  if (
    tokens.some(
      ({ type }) => type === "score" || type === "weight" || type === "full" || type === "loss" || type === "each",
    )
  )
    return null;
  if (tokens.some((token) => token.type === "number" && token.unit.of === "rate" && !token.value.equals(ONE)))
    return null;
  const words = textOf(tokens.slice(0, cut), frame);
  return /[,;]/.test(words) ? (words.split(/[,;]/).at(-1) ?? "") : words;
}

/** 以100%为标准; 标准为95%; 目标值≥95%. */
function standardOf(tokens: readonly Token[]): Range | null {
  const [by, number, words] = tokens;
  if (
    tokens.length === 3 &&
    by?.type === "word" &&
    (by.text.endsWith("以") || by.text.startsWith("以")) &&
    number?.type === "number" &&
    !(number.unit.of === "counter" && NAMES_TIME.test(number.unit.name)) &&
    words?.type === "word" &&
    STANDARD_WORDS.test(words.text)
  ) {
    const end = { value: number.value, unit: number.unit, closed: true };
    const name = by.text.endsWith("以") ? "" : by.text.slice(1);
    return { subject: name === "" ? null : { name, absolute: false, at: by.at }, low: end, high: end, point: true };
  }
  if (tokens.length === 4 && by?.type === "word" && words?.type === "after") return null;
  const range = readRange(tokens);
  return range && IN_ALL.test(range.subject?.name ?? "") ? null : range;
}

const agrees = (a: Range, b: Range): boolean => (a.low ?? a.high)?.value.equals((b.low ?? b.high)?.value ?? 0) ?? false;

const MEANINGFUL: ReadonlySet<string> = new Set([
  "score",
  "loss",
  "weight",
  "full",
  "zero",
  "keep",
  "verb",
  "each",
  "respectively",
  "rest",
  "limit",
]);

/** An explanation may be passed over only where it says nothing of scores, nor of the figure that is scored. */
function mustBeHarmless(note: StatementOf<"note">, rates: boolean): void {
  const [first, second, third] = note.tokens;
  const repeats = first?.type === "word" && REPEATS.test(first.text) && second?.type === "score" && third === undefined;
  if (repeats) return;
  for (const [i, token] of note.tokens.entries()) {
    if (token.type === "word" && SCORE_VERB_ENDING.test(token.text) && note.tokens[i + 1]?.type === "number")
      refuse(token.at, problems.leftover);
    if (token.type === "word" && (EXCEPTION.test(token.text) || LEFT_OUT.test(token.text)))
      refuse(token.at, problems.exception);
    if (MEANINGFUL.has(token.type)) refuse(token.at, problems.leftover);
    if (token.type === "number" && token.unit.of === "marks") refuse(token.at, problems.leftover);
    if (rates && token.type === "number" && token.unit.of === "rate") refuse(token.at, problems.leftover);
    if (token.type === "word" && SCORE_WORDS.test(token.text)) refuse(token.at, problems.leftover);
  }
}
