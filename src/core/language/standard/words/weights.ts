import { ONE, sumExact, type Exact } from "../../../model/exact";
import type { NumberToken, Token } from "./token";

/** A share of the full mark that a part of the text is worth: 资金到位率占40%, 资金到位率（权重40%）, 制度建设（40%）：. */
interface Weight {
  /** Index of the word that says 占, or of the number where none does. */
  readonly from: number;
  /** Index after the number, or after the bracket that closes behind it. */
  readonly to: number;
  readonly number: NumberToken & Token;
  readonly bracketed: boolean;
}

/**
 * ①资金到位率占40%：…；②预算执行率占60%：…: shares that make up the whole are marks of the parts, and the text is read as
 * if it printed these (SPEC L9). The tokens unchanged where there are no such shares.
 */
export function weightsAsMarks(tokens: readonly Token[], full: Exact): readonly Token[] {
  const weights = tokens.flatMap((_, i) => weightAt(tokens, i) ?? []);
  if (weights.length < 2 || !sumExact(weights.map(({ number }) => number.value)).equals(ONE)) return tokens;
  const result: Token[] = [];
  let at = 0;
  for (const [i, weight] of weights.entries()) {
    for (const token of [...tokens.slice(at, weight.from), ...withMarks(tokens, weight, full)]) result.push(token);
    const end = weights[i + 1]?.from ?? tokens.length;
    const next = tokens[weight.to];
    const heads = next?.type === "comma" && tokens.slice(weight.to, end).some(({ type }) => SCORES.has(type));
    if (heads) result.push({ type: "colon", at: next.at, end: next.end });
    at = heads ? weight.to + 1 : weight.to;
  }
  return [...result, ...tokens.slice(at)];
}

/** A label before one of these has a rule of its own behind it. */
const SCORES: ReadonlySet<string> = new Set(["verb", "full", "zero", "keep", "score", "loss"]);

/** What is left of the label's last word, and the marks in brackets. */
function withMarks(tokens: readonly Token[], { from, number, bracketed }: Weight, full: Exact): Token[] {
  const word = tokens[from];
  const kept = word?.type === "word" ? word.text.replace(SHARES, "") : "";
  const own: Token[] =
    word?.type === "word" && kept !== "" ? [{ ...word, text: kept, end: word.at + kept.length }] : [];
  const marks: Token = { ...number, value: number.value.mul(full), unit: { of: "marks", per: null } };
  const place = { at: number.at, end: number.end };
  return [...own, ...(bracketed ? [] : [{ type: "open", ...place } as const]), marks, { type: "close", ...place }];
}

const SHARES = /(?:所?占(?:比重?|权重|分值)?|权重|比重|分值)(?:比例)?为?$/;
const LEAVES: ReadonlySet<string> = new Set(["comma", "colon", "stop", "marker", "break"]);

/** 占40% behind a label that holds no number of its own; （40%） only where a colon makes it a heading. */
function weightAt(tokens: readonly Token[], i: number): Weight | null {
  const token = tokens[i];
  if (!token || !isLabel(tokens, i)) return null;
  const bracketed = tokens[i - 1]?.type === "open";
  const bare = token.type === "number";
  const says = token.type === "weight" || (token.type === "word" && SHARES.test(token.text));
  if (!says && !(bare && bracketed)) return null;
  const at = bare ? i : tokens[i + 1]?.type === "compare" ? i + 2 : i + 1;
  const number = tokens[at];
  if (number?.type !== "number" || number.unit.of !== "rate" || number.spread) return null;
  if (bracketed && tokens[at + 1]?.type !== "close") return null;
  const to = bracketed ? at + 2 : at + 1;
  const after = tokens[to];
  if (bare ? after?.type !== "colon" : after && !LEAVES.has(after.type)) return null;
  return { from: i, to, number, bracketed };
}

/** Whether nothing but a name stands between the last separator and `i`, or the word at `i` begins with one. */
function isLabel(tokens: readonly Token[], i: number): boolean {
  let words = 0;
  for (let j = i - 1; j >= 0 && !LEAVES.has(tokens[j]?.type ?? "stop"); j--) {
    const type = tokens[j]?.type ?? "stop";
    if (!["word", "open", "close", "pause"].includes(type)) return false;
    words++;
  }
  const own = tokens[i];
  return words > 0 || (own?.type === "word" && own.text.replace(SHARES, "") !== "");
}
