import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { shownDate } from "../formula/date-format";
import { displayText, fractionSaysNumber } from "../formula/number-format";
import { decimalText, exactFromDouble, exactFromText, type Exact } from "../model/exact";
import { compact, unspaced } from "../model/text";
import type { Check } from "./context";
import { viewsOf } from "./context";
import { numberPlaces } from "./number-places";

/**
 * A number whose format shows something else than the number: nothing (;;;), thousands (0,), words, or thousands of per cent
 * (SPEC C41). Fewer decimals are no other number; they are a matter of precision.
 */
export const displayed: Check = (context) =>
  context.tables.flatMap(({ table }) =>
    numberPlaces(table).flatMap(({ at, path, role, column }): Finding[] => {
      const cell = viewsOf(context).get(table.sheet)?.cell(at.row, at.column);
      const { value, numberFormat } = cell ?? {};
      if (typeof value !== "number" || numberFormat === undefined) return [];
      if (shownDate(value, numberFormat, context.book.date1904 ?? false) !== null) return [];
      const shown = displayText(value, numberFormat);
      if (saysNumber(shown, value, numberFormat)) return [];
      const data = { column: unspaced(column), shown: shown.trim(), stored: decimalText(exactFromDouble(value), 12) };
      return [findingAt("display-differs", table, at, { path, subject: role, data })];
    }),
  );

/** Thousands of per cent are no share: 95 in a format of per cent shows 9500%. */
const MOST_PERCENT = 10;

function saysNumber(shown: string, value: number, format: string): boolean {
  const number = exactFromDouble(value);
  const text = compact(shown);
  // a zero is often shown as a dash or not at all
  if (value === 0) return true;
  const digits = /\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?/i.exec(text)?.[0].replaceAll(",", "");
  const read = digits === undefined ? null : exactFromText(digits);
  if (!read) return text.includes("#");
  const percent = text.includes("%");
  if (percent && Math.abs(value) >= MOST_PERCENT) return false;
  const asFraction = fractionSaysNumber(value, format);
  if (asFraction !== null) return asFraction;
  if (/[/\\]|e[+-]?\d/i.test(text)) return true;
  const decimals = (digits?.split(".")[1] ?? "").length;
  return isRounded(percent ? number.mul(100) : number, read, decimals) && isRightSign(value, text, format);
}

const isRounded = (number: Exact, read: Exact, decimals: number): boolean =>
  number
    .abs()
    .sub(read)
    .abs()
    .mul(2n)
    .compare(exactFromText(`1e-${decimals}`) ?? 1) <= 0;

/** A negative number shows a minus, brackets or the colour of the format's own section. */
const isRightSign = (value: number, text: string, format: string): boolean =>
  value > 0 || /[-()]/.test(text) || /\[(?:red|红色)/i.test(format);

/** Excel then calculates with what is shown: said once. */
export const precisionAsDisplayed: Check = ({ book, tables }) =>
  book.precisionAsDisplayed === true && tables.length > 0
    ? [{ code: "precision-as-displayed", table: null, sheet: null, at: null, path: [], subject: "", data: {} }]
    : [];
