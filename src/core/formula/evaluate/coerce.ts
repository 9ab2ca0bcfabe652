import { isCellError, type CellError, type CellScalar } from "../../workbook/snapshot";
import { NotEvaluated } from "./book";
import { fifteenDigits } from "./fifteen-digits";
import { error } from "./operand";
import { plainNumber } from "./plain-number";
import { dateSerial } from "./serial";

/** How Excel turns one kind of value into another; done here once for all functions (SPEC E5). */

export function toNumber(value: CellScalar, date1904: boolean): number | CellError {
  if (isCellError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : (numberFromText(value, date1904) ?? error("#VALUE!"));
}

/** As text joins show it: up to 15 significant digits. */
export function toText(value: CellScalar): string | CellError {
  if (isCellError(value)) return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? numberText(value) : value;
}

export function toLogical(value: CellScalar): boolean | CellError {
  if (isCellError(value)) return value;
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (/^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : error("#VALUE!");
}

const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
/** Text that some Excel reads as a date, a time, a fraction or money, depending on its language. */
const DEPENDS_ON_LANGUAGE =
  /^(?=.*[0-9０-９])(?:[0-9０-９\s+\-−/:.,，%％年月日时点$￥¥€£()]+|\d{1,2}时\d{1,2}分.*|[\d: ]+[ap]m?|[\d ,-]*[a-z]{3,9}[\d ,-]*)$/i;

/**
 * The number that a text stands for in arithmetic and VALUE; null where it stands for none (#VALUE!).
 * Where the answer depends on the language of Excel, there is none.
 */
export function numberFromText(text: string, date1904: boolean): number | null {
  const trimmed = text.trim();
  const number = plainNumber(trimmed);
  if (number !== null) return number;
  // A number may have blanks around it, a date may not.
  const date = DATE.exec(text);
  if (date) {
    return dateSerial(Number(date[1]), Number(date[3]), Number(date[4]), date1904, "strict");
  }
  if (DATE.test(trimmed) || /^[+-]{2}/.test(trimmed)) return null;
  if (trimmed.length <= 64 && DEPENDS_ON_LANGUAGE.test(trimmed)) {
    throw new NotEvaluated(`whether "${trimmed}" is a number depends on the language of Excel`);
  }
  return null;
}

/** Number text of & and LEN: General without a width. */
function numberText(x: number): string {
  const rounded = fifteenDigits(x);
  const magnitude = Math.abs(rounded);
  if (magnitude !== 0 && magnitude < 1e-5) throw new NotEvaluated("how Excel writes so small a number as text");
  const text = String(rounded);
  const scientific = /^(-?[\d.]+)e([+-])(\d+)$/.exec(text);
  if (!scientific) return text;
  const [, mantissa = "", sign = "", exponent = ""] = scientific;
  return `${mantissa}E${sign}${exponent.padStart(2, "0")}`;
}
