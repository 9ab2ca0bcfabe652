export type MoneyUnit = "元" | "百元" | "千元" | "万元" | "百万元" | "千万元" | "亿元";

/** What each unit of money makes in 元. */
export const MONEY_FACTORS: Readonly<Record<MoneyUnit, bigint>> = {
  元: 1n, 百元: 100n, 千元: 1_000n, 万元: 10_000n, 百万元: 1_000_000n, 千万元: 10_000_000n, 亿元: 100_000_000n,
}; // prettier-ignore

/** The units of money as one alternative of a pattern, the longer before those that end them. */
export const MONEY_UNIT = Object.keys(MONEY_FACTORS)
  .sort((a, b) => b.length - a.length)
  .join("|");
