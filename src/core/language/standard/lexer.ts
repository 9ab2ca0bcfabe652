import { ZERO, type Exact } from "../../model/exact";
import { COUNTERS, NOT_COUNTERS, wordsAt, type Entry } from "./lexicon";
import { markerAt, type MarkerState } from "./marker";
import { numeralAt } from "./numeral";
import { refuse } from "./problem";
import { problems } from "./problems";
import type { Source } from "./source";
import type { CompareOperator, NumberToken, Token, Unit } from "./token";

/** Cuts the text into tokens; what is no word of the language becomes `word` tokens, so nothing is lost (SPEC L1). */
export function tokenise(source: Source): Token[] {
  const lexer: Lexer = { source, text: source.text, tokens: [], wordStart: null, markers: { style: null, last: 0 } };
  let at = 0;
  while (at < lexer.text.length) {
    const token = markerAt(source, at, isBoundary(lexer), lexer.markers) ?? tokenAt(lexer, at);
    if (token === null) {
      lexer.wordStart ??= at;
      at += plainLength(lexer.text, at);
      continue;
    }
    endWord(lexer, at);
    lexer.tokens.push(token);
    at = token.end;
  }
  endWord(lexer, at);
  return lexer.tokens;
}

interface Lexer {
  readonly source: Source;
  readonly text: string;
  readonly tokens: Token[];
  wordStart: number | null;
  readonly markers: MarkerState;
}

function endWord(lexer: Lexer, end: number): void {
  const at = lexer.wordStart;
  if (at === null) return;
  lexer.tokens.push({ type: "word", text: lexer.text.slice(at, end), at, end });
  lexer.wordStart = null;
}

const lastToken = (lexer: Lexer): Token | undefined => (lexer.wordStart === null ? lexer.tokens.at(-1) : undefined);

const isBoundary = (lexer: Lexer): boolean => {
  if (lexer.wordStart !== null) return false;
  const last = lexer.tokens.at(-1);
  return last === undefined || ["stop", "colon", "break", "comma"].includes(last.type);
};

function plainLength(text: string, at: number): number {
  for (const [word, entry] of wordsAt(text, at)) if (entry.is === "plain") return word.length;
  return 1;
}

function tokenAt(lexer: Lexer, at: number): Token | null {
  return endsAt(lexer, at) ?? numberAt(lexer, at) ?? symbolAt(lexer, at) ?? lexemeAt(lexer, at);
}

const ENDS = /\(?(不含|不包含|不包括|含|包含|包括)(?:本数|本级)?(\d+(?:\.\d+)?)?(%|分|个|天)?(?:以上|以下)?\)?/y;

/** （含）, (不含), （含100%）, and 含 without brackets right after a number. */
function endsAt({ text, tokens, wordStart }: Lexer, at: number): Token | null {
  const first = text.charAt(at);
  if (!"(含不包".includes(first)) return null;
  ENDS.lastIndex = at;
  const match = ENDS.exec(text);
  if (!match) return null;
  const [whole, word = "", digits] = match;
  const bracketed = whole.startsWith("(");
  if (bracketed !== whole.endsWith(")")) return null;
  const last = wordStart === null ? tokens.at(-1) : undefined;
  if (!last || !["number", "after", "close"].includes(last.type)) return null;
  const next = text.charAt(at + whole.length);
  if (!bracketed && next !== "" && !"-~至到以,;。、:得计)及".includes(next)) return null;
  const value = digits === undefined ? null : (numeralAt(digits, 0)?.value ?? null);
  const scaled = value && match[3] === "%" ? value.div(100) : value;
  return { type: "ends", closed: !word.startsWith("不"), value: scaled, at, end: at + whole.length };
}

const NUMBER_STARTS: ReadonlySet<string> = new Set("0123456789零〇一二两三四五六七八九十百半±正-");

function numberAt(lexer: Lexer, at: number): Token | null {
  const { text } = lexer;
  if (!NUMBER_STARTS.has(text.charAt(at))) return null;
  const spread = text.charAt(at) === "±" || text.startsWith("正负", at);
  const sign = spread ? (text.charAt(at) === "±" ? 1 : 2) : negativeSign(lexer, at);
  const number = bareNumber(text, at + sign);
  if (!number) return null;
  if (number.chinese && !acceptsChinese(lexer, at, number)) return null;
  if (!number.chinese && /[A-Za-z]/.test(text.charAt(at - 1))) return null;
  const value = sign === 1 && !spread ? number.value.neg() : number.value;
  return { type: "number", value, unit: number.unit, spread, at, end: number.end };
}

/** The "-" of a negative number: not between two numbers, where it is a range. */
function negativeSign(lexer: Lexer, at: number): number {
  if (lexer.text.charAt(at) !== "-" || !/\d/.test(lexer.text.charAt(at + 1))) return 0;
  const last = lastToken(lexer);
  return last && ["compare", "dash", "open", "comma", "pause", "stop", "equals"].includes(last.type) ? 1 : 0;
}

interface BareNumber {
  readonly value: Exact;
  readonly unit: Unit;
  readonly end: number;
  readonly chinese: boolean;
}

/** A number with its unit, wherever it stands. */
function bareNumber(text: string, at: number): BareNumber | null {
  const numeral = numeralAt(text, at);
  if (!numeral) return null;
  if (!numeral.chinese && /^0\d/.test(text.slice(at, at + 2))) refuse(at, problems.number);
  if (/^\d[\d.]*,\d{3}(?!\d)/.test(text.slice(at, at + 12)) && !numeral.chinese && text.charAt(numeral.end) === ",")
    refuse(at, problems.number);
  return (
    fractionAt(text, at, numeral.end, numeral.value) ?? withUnit(text, at, numeral.end, numeral.value, numeral.chinese)
  );
}

/** 1/3, 三分之一, 一半. */
function fractionAt(text: string, at: number, end: number, value: Exact): BareNumber | null {
  const unit: Unit = { of: "rate" };
  if (text.startsWith("一半", at)) return { value: value.div(2), unit, end: at + 2, chinese: false };
  if (text.startsWith("分之", end)) {
    const top = numeralAt(text, end + 2);
    return top && !value.equals(ZERO) ? { value: top.value.div(value), unit, end: top.end, chinese: false } : null;
  }
  if (text.charAt(end) !== "/") return null;
  const bottom = numeralAt(text, end + 1);
  if (!bottom || bottom.chinese || bottom.value.equals(ZERO)) return null;
  const after = text.charAt(bottom.end);
  if (after === "%" || after === "个" || /[月日]/.test(after)) return null;
  return { value: value.div(bottom.value), unit, end: bottom.end, chinese: false };
}

const RATE_UNITS = ["个百分点", "个百分比", "百分点", "%", "‰", "成"] as const;
const NOT_MARKS = /^分(?:之|钟|类|别|级|配|析|工|项|管|散|解|布|公|局|支|母|子|期|批|段|区|档)/;

function withUnit(text: string, at: number, end: number, value: Exact, chinese: boolean): BareNumber {
  if (text.startsWith("百分之", at)) return { value, unit: { of: "rate" }, end, chinese: false };
  const rate = RATE_UNITS.find((unit) => text.startsWith(unit, end));
  if (rate === "成" && /^成(?:立|果|本|员|效|功|品|熟)/.test(text.slice(end, end + 2)))
    return { value, unit: { of: "none" }, end, chinese };
  if (rate !== undefined) {
    const scale = rate === "‰" ? 1000 : rate === "成" ? 10 : 100;
    return { value: value.div(scale), unit: { of: "rate" }, end: end + rate.length, chinese };
  }
  if (text.charAt(end) === "分" && !NOT_MARKS.test(text.slice(end, end + 2)))
    return marksUnit(text, end + 1, value, chinese);
  if (!NOT_COUNTERS.some((word) => text.startsWith(word, end))) {
    const name = COUNTERS.find((counter) => text.startsWith(counter, end));
    if (name !== undefined) return { value, unit: { of: "counter", name }, end: end + name.length, chinese };
  }
  return { value, unit: { of: "none" }, end, chinese };
}

/** 5分, and 0.5分/次. */
function marksUnit(text: string, end: number, value: Exact, chinese: boolean): BareNumber {
  if (text.charAt(end) === "/") {
    const start = end + (text.charAt(end + 1) === "每" ? 2 : 1);
    const per = COUNTERS.find((counter) => text.startsWith(counter, start));
    if (per !== undefined) return { value, unit: { of: "marks", per }, end: start + per.length, chinese };
  }
  return { value, unit: { of: "marks", per: null }, end, chinese };
}

/** Chinese digits are numbers only before a unit, or as 零 in a comparison; elsewhere they are words (统一, 三公). */
function acceptsChinese(lexer: Lexer, at: number, number: BareNumber): boolean {
  const before = lexer.text.charAt(at - 1);
  if ("第统唯逐同专".includes(before) && before !== "") return false;
  if (number.unit.of === "none") return number.value.equals(ZERO) && lastToken(lexer)?.type === "compare";
  if (number.unit.of === "marks" && lexer.text.startsWith("十分", at)) return lastToken(lexer)?.type === "verb";
  return true;
}

const COMPARISONS: readonly (readonly [string, CompareOperator])[] = [
  [">=", ">="], ["=>", ">="], ["<=", "<="], ["=<", "<="], ["≥", ">="], ["≤", "<="], [">", ">"], ["<", "<"],
]; // prettier-ignore
const SYMBOLS: ReadonlySet<string> = new Set("≥≤><=,、;。!.:\n()[]*/+-~至到乘除");
const PUNCTUATION: Readonly<Record<string, "comma" | "pause" | "stop" | "colon" | "open" | "close" | "break">> = {
  ",": "comma", "、": "pause", ";": "stop", "。": "stop", "!": "stop", ".": "stop", ":": "colon", "\n": "break",
  "(": "open", ")": "close", "[": "open", "]": "close",
}; // prettier-ignore

function symbolAt(lexer: Lexer, at: number): Token | null {
  const { text } = lexer;
  if (!SYMBOLS.has(text.charAt(at))) return null;
  const comparison = COMPARISONS.find(([symbol]) => text.startsWith(symbol, at));
  if (comparison) {
    const end = at + comparison[0].length;
    // "≥=" is typed by people who press twice
    return { type: "compare", op: comparison[1], at, end: text.charAt(end) === "=" ? end + 1 : end };
  }
  const unit = text.charAt(at);
  const end = at + 1;
  if (unit === "=")
    return startsNumber(text, end) ? { type: "compare", op: "=", at, end } : { type: "equals", at, end };
  const punctuation = PUNCTUATION[unit];
  if (punctuation !== undefined) return { type: punctuation, at, end };
  if (text.startsWith("乘以", at) || text.startsWith("除以", at))
    return { type: "operator", op: unit === "乘" ? "*" : "/", at, end: at + 2 };
  if (unit === "*" || unit === "/" || unit === "+") return { type: "operator", op: unit, at, end };
  if ("-~至到".includes(unit)) return dashAt(lexer, at, unit);
  return null;
}

function dashAt(lexer: Lexer, at: number, unit: string): Token | null {
  const { text } = lexer;
  let end = at + 1;
  if (unit === "-") while (text.charAt(end) === "-") end++;
  const last = lastToken(lexer);
  const between = last && ["number", "ends", "after"].includes(last.type) && startsNumber(text, end);
  if (between) return { type: "dash", minus: unit === "-", at, end };
  return unit === "-" ? { type: "operator", op: "-", at, end } : null;
}

const startsNumber = (text: string, at: number): boolean => {
  const first = text.charAt(at);
  if (first === "±" || first === "-" ? /\d/.test(text.charAt(at + 1)) : /\d/.test(first)) return true;
  if (first === "零" || text.startsWith("百分之", at) || text.startsWith("正负", at)) return true;
  const number = numeralAt(text, at);
  return number !== null && withUnit(text, at, number.end, number.value, true).unit.of !== "none";
};

function lexemeAt(lexer: Lexer, at: number): Token | null {
  for (const [word, entry] of wordsAt(lexer.text, at)) {
    if (entry.is === "plain") return null;
    const token = asToken(lexer, entry, at, at + word.length, word);
    if (token) return token;
  }
  return null;
}

/** The token that a word of the lexicon is at this place, or null where what it needs is not there. */
function asToken(lexer: Lexer, entry: Entry, at: number, end: number, word: string): Token | null {
  const { text } = lexer;
  if (word.endsWith("分") && text.charAt(end) === "值" && ["score", "loss", "verb"].includes(entry.is)) return null;
  switch (entry.is) {
    case "plain":
      return null;
    case "compare":
      return startsNumber(text, end) ? { type: "compare", op: entry.op, at, end } : null;
    case "after": {
      const last = lastToken(lexer);
      return last && ["number", "ends", "close"].includes(last.type) ? { type: "after", op: entry.op, at, end } : null;
    }
    case "verb":
      return amountFollows(text, end, WEAK_VERBS.has(word))
        ? { type: "verb", act: entry.act, all: word.startsWith("各"), at, end: skipLink(text, end) }
        : null;
    case "limit":
      return { type: "limit", which: entry.which, word, at, end };
    case "total":
      return marksFollow(text, skipLink(text, end)) ? { type: "total", at, end: skipLink(text, end) } : null;
    case "rest":
      return restAt(lexer, entry.word, at, end);
    case "refused":
      return { type: "refused", wording: entry.wording, at, end };
    case "score":
      return word === "计" || word === "计算" || word === "折算" || word === "计取"
        ? /^[,;。.)]?$|^算$/.test(text.charAt(end)) ? { type: "score", at, end } : null
        : { type: "score", at, end }; // prettier-ignore
    default:
      return { type: entry.is, at, end };
  }
}

/** Verbs that say of a bare percentage something else than a share of the mark (占50%以上, 减少5%). */
const WEAK_VERBS: ReadonlySet<string> = new Set([
  "占",
  "各占",
  "各",
  "算",
  "给",
  "打",
  "获",
  "减",
  "减少",
  "减去",
  "加",
  "增加",
  "取得",
  "获得",
  "得到",
  "达",
  "算作",
]);

const skipLink = (text: string, at: number): number => (/[:=为]/.test(text.charAt(at)) ? at + 1 : at);

function marksFollow(text: string, at: number): boolean {
  const number = numeralAt(text, at);
  if (number === null) return false;
  const { unit, end } = withUnit(text, at, number.end, number.value, number.chinese);
  return unit.of === "marks" && !startsArithmetic(text, end);
}

/** 得分=满分-…, 得分=5分×…: the amount is the first term of a formula. */
const startsArithmetic = (text: string, at: number): boolean =>
  /[+*/]/.test(text.charAt(at)) || (text.charAt(at) === "-" && !/\d/.test(text.charAt(at + 1)));

function amountFollows(text: string, end: number, weak: boolean): boolean {
  const at = skipLink(text, end);
  if (marksFollow(text, at)) return true;
  for (const [word, entry] of wordsAt(text, at))
    if (entry.is === "weight" || entry.is === "full")
      return !startsArithmetic(text, at + word.length) && (!weak || entry.is === "full");
  const number = numeralAt(text, at);
  if (!number) return false;
  if (/[-~至到]/.test(text.charAt(number.end)) && marksFollow(text, number.end + 1)) return true;
  const share =
    fractionAt(text, at, number.end, number.value) ?? withUnit(text, at, number.end, number.value, number.chinese);
  if (share.unit.of !== "rate") return false;
  if (!weak) return true;
  for (const [, entry] of wordsAt(text, share.end)) if (entry.is === "weight") return true;
  return false;
}

/** 其他 is a remainder only where a clause begins: 其他资金 is a noun. */
function restAt(lexer: Lexer, word: "else" | "others", at: number, end: number): Token | null {
  const last = lastToken(lexer);
  const begins =
    lexer.wordStart === null &&
    (!last || ["comma", "stop", "colon", "break", "marker", "open", "number", "full", "close"].includes(last.type));
  return begins ? { type: "rest", word, at, end } : null;
}

export type { NumberToken };
