import { outcomeAt, type Outcome } from "./amount";
import { refuse } from "./problem";
import type { Token } from "./token";
import type { Amount, Statement } from "./tree";

/**
 * Cuts the tokens into statements. A statement ends with its score, whatever separates it from the next one, so
 * commas, semicolons, full stops and line breaks may be used as people use them (SPEC L3).
 */
export function readStatements(tokens: readonly Token[]): Statement[] {
  const reader: Reader = { tokens, i: 0, pending: [], out: [] };
  while (reader.i < tokens.length) step(reader);
  flush(reader, "note");
  return reader.out;
}

interface Reader {
  readonly tokens: readonly Token[];
  i: number;
  pending: Token[];
  readonly out: Statement[];
}

type Unplaced<S> = S extends Statement ? Omit<S, "at" | "end"> : never;

function emit(reader: Reader, statement: Unplaced<Statement>, next: number): void {
  const first = reader.pending[0] ?? reader.tokens[reader.i];
  const last = reader.tokens[next - 1];
  const span = { at: first?.at ?? 0, end: last?.end ?? first?.end ?? 0 };
  reader.out.push({ ...statement, ...span });
  reader.pending = [];
  reader.i = next;
}

/** What stands before a stop without a score is a note or, before a colon, a heading. */
function flush(reader: Reader, type: "note" | "heading"): void {
  const tokens = trim(reader.pending);
  const [first] = tokens;
  const last = tokens.at(-1);
  reader.pending = [];
  if (!first || !last) return;
  const span = { at: first.at, end: last.end };
  reader.out.push(type === "note" ? { type, tokens, ...span } : { type, tokens, mark: null, ...span });
}

function step(reader: Reader): void {
  const token = reader.tokens[reader.i];
  if (!token) return;
  switch (token.type) {
    case "refused":
      return refuse(token.at, token.wording);
    case "marker":
      flush(reader, "note");
      {
        emit(reader, { type: "marker", style: token.style, ordinal: token.ordinal }, reader.i + 1);
        return;
      }
    case "stop":
      flush(reader, "note");
      reader.i++;
      return;
    case "comma":
      if (isDefinition(reader.pending) || isStandard(reader.pending)) flush(reader, "note");
      {
        push(reader);
        return;
      }
    case "colon": {
      colon(reader);
      return;
    }
    case "tail":
    case "cap":
      flush(reader, "note");
      {
        emit(reader, { type: token.type }, reader.i + 1);
        return;
      }
    case "limit": {
      limit(reader, token.which);
      return;
    }
    case "total": {
      stated(reader, reader.i + 1);
      return;
    }
    case "by": {
      by(reader);
      return;
    }
    case "score": {
      score(reader);
      return;
    }
    case "operator":
      if (token.op === "*") product(reader);
      else push(reader);
      return;
    default: {
      outcome(reader);
      return;
    }
  }
}

const push = (reader: Reader): void => {
  const token = reader.tokens[reader.i];
  if (token) reader.pending.push(token);
  reader.i++;
};

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

/** Pending commas before a tail or limit carry nothing. */
function flushComma(reader: Reader): void {
  reader.pending = trim(reader.pending);
  if (reader.pending.length > 0) flush(reader, "note");
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

/** 以100%为标准: where counting starts, closed by its comma. */
export const STANDARD_WORDS = /^为(?:标准|基准|目标值?|基数|满分|起点|基础|上限|下限|依据|界)/;

function isStandard(tokens: readonly Token[]): boolean {
  const [by, number, words] = trim(tokens);
  return (
    by?.type === "word" &&
    by.text === "以" &&
    number?.type === "number" &&
    words?.type === "word" &&
    STANDARD_WORDS.test(words.text)
  );
}

/** A colon before a score belongs to the statement (优：5分); otherwise what stands before it is a heading. */
function colon(reader: Reader): void {
  const next = reader.i + 1;
  if (reader.pending.length === 0) reader.i++;
  else if (outcomeAt(reader.tokens, next) !== null && !startsScale(reader.tokens, next)) push(reader);
  else if (reader.pending.every(isHeadingWord)) {
    flush(reader, "heading");
    reader.i++;
  } else push(reader);
}

const isHeadingWord = (token: Token): boolean =>
  ["word", "open", "close", "by", "weight", "pause"].includes(token.type) ||
  (token.type === "number" && token.unit.of === "counter");

/** 满意度：90分以上…: the number after the colon is a condition, not a score. */
const startsScale = (tokens: readonly Token[], i: number): boolean => {
  const after = tokens[i + 1];
  return after !== undefined && ["after", "dash", "ends"].includes(after.type);
};

/** Where the clause that begins at `i` ends: at a stop, or at a comma. */
function clauseEnd(tokens: readonly Token[], i: number, stops: ReadonlySet<string>): number {
  let depth = 0;
  for (let j = i; j < tokens.length; j++) {
    const type = tokens[j]?.type ?? "stop";
    if (type === "open") depth++;
    else if (type === "close" && --depth < 0) return j;
    else if (depth <= 0 && stops.has(type)) return j;
  }
  return tokens.length;
}

const STOPS: ReadonlySet<string> = new Set(["stop", "marker", "comma", "cap", "tail", "limit", "rest"]);

const BY_STOPS: ReadonlySet<string> = new Set([...STOPS, "by", "each"]);

/** 按比例计分, 按执行率×分值计分, 按满分计算, 按80%计分. Any other 按 is ordinary text. */
function by(reader: Reader): void {
  const { tokens, i } = reader;
  const end = clauseEnd(tokens, i + 1, BY_STOPS);
  let at = i + 1;
  while (at < end && !ENDS_BY.has(tokens[at]?.type ?? "")) at++;
  const inner = tokens.slice(i + 1, at);
  const closing = tokens[at];
  const whole = outcomeAt(tokens, i + 1);
  if (whole && tokens[whole.next]?.type === "score") {
    award(reader, { ...whole, next: whole.next + 1 });
    return;
  }
  if (inner.some(({ type }) => type === "operator")) {
    formulaBy(reader, inner, at);
    return;
  }
  if (!closing || !ENDS_BY.has(closing.type)) {
    push(reader);
    return;
  }
  const share = shareBy(inner);
  if (share && closing.type === "score") {
    award(reader, { act: "award", amount: share, next: at + 1 });
    return;
  }
  if (share && closing.type === "loss") {
    award(reader, { act: "deduct", amount: share, next: at + 1 });
    return;
  }
  if (!isProportion(inner)) {
    push(reader);
    return;
  }
  emit(
    reader,
    { type: "proportion", condition: trim(reader.pending), base: inner, loss: closing.type === "loss" },
    at + 1,
  );
}

const ENDS_BY: ReadonlySet<string> = new Set(["score", "loss", "full", "zero", "verb"]);

const isProportion = (inner: readonly Token[]): boolean =>
  inner.every(({ type }) => type === "word" || type === "respectively" || type === "open" || type === "close") &&
  inner.some((token) => token.type === "word" && /比例|比率|率|比值|百分比|比重|度$|进度/.test(token.text));

/** 按分值的80%, 按80%. */
function shareBy(inner: readonly Token[]): Amount | null {
  const numbers = inner.filter((token) => token.type === "number");
  const [number] = numbers;
  if (numbers.length !== 1 || number?.unit.of !== "rate")
    return numbers.length === 1 && number?.unit.of === "marks" && inner.length === 1
      ? { type: "marks", value: number.value, per: null }
      : null;
  const rest = inner.filter(
    (token) => token !== number && !(token.type === "word" && token.text === "的") && token.type !== "weight",
  );
  return rest.length === 0 ? { type: "share", share: number.value } : null;
}

function formulaBy(reader: Reader, inner: readonly Token[], at: number): void {
  const closing = reader.tokens[at]?.type;
  emit(reader, { type: "formula", condition: trim(reader.pending), formula: inner }, closing === "score" ? at + 1 : at);
}

/** 得分=…: a formula; a mark after 得分 is a verb already; any other mention of 得分 stays in the text. */
function score(reader: Reader): void {
  const { tokens, i } = reader;
  const link = tokens[i + 1];
  const linked =
    link?.type === "equals" ||
    link?.type === "colon" ||
    (link?.type === "compare" && link.op === "=") ||
    (link?.type === "word" && link.text === "为");
  const start = linked ? i + 2 : tokens[i + 1]?.type === "open" ? i + 1 : -1;
  if (start < 0) {
    push(reader);
    return;
  }
  const end = clauseEnd(tokens, start, STOPS);
  const formula = tokens.slice(start, end);
  const operators = formula.some(({ type }) => type === "operator");
  if (!operators && !(linked && formula.length === 1 && formula[0]?.type === "word")) {
    if (link?.type === "colon") reader.i += 2;
    else push(reader);
    return;
  }
  emit(reader, { type: "formula", condition: trim(reader.pending), formula }, end);
}

/** A product with a mark in it and no 得分 before it: 执行率*该指标分值. One without is a definition (…×100%). */
function product(reader: Reader): void {
  const { tokens, i, pending } = reader;
  const end = clauseEnd(tokens, i, STOPS);
  let cut = pending.length;
  while (cut > 0 && !["comma", "colon"].includes(pending[cut - 1]?.type ?? "")) cut--;
  const all = [...pending.slice(cut), ...tokens.slice(i, end)];
  const formula = all.filter(({ type }) => type !== "score");
  const defines = all.some((token) => token.type === "equals" || (token.type === "compare" && token.op === "="));
  if (
    !formula.some(
      (token) =>
        token.type === "weight" ||
        token.type === "full" ||
        (token.type === "number" && (token.unit.of === "marks" || (!defines && token.unit.of === "none"))),
    )
  ) {
    reader.pending.push(...tokens.slice(i, end));
    reader.i = end;
    return;
  }
  const condition = trim(pending.slice(0, cut));
  reader.pending = [...pending];
  emit(reader, { type: "formula", condition, formula: trim(formula) }, end);
}

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

const isGeneric = (token: Token): boolean =>
  token.type === "word" && /^(?:本项|该项|此项|本指标|该指标|指标)$/.test(token.text);

function award(reader: Reader, found: Outcome): void {
  let { next } = found;
  const { tokens } = reader;
  const opened = reader.pending.at(-1)?.type === "open";
  if (opened && tokens[next]?.type === "close") {
    reader.pending.pop();
    next++;
    if (tokens[next]?.type === "colon" && found.act === "award" && found.amount.type === "marks") {
      const heading = trim(reader.pending);
      emit(reader, { type: "heading", tokens: heading, mark: found.amount.value }, next + 1);
      return;
    }
  }
  const condition = trim(reader.pending);
  if (found.act === "deduct") {
    emit(reader, { type: "deduct", condition, amount: found.amount }, next);
    return;
  }
  emit(
    reader,
    { type: "award", condition, amount: found.amount, bonus: found.act === "bonus", all: found.all ?? false },
    next,
  );
}

const EDGE: ReadonlySet<string> = new Set(["comma", "pause", "stop", "break", "colon"]);

/** Without separators at the ends and without a bracket that lost its partner. */
export function trim(tokens: readonly Token[]): Token[] {
  let from = 0;
  let to = tokens.length;
  const at = (i: number): string => tokens[i]?.type ?? "";
  for (;;) {
    if (from < to && (EDGE.has(at(from)) || at(from) === "close")) from++;
    else if (from < to && (EDGE.has(at(to - 1)) || at(to - 1) === "open")) to--;
    else break;
  }
  const inner = tokens.slice(from, to);
  const opens = inner.filter(({ type }) => type === "open").length;
  const closes = inner.filter(({ type }) => type === "close").length;
  if (opens > closes && at(from) === "open") return trim(inner.slice(1));
  if (closes > opens && at(to - 1) === "close") return trim(inner.slice(0, -1));
  return inner;
}
