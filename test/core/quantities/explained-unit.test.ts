import { departmentBook, reviewedBy } from "../sources/sheets";
import { nameKey } from "../../../src/core/model/text";

const unitBy = (explained: string): string | null => {
  const definition = `预算完成率=（预算完成数/预算数）×100%。\n预算完成数：本年度实际完成的预算，${explained}。\n预算数：本年度批复的预算。`;
  const { quantities } = reviewedBy(departmentBook([{ name: "预算完成率", mark: 5, score: 5, definition }]));
  return quantities.find(({ name }) => name.includes("预算完成数"))?.unit ?? null;
};

describe("[Q1] the unit that an explanation prints", () => {
  it.each([
    ["单位：万元", "万元"],
    ["单位：人民币万元", "万元"],
    ["单位：人民币元", "元"],
    ["计量单位：百万元", "百万元"],
    ["单位：人", "人"],
    ["单位：万人次", "万人次"],
    ["单位：人民币", null],
  ])("%s is %s", (explained, unit) => expect(unitBy(explained)).toBe(unit));
});

describe("[D4] a unit in brackets is no part of a name, whatever multiple it is", () => {
  it.each(["受益人数（万人）", "受益人数（人）", "受益人数（单位：千人）", "受益人数（百人）"])("%s", (name) =>
    expect(nameKey(name)).toBe("受益人数"),
  );
  it.each(["受益人数（城镇）", "受益人数（万余人）"])("%s keeps its bracket", (name) =>
    expect(nameKey(name)).toContain("("),
  );
});
