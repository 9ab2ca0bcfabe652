import { exactFromText, ratio, ZERO, type Exact } from "../../model/exact";
import { operatorAt } from "./boundary";
import { letterTimes } from "./sign";
import { isNameUnit, skipSpaces, type Source } from "./source";

/** What figures in a formula are: a number of its own, or the beginning of a name (2021年预算数, 65岁以上人数). */
export type Figures =
  | { readonly kind: "number"; readonly number: Exact; readonly percent: boolean; readonly end: number }
  | { readonly kind: "name"; readonly end: number; readonly hyphenated: string | null };

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/y;
/** 2020-2021年度收入, 2-3岁儿童数: figures that belong to the name that follows. */
const SPAN_IN_NAME = /\d+(?:-\d+)+(?=\p{L})/uy;
/** 1-2021年不合格率: one minus a quantity of a year, not a span. */
const ONE_MINUS_YEAR = /^1(?:00)?-(?:19|20)\d\d$/;
const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

export function figuresAt(source: Source, at: number, to: number): Figures {
  const { text } = source;
  const span = match(SPAN_IN_NAME, text, at);
  if (span && !ONE_MINUS_YEAR.test(span)) return { kind: "name", end: at + span.length, hyphenated: span };
  const figures = match(NUMBER, text, at) ?? text.charAt(at);
  const number = exactFromText(figures.replaceAll(",", "")) ?? ZERO;
  const end = Math.min(at + figures.length, to);
  const sign = skipSpaces(text, end, to, false);
  if (text.charAt(sign) === "%") return { kind: "number", number: number.div(100), percent: true, end: sign + 1 };
  if (text.charAt(sign) === "‰") return { kind: "number", number: number.div(1000), percent: false, end: sign + 1 };
  const scale = SCALES[text.charAt(end)];
  if (scale !== undefined && !continuesName(source, end + 1, to)) {
    return { kind: "number", number: number.mul(ratio(scale)), percent: false, end: end + 1 };
  }
  if (continuesName(source, end, to)) return { kind: "name", end, hyphenated: null };
  return { kind: "number", number, percent: false, end };
}

function continuesName(source: Source, at: number, to: number): boolean {
  if (at >= to || !isNameUnit(source.text.charAt(at))) return false;
  return letterTimes(source, at) === "letter" && !operatorAt(source, at);
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
