import { canonical, compact, hasPartedDigits } from "../../model/text";
import { CHINESE_NUMERAL, chineseNumber } from "../../model/chinese-numeral";
import { decimalPlaces, exactFromText, type Exact } from "../../model/exact";

/**
 * Numbers as people type them into text: "5分", "５", "95%", "（2分）". A number counts only when it is all that
 * the text says, so that "≥50个" or "90分以上" is never taken for one (SPEC R6).
 */
export interface TextNumber {
  readonly number: Exact;
  /** Decimals that the text prints; 95% stands for 0.95 to two places. */
  readonly decimals: number;
  readonly unit: "分" | "%" | null;
}

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(分值?|%)?$/;

/** Reads a text that holds one number and at most 分 or %; 9 5 is none, since it may be 95 or 9.5 (SPEC R40). */
export const readTextNumber = (text: string): TextNumber | null => (isParted(text) ? null : readUnparted(text));

/** A mark or a score in digits or, where nothing but a number stands there, in numerals: 95分, 九十五, 玖拾伍分 (SPEC R22). */
export const readFigure = (text: string): TextNumber | null => readTextNumber(text) ?? inNumerals(text);

function inNumerals(text: string): TextNumber | null {
  if (text.length > LONGEST) return null;
  const form = compact(text);
  const number = chineseNumber(form.replace(/分$/, ""));
  return number && { number, decimals: decimalPlaces(number), unit: form.endsWith("分") ? "分" : null };
}

/** 三十分 in digits, and 三十 where a bare number counts; what else is written in numerals may be a name. */
const marksInDigits = (compacted: string, bare: boolean): string =>
  compacted.replace(bare ? NUMERAL : NUMERAL_MARK, (numeral) => chineseNumber(numeral)?.toString() ?? numeral);

const NUMERAL_MARK = new RegExp(`${CHINESE_NUMERAL}(?=分值?$)`);
const NUMERAL = new RegExp(`${CHINESE_NUMERAL}(?=(?:分值?)?$)`);

/** No number is longer. */
const LONGEST = 40;

const isParted = (text: string): boolean => text.length <= LONGEST && hasPartedDigits(text);

function readUnparted(text: string): TextNumber | null {
  if (text.length > LONGEST) return null;
  const form = canonical(text);
  // nearly all texts begin with a word, which tells at no cost that they are no numbers
  if (!/^ *[\d.+-]/.test(form)) return null;
  const match = NUMBER.exec(form.replaceAll(" ", ""));
  if (!match || (match[2] === undefined && (match[3] === undefined || match[3] === "."))) return null;
  const [, sign = "", whole = "", fraction = "", unit = ""] = match;
  const number = exactFromText(sign + whole.replaceAll(",", "") + fraction);
  if (!number) return null;
  const places = Math.max(0, fraction.length - 1);
  return unit === "%"
    ? { number: number.div(100), decimals: places + 2, unit: "%" }
    : { number, decimals: places, unit: unit === "" ? null : "分" };
}

const MARK = /^(共|计|共计|合计|总计|总分|满分|分值|权重|权数|标准分|占)?[:为]?(\d{1,4}(?:\.\d{1,4})?)(分值?|%)?$/;

/**
 * What stands in brackets behind a name where it is a mark: `2分`, `满分5`, `权重20%`. A bare number or percentage
 * may be something else, and counts only if asked for. A weight of 20% is a mark of 20 out of 100.
 */
export function readMark(inside: string, bare: boolean): TextNumber | null {
  const [, word, digits = "", unit = ""] = MARK.exec(marksInDigits(compact(inside), bare)) ?? [];
  const number = exactFromText(digits);
  if (!number || (!bare && word === undefined && !unit.startsWith("分"))) return null;
  return { number, decimals: decimalPlaces(number), unit: unit === "%" ? "%" : "分" };
}

export const isMarkText = (inside: string): boolean => readMark(inside, true) !== null;
