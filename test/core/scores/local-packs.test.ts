import { onlyTable, pack, projectBook, reviewed, scoresOf, scoreText, type ProjectRow } from "./project-sheet";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { departmentBook, indicatorOf, judged, reviewedBy } from "../sources/sheets";
import { ratio } from "../../../src/core/model/exact";

const row = (more: Partial<ProjectRow>): ProjectRow => ({
  level: "产出指标",
  group: "数量指标",
  name: "培训人数",
  target: "≥200人",
  actual: 200,
  mark: 20,
  score: 20,
  ...more,
});
const cost = { group: "成本指标", name: "单位成本", target: "≤30万元" };
const effect = { level: "效益指标", group: "社会效益指标", name: "市场秩序", target: "效果明显" };

describe("[M18] what the documents of the packs give, by hand", () => {
  test.each<[string, string, Partial<ProjectRow>, string]>([
    ["101号: 59 % of the target gives nothing", "project-cost", { actual: 118 }, "0"],
    ["101号: 60 % is where marks begin", "project-cost", { actual: 120 }, "0"],
    ["101号: 80 % is half of the way", "project-cost", { actual: 160 }, "10"],
    ["101号: met", "project-cost", { actual: 200 }, "20"],
    ["10号: 80 % of the target is 80 % of the mark", "project", { actual: 160 }, "16"],
    ["Hubei: a target not to exceed, A/B", "hubei", { ...cost, actual: 40 }, "15"],
    ["衔接资金: never above the mark", "project-transfer", { actual: 900 }, "20"],
    ["Hubei: 55 % of the mark is within its middle tier", "hubei", { ...effect, actual: "部分达成预期指标并具有一定效果", score: 11, reason: "部分未覆盖" }, "11"],
    ["10号: it is below it", "project", { ...effect, actual: "部分达成预期指标并具有一定效果", score: 11, reason: "部分未覆盖" }, "notVerifiable"],
    ["Chongqing: 150 of 200 is a coefficient of 0.75", "chongqing", { actual: 150 }, "15"],
    ["Chongqing: no coefficient is above 1", "chongqing", { actual: 300 }, "20"],
    ["Chongqing: a coefficient of words is a person's", "chongqing", { ...effect, actual: "达成预期指标" }, "notJudged"],
    ["Sichuan's form, by the national document: 150 of 200", "sichuan-form", { actual: 150 }, "15"],
    ["Sichuan's form: 优 names no tier of that document", "sichuan-form", { ...effect, target: "优", actual: "良", score: 18, reason: "部分未覆盖" }, "notVerifiable"],
  ])("%s", (_, id, more, score) => {
    const table = onlyTable(reviewed(projectBook([row(more)]), { pack: pack(id) }));
    expect(Object.values(scoresOf(table))).toEqual([score]);
  }); // prettier-ignore

  test.each<[string, string, number, string]>([
    ["101号: within the budget, but not all of it", "project-cost", 99, "7"],
    ["101号: below 60 %", "project-cost", 59, "0"],
    ["the usage of most places", "project", 99, "99/10"],
  ])("the funding block: %s", (_, id, executed, score) => {
    const { funding } = onlyTable(reviewed(projectBook([row({})], { executed }), { pack: pack(id) }));
    expect(funding && scoreText(funding)).toBe(score);
  });

  test.each([
    ["far below its target", 100, 0],
    ["29 % above it", 258, 0],
    ["30 % above it", 260, 1],
  ])("a deviation is an actual value %s: %p", (_, actual, counted) => {
    const { totals } = onlyTable(reviewed(projectBook([row({ actual })]), { pack: pack("project-platform") }));
    expect(totals.capped?.clause ?? "").toBe(counted === 0 ? "" : "实际完成值超过年初指标值30%及以上的，扣2分（1项）");
  });

  test.each([
    [5, "pack 4"],
    [8, "pack 6"],
    [6, "none notJudged"],
  ])("a standard holds for the marks it was seen beside: 预算控制率 of %p at 10 %: %s", (mark, expected) => {
    const book = departmentBook([{ name: "预算控制率", mark }]);
    const inputs = new Map([["本年追加预算", ratio(10)], ["年初预算数", ratio(100)]]); // prettier-ignore
    const found = reviewedBy(book, { pack: builtInPack("hunan-province"), inputs });
    expect(judged(indicatorOf(found, "预算控制率"))).toBe(expected);
  });

  it("a gap in a pack's wording is no fault of the table; a value within it has no score", () => {
    const book = departmentBook([{ name: "预算调整率", mark: 3, score: 2 }]);
    const inputs = new Map([["预算调整数", ratio(-5)], ["预算数", ratio(100)]]); // prettier-ignore
    const found = reviewedBy(book, { pack: builtInPack("hunan-yueyang"), inputs });
    expect(found.findings.filter(({ code }) => code === "standard-inconsistent")).toEqual([]);
    expect(judged(indicatorOf(found, "预算调整率"))).toBe("pack notVerifiable");
  });
});
