import type { CellScalar } from "../../workbook/snapshot";
import { isCellError } from "../../workbook/snapshot";
import { NotEvaluated, type NumberMode } from "./book";
import { compared } from "./decimal";

/** Excel's order of values: numbers, then text, then FALSE and TRUE; an empty cell is the other side's nothing. */
export function compareScalars(left: CellScalar, right: CellScalar, mode: NumberMode): number {
  const a = left ?? nothingLike(right);
  const b = right ?? nothingLike(left);
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b, mode);
  if (typeof a === "string" && typeof b === "string") return isSameText(a, b) ? 0 : compareTexts(a, b);
  return Number(a) - Number(b);
}

/** Numbers further apart than this share of them differ in the 15 digits that Excel compares. */
const NEAR = 1e-13;

/** The digits are looked at only where two numbers are that close: most are not. */
function compareNumbers(a: number, b: number, mode: NumberMode): number {
  const difference = a - b;
  const isFar = Math.abs(difference) > NEAR * Math.max(Math.abs(a), Math.abs(b));
  return difference === 0 || isFar ? difference : compared(a, mode) - compared(b, mode);
}

export const equalScalars = (left: CellScalar, right: CellScalar, mode: NumberMode): boolean => {
  const a = left ?? nothingLike(right);
  const b = right ?? nothingLike(left);
  if (typeof a === "string" && typeof b === "string") return isSameText(a, b);
  return rankOf(a) === rankOf(b) && compareScalars(a, b, mode) === 0;
};

const nothingLike = (other: CellScalar): CellScalar => {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
};

export const rankOf = (value: CellScalar): number => {
  if (typeof value === "string") return 1;
  if (typeof value === "boolean") return 2;
  return isCellError(value) ? 3 : 0;
};

export const isSameText = (a: string, b: string): boolean => a === b || a.toUpperCase() === b.toUpperCase();

const ASCII_WORD = /^[0-9A-Z]$/;

/** Order of two different texts, where every language of Excel agrees on it. */
function compareTexts(left: string, right: string): number {
  const [a, b] = [left.toUpperCase(), right.toUpperCase()];
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const [x, y] = [a.charAt(i), b.charAt(i)];
    if (x === y) continue;
    const known = (ASCII_WORD.test(x) && (ASCII_WORD.test(y) || y >= "一")) || (ASCII_WORD.test(y) && x >= "一");
    if (!known) throw new NotEvaluated(`whether "${left}" sorts before "${right}" depends on the language of Excel`);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
