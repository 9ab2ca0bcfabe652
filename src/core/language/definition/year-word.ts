/** The year a name speaks of, relative to the evaluated one or in figures, and the name without it (SPEC Q1). */
export interface YearWord {
  readonly offset: number | null;
  /** A year in figures: 2018年度. */
  readonly year: number | null;
  readonly rest: string;
}

/** The first sign of a year word may end the word before it: 成本年均, 相当年份, 60岁以上年末, 以前年度, 除去年初数. */
const THIS = "(?<![成资基版样文课])本年度?|(?<![相适正])当年度?|今年|报告年度|评价年度";
const LAST = "(?<!.以)上一?年度?|(?<![以之目先])前一年度?|(?<![除减扣失])去年";
const BEFORE_LAST = "(?<![以之目先从提生])前年度?";
const WORD = new RegExp(
  `(?:(${THIS})|(${LAST})|(${BEFORE_LAST})|(?<!\\d)((?:19|20)\\d\\d)(?:年度|年)|^(年度)(?!.*(?:第|季)))的?`,
);

/** Reads canonical text without spaces; null where no year is named. A second year word leaves the first in charge. */
export function yearWordOf(name: string): YearWord | null {
  const found = WORD.exec(name);
  if (!found) return null;
  const [whole, thisYear, lastYear, beforeLast, figures, bare] = found;
  const rest = name.slice(0, found.index) + name.slice(found.index + whole.length);
  if (figures !== undefined) return { offset: null, year: Number(figures), rest };
  const offset = thisYear !== undefined || bare !== undefined ? 0 : lastYear !== undefined ? -1 : -2;
  return { offset: beforeLast !== undefined ? -2 : offset, year: null, rest };
}
