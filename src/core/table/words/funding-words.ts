import { compact } from "../../model/text";
import { MONEY_HEADS, MONEY_PHRASES, PAST_WORDS, type MoneyRole } from "./header-words";

const money = new Map<string, MoneyRole>();
for (const [role, words] of MONEY_HEADS) for (const word of words.split(" ")) money.set(word, role);

/** 全年预算数(A), 年初预算数（万元）: what a money column of the funding block holds; null for any other text. */
export function moneyRole(text: string): MoneyRole | null {
  if (text.length > 30 || !/[数算行出额资]/.test(text)) return null;
  const words = compact(text)
    .replace(/[([][^()[\]]*[)\]]/g, "")
    .replace(/[:*]/g, "");
  if (PAST_WORDS.some((past) => words.startsWith(past))) return null;
  return money.get(words) ?? MONEY_PHRASES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** 元, 万元 or 亿元 where the text states one: 项目资金（万元）, 单位：元. */
export const moneyUnitIn = (text: string): string | null =>
  /[(:]\s*(?:单位:?)?(?:人民币)?(亿元|百万元|万元|千元|元)\)?/.exec(compact(text))?.[1] ?? null;
