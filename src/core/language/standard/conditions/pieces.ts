import { readFormula } from "./formula";
import { readRange, type Range } from "./range";
import { trim } from "../words/trim";
import {
  ALL_OF_THEM,
  AND_ALSO,
  AND_INSIDE,
  EVIDENCE,
  LETTER,
  NO_CONDITION,
  OR_ELSE,
  SCOPE_ALONE,
  TWO_QUANTITIES,
} from "../words/case-words";
import { unlessRefused } from "../words/problem";
import type { Token } from "../words/token";
import { comparisonOf } from "../../../model/comparison-words";
import { ONE } from "../../../model/exact";
import type { Condition, Piece } from "./condition";
import { bareWords } from "./question";

/** A condition in its pieces, joined by 且 or a comma; null where a piece is not understood. */
export function readCondition(tokens: readonly Token[], text: string): Condition | null {
  const pieces: Piece[] = [];
  for (const part of cut(tokens)) {
    const read = readPiece(part, text);
    if (read === null) return null;
    for (const piece of read) pieces.push(piece);
  }
  return pieces;
}

/** At commas outside brackets, and before 且, 但, 并. */
function cut(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === "open") depth++;
    if (token.type === "close") depth--;
    const last = parts.at(-1);
    if (token.type === "comma" && depth <= 0) parts.push([]);
    else if (token.type === "word" && depth <= 0) {
      const joint = AND_ALSO.exec(token.text)?.[0].length ?? 0;
      const own = joint > 0 ? { ...token, text: token.text.slice(joint), at: token.at + joint } : token;
      if (joint > 0 && last && last.length > 0) parts.push([]);
      const inside = AND_INSIDE.exec(own.text);
      if (inside) {
        const behind = inside.index + inside[0].length;
        parts.at(-1)?.push({ ...own, text: own.text.slice(0, inside.index), end: own.at + inside.index });
        parts.push([{ ...own, text: own.text.slice(behind), at: own.at + behind }]);
      } else parts.at(-1)?.push(own);
    } else last?.push(token);
  }
  return parts.map((part) => trim(part)).filter(({ length }) => length > 0);
}

const NUMERIC: ReadonlySet<string> = new Set(["number", "compare", "after", "dash", "ends"]);

function readPiece(tokens: readonly Token[], text: string): readonly Piece[] | null {
  const [first] = tokens;
  if (first?.type === "rest") {
    const more = trim(tokens.slice(1));
    return more.length === 0 ? [{ is: "rest" }] : readPiece(more, text);
  }
  const printed = text.slice(first?.at, tokens.at(-1)?.end);
  const words = bareWords(printed);
  // 实际成本≤计划成本: a sign between two names
  const signed = tokens.every(({ type }) => type === "word" || type === "compare") ? comparedIn(words) : null;
  if (signed) return [signed];
  if (tokens.some(({ type }) => NUMERIC.has(type))) {
    const range = rangePiece(tokens, text);
    return range && [range];
  }
  if (NO_CONDITION.test(words)) return null;
  if (words === "" || EVIDENCE.test(words) || SCOPE_ALONE.test(words)) return [];
  const compared = comparedIn(words);
  if (compared) return [compared];
  if (tokens.some(({ type }) => type !== "word" && type !== "pause" && type !== "by" && type !== "open" && type !== "close"))
    return null;
  if (OR_ELSE.test(words) && AND_INSIDE.test(words)) return null;
  return words.split(AND_INSIDE).map((one): Piece => ({ is: "words", words: bareWords(one) }));
} // prettier-ignore

function comparedIn(words: string): Piece | null {
  const [, of = "", word = "", to = ""] = TWO_QUANTITIES.exec(words) ?? [];
  const op = comparisonOf(word);
  return op && { is: "compared", of, op, to };
}

function rangePiece(tokens: readonly Token[], text: string): Piece | null {
  const start = tokens.findIndex(({ type }) => type === "compare" || type === "number");
  const lead = tokens.slice(0, Math.max(start, 0));
  if (lead.some(({ type }) => type === "operator")) return computedPiece(lead, tokens.slice(start), text);
  const range = rangeOf(tokens);
  if (!range || range.spread) return null;
  const [first] = tokens;
  const letter = first?.type === "word" && LETTER.test(first.text) ? first.text : "";
  const name = range.subject?.name ?? "";
  const subject = name === "" ? letter : name;
  if (NO_CONDITION.test(subject)) return null;
  if (ALL_OF_THEM.test(subject)) return { is: "each", range };
  return range.subject?.absolute ? null : { is: "range", subject, range };
}

function computedPiece(lead: readonly Token[], rest: readonly Token[], text: string): Piece | null {
  const of = readFormula(lead, text, ONE);
  const range = rangeOf(rest);
  return of && range && !range.spread && (range.subject?.name ?? "") === "" ? { is: "computed", of, range } : null;
}

const rangeOf = (tokens: readonly Token[]): Range | null => unlessRefused(() => readRange(tokens));
