import { createCalculation, snapshotSource } from "../../../src/core/formula/calculate";
import { parseA1 } from "../../../src/core/workbook/address";
import { isCellError, type CellScalar, type WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { bookOf, sheetOf } from "../../support/grid";

/** 得分表 in B2:D6: header, three rows, total. */
const scores = sheetOf("评分", [
  ["2021年", "", "", ""],
  ["", "指标", "满分", "得 分"],
  ["", "甲", 10, 9],
  ["", "乙", 20, 18],
  ["", "丙", 30, 30],
  ["", "合计", 60, 57],
]);
const table = { name: "得分表", range: { top: 1, left: 1, bottom: 5, right: 3 }, hasHeader: true, hasTotals: true, columns: ["指标", "满分", "得 分"] }; // prettier-ignore
const bare = { name: "Bare", range: { top: 0, left: 0, bottom: 1, right: 0 }, hasHeader: false, hasTotals: false, columns: ["列1"] }; // prettier-ignore
const months = ["一月", "二月", "三月"].map((name, i) => sheetOf(name, [[i + 1]]));

const book: WorkbookSnapshot = {
  ...bookOf([{ ...scores, tables: [table] }, ...months, { ...sheetOf("末", [[7], [8]]), tables: [bare] }]),
  links: [
    {
      target: "2020年决算.xlsx",
      sheets: [
        { name: "支出", cells: [{ row: 3, column: 1, value: 120.5 }, { row: 4, column: 1, value: "无" }, { row: 5, column: 1, value: 9.5 }] }, // prettier-ignore
        { name: "收入", cells: null },
      ],
      names: [{ name: "总额", refersTo: "支出!$B$4" }],
    },
  ],
};

function evaluated(formula: string, at = "F4", sheet = "评分"): CellScalar {
  const result = createCalculation(snapshotSource(book)).evaluate(formula, { sheet, ...(parseA1(at) ?? { row: 0, column: 0 }) });
  if (result.kind === "notEvaluated") return `not: ${result.reason}`;
  return isCellError(result.value) ? result.value.error : result.value;
} // prettier-ignore

describe("[E14] a structured reference means the cells of its table", () => {
  it.each<readonly [formula: string, value: CellScalar]>([
    ["=SUM(得分表[得 分])", 57],
    ["=SUM(得分表[[得 分]])", 57],
    ["=SUM(得分表[满分])/SUM(得分表[[#Totals],[满分]])", 1],
    ["=ROWS(得分表)", 3],
    ["=ROWS(得分表[#All])", 5],
    ["=COLUMNS(得分表[[满分]:[得 分]])", 2],
    ["=SUM(得分表[[满分]:[得 分]])", 117],
    ["=得分表[[#Headers],[满分]]", "满分"],
    ["=ROWS(得分表[[#Headers],[#Data],[满分]])", 4],
    ["=ROWS(得分表[[#Data],[#Totals]])", 4],
    ["=得分表[[#This Row],[得 分]]", 18],
    ["=得分表[@[得 分]]/得分表[@满分]", 0.9],
    ["=SUM(得分表[@[满分]:[得 分]])", 38],
    ["=sum(得分表[MISSING])", "#REF!"],
    ["=SUM(Bare[列1])", 15],
    ["=Bare[[#Headers],[列1]]", "#REF!"],
    ["=SUM(Bare[[#Totals],[列1]])", "#REF!"],
    ["=SUM(别的表[得分])", "not: structured reference: 别的表[得分]"],
  ])("%s is %s", (formula, value) => expect(evaluated(formula)).toBe(value));

  it.each<readonly [at: string, value: CellScalar]>([
    ["F2", "#VALUE!"],
    ["F3", 9],
    ["F5", 30],
    ["F6", "#VALUE!"],
  ])("this row, asked from %s, is %s", (at, value) => expect(evaluated("=得分表[@[得 分]]", at)).toBe(value));

  it("without a name it is the table in which the formula stands", () => {
    expect(evaluated("=[满分]", "D4")).toBe(20);
    expect(evaluated("=[@满分]*2", "D5")).toBe(60);
    expect(evaluated("=[@满分]*2", "F5")).toMatch(/^not: structured reference/);
  });
});

describe("[E15] another workbook's cells are those that the file keeps of it", () => {
  it.each<readonly [formula: string, value: CellScalar]>([
    ["=[1]支出!$B$4", 120.5],
    ["='[1]支出'!B4*2", 241],
    ["=SUM([1]支出!B4:B6)", 130],
    ["=[1]支出!B9", 0],
    ['=VLOOKUP("无",[1]支出!B4:B6,1,FALSE)', "无"],
    ["=[1]!总额", 120.5],
    ["=[1]收入!A1", "not: link to another workbook: [1]收入!A1"],
    ["=[1]别的!A1", "not: link to another workbook: [1]别的!A1"],
    ["=[1]!别名", "not: link to another workbook: [1]!别名"],
    ["=[2]支出!B4", "not: link to another workbook: [2]支出!B4"],
    ["=SUM([1]支出:收入!B4)", "not: link to another workbook: [1]支出:收入!B4"],
    ["=[0]!得分表[[#Totals],[满分]]", "not: link to another workbook: [0]!得分表[[#Totals],[满分]]"],
  ])("%s is %s", (formula, value) => expect(evaluated(formula)).toBe(value));
});

describe("[E16] a reference over several sheets is one area on each", () => {
  it.each<readonly [formula: string, value: CellScalar]>([
    ["=SUM(一月:三月!A1)", 6],
    ["=SUM(三月:二月!A1)", 5],
    ["=AVERAGE('一月:三月'!A1:B9)", 2],
    ["=COUNT(一月:末!A1:A2)", 5],
    ["=一月:三月!A1", "#VALUE!"],
    ["=SUM(一月:没有!A1)", "not: reference over several sheets: 一月:没有!A1"],
  ])("%s is %s", (formula, value) => expect(evaluated(formula)).toBe(value));
});
