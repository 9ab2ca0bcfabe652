import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, type GridRow } from "../../support/grid";
import { columns, indicators, levels, tableIn, totals } from "./reading";

const TITLE: GridRow = ["2023年度项目支出绩效自评表"];
const HEAD: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"];
const ROWS: readonly GridRow[] = [
  ["产出", "数量指标", "养护里程", 50, "≥20公里", "21公里", 50],
  ["", "质量指标", "验收合格率", 30, "≥95%", "96%", 30],
  ["效益", "社会效益", "投诉次数", 20, "≤3次", "2次", 20],
];
const TOTAL: GridRow = ["合计", "", "", 100, "", "", 100];
const OWN = ["产出>数量指标>养护里程 50 50", "产出>质量指标>验收合格率 30 30", "效益>社会效益>投诉次数 20 20"];

const opened = (rows: readonly GridRow[]): readonly string[] =>
  review(gridBook(rows)).ledger.tables.flatMap(({ cells }) =>
    cells.notUnderstood.map(({ at, why }) => `${a1(at)} ${why}`),
  );
const errors = (rows: readonly GridRow[]): readonly string[] =>
  review(gridBook(rows)).findings.flatMap(({ code, at }) =>
    /mismatch|full-mark-total|missing$/.test(code) ? [`${code} ${at ? a1(at) : ""}`] : [],
  );

describe("[R48] rows that speak of the columns", () => {
  it.each([
    ["分", "分"],
    ["（分）", "（分）"],
    ["%", "分"],
  ])("%s below 分值 and %s below 得分 are units", (mark, score) => {
    const rows = [TITLE, HEAD, ["", "", "", mark, "", "", score], ...ROWS, TOTAL];
    expect(columns(tableIn(rows))).toMatchObject({ fullMark: "D", score: "G" });
    expect(indicators(tableIn(rows))).toEqual(OWN);
    expect(opened(rows)).toEqual([]);
  });

  it.each([
    ["A, B, C, D", ["", "", "", "A", "B", "C", "D=A*C/B"]],
    ["A to D", ["", "", "", "A", "B", "C", "D"]],
    ["(a) to (d)", ["", "", "", "(a)", "(b)", "(c)", "(d)"]],
  ])("letters %s below the heads number the columns", (_, letters) => {
    const rows = [TITLE, HEAD, letters, ...ROWS, TOTAL];
    expect(indicators(tableIn(rows))).toEqual(OWN);
    expect(opened(rows)).toEqual([]);
  });

  it("numbers before the names number the rows where they count on from 1, and are named otherwise", () => {
    const numbered = (first: number): readonly GridRow[] => [
      ["", ...TITLE],
      ["", ...HEAD],
      ...ROWS.map((row, i) => [first + i, ...row]),
      ["", ...TOTAL],
      ["填表人：张三"],
    ];
    expect(opened(numbered(1))).toEqual([]);
    expect(opened(numbered(2))).toEqual(["A3 unknownColumn", "A4 unknownColumn", "A5 unknownColumn"]);
  });
});

describe("[R49] what stands below the total, or in the title", () => {
  it.each(["其中：产出", "产出"])("%s with its sum is its level's, and held against it", (label) => {
    const rows = (sum: number): readonly GridRow[] => [TITLE, HEAD, ...ROWS, TOTAL, [label, "", "", sum, "", "", 80]];
    expect(indicators(tableIn(rows(80)))).toEqual(OWN);
    expect(levels(tableIn(rows(80)))).toContain("产出 80 80");
    expect(errors(rows(80))).toEqual([]);
    expect(errors(rows(70))).toEqual(["level-mark-mismatch D7"]);
  });

  it("what stands behind a blank row is no indicator, and its numbers are named", () => {
    const rows = [TITLE, HEAD, ...ROWS, TOTAL, [], ["项目总投资（万元）", "", "", 500, "", "已完成", 480]];
    expect(indicators(tableIn(rows))).toEqual(OWN);
    expect(errors(rows)).toEqual([]);
    expect(opened(rows)).toEqual(["D8 unknownLabel", "G8 unknownLabel"]);
  });

  it("who signs is no indicator, whatever strayed into the line", () => {
    const rows = [TITLE, HEAD, ...ROWS, TOTAL, ["填表人：张三", "", "审核人：", 12, "", "", ""]];
    expect(indicators(tableIn(rows))).toEqual(OWN);
    expect(opened(rows)).toEqual(["D7 unknownLabel"]);
  });

  it.each([
    ["（自评得分：95分）", ["total-mismatch A1"]],
    ["（满分100分，自评得分95分）", ["total-mismatch A1"]],
    ["（满分100分，自评得分100分）", []],
    ["（2023年度）", []],
  ])("a total in the title's brackets is held against the sum: %s", (brackets, expected) => {
    const rows = [[`项目支出绩效自评表${brackets}`], HEAD, ...ROWS, TOTAL];
    expect(errors(rows)).toEqual(expected);
    expect(totals(tableIn(rows))).toEqual(["合计 100 100"]);
    expect(opened(rows)).toEqual([]);
  });
});

describe("[Z3][R51] a sentence that says what the whole comes to is held against the sum", () => {
  it.each([
    [["注：本项目自评总分95分，等级为优。"], ["total-mismatch A7"]],
    [["自评结论", "综合得分为98分，评价等级为优。"], ["total-mismatch B7"]],
    [["自评结论", "综合得分为100分，评价等级为优。"], []],
    [["注：1.自评总分90分以上为优，80（含）-90分为良；2.总分为100分。"], []],
    [["说明：完成养护20公里，投诉2次。"], []],
  ])("%j", (line, expected) => {
    const rows = [TITLE, HEAD, ...ROWS, TOTAL, line];
    expect(errors(rows)).toEqual(expected);
    expect(opened(rows)).toEqual([]);
  });
});
