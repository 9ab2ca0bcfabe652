import { hasPartedDigits } from "../model/text";
import { plainNumber } from "../formula/evaluate/plain-number";
import type { CellScalar } from "../workbook/snapshot";

const MEASURE = /(?:分|元|万元|亿元|人|个|项|次|户|天)$/;

/** A text that a reader takes for a number, and SUM does not: 12, １２, 12分, 95%, 1,200. Null for any other value. */
export function textNumber(value: CellScalar): number | null {
  // 9 5 may be 95 or 9.5: two numbers are none, as the reader of the table has it
  if (typeof value !== "string" || hasPartedDigits(value)) return null;
  const text = value.normalize("NFKC").replace(/\s|\u200b|\u200c|\u200d|\ufeff/g, "");
  return plainNumber(text.replace(MEASURE, ""));
}

export const isTextNumber = (value: CellScalar): value is string => textNumber(value) !== null;
