import type { DocumentItem } from "./document-item";

/** What a cell prints: its paragraphs line by line, automatic numbers in front; tables within it are sheets of their own. */
export function cellText(items: readonly DocumentItem[]): { readonly text: string; readonly unstruck: string | null } {
  const paragraphs = items.flatMap((item) => (item.is === "paragraph" ? [item] : []));
  const joined = (lines: readonly string[]): string => lines.join("\n").replace(/^\s*\n|\s+$/g, "");
  const numbered = (number: string | null, text: string): string => (number === null ? text : number + text);
  const text = joined(paragraphs.map((one) => numbered(one.listNumber, one.text)));
  return paragraphs.some(({ unstruck }) => unstruck !== null)
    ? { text, unstruck: joined(paragraphs.map((one) => one.unstruck ?? numbered(one.listNumber, one.text))) }
    : { text, unstruck: null };
}

/** A number as a cell of a sheet holds it. */
export interface CellNumber {
  readonly value: number;
  /** Absent for General. */
  readonly numberFormat?: string;
}

/** A double tells so many digits apart. */
const MOST_DIGITS = 15;
const NUMBER = /^([-+]?)(0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.(\d+))?(%?)$/;

/**
 * The number that a whole text is: in a document every number is a text. Full-width digits, separators of thousands and a
 * percent sign are read, and the decimals stay as printed. Null for anything else: 007, 2022-12, 8分, 1.2.3.
 */
export function numberOf(text: string): CellNumber | null {
  const plain = text.trim().replace(/[０-９．％－＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/^−/, "-"); // prettier-ignore
  const [, sign = "", whole, decimals = "", percent] = NUMBER.exec(plain) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replaceAll(",", "");
  if (digits.length + decimals.length > MOST_DIGITS) return null;
  const value = Number(`${sign}${digits}.${decimals}e${percent === "%" ? -2 : 0}`);
  const format = `${whole.includes(",") ? "#,##0" : "0"}${decimals === "" ? "" : `.${"0".repeat(decimals.length)}`}${percent ?? ""}`;
  return format === "0" ? { value } : { value, numberFormat: format };
}
