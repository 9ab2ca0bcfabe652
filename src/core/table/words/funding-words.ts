import { moneyUnitOf } from "../../model/amount";
import { MONEY_UNIT } from "../../model/money-units";
import { compact } from "../../model/text";
import { MONEY_HEADS, MONEY_PHRASES, MONEY_SOURCE, PART_OF_YEAR, PAST_WORDS, type MoneyRole } from "./header-words";
import { withoutColumnLetters } from "./header-role";

const money = new Map<string, MoneyRole>();
for (const [role, words] of MONEY_HEADS) for (const word of words.split(" ")) money.set(word, role);

/**
 * 全年预算数(A), 全年执行数B, 年初预算数（万元）: what a money column of the funding block holds; null for any other text.
 * A bracket may itself say which figure is meant: 预算数（年初） is the initial one, 预算数（上半年） none of these.
 */
export function moneyRole(text: string): MoneyRole | null {
  if (text.length > 40 || !/[数算行出额资]/.test(text)) return null;
  const written = withoutColumnLetters(compact(text).replace(/[:*#"']/g, ""));
  const inside = [...written.matchAll(/[([]([^()[\]]*)[)\]]/g)].map(([, words = ""]) => words).filter(saysWhich);
  const words = withoutColumnLetters(written.replace(/[([][^()[\]]*[)\]]/g, "")).replace(UNIT_BEHIND, "");
  if (PAST_WORDS.some((past) => words.startsWith(past)) || PART_OF_YEAR.test(written)) return null;
  if (inside.length === 0) return roleOf(words);
  if (inside.some((each) => PAST_WORDS.some((past) => each.startsWith(past)))) return null;
  const qualified = inside.map((each) => roleOf(each.replace(/数$/, "") + words)).find((role) => role !== null);
  return qualified ?? (inside.some((each) => /年初|初始/.test(each)) && roleOf(words) === "budget" ? "initialBudget" : roleOf(words));
} // prettier-ignore

const roleOf = (words: string): MoneyRole | null =>
  money.get(words) ?? MONEY_PHRASES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** 万元 written behind the words without brackets. */
const UNIT_BEHIND = /(?<=[数算行出额资金])(?:单位:?)?(?:亿|千万|百万|万|千|百)?元$/;

/** Words that tell one figure from another, not a unit, a letter or a formula. */
const saysWhich = (inside: string): boolean =>
  /[\u4e00-\u9fff]/.test(inside) && moneyUnitOf(inside.replace(/^单位:?/, "")) === null && !/[/÷=*×]/.test(inside);

/** Whether the words name the year's budget outright; 预算数 alone may be the one before it was adjusted. */
export const isOutright = (text: string): boolean => /全年|调整|追加|变更|最终|实际|年初|初始/.test(text);

/** A source of money, or their total: what the rows of a funding block are, and in some forms its columns. */
export const isMoneySource = (text: string): boolean =>
  text.length <= 30 && MONEY_SOURCE.test(compact(text).replace(/^[([]?[\d一二三四五六七八九]+[)\].、]+|[:：]$/g, ""));

const STATED_UNIT = new RegExp(`[(:]\\s*(?:单位:?)?(?:人民币)?(${MONEY_UNIT})\\)?`);
const UNIT_AT_END = new RegExp(`[数额算资金行出](${MONEY_UNIT})[A-Z]?$`);

/** 元, 万元 or 亿元 where the text states one: 项目资金（万元）, 单位：元, 预算数万元. */
export const moneyUnitIn = (text: string): string | null =>
  STATED_UNIT.exec(compact(text))?.[1] ?? UNIT_AT_END.exec(compact(text))?.[1] ?? null;

const ASIDE =
  /^(?:项目|资金|实际|全年|年度|年中|年末|当年|累计)*(?:到位|下达|拨付|调整|追加|结转|结余|结转结余|未支付|沉淀)(?:资金|金额|数|额|率|情况)*$/;

/** 到位数, 下达数, 结余: figures of the money that nothing is computed from. */
export const isMoneyAside = (text: string): boolean =>
  text.length <= 30 && ASIDE.test(compact(text).replace(/[([][^()[\]]*[)\]]|:$/g, ""));
