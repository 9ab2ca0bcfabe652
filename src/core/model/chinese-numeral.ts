import { exactFromText, type Exact } from "./exact";

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, "○": 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

export const CHINESE_NUMERAL =
  "[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零〇一二三四五六七八九]+)?";
const WHOLE = new RegExp(`^${CHINESE_NUMERAL}$`);

/** 九十五, 玖拾伍, 九十五点五: the number that a text is, in everyday or in financial numerals; null for any other, 三五 too. */
export function chineseNumber(text: string): Exact | null {
  if (!WHOLE.test(text)) return null;
  const [whole = "", decimals = ""] = text.split("点");
  let total = 0;
  let digit: number | null = null;
  for (const sign of whole) {
    const unit = UNITS[sign];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
    } else if (digit !== null && digit !== 0) return null;
    else digit = DIGITS[sign] ?? 0;
  }
  const places = Array.from(decimals, (sign) => String(DIGITS[sign] ?? 0)).join("");
  return exactFromText(`${total + (digit ?? 0)}${places === "" ? "" : `.${places}`}`);
}

/** 二〇二一年九月三十日 with the digits of 2021年9月30日; any other text as it is. */
export const datesInDigits = (text: string): string =>
  text
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (year) =>
      Array.from(year, (sign) => String(DIGITS[sign] ?? 0)).join(""),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (part) => chineseNumber(part)?.toFraction() ?? part);
