/** The year a name speaks of, relative to the evaluated one or in figures, and the name without it (SPEC Q1). */
export interface YearWord {
  readonly offset: number | null;
  /** A year in figures: 2018年度. */
  readonly year: number | null;
  readonly rest: string;
}

const THIS = "本年度|本年|当年度|当年|今年|报告年度|评价年度";
const LAST = "上一年度|上一年|上年度|上年|前一年度|前一年|去年";
const BEFORE_LAST = "前年度|前年";
const WORD = new RegExp(
  `(?:(${THIS})|(${LAST})|(${BEFORE_LAST})|((?:19|20)\\d\\d)(?:年度|年)|^(年度)(?!.*(?:第|季)))的?`,
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
