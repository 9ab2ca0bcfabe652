import { canonical, compact, hasPartedDigits, trimmed, visible } from "../model/text";
import type { Exact } from "../model/exact";
import { CHINESE_NUMERAL, chineseNumber } from "../model/chinese-numeral";
import { decimalText, exactFromDouble, exactFromText } from "../model/exact";
import type { Indicator, TableCell } from "../model/scoring-table";
import type { DateReading } from "./date";
import { readDate } from "./date";
import type { Measure } from "../model/measure";
import { measureOf } from "../model/measure";
import { COMPARISON, type CompareOperator } from "../model/comparison-words";
import { contradicts, leadingOperator, readLead } from "./lead";

/** What a cell of 年度指标值 or 实际完成值 says (SPEC C9). Numbers are in their own unit, as printed. */
export type TargetReading =
  | NumberReading
  | DateReading
  /** 80%-90%: met anywhere between. */
  | { readonly kind: "range"; readonly low: Exact; readonly high: Exact; readonly unit: Measure | null }
  /** Words, or a text with several numbers, which no comparison of numbers can judge. */
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "blank" };

export interface NumberReading {
  readonly kind: "number";
  /** Null where neither the cell nor the column 指标性质 names one. */
  readonly operator: CompareOperator | null;
  readonly number: Exact;
  readonly decimals: number;
  readonly unit: Measure | null;
  /** Whether the unit stands in the cell itself; one from the column 度量单位 may belong to either scale. */
  readonly measureInCell: boolean;
}

/** 年度指标值 with its operator and unit, from the cell or from the columns 指标性质 and 度量单位. */
export function readTarget(indicator: Indicator): TargetReading {
  const reading = monthOrDay(indicator, indicator.target) ?? readCell(indicator.target, unitOf(indicator));
  const named = textOf(indicator.targetOperator);
  if (named.includes("定性") && reading.kind !== "blank") return { kind: "words", text: textOf(indicator.target) };
  if (reading.kind !== "number" || reading.operator !== null) return reading;
  return { ...reading, operator: namedOperator(named) };
}

/** 实际完成值, as `readTarget`; 指标性质 says nothing about it, and 达到90% is what was reached, no bound. */
export function readActual(indicator: Indicator): TargetReading {
  const { actual } = indicator;
  const dated = monthOrDay(indicator, actual);
  if (dated) return dated;
  if (actual?.date !== undefined || typeof actual?.raw !== "string") return readCell(actual, unitOf(indicator));
  return readText(canonical(actual.raw).replace(/达到?(?= *\d)/, ""), unitOf(indicator));
}

/** 95%, in the cell itself; 95 under the unit % may as well be a fraction. */
export const isWrittenPercent = ({ measureInCell, unit }: NumberReading): boolean =>
  measureInCell && unit?.dimension === "percent";

const TIMELY = /时效|时间|日期|期限|进度|及时|工期/;
const MONTH = /^(20\d{2})\.(\d{1,2})$/;
const DAY = /^(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/;

/** 2021.9 and 20210930 are dates only where the indicator is one of time; elsewhere they are numbers. */
export function monthOrDay(indicator: Indicator, cell: TableCell | null): DateReading | null {
  if (cell === null || !indicator.path.some((name) => TIMELY.test(name))) return null;
  const text = typeof cell.raw === "string" ? compact(cell.raw) : typeof cell.raw === "number" ? String(cell.raw) : "";
  const [, y, m, d] = DAY.exec(text) ?? (typeof cell.raw === "string" ? MONTH.exec(text) : null) ?? [];
  return y === undefined ? null : readDate(`${y}年${m ?? ""}月${d === undefined ? "" : `${d}日`}`);
}

const textOf = (cell: TableCell | null): string =>
  cell?.date ??
  (typeof cell?.raw === "string" ? compact(cell.raw) : typeof cell?.raw === "number" ? String(cell.raw) : "");

/** 度量单位 as printed, %（百分比） without its explanation. */
const unitIn = (cell: TableCell | null): Measure | null => measureOf(textOf(cell).replace(/(?<=.)\([^()]*\)$/, ""));

/** The unit of a bare number: 度量单位, else the money unit in brackets behind the name: 项目成本（万元）. */
function unitOf({ unit, path }: Indicator): Measure | null {
  const named = unitIn(unit);
  if (named) return named;
  const inName = measureOf(/\((?:单位:)?([^()]{1,4}元)\)$/.exec(compact(path.at(-1) ?? ""))?.[1] ?? "");
  return inName?.dimension === "money" ? inName : null;
}

function readCell(cell: TableCell | null, unit: Measure | null): TargetReading {
  if (cell?.date !== undefined) return readText(cell.date, unit);
  if (typeof cell?.raw === "number") {
    const number = exactFromDouble(cell.raw);
    const decimals = cell.stated?.decimals ?? 0;
    // 1 shown as 100% under 度量单位 % is a hundred per cent
    if (cell.stated?.percent && unit?.dimension === "percent" && cell.shown === undefined) {
      const points = { number: number.mul(100), decimals: Math.max(0, decimals - 2) };
      return { kind: "number", operator: null, ...points, unit: measureOf("%"), measureInCell: true };
    }
    const shown = cell.shown === undefined ? null : readText(cell.shown, unit);
    if (shown?.kind === "number" && shown.number.equals(number)) return { ...shown, decimals };
    // ≥95% of 0.95: a percentage is read as any other, with the sign that its format prints
    const operator = shown?.kind === "number" ? shown.operator : null;
    return { kind: "number", operator, number, decimals, unit, measureInCell: false };
  }
  return readText(typeof cell?.raw === "string" ? cell.raw : "", unit);
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
/** 1,00 and 1,0000 may be one number or another; thousands are parted by threes. */
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
/** O95% and l00%: letters that were typed for digits, or digits beside which letters stand. */
const LETTER_FOR_DIGIT = /(?<![A-Za-z])[OoIl|](?=\d)|\d[OoIl|](?=$|[^A-Za-z]|[OoIl|])/;

/** One reading of a target's or actual value's text; `unit` is that of the column, where the text has none. */
export function readText(raw: string, unit: Measure | null = null): TargetReading {
  const text = withoutSlips(inDigits(compact(raw)));
  if (text === "") return { kind: "blank" };
  // 9 5 may be 95 or 9.5, and 3 0日 the third or the thirtieth: neither is taken
  const open = hasPartedDigits(raw);
  const date = open && /\d +\d/.test(canonical(visible(raw))) ? null : readDate(text);
  if (date) return date;
  if (open) return { kind: "words", text: trimmed(canonical(raw)) };
  if (isAbout(text) || LETTER_FOR_DIGIT.test(text)) return { kind: "words", text: trimmed(canonical(raw)) };
  const numbers = [...text.matchAll(NUMBER)];
  const [first, second] = numbers;
  if (!first || numbers.length > 2) return { kind: "words", text: trimmed(canonical(raw)) };
  if (second) return readRange(text, first, second, unit) ?? { kind: "words", text: trimmed(canonical(raw)) };
  const lead = text.slice(0, first.index);
  const isNegative = isMinusSign(lead);
  const before = isNegative ? lead.slice(0, -1) : lead;
  const after = readAfter(text.slice(first.index + first[0].length));
  const number = GROUPED.test(first[0]) ? exactFromText(first[0].replaceAll(",", "")) : null;
  const { subject, operator } = readLead(before);
  if (!number || !after || !isLead(subject) || contradicts(before, operator, after.operator))
    return { kind: "words", text: trimmed(canonical(raw)) };
  const percentBefore = before.endsWith("百分之");
  const own = percentBefore ? measureOf("%") : measureOf(after.unit);
  return {
    kind: "number",
    operator: operator ?? after.operator,
    number: isNegative ? number.neg() : number,
    decimals: (first[0].split(".")[1] ?? "").length,
    unit: own ?? unit,
    measureInCell: own !== null,
  };
}

/** -5%, ≤-5%, 不低于-5%: a minus; behind any other word (增长-5%, A-5) the hyphen may be part of a name. */
const isMinusSign = (lead: string): boolean =>
  lead.endsWith("-") && (/^-+$/.test(lead) || leadingOperator(lead.slice(0, -1)) !== null);

/**
 * What a hand typed twice, or a remark that says the same again, changes nothing: ≥≥95%, 95%%, 95%以上以上, 20场场,
 * ≥95%（含95%）.
 */
const withoutSlips = (text: string): string =>
  text
    .replace(/([≥≤<>=])\1+/g, "$1")
    .replace(/≥=|=≥|>≥|≥>/g, "≥")
    .replace(/≤=|=≤|<≤|≤</g, "≤")
    .replace(/%{2,}/g, "%")
    .replace(/(以上|以下|以内|之内)\1+$/, "$1")
    .replace(/(\d+(?:\.\d+)?)(\D*)\(含(?:本数|\1%?)\)$/, "$1$2")
    .replace(/^["'](.*)["']$/, "$1")
    .replace(/(?<=\d)([\u4e00-\u9fff]{1,3})\1$/, "$1")
    .replace(/(?<=\d%)\((?:全年|年度|本年|全年度|当年)\)$/, "");

/** 约70, 70余人, 九成以上: near a number, which one nobody says. */
const isAbout = (text: string): boolean => /(?:约|近|接近|大概)\d|\d(?:余|多|来|几)(?!少)/.test(text);

const NUMERALS = new RegExp(
  `^((?:${COMPARISON})*)(${CHINESE_NUMERAL})(人次|人|场|次|期|份|册|户|项|个|天|公里|亩|吨|套|台|件|辆|家)$`,
);

/** 二十场 and 百分之九十 in digits; a numeral that may be part of a name (三公, 一般) stays. */
function inDigits(text: string): string {
  if (text === "零" || text === "〇") return "0";
  const percent = text.replace(PERCENT, (whole, numeral: string) => {
    const number = chineseNumber(numeral);
    return number ? `${decimalText(number, 4)}%` : whole;
  });
  const [, lead = "", numeral = "", unit = ""] = NUMERALS.exec(percent) ?? [];
  const number = numeral === "" ? null : chineseNumber(numeral);
  return number ? `${lead}${decimalText(number, 4)}${unit}` : percent;
}

const PERCENT = new RegExp(`百分之(${CHINESE_NUMERAL})`, "g");

function readRange(
  text: string,
  first: RegExpMatchArray,
  second: RegExpMatchArray,
  columnUnit: Measure | null,
): TargetReading | null {
  const start = first.index ?? 0;
  const between = text.slice(start + first[0].length, second.index);
  const unitBetween = /^([^\d~至到-]{0,4})(?:-|~|至|到)$/.exec(between)?.[1];
  const after = readAfter(text.slice((second.index ?? 0) + second[0].length));
  const low = exactFromText(first[0].replaceAll(",", ""));
  const high = exactFromText(second[0].replaceAll(",", ""));
  if (unitBetween === undefined || !after || after.operator || start > 0 || !low || !high) return null;
  const unit = measureOf(after.unit) ?? columnUnit;
  const sameUnit = unitBetween === "" || unitBetween === after.unit;
  return sameUnit && low.compare(high) < 0 ? { kind: "range", low, high, unit } : null;
}

const LONGEST_LEAD = 16;
const LONGEST_UNIT = 8;

/** A subject before the number is fine; a sentence is not, nor one that negates. */
const isLead = (before: string): boolean =>
  !/[次明翌]年$/.test(before) && before.length <= LONGEST_LEAD && !/[;。,、?!]|未|没有|第/.test(before);

const AFTER: readonly (readonly [RegExp, CompareOperator])[] = [
  [/(?:\(含\))?(?:及|或)?以上(?:\(含\))?$/, ">="],
  [/(?:\(含\))?(?:及|或)?以下(?:\(含\))?$|以内$|之内$|(?<=天|日|周|个月|小时|分钟)内$/, "<="],
];

/** Unit and operator after the number; null where more words follow than a unit has. */
function readAfter(after: string): { readonly unit: string; readonly operator: CompareOperator | null } | null {
  const words = after.replace(/[.。;,、!]+$/, "").replace(/左右$/, "");
  const found = AFTER.find(([pattern]) => pattern.test(words));
  const unit = found ? words.replace(found[0], "") : words;
  // a sign behind the number (95%≥), a dash or a second point is more than a unit
  return unit.length > LONGEST_UNIT ||
    (/[;。,、:≥≤<>=~/"'.+-]/.test(unit) && !/^[a-zA-Z\u4e00-\u9fff%²³㎡]+\/[a-zA-Z\u4e00-\u9fff]+$/.test(unit))
    ? null
    : { unit: unit === "%完成" ? "%" : unit, operator: found?.[1] ?? null };
}

/** 指标性质: an operator, 正向 or 反向. */
function namedOperator(text: string): CompareOperator | null {
  if (text.includes("正向")) return ">=";
  if (/[反逆]向/.test(text)) return "<=";
  return leadingOperator(text);
}
