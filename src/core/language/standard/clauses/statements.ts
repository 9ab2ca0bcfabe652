import { headedRange, type Outcome, outcomeAt } from "./amount";
import { refuse } from "../words/problem";
import { by, product, score } from "./score-clauses";
import { award, clauseEnd, emit, flush, flushComma, push, type Reader } from "./statement-reader";
import { trim } from "../words/trim";
import { IN_ALL } from "../words/point-words";
import type { Token } from "../words/token";
import type { Statement } from "./tree";
import { DIRECTION_LABEL, STANDARD_WORDS, TARGET_NAME, THE_INDICATOR } from "../words/note-words";

/**
 * Cuts the tokens into statements. A statement ends with its score, whatever separates it from the next one, so
 * commas, semicolons, full stops and line breaks may be used as people use them (SPEC L3).
 */
export function readStatements(tokens: readonly Token[]): readonly Statement[] {
  const before = READ.get(tokens);
  if (before) return before;
  const reader: Reader = { tokens, i: 0, pending: [], out: [] };
  while (reader.i < tokens.length) step(reader);
  flush(reader, "note");
  READ.set(tokens, reader.out);
  return reader.out;
}

/** The same tokens are read by several composers in turn. */
const READ = new WeakMap<readonly Token[], readonly Statement[]>();

function step(reader: Reader): void {
  const token = reader.tokens[reader.i];
  if (!token) return;
  switch (token.type) {
    case "refused":
      return refuse(token.at, token.wording);
    case "marker":
      flush(reader, "note");
      emit(reader, { type: "marker", style: token.style, ordinal: token.ordinal }, reader.i + 1);
      return;
    case "stop":
      flush(reader, "note");
      reader.i++;
      return;
    case "comma":
      if (isDefinition(reader.pending) || isStandard(reader.pending) || statesCount(reader) || statesTarget(reader))
        flush(reader, "note");
      push(reader);
      return;
    case "colon":
      colon(reader);
      return;
    case "tail":
    case "cap":
      flush(reader, "note");
      emit(reader, { type: token.type }, reader.i + 1);
      return;
    case "limit":
      limit(reader, token.which);
      return;
    case "total":
      stated(reader, reader.i + 1);
      return;
    case "by":
      by(reader);
      return;
    case "score":
      score(reader);
      return;
    case "operator":
      if (token.op === "*") product(reader);
      else push(reader);
      return;
    default:
      outcome(reader);
  }
}

/** 最低得1分, 最多扣3分, 最高5分, 扣至2分为止. */
function limit(reader: Reader, which: "least" | "most"): void {
  const { tokens, i } = reader;
  const word = tokens[i];
  const found = outcomeAt(tokens, i + 1) ?? marksAt(tokens, i + 1);
  if (!word || !found) {
    push(reader);
    return;
  }
  const of = which === "most" && (found.act === "deduct" || sliceOf(word).includes("扣")) ? "loss" : "score";
  let next = found.next;
  while (tokens[next]?.type === "tail") next++;
  flushComma(reader);
  emit(reader, { type: "limit", which, of, amount: found.amount }, next);
}

const sliceOf = (token: Token): string => (token.type === "limit" ? token.word : "");

function marksAt(tokens: readonly Token[], i: number): Outcome | null {
  const number = tokens[i];
  if (number?.type === "weight") return { act: "award", amount: { type: "full", stated: null }, next: i + 1 };
  if (number?.type !== "number" || number.unit.of !== "marks") return null;
  return { act: "award", amount: { type: "marks", value: number.value, per: null }, next: i + 1 };
}

/** 共5分, 满分5分: the full mark as the text states it. */
function stated(reader: Reader, at: number): void {
  const number = reader.tokens[at];
  if (number?.type !== "number") {
    push(reader);
    return;
  }
  flushComma(reader);
  emit(reader, { type: "stated", value: number.value }, at + 1);
}

/** 执行率=支出数/预算数: an equation without a score ends at its comma. */
const isDefinition = (tokens: readonly Token[]): boolean =>
  tokens.some(({ type }) => type === "equals") && tokens.some(({ type }) => type === "operator");

function isStandard(tokens: readonly Token[]): boolean {
  const [by, number, words] = trim(tokens);
  return (
    by?.type === "word" &&
    by.text.startsWith("以") &&
    number?.type === "number" &&
    words?.type === "word" &&
    STANDARD_WORDS.test(words.text)
  );
}

/** 共3项，满分12分: how many there are, no condition of what follows. */
function statesCount({ pending, tokens, i }: Reader): boolean {
  const [all, number, ...more] = trim(pending);
  return (
    all?.type === "word" &&
    IN_ALL.test(all.text) &&
    number?.type === "number" &&
    number.unit.of === "counter" &&
    more.every(({ type }) => type === "word") &&
    STATES_MARK.has(tokens[i + 1]?.type ?? "")
  );
}

const STATES_MARK: ReadonlySet<string> = new Set(["full", "total", "weight", "limit", "cap"]);

/** 目标值为98%，达到目标值得满分…: the target with its number, and no score of its own. */
function statesTarget({ pending, tokens, i }: Reader): boolean {
  const [name, is, number, ...more] = trim(pending);
  return (
    name?.type === "word" &&
    TARGET_NAME.test(name.text) &&
    is?.type === "compare" &&
    number?.type === "number" &&
    number.unit.of !== "marks" &&
    more.length === 0 &&
    outcomeAt(tokens, i + 1) === null
  );
}

/** A colon before a score belongs to the statement (优：5分); otherwise what stands before it is a heading. */
function colon(reader: Reader): void {
  const next = reader.i + 1;
  if (reader.pending.length === 0) reader.i++;
  else if (headedRange(reader.tokens, next) !== null) push(reader);
  else if (outcomeAt(reader.tokens, next) !== null && !startsScale(reader.tokens, next)) push(reader);
  else if (isDirection(reader.pending)) push(reader);
  else if (reader.pending.every(isHeadingWord)) {
    flush(reader, "heading");
    reader.i++;
  } else push(reader);
}

/** 正向指标：得分=…；反向指标：得分=…: which of the two ways a formula is for. */
function isDirection(pending: readonly Token[]): boolean {
  const [word, ...more] = trim(pending);
  return word?.type === "word" && more.length === 0 && DIRECTION_LABEL.test(word.text);
}

const isHeadingWord = (token: Token): boolean =>
  ["word", "open", "close", "by", "weight", "pause"].includes(token.type) ||
  (token.type === "number" && token.unit.of === "counter");

/** 满意度：90分以上…: the number after the colon is a condition, not a score. */
const startsScale = (tokens: readonly Token[], i: number): boolean => {
  const after = tokens[i + 1];
  return after !== undefined && ["after", "dash", "ends"].includes(after.type);
};

function outcome(reader: Reader): void {
  const { tokens, i } = reader;
  const token = tokens[i];
  const next = tokens[i + 1];
  const stating = token?.type === "full" || token?.type === "weight";
  if (stating && trim(reader.pending).every(isGeneric)) {
    const at = next?.type === "compare" || next?.type === "colon" ? i + 2 : i + 1;
    const number = tokens[at];
    if (number?.type === "number" && number.unit.of === "marks") {
      stated(reader, at);
      return;
    }
  }
  const found = outcomeAt(tokens, i);
  if (found && reader.pending.length === 0 && tokens[found.next]?.type === "colon") scoreFirst(reader, found);
  else if (found) award(reader, found);
  else push(reader);
}

/** 5分：制度健全；3分：… : the score stands before its condition. */
function scoreFirst(reader: Reader, found: Outcome): void {
  const { tokens } = reader;
  const start = found.next + 1;
  const end = clauseEnd(tokens, start, SENTENCE);
  const condition = trim(tokens.slice(start, end));
  const scored = condition.some((_, j) => outcomeAt(condition, j) !== null);
  if (condition.length === 0 || scored || found.act !== "award") {
    award(reader, found);
    return;
  }
  emit(reader, { type: "award", condition, amount: found.amount, bonus: false, all: false }, end);
}

const SENTENCE: ReadonlySet<string> = new Set(["stop", "marker"]);

const isGeneric = (token: Token): boolean => token.type === "word" && THE_INDICATOR.test(token.text);
