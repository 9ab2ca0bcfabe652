import type { CellScalar } from "../../workbook/snapshot";
import { isCellError } from "../../workbook/snapshot";
import type { TreeOperator } from "../parsed";
import { NotEvaluated } from "./book";
import { toNumber, toText } from "./coerce";
import { compareScalars, equalScalars } from "./compare";
import { error, type Place } from "./operand";

/** An operator between two scalars; the left side's error comes first. */
export function applyOperator(op: TreeOperator, left: CellScalar, right: CellScalar, place: Place): CellScalar {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  switch (op) {
    case "=":
      return equalScalars(left, right, place.mode);
    case "<>":
      return !equalScalars(left, right, place.mode);
    case "<":
      return compareScalars(left, right, place.mode) < 0;
    case "<=":
      return compareScalars(left, right, place.mode) <= 0;
    case ">":
      return compareScalars(left, right, place.mode) > 0;
    case ">=":
      return compareScalars(left, right, place.mode) >= 0;
    case "&": {
      const [a, b] = [toText(left), toText(right)];
      return typeof a === "string" && typeof b === "string" ? boundedText(a + b) : error("#VALUE!");
    }
    default:
      return arithmetic(op, left, right, place);
  }
}

/** Excel's longest text in a cell; a longer one is an error, so that no formula builds what memory can not hold. */
export const MAX_TEXT = 32_767;
export const boundedText = (text: string): CellScalar => (text.length > MAX_TEXT ? error("#VALUE!") : text);

function arithmetic(op: TreeOperator, left: CellScalar, right: CellScalar, place: Place): CellScalar {
  const a = toNumber(left, place.book.date1904 ?? false);
  if (typeof a !== "number") return a;
  const b = toNumber(right, place.book.date1904 ?? false);
  if (typeof b !== "number") return b;
  switch (op) {
    case "+":
      return finite(a + b);
    case "-":
      return finite(a - b);
    case "*":
      return finite(a * b);
    case "/":
      return b === 0 ? error("#DIV/0!") : finite(a / b);
    case "^":
      return power(a, b);
    default:
      throw new NotEvaluated(`operator ${op}`);
  }
}

export function power(base: number, exponent: number): CellScalar {
  if (base === 0 && exponent === 0) return error("#NUM!");
  if (base === 0 && exponent < 0) return error("#DIV/0!");
  return finite(base ** exponent);
}

const SMALLEST = 2 ** -1022;

/** Excel has no infinity, no minus zero, and nothing between zero and the smallest number of full precision. */
export const finite = (x: number): CellScalar => {
  if (Math.abs(x) < SMALLEST) return 0;
  return Number.isFinite(x) ? x : error("#NUM!");
};
