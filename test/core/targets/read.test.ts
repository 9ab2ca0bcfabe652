import fc from "fast-check";
import { decimalText } from "../../../src/core/model/exact";
import type { TargetReading } from "../../../src/core/targets/read";
import { readText } from "../../../src/core/targets/read";

const brief = (reading: TargetReading): string => {
  if (reading.kind === "number") {
    return `${reading.operator ?? ""} ${decimalText(reading.number, 6)} ${reading.unit?.name ?? ""}`.trim();
  }
  if (reading.kind === "range")
    return `${decimalText(reading.low, 4)}..${decimalText(reading.high, 4)} ${reading.unit?.name ?? ""}`;
  if (reading.kind === "date") {
    return `by ${reading.year ?? ""}/${reading.month}/${reading.day ?? ""}${reading.before ? " before" : ""}`;
  }
  return reading.kind;
};

describe("[C46] slips of the hand", () => {
  it.each([
    ["≥95%%", ">= 95 %"],
    ["≥≥95%", ">= 95 %"],
    ["95％％", "95 %"],
    ["≥95℅", ">= 95 %"],
    ["≥=95%", ">= 95 %"],
    ["=≤5天", "<= 5 天"],
    ["≤≤5天", "<= 5 天"],
    ["＞=95%", ">= 95 %"],
    ["≥95%。", ">= 95 %"],
    ["95%以上以上", ">= 95 %"],
    ["5%以内以内", "<= 5 %"],
    ["不低于≥95%", ">= 95 %"],
    ["≥95%以上", ">= 95 %"],
    ["≥95%（含95%）", ">= 95 %"],
    ["90%（含本数）", "90 %"],
    ["≥20场场", ">= 20 场"],
    ["“95%”", "95 %"],
    ["100%完成", "100 %"],
    ["≥95%（全年）", ">= 95 %"],
    ["≥９５．５％", ">= 95.5 %"],
    ["30日内", "<= 30 日"],
    ["零", "0"],
  ])("%s says %s without doubt", (text, wanted) => expect(brief(readText(text))).toBe(wanted));

  // a letter for a digit, thousands that are none, signs that point both ways, a sign where a unit belongs
  it.each(["≥l00%", "≥1OO%", "O95%", "1O场", "≥1,00人", "1,0000", "≤95%以上", "≥5天以内", "不低于≤95%", "不超过95%以上", "95%≥", "≥95%-", "95.%", "≥95..5%"])(
    "%s is no number",
    (text) => expect(readText(text).kind).toBe("words"),
  ); // prettier-ignore
});

describe("[C9] a target or actual value is read with its operator and unit", () => {
  it.each([
    ["≥266米", ">= 266 米"],
    ["≤30万元", "<= 30 万元"],
    ["=8个", "= 8 个"],
    ["≥100百分比", ">= 100 百分比"],
    ["＞＝９５％", ">= 95 %"],
    ["≧ 95 %", ">= 95 %"],
    ["﹦100%", "= 100 %"],
    ["不低于90%", ">= 90 %"],
    ["覆盖率不低于90%", ">= 90 %"],
    ["不超过30万元", "<= 30 万元"],
    ["控制在3%以内", "<= 3 %"],
    ["90%以上", ">= 90 %"],
    ["90%（含）以上", ">= 90 %"],
    ["5天以内", "<= 5 天"],
    ["大于500亩", "> 500 亩"],
    ["至少3次", ">= 3 次"],
    ["1,200人次", "1200 人次"],
    ["百分之九十五", "95 %"],
    ["达到百分之95", ">= 95 %"],
    ["0起", "0 起"],
    ["12.5", "12.5"],
    ["80%-90%", "80..90 %"],
    ["3~5个", "3..5 个"],
    ["9月前", "by /9/ before"],
    ["2021年12月底前", "by 2021/12/"],
    ["2021年6月30日前", "by 2021/6/30 before"],
    ["2021-06-30", "by 2021/6/30"],
    ["12个月", "12 个月"],
    ["效果明显", "words"],
    ["5000吨稻谷、500吨成品粮", "words"],
    ["第3季度完成", "by /9/"],
    ["  ", "blank"],
  ])("%s → %s", (text, expected) => expect(brief(readText(text))).toBe(expected));

  it("never throws, and a plain number comes back as it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => void readText(text)));
    fc.assert(
      fc.property(fc.constantFrom("≥", "≤", "=", ""), fc.nat(99_999), fc.nat(99), (operator, whole, cents) => {
        const reading = readText(`${operator}${whole}.${String(cents).padStart(2, "0")}万元`);
        expect(reading.kind).toBe("number");
        if (reading.kind === "number") expect(reading.number.mul(100).equals(whole * 100 + cents)).toBe(true);
      }),
    );
  });
});
