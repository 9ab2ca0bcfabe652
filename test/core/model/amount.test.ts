import { inUnit, moneyUnitOf, readAmount } from "../../../src/core/model/amount";
import { decimalText } from "../../../src/core/model/exact";

const read = (text: string): string => {
  const amount = readAmount(text);
  return amount ? `${decimalText(amount.number, 6)} ${amount.unit ?? "-"} ${amount.decimals}` : "none";
};

describe("amounts of money as people type them", () => {
  it.each([
    ["150万", "150 万元 0"],
    ["125.25万", "125.25 万元 2"],
    ["100万元", "100 万元 0"],
    ["100 万元", "100 万元 0"],
    ["￥100", "100 - 0"],
    ["¥1,000.00", "1000 - 2"],
    ["1,000.00 元", "1000 元 2"],
    ["人民币95万元", "95 万元 0"],
    ["１００．５万元", "100.5 万元 1"],
    ["\u200b95", "95 - 0"],
    ["95\u00a0万元\u200b", "95 万元 0"],
    ["1.2亿", "1.2 亿元 1"],
    ["3百万元", "3 百万元 0"],
    ["2000元整", "2000 元 0"],
    ["-3.5万元", "-3.5 万元 1"],
    ["￥-20", "-20 - 0"],
  ])("[R19] %s is an amount", (text, amount) => expect(read(text)).toBe(amount));

  it.each(["约100万", "100万（含追加）", "9 5", "1 000.00", "100-120万", "1,00万", "（100）", "万元", "￥", "", "100万人", "150万吨", "3.1.2"])(
    "[R19] %s states none, since it may mean something else",
    (text) => expect(read(text)).toBe("none"),
  ); // prettier-ignore

  it("[R19] an amount in another unit keeps what it was printed to", () => {
    const amount = (text: string) => readAmount(text) ?? { number: NaN as never, decimals: 0, unit: null };
    const shown = (text: string, unit: "元" | "万元" | "亿元") => {
      const { number, decimals } = inUnit(amount(text), unit);
      return `${decimalText(number, 8)} ${decimals}`;
    };
    expect(shown("1500000元", "万元")).toBe("150 4");
    expect(shown("1.5亿", "万元")).toBe("15000 0");
    expect(shown("125.255万", "元")).toBe("1252550 0");
    expect(shown("￥95", "万元")).toBe("95 0");
  });

  it.each([["万", "万元"], ["人民币万元", "万元"], ["元", "元"], ["人", null], ["", null]])("[R19] %s as a unit", (text, unit) =>
    expect(moneyUnitOf(text)).toBe(unit),
  ); // prettier-ignore
});
