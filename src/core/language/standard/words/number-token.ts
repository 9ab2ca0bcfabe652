import { type Exact, ZERO } from "../../../model/exact";
import { counterAt, isNotCounter } from "./lexicon";
import { numeralAt } from "./numeral";
import { refuse } from "./problem";
import { problems } from "./problems";
import type { Unit } from "./token";

export const NUMBER_STARTS: ReadonlySet<string> = new Set("0123456789零〇一二两三四五六七八九十百半±正-");

export interface BareNumber {
  readonly value: Exact;
  readonly unit: Unit;
  readonly end: number;
  readonly chinese: boolean;
}

/** A number with its unit, wherever it stands. */
export function bareNumber(text: string, at: number): BareNumber | null {
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
export function fractionAt(text: string, at: number, end: number, value: Exact): BareNumber | null {
  const unit: Unit = { of: "rate" };
  const half = /一半(?:的?分(?![值数]))?/y;
  half.lastIndex = at;
  const words = half.exec(text)?.[0];
  if (words !== undefined) return { value: value.div(2), unit, end: at + words.length, chinese: false };
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

export function withUnit(text: string, at: number, end: number, value: Exact, chinese: boolean): BareNumber {
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
  // 30日内 measures days, 6月30日内 is a date
  const days = text.startsWith("日内", end) && text.charAt(at - 1) !== "月";
  if (days || !isNotCounter(text, end)) {
    const name = perUnit(text, end, counterAt(text, end));
    if (name !== undefined) return { value, unit: { of: "counter", name }, end: end + name.length, chinese };
  }
  return { value, unit: { of: "none" }, end, chinese };
}

const PER: ReadonlySet<string> = new Set("/·");

/** 元/户, 元/人·年: what is counted for each of another thing. */
function perUnit(text: string, at: number, name: string | undefined): string | undefined {
  if (name === undefined || !PER.has(text.charAt(at + name.length))) return name;
  const after = at + name.length + 1;
  const start = text.charAt(after) === "每" ? after + 1 : after;
  const each = counterAt(text, start);
  return each === undefined ? name : perUnit(text, at, text.slice(at, start + each.length));
}

/** 5分, and 0.5分/次. */
function marksUnit(text: string, end: number, value: Exact, chinese: boolean): BareNumber {
  if (text.charAt(end) === "/") {
    const start = end + (text.charAt(end + 1) === "每" ? 2 : 1);
    const per = counterAt(text, start);
    if (per !== undefined) return { value, unit: { of: "marks", per }, end: start + per.length, chinese };
  }
  return { value, unit: { of: "marks", per: null }, end, chinese };
}

export const startsNumber = (text: string, at: number): boolean => {
  const first = text.charAt(at);
  if (first === "±" || first === "-" ? /\d/.test(text.charAt(at + 1)) : /\d/.test(first)) return true;
  if (first === "零" || text.startsWith("百分之", at) || text.startsWith("正负", at)) return true;
  const number = numeralAt(text, at);
  return number !== null && withUnit(text, at, number.end, number.value, true).unit.of !== "none";
};

export function marksFollow(text: string, at: number): boolean {
  const number = numeralAt(text, at);
  if (number === null) return false;
  const { unit, end } = withUnit(text, at, number.end, number.value, number.chinese);
  return unit.of === "marks" && !startsArithmetic(text, end);
}

/** 得分=满分-…, 得分=5分×…: the amount is the first term of a formula. */
export const startsArithmetic = (text: string, at: number): boolean =>
  /[+*/]/.test(text.charAt(at)) || (text.charAt(at) === "-" && !/\d/.test(text.charAt(at + 1)));
