import { ReadingStopped } from "./problem";
import { letterTimes } from "./sign";
import { isClosing, isQuote, isSpace, skipSpaces, type Source } from "./source";
import type { Operator } from "./token";

/** Where formulas end and begin among sentences, headings and lists (SPEC D2). */

/** Words that stand for exactly one operation, with their operands in reading order. */
const WORD_OPERATORS: Readonly<Record<string, Operator>> = { 除以: "/", 乘以: "*", 减去: "-", 加上: "+" };
const WORD_STARTS = new Set(Object.keys(WORD_OPERATORS).map((word) => word.charAt(0)));

/** The operator that begins at `at`, or null. Stops at a letter x that may or may not multiply. */
export function operatorAt(
  source: Source,
  at: number,
): { readonly operator: Operator; readonly length: number } | null {
  const unit = source.text.charAt(at);
  if (unit === "+" || unit === "-" || unit === "*" || unit === "/") return { operator: unit, length: 1 };
  const word = WORD_STARTS.has(unit) ? WORD_OPERATORS[source.text.slice(at, at + 2)] : undefined;
  if (word) return { operator: word, length: 2 };
  const reading = letterTimes(source, at);
  if (reading === "ambiguous") throw new ReadingStopped(at, { why: "ambiguous-x" });
  return reading === "times" ? { operator: "*", length: 1 } : null;
}

const ENDS = /^[。;,:!?<>≤≥≠≈~…=|①-⑳⑴-⒇]$/;

/** True where, outside all brackets of the formula, the unit at `at` is no part of it. */
export function endsFormula(source: Source, at: number, from: number): boolean {
  const { text, partner } = source;
  const unit = text.charAt(at);
  if (unit === "|") return false;
  if (ENDS.test(unit)) return true;
  if (unit === ".") return true;
  if (unit === "-" && text.charAt(at + 1) === "-") return true;
  if (isQuote(unit)) return (partner[at] ?? -1) < at;
  return isClosing(unit) && (partner[at] ?? -1) >= 0 && (partner[at] ?? -1) < from;
}

/**
 * Whether the formula goes on in the next line: it begins with an operator or a closing bracket,
 * or it is a fragment such as 预算数×100% that says nothing by itself.
 */
export function carriesOver(source: Source, at: number, to: number): boolean {
  const { text } = source;
  const next = skipSpaces(text, at, to, true);
  if (next >= to) return false;
  const unit = text.charAt(next);
  if (/^[*/+)\]}]$/.test(unit) || /^[xX]\s*100/.test(text.slice(next, next + 8))) return true;
  const fragment = /^[^\n。;,:=]{0,200}/.exec(text.slice(next, Math.min(to, next + 201)))?.[0] ?? "";
  const stop = text.charAt(next + fragment.length);
  if (stop === ":" || stop === "=") return false;
  if (unit === "-") return text.charAt(next + 1) !== " " && text.charAt(next + 1) !== "-";
  return /[^\s*x]\s*[*xX]\s*100\s*%/.test(fragment);
}

const ASIDE = /^(?:其中|式中|用以|用于|反映|备注|注|说明|该指标|即|考核)/;

/** Words with which a remark begins where the printer left the punctuation out. */
export const isAside = (text: string, at: number): boolean => ASIDE.test(text.slice(at, at + 3));

const HEADING =
  /^(?:具体|其|指标|绩效|评价|评分|计分|考核)?(?:计算|评价|取值|评分)?(?:公式|方法|说明|解释|标准|要点|内容|口径|依据|定义|含义)(?:如下|为|是)?$/;

/** 计算公式, 指标说明, 计算方法如下: a heading, not the beginning of a name broken over two lines. */
export const isHeading = (text: string): boolean => HEADING.test(text);

/** 1. · （1） · 一、 · 其中 · 计算公式为: what may stand before a name without belonging to it. */
const BEFORE_NAME =
  /^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])\)|\d{1,2}[、)]|[一二三四五六七八九十]{1,3}、|其中|式中|即|(?:具体|其)?的?(?:计算|评价)?(?:公式|方法)(?:如下|为|是)?|[-*•●■◆·、])\s*/i;

/** The first unit of the name proper within [from, to). */
export function skipBeforeName(text: string, from: number, to: number): number {
  let start = from;
  for (;;) {
    while (start < to && isSpace(text.charAt(start))) start++;
    const found = BEFORE_NAME.exec(text.slice(start, Math.min(to, start + 24)));
    if (!found || found[0] === "") return start;
    start += found[0].length;
  }
}
