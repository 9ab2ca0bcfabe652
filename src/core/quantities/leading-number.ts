import { numeralAt } from "../language/standard/words/numeral";
import { exactFromText, type Exact } from "../model/exact";
import { canonical, hasPartedDigits, trimmed, visible } from "../model/text";

const DIGITS = /^\d+(?:,\d{3})*(?:\.\d+)?/;
/** A unit, and what a remark in brackets or behind a comma adds. */
const REST = /^ *(?:亿元|百万元|万元|千元|百元|元|人次|人|名|个|项|户|次|件|辆|台|套|家)? *(?:[([,;。][^]*)?$/;

/**
 * The number with which a cell's words begin, in digits or in Chinese numerals, where all that follows is a unit and a
 * remark: 77人, 69人（含借调2人）, 六十九人. Null where another word comes first, or where the digits stand apart.
 */
export function leadingNumber(text: string): Exact | null {
  const words = trimmed(canonical(visible(text))).replace(/^(?:约|共|共计|合计|计) */, "");
  if (hasPartedDigits(words.replace(/[([][^]*/, ""))) return null;
  const digits = DIGITS.exec(words)?.[0];
  const numeral = digits === undefined ? numeralAt(words, 0) : null;
  const end = digits?.length ?? numeral?.end;
  if (end === undefined || !REST.test(words.slice(end))) return null;
  return digits === undefined ? (numeral?.value ?? null) : exactFromText(digits.replaceAll(",", ""));
}
