import { decimalText } from "../../../src/core/model/exact";
import { readText } from "../../../src/core/targets/read";
import { ruleOf, scoreAt } from "../language/standard/support";

/** Each way in which a bound is said, by hand, with what it means. */
const BOUNDS: readonly (readonly [string, string])[] = [
  [">=", "≥ >= 不低于 不少于 不小于 不得低于 不得少于 不得小于 不能低于 不能少于 不应低于 不应少于 不应当低于 不可低于 不宜小于 大于等于 大于或等于 高于等于 高于或等于 等于或大于 等于或高于 至少 未低于 没有低于"],
  ["<=", "≤ <= 不超过 不高于 不大于 不多于 不得超过 不得高于 不得大于 不得多于 不能超过 不能高于 不能大于 不应超过 不应当超过 不允许超过 不可大于 不宜超过 小于等于 小于或等于 低于等于 低于或等于 等于或低于 等于或小于 至多 未超过 没有超过 未高于"],
  [">", "> 大于 高于 超过 多于 超出"],
  ["<", "< 小于 低于 少于 不足 不到 未达到"],
].flatMap(([op = "", list = ""]) => list.split(" ").map((word) => [word, op] as const)); // prettier-ignore

const brief = (text: string): string => {
  const reading = readText(text);
  if (reading.kind !== "number") return reading.kind;
  return [reading.operator ?? "", decimalText(reading.number, 4), reading.unit?.name ?? ""].join(" ").trim();
};

describe("[C9] one list of words of comparison for cells and standards", () => {
  it.each(BOUNDS)("a cell with %s says %s", (word, op) => {
    expect(brief(`${word}5%`)).toBe(`${op} 5 %`);
    expect(brief(`${word}100万元`)).toBe(`${op} 100 万元`);
    expect(brief(`项目成本${word}5公里`)).toBe(`${op} 5 公里`);
    expect(brief(`${word}20`)).toBe(`${op} 20`);
    expect(brief(`${word}二十场`)).toBe(`${op} 20 场`);
  });

  it.each(BOUNDS)("a standard with %s gives its marks on the side of %s", (word, op) => {
    const rule = ruleOf(`支出比例${word}90%的，得5分；否则不得分。`, "5", "支出比例");
    const marks = ["0.89", "0.9", "0.91"].map((value) => scoreAt(rule, value));
    const wanted = { ">=": ["0", "5", "5"], "<=": ["5", "5", "0"], ">": ["0", "0", "5"], "<": ["5", "0", "0"] }[op];
    expect(marks).toEqual(wanted);
  });

  it.each(["不大于≥5%", "不得低于5%以下", "不应超过≥5%", "高于不得高于5%"])(
    "%s points both ways and is no number",
    (text) => expect(readText(text).kind).toBe("words"),
  );

  it.each([
    ["超支率不超过5%", "<= 5 %"],
    ["超时次数不少于3次", ">= 3 次"],
    ["资金不足率不高于5%", "<= 5 %"],
    ["最多3次", "<= 3 次"],
  ])("a word of comparison within the name of %s says nothing: %s", (text, wanted) => expect(brief(text)).toBe(wanted));
});
