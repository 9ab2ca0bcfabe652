import { read } from "./read";

/* Texts that no report has and a file may hold: each took a minute or more while its reading grew with the square of its length. */
describe("[X17] a text is read in a time that grows with its length", () => {
  it.each([
    ["a list of a thousand", `支出100万元，其中${"甲项1.5万元、".repeat(1000)}。`],
    ["其中 in every clause", "其中甲项1.5万元，".repeat(1000)],
    ["其中 in every sentence", "其中：甲项1.5万元。".repeat(300)],
    ["brackets that never close", "甲10万元（乙5万元、丙5万元".repeat(500)],
    ["one number of ten thousand digits", `${"1".repeat(10_000)}万元`],
    ["changes without an end", "支出10.5万元，比上年增加1.5万元，增长16.7%，".repeat(300)],
    ["claims without an end", "年度绩效目标任务指标各项".repeat(3000)],
    ["commas", "，".repeat(50_000)],
    ["a claim far behind its sentence's first comma", `${"工".repeat(40_000)}，${"全面完成年度目标，".repeat(200)}`],
    ["blanks behind a digit", `支出1${" ".repeat(300_000)}万元`],
  ])("%s", (_, text) => {
    const { statements, passed } = read(text);
    const digits = text.match(/\d+(?:\.\d+)?/g) ?? [];
    expect(statements.length + passed.length).toBe(digits.length);
  });
});
