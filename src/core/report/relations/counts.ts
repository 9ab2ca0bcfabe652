import { chineseNumber } from "../../model/chinese-numeral";
import { ratio } from "../../model/exact";
import { clauseStart } from "../text/clauses";
import type { Prose, Span } from "../text/prose";
import type { Relation, Verdict } from "../types";
import {
  COUNT_AHEAD,
  COUNT_BEHIND,
  FIRST_IS,
  JOINED_NAMES,
  LIST_OPEN,
  LIST_STARTS,
  NO_ITEM,
  ORDINAL_IS,
} from "../words/counts";

type Count = Extract<Relation, { is: "count" }>;

/** Numbers of things that are listed beside them: 4个股室：甲、乙、丙、丁 and 甲、乙等四个方面. */
export function readCounts(prose: Prose): readonly Count[] {
  return [...countsAhead(prose), ...countsBehind(prose)];
}

function numberOf(digits: string): number | null {
  const number = /^\d+$/.test(digits) ? Number(digits) : (chineseNumber(digits)?.valueOf() ?? Number.NaN);
  return Number.isInteger(number) && number > 1 && number <= 200 ? number : null;
}

function countsAhead(prose: Prose): readonly Count[] {
  const { text } = prose;
  return [...text.matchAll(COUNT_AHEAD)].flatMap((match) => {
    const [whole, digits = "", noun = ""] = match;
    const stated = numberOf(digits);
    const start = match.index + whole.length;
    if (stated === null) return [];
    const enumerated = ordinals(prose, start);
    if (enumerated) return [countOf(stated, noun, match.index, enumerated, enumerated.length)];
    const inBrackets = whole.endsWith("(");
    const end = endOfList(text, start, inBrackets);
    const items = itemsOf(text, start, end);
    // a sentence behind the colon is no list of names
    if (items.length < 2 || items.some(({ from, to }) => !isName(text.slice(from, to)))) return [];
    const isOpen = LIST_OPEN.test(text.slice(start, end));
    const count = countOf(stated, noun, match.index, items, lastMayBeTwo(text, items), isOpen);
    // 11个县（市、区）, 12个乡镇（街道、园区）: other words for what is counted, as likely as its names
    return inBrackets && count.verdict.is !== "holds" ? [] : [count];
  });
}

const LONGEST_NAME = 24;

const isName = (item: string): boolean => item.length > 0 && item.length <= LONGEST_NAME && !NO_ITEM.test(item);

function endOfList(text: string, start: number, inBrackets: boolean): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit === "(") depth++;
    if (unit === ")") {
      if (depth === 0) return i;
      depth--;
    }
    if (depth > 0) continue;
    if (/[。;\n!?]/.test(unit)) return i;
    if (unit === "," && !inBrackets) return i;
  }
  return text.length;
}

/** The names between 、, not within brackets. */
function itemsOf(text: string, start: number, end: number): readonly Span[] {
  const items: Span[] = [];
  let from = start;
  let depth = 0;
  for (let i = start; i <= end; i++) {
    const unit = text.charAt(i);
    if (unit === "(") depth++;
    if (unit === ")") depth--;
    if (i < end && (unit !== "、" || depth > 0)) continue;
    if (i > from) items.push({ from, to: i });
    from = i + 1;
  }
  return items;
}

/** 甲、乙和丙: the last name may be one or two; the larger of both counts, the smaller is that of the items. */
function lastMayBeTwo(text: string, items: readonly Span[]): number {
  const joined = items.filter(({ from, to }) => JOINED_NAMES.test(text.slice(from, to))).length;
  return items.length + joined;
}

function countOf(stated: number, noun: string, at: number, items: readonly Span[], most: number, isOpen = false): Count {
  const listed = items.length;
  const last = items.at(-1);
  const span = { from: at, to: last?.to ?? at };
  const fits = stated >= listed && stated <= most;
  const isMore = listed > stated;
  const verdict: Verdict = fits
    ? { is: "holds", rounded: false }
    : isOpen && !isMore
      ? { is: "open", why: "openList" }
      : { is: "contradicts", computed: ratio(listed), hint: null };
  return { is: "count", stated, listed, noun, span, items, verdict };
} // prettier-ignore

/** 一是…；二是…；三是…: as far as the numbers follow each other, up to the next heading. */
function ordinals(prose: Prose, start: number): readonly Span[] | null {
  const { text } = prose;
  if (!FIRST_IS.test(text.slice(start, start + 3))) return null;
  const next = prose.sentences.find(({ from, heading }) => heading !== null && from > start)?.from ?? text.length;
  const found: Span[] = [];
  for (const match of text.slice(start, next).matchAll(ORDINAL_IS)) {
    if (numberOfOne(match[1]) !== found.length + 1) break;
    const from = start + match.index;
    found.push({ from, to: from + match[0].length });
  }
  return found.length > 1 ? found : null;
}

const numberOfOne = (digit: string | undefined): number => chineseNumber(digit ?? "")?.valueOf() ?? Number.NaN;

function countsBehind(prose: Prose): readonly Count[] {
  const { text } = prose;
  return [...text.matchAll(COUNT_BEHIND)].flatMap((match) => {
    const [, and, digits = "", noun = ""] = match;
    const stated = numberOf(digits);
    if (stated === null) return [];
    const from = clauseStart(text, match.index, LIST_MARKS);
    const clause = text.slice(from, match.index);
    if (!clause.includes("、")) return [];
    const opens = LIST_STARTS.exec(clause)?.[0].length ?? 0;
    const items = itemsOf(text, from + opens, match.index);
    if (items.length < 2 || items.some((item) => !isName(text.slice(item.from, item.to)))) return [];
    const most = lastMayBeTwo(text, items);
    const count = countOf(stated, noun, from + opens, items, most, and !== undefined);
    // where the list begins is known only behind such a word, and where its names are short
    const isSure = opens > 0 && items.every((item) => item.to - item.from <= 8);
    if (count.verdict.is !== "contradicts" || isSure) return [count];
    return [{ ...count, verdict: { is: "open", why: "openList" } as const }];
  });
}

/** A list before its number stands within these; its names are parted by 、. */
const LIST_MARKS = ",;:。()\n!?";
