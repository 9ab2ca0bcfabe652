import { measureOf } from "../model/measure";
import { hasPartedDigits, visible } from "../model/text";
import { plainNumber } from "../formula/evaluate/plain-number";
import type { CellScalar } from "../workbook/snapshot";

/** 12套, 3.5公里, 20分, 6 m²: a word behind the number that counts or measures, and says neither when nor about how many. */
const MEASURE = /(?:\p{Script=Han}{1,5}|[a-zA-Z]{1,3}[23²³]?|[㎡℃])$/u;
const NO_MEASURE = /[年号点时余多几约左右以第初末]|^(?:上|下|中|.?旬)|(?<!个)月|^日/;

/** A text that a reader takes for a number, and SUM does not: 12, １２, 12分, 95%, 1,200. Null for any other value. */
export function textNumber(value: CellScalar): number | null {
  // 9 5 may be 95 or 9.5: two numbers are none, as the reader of the table has it
  if (typeof value !== "string" || hasPartedDigits(value)) return null;
  const text = visible(value).normalize("NFKC").replace(/\s/g, "");
  const measure = MEASURE.exec(text)?.[0] ?? "";
  if (NO_MEASURE.test(measure) || (/^[a-zA-Z]/.test(measure) && !isKnownMeasure(measure))) return null;
  return plainNumber(text.slice(0, text.length - measure.length));
}

/** Of words in letters only units that are known as such: 5G and 3A are names. */
const isKnownMeasure = (letters: string): boolean => (measureOf(letters)?.dimension ?? letters) !== letters;

export const isTextNumber = (value: CellScalar): value is string => textNumber(value) !== null;
