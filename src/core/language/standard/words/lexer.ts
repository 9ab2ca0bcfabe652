import { ZERO } from "../../../model/exact";
import { lastToken, lexemeAt, type Lexer } from "./lexeme-token";
import { wordsAt } from "./lexicon";
import { markerAt } from "./marker";
import { type BareNumber, bareNumber, NUMBER_STARTS, startsNumber } from "./number-token";
import { numeralAt } from "./numeral";
import type { Source } from "./source";
import type { CompareOperator } from "../../../model/comparison-words";
import type { Token } from "./token";

/** Cuts the text into tokens; what is no word of the language becomes `word` tokens, so nothing is lost (SPEC L1). */
export function tokenise(source: Source): Token[] {
  const lexer: Lexer = { source, text: source.text, tokens: [], wordStart: null, markers: { style: null, last: 0 } };
  let at = 0;
  while (at < lexer.text.length) {
    const figure = scoreAsFigure(lexer.text, at);
    const token = figure > 0 ? null : (markerAt(source, at, isBoundary(lexer), lexer.markers) ?? tokenAt(lexer, at));
    if (token === null) {
      lexer.wordStart ??= at;
      at += figure > 0 ? figure : plainLength(lexer.text, at);
      continue;
    }
    endWord(lexer, at);
    lexer.tokens.push(token);
    at = token.end;
  }
  endWord(lexer, at);
  return lexer.tokens;
}

function endWord(lexer: Lexer, end: number): void {
  const at = lexer.wordStart;
  if (at === null) return;
  lexer.tokens.push({ type: "word", text: lexer.text.slice(at, end), at, end });
  lexer.wordStart = null;
}

const isBoundary = (lexer: Lexer): boolean => {
  if (lexer.wordStart !== null) return false;
  const last = lexer.tokens.at(-1);
  return last === undefined || ["stop", "colon", "break", "comma"].includes(last.type);
};

const NUMBER = "\\d+(?:\\.\\d+)?(?:分|%)?";
const FIGURE = new RegExp(
  `(?:得分|评分|打分)(?=(?:在|达到|达|为|高于|低于|不低于|大于|小于|不足|超过|[≥≤<>]=?)?${NUMBER}(?:\\([^)]*\\))?(?:及|或)?(?:以上|以下)|(?:在)?${NUMBER}(?:\\([^)]*\\))?[-~至]${NUMBER}(?:\\([^)]*\\))?(?:之间)?[的,]*[得计]|[*/]\\d|(?:达到|高于|低于|不低于|大于|小于|不足|[≥≤<>]=?)${NUMBER})`,
  "y",
);

/** 考核得分90分以上得5分: the score that another evaluation gave is the figure here. Its length, or 0. */
function scoreAsFigure(text: string, at: number): number {
  if (text.charAt(at + 1) !== "分") return 0;
  FIGURE.lastIndex = at;
  return FIGURE.test(text) ? 2 : 0;
}

function plainLength(text: string, at: number): number {
  for (const [word, entry] of wordsAt(text, at)) if (entry.is === "plain") return word.length;
  return 1;
}

const CAPPED =
  /\(?(?:(?:如|若|对于)?[\u4e00-\u9fa5]{0,8}(?:超过|大于|高于|超出)100%|超额完成|超过满分|超出满分)(?:的|时|以上|部分|者)*,?(?:则|均|都|一律)?(?:按|以|只?计|只?得)照?(?:100%|满分|该项满分|分值)(?:计算|计分|计|处理|得分|评分)?\)?|(?:超额完成|完成率?超过100%|超过100%)(?:的|时|部分|者)*,?(?:均|都|一律)?不(?:再|另|予)?(?:行)?加分/y;

/** （完成率超过100%的，按100%计算）, 超额完成按满分计: the score ends at the full mark. */
function cappedAt({ text, tokens, wordStart }: Lexer, at: number): Token | null {
  if (wordStart !== null || !/[(如若对\u4e00-\u9fa5]/.test(text.charAt(at))) return null;
  const last = tokens.at(-1);
  if (last && !["comma", "stop", "weight", "full", "number", "score", "cap"].includes(last.type)) return null;
  CAPPED.lastIndex = at;
  const match = CAPPED.exec(text);
  const whole = match?.[0] ?? "";
  if (whole === "" || whole.startsWith("(") !== whole.endsWith(")")) return null;
  return { type: "cap", at, end: at + whole.length };
}

function tokenAt(lexer: Lexer, at: number): Token | null {
  return cappedAt(lexer, at) ?? endsAt(lexer, at) ?? numberAt(lexer, at) ?? symbolAt(lexer, at) ?? lexemeAt(lexer, at);
}

const ENDS =
  /\(?(不含|不包含|不包括|含|包含|包括)(?:本数|本级)?(\d+(?:\.\d+)?)?(%|分|个|天|次|项|人次|人|家|件|名|户|处|起|例|份|篇|期|场|年|小时|万元|元|公里|亩|个月|个工作日|工作日)?(?:以上|以下)?\)?/y;

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
  if (lexer.wordStart !== null) return /[在为于或]$/.test(lexer.text.slice(lexer.wordStart, at)) ? 1 : 0;
  const last = lastToken(lexer);
  return last && ["compare", "dash", "open", "comma", "pause", "stop", "equals"].includes(last.type) ? 1 : 0;
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
