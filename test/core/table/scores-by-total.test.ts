import { NO_OPTIONS, review } from "../../../src/core/review";
import { gridBook, LEFT, type GridRow } from "../../support/grid";
import { indicators, tableIn } from "./reading";

/** Scores out of a hundred beside weights of 10, 20, 40 and 30: 10 + 19 + 40 + 27.6 = 96.6, and 100 + 95 + 100 + 92 = 387. */
const HEADS: GridRow = ["一级指标", "二级指标", "权重", "评分（百分制）", "扣分原因"];
const ROWS: readonly GridRow[] = [
  ["决策", "立项依据", 10, 100, ""],
  ["过程", "资金管理", 20, 95, "台账登记不全"],
  ["产出", "完成数量", 40, 100, ""],
  ["效益", "满意度", 30, 92, "老年群体意见多"],
];
const withTotal = (...total: GridRow): readonly GridRow[] => [HEADS, ...ROWS, total];

const WEIGHED = ["决策>立项依据 10 10", "过程>资金管理 20 19", "产出>完成数量 40 40", "效益>满意度 30 27.6"];
const OPEN = ["决策>立项依据 10 -", "过程>资金管理 20 -", "产出>完成数量 40 -", "效益>满意度 30 -"];

describe("[R15] scores out of a hundred beside weights are read as the stated total bears out", () => {
  it.each<[string, readonly GridRow[], readonly string[]]>([
    ["the total is the weighed sum", withTotal("综合得分", "", 100, 96.6), WEIGHED],
    ["the total is the weighed sum, rounded", withTotal("综合得分", "", 100, 97), WEIGHED],
    ["the total beside it is one off", withTotal("综合得分", "", 100, 95.6), OPEN],
    ["the total stands in words", withTotal("综合得分：96.6分", LEFT, "", ""), WEIGHED],
    ["the total stands above the table", [["自评总分：96.6分", LEFT, LEFT], HEADS, ...ROWS], WEIGHED],
    ["of two totals one contradicts", [["自评总分：99分", LEFT, LEFT], ...withTotal("综合得分", "", 100, 96.6)], OPEN],
    ["no total is stated", [HEADS, ...ROWS], OPEN],
    ["weights are shares of one", [HEADS, ...ROWS.map((row) => row.map((cell, i) => (i === 2 ? Number(cell) / 100 : cell))), ["综合得分", "", 1, 96.6]], WEIGHED],
  ])("%s", (_, rows, wanted) => {
    expect(indicators(tableIn(rows))).toEqual(wanted);
  }); // prettier-ignore

  it("scores that are not weighed are read as they stand where these make the total", () => {
    const rows: readonly GridRow[] = [HEADS, ["决策", "立项依据", 5, 6], ["过程", "资金管理", 5, 6], ["产出", "完成数量", 90, 80], ["合计", "", 100, 92]];
    expect(indicators(tableIn(rows))).toEqual(["决策>立项依据 5 6", "过程>资金管理 5 6", "产出>完成数量 90 80"]);
  }); // prettier-ignore

  it("which reading was taken, and what the other one comes to, is said at the column", () => {
    const said = review(gridBook(withTotal("综合得分", "", 100, 96.6))).findings.filter(({ code }) => code === "scores-by-total");
    expect(said.map(({ data }) => data)).toEqual([
      { used: "D 评分（百分制） × C 权重", other: "D 评分（百分制）", isWeighed: true, total: "96.6", totalAt: "D6", otherSum: "387" },
    ]);
  }); // prettier-ignore

  it("a score merged over several indicators is left open", () => {
    const rows: readonly GridRow[] = [
      HEADS,
      ["决策", "立项依据", 10, 100],
      ["过程", "资金管理", 20, { merged: "up" }],
      ["产出", "完成数量", 40, 100],
      ["效益", "满意度", 30, 90],
      ["合计", "", 100, 97],
    ];
    expect(review(gridBook(rows)).findings.map(({ code }) => code)).toContain("ambiguous-header");
  });
});

describe("[R15] what is judged of weighed scores is in marks", () => {
  const codes = (rows: readonly GridRow[]): readonly string[] =>
    review(gridBook(rows), NO_OPTIONS).findings.map(({ code }) => code);

  it("a sound table has no fault", () => {
    expect(codes(withTotal("综合得分", "", 100, 96.6))).toEqual(["scores-by-total"]);
  });

  it.each<[string, readonly GridRow[], readonly string[]]>([
    ["a deduction without a reason", [HEADS, ...ROWS.slice(0, 3), ["效益", "满意度", 30, 92, ""], ["综合得分", "", 100, 96.6]], ["justification-missing"]],
    ["a score of three decimals", [HEADS, ...ROWS.slice(0, 3), ["效益", "满意度", 30, 91.125, "老年群体意见多"], ["综合得分", "", 100, 96.34]], ["score-precision"]],
    ["two decimals that weigh to three", [HEADS, ...ROWS.slice(0, 3), ["效益", "满意度", 30, 91.25, "老年群体意见多"], ["综合得分", "", 100, 96.375]], []],
  ])("%s", (_, rows, wanted) => {
    expect(codes(rows).filter((code) => code !== "scores-by-total")).toEqual(wanted);
  }); // prettier-ignore
});

describe("[R15] a reviewer's scores beside weighed ones", () => {
  it.each([
    ["out of a hundred", 90, "9"],
    ["within the mark", 9, "9"],
  ])("%s", (_, given, wanted) => {
    const rows = [[...HEADS, "专家评分"], ...ROWS.map((row) => [...row, given]), ["综合得分", "", 100, 96.6]];
    expect(tableIn(rows).indicators[0]?.reviewScore?.stated?.number.toString()).toBe(wanted);
  });
});
