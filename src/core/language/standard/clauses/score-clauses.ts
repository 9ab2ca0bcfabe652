import { outcomeAt, rangeOfShares } from "./amount";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { award, clauseEnd, emit, flush, push, type Reader, STOPS } from "./statement-reader";
import { trim } from "../words/trim";
import { NAMES_THE_SCORE, WHENCE } from "../words/point-words";
import type { Token } from "../words/token";
import type { Amount } from "./tree";
import { SHARE_NOUN } from "../words/share-words";

const BY_STOPS: ReadonlySet<string> = new Set([...STOPS, "by", "each"]);

/** 按比例计分, 按执行率×分值计分, 按满分计算, 按80%计分. Any other 按 is ordinary text. */
export function by(reader: Reader): void {
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
  // 按1%扣分 may mean 1% of the mark or one mark for each 1%
  if (share?.type === "share" && closing.type === "loss" && !inner.some(({ type }) => type === "weight"))
    refuse(closing.at, problems.outcome);
  if (share && closing.type === "loss") {
    award(reader, { act: "deduct", amount: share, next: at + 1 });
    return;
  }
  if (closing.type === "score" && tokens[at + 1]?.type === "comma" && saysWhence(inner)) {
    reader.pending = [...reader.pending, ...inner];
    flush(reader, "note");
    reader.i = at + 1;
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
  inner.some((token) => token.type === "word" && SHARE_NOUN.test(token.text));

/** 按照收集到的满意度情况评分，…: where the figure comes from. */
const saysWhence = (inner: readonly Token[]): boolean => {
  const last = inner.at(-1);
  return (
    last?.type === "word" && WHENCE.test(last.text) && inner.every(({ type }) => type === "word" || type === "pause")
  );
};

/** 按分值的80%, 按80%. */
function shareBy(inner: readonly Token[]): Amount | null {
  const range = rangeOfShares(inner, 0);
  if (range?.next === inner.length) return range.amount;
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
export function score(reader: Reader): void {
  const { tokens, i } = reader;
  const link = tokens[i + 1];
  const linked =
    link?.type === "equals" ||
    link?.type === "colon" ||
    (link?.type === "compare" && link.op === "=") ||
    (link?.type === "word" && link.text === "为");
  // 得分按完成率乘以分值计算: the word says only what is computed
  if (link?.type === "by" && trim(reader.pending).length === 0) {
    reader.i++;
    return;
  }
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
  const [name, ...more] = trim(reader.pending);
  const named =
    name?.type === "word" && more.length === 0 && name.end === tokens[i]?.at && NAMES_THE_SCORE.test(name.text);
  emit(reader, { type: "formula", condition: named ? [] : trim(reader.pending), formula }, end);
}

/** A product with a mark in it and no 得分 before it: 执行率*该指标分值. One without is a definition (…×100%). */
export function product(reader: Reader): void {
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
    for (const token of tokens.slice(i, end)) reader.pending.push(token);
    reader.i = end;
    return;
  }
  const condition = trim(pending.slice(0, cut));
  reader.pending = [...pending];
  emit(reader, { type: "formula", condition, formula: trim(formula) }, end);
}
