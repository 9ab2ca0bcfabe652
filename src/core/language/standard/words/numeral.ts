import { exactFromText, ratio, type Exact } from "../../../model/exact";

/** A number as printed, with where it ends. */
export interface Numeral {
  readonly value: Exact;
  readonly end: number;
  readonly chinese: boolean;
}

const ARABIC = /\d+(?:\.\d+)?/y;
const CHINESE =
  /百分之[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?|[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+(?=分|个百分|百分点|倍|元|万元|亿元|%))?|半/y;
const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore

/** The number that begins at `at`, Arabic or Chinese, without its unit. Null where none does. */
export function numeralAt(text: string, at: number): Numeral | null {
  ARABIC.lastIndex = at;
  const arabic = ARABIC.exec(text)?.[0];
  if (arabic !== undefined) {
    const value = exactFromText(arabic);
    return value && { value, end: at + arabic.length, chinese: false };
  }
  CHINESE.lastIndex = at;
  const chinese = CHINESE.exec(text)?.[0];
  if (chinese === undefined) return null;
  const value = chineseValue(chinese);
  return value && { value, end: at + chinese.length, chinese: true };
}

/** 十五 → 15, 零点五 → 1/2, 百分之九十 → 9/10, 半 → 1/2; null for a run of digits that is no number (三五). */
function chineseValue(text: string): Exact | null {
  if (text === "半") return ratio(1, 2);
  const share = text.startsWith("百分之");
  const [whole = "", decimals] = (share ? text.slice(3) : text).split("点");
  const value = chineseWhole(whole);
  if (value === null) return null;
  const digits = Array.from(decimals ?? "", (unit) => String(DIGITS[unit] ?? 0)).join("");
  return exactFromText(`${value}.${digits || "0"}`)?.div(share ? 100 : 1) ?? null;
}

function chineseWhole(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const unit of text) {
    if (unit === "十" || unit === "百") {
      total += (digit ?? 1) * (unit === "十" ? 10 : 100);
      digit = null;
    } else {
      const next = DIGITS[unit];
      if (next === undefined || (digit !== null && digit !== 0)) return null;
      digit = next;
    }
  }
  return total + (digit ?? 0);
}
