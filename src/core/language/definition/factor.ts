import { isAsciiWord, isDigit, skipSpaces, type Source } from "./source";

/** The factor 100% behind a formula, as printed: how far it goes, and whether it is typed otherwise than ×100%. */
export interface PrintedFactor {
  readonly end: number;
  readonly slip: boolean;
}

/** 100%, and what fingers make of it: 100%%, % without its figure, the letter O for a nought, the words. */
const FACTOR = /(?:100[ ]*%|1[0OoQ〇○]{2}[ ]*%|百分之一?百|(?=%))%*/y;
const AS_IT_SHOULD_BE = /^100 *%$/;
const BEHIND = /^[\s()[\]{}。;,:!?<>≤≥≠≈~…=.]?$/;

/**
 * The factor that begins at `at` and ends its formula, or null. 完成率达100%的项目数 holds no factor: words go on behind it.
 */
export function factorAt(source: Source, at: number, to: number): PrintedFactor | null {
  const { text } = source;
  FACTOR.lastIndex = at;
  const printed = FACTOR.exec(text)?.[0] ?? "";
  const end = at + printed.length;
  if (printed === "" || end > to || !BEHIND.test(text.charAt(skipSpaces(text, end, to, false)))) return null;
  return { end, slip: !AS_IT_SHOULD_BE.test(printed) };
}

/** True where the factor stands behind an operand with no sign before it: (甲/乙)100%, 甲/乙100%. */
export function unsignedFactorAt(source: Source, at: number, to: number): boolean {
  const unit = source.text.charAt(at);
  if (unit !== "1" && unit !== "百") return false;
  return !isAsciiWord(source.text.charAt(at - 1)) && factorAt(source, at, to) !== null;
}

/** The number printed at `at` with its sign: 1000%, 100‰, 10. */
export function printedNumberAt({ text }: Source, at: number): { readonly text: string; readonly sign: string } {
  let end = at;
  while (isDigit(text.charAt(end)) || text.charAt(end) === "," || text.charAt(end) === ".") end++;
  const sign = text.charAt(skipSpaces(text, end, text.length, false));
  const scaled = sign === "%" || sign === "‰";
  return { text: text.slice(at, end) + (scaled ? sign : ""), sign: scaled ? sign : "" };
}
