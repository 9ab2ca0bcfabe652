import { CHINESE_NUMERAL, chineseNumber } from "./chinese-numeral";
import { exactFromText, type Exact } from "./exact";
import { canonical, hasPartedDigits, trimmed, visible } from "./text";

const DIGITS = /^\d+(?:,\d{3})*(?:\.\d+)?/;
/** A unit, and what a remark in brackets or behind a comma adds. */
const REST =
  /^ *(?:余|多|来)? *(?:%|亿元|百万元|万元|千元|百元|元|亿|万|千|百)?(?:人次|户次|人|名|个|项|户|次|件|辆|台|套|家|场|期|份|册|处|座|公里|米|平方米|亩|吨|头|只|天|小时|批|篇|条|所|间|本|株|棵|张|节|课时)? *(?:左右|上下|以上|以下|以内)? *(?:[([,;。][^]*)?$/;
const NUMERAL = new RegExp(`^${CHINESE_NUMERAL}`);

/**
 * The number with which a cell's words begin, in digits or in Chinese numerals, where all that follows is a unit and a
 * remark: 77人, 69人（含借调2人）, 六十九人. Null where another word comes first, or where the digits stand apart.
 */
export function leadingNumber(text: string): Exact | null {
  const words = trimmed(canonical(visible(text))).replace(
    /^(?:大约|约|共计|共|合计|计|近|将近|接近|达到|达|已|完成) */,
    "",
  );
  if (hasPartedDigits(words.replace(/[([][^]*/, ""))) return null;
  const digits = DIGITS.exec(words)?.[0];
  const printed = digits ?? NUMERAL.exec(words)?.[0];
  if (printed === undefined || !REST.test(words.slice(printed.length))) return null;
  return digits === undefined ? chineseNumber(printed) : exactFromText(digits.replaceAll(",", ""));
}
