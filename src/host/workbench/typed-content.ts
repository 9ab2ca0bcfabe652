import { dateSerial } from "../../core/formula/evaluate/serial";
import { parseFormula } from "../../core/formula/parse";
import type { CellContent } from "../../core/workbook/write-plan";
import type { Words } from "../port";

/** What typed text becomes in a cell; `numberFormat` where the text says how the number is to be shown. */
interface TypedContent {
  readonly content: CellContent;
  readonly numberFormat?: string;
}

export type TypedResult = TypedContent | { readonly problem: Words };

/**
 * Reads text as Excel does when it is typed: a formula, a number (1,234.5, 85 %, also full-width ８５％ as a Chinese
 * input method types them), a date, else text. In a cell of format "@", or behind an apostrophe, text stays text
 * (SPEC B5).
 */
export function typedContent(text: string, format: string | undefined, date1904: boolean): TypedResult {
  if (text === "") return { content: { type: "blank" } };
  if (format === "@") return { content: { type: "text", text } };
  if (text.startsWith("'")) return { content: { type: "text", text: text.slice(1) } };
  const plain = text.normalize("NFKC").trim();
  if (plain.startsWith("=") && plain.length > 1) return typedFormula(text);
  const isGeneral = format === undefined;
  const number = typedNumber(plain);
  if (number) {
    const content: CellContent = { type: "number", number: number.value };
    return isGeneral && number.format !== undefined ? { content, numberFormat: number.format } : { content };
  }
  const serial = typedDate(plain, date1904);
  if (serial !== null) {
    const content: CellContent = { type: "number", number: serial };
    return isGeneral ? { content, numberFormat: "yyyy/m/d" } : { content };
  }
  return { content: { type: "text", text } };
}

/** A formula's signs are half-width whatever the input method gave; its texts in quotes stay as typed. */
function typedFormula(text: string): TypedResult {
  const formula = text
    .trim()
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(FULL_WIDTH_SIGNS, (sign) => sign.normalize("NFKC")),
    )
    .join("");
  return parseFormula(formula).ok
    ? { content: { type: "formula", formula } }
    : {
        problem: {
          zh: "公式有误，请检查括号、引号和函数的写法",
          en: "this is no formula: check brackets, quotes and functions",
        },
      };
}

/** The printable signs of ASCII in their full-width form. */
const FULL_WIDTH_SIGNS = /[\uff01-\uff5e]/g;

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[+-]?\d{1,3})?( ?%)?$/i;

function typedNumber(text: string): { readonly value: number; readonly format?: string } | null {
  const match = NUMBER.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "", percent = ""] = match ?? [];
  if (!match || !/\d/.test(whole + fraction)) return null;
  // The power of ten is put into the text: a division would round twice.
  const power = Number(exponent.slice(1) || 0) - (percent === "" ? 0 : 2);
  const value = Number(`${sign}${whole.replaceAll(",", "")}${fraction}e${power}`);
  if (!Number.isFinite(value)) return null;
  if (percent !== "") return { value, format: fraction.length > 1 ? "0.00%" : "0%" };
  return whole.includes(",") ? { value, format: fraction.length > 1 ? "#,##0.00" : "#,##0" } : { value };
}

const DATE = /^(\d{4})(?:([-/])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

function typedDate(text: string, date1904: boolean): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, , m1, d1, m2, d2] = match;
  return dateSerial(Number(year), Number(m1 ?? m2), Number(d1 ?? d2), date1904, "strict");
}
