import { review } from "../../../../src/core/review";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { gridBook, type GridRow } from "../../../support/grid";
import type { RaisedCase } from "./raised-case";

/** Four indicators of 10 marks in rows 3 to 6, scores in E, the total in row 7; formulas by "row,column" from 0. */
const ROWS: readonly GridRow[] = [
  ["2021年度部门整体支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"],
  ["投入", "目标", "目标合理性", 10, 10],
  ["", "", "目标明确性", 10, 9, "个别目标未细化"],
  ["过程", "管理", "制度健全性", 10, 10],
  ["", "", "制度公开性", 10, 8, "公开不及时"],
  ["合计", "", "", 40, 37],
];

const book = (formulas: Readonly<Record<string, string>>, rows: readonly GridRow[] = ROWS): WorkbookSnapshot =>
  gridBook(rows, { formulas });

const withCell = (row: number, column: number, value: GridRow[number]): readonly GridRow[] =>
  ROWS.map((line, r) => (r === row ? line.map((cell, c) => (c === column ? value : cell)) : line));

const hidden = (made: WorkbookSnapshot, row: number): WorkbookSnapshot => ({
  ...made,
  sheets: made.sheets.map((sheet) => ({ ...sheet, hiddenRows: [row] })),
});

/** What is found in the formulas of a table. */
export const formulas: readonly RaisedCase[] = [
  {
    title: "a score whose stored result is not what its formula gives",
    findings: () => review(book({ "3,4": "=D4" })).findings,
    raises: ["stale-value E4"],
  },
  {
    title: "a score that refers to a deleted cell",
    findings: () => review(book({ "2,4": "=#REF!+10" })).findings,
    raises: ["broken-reference E3"],
  },
  {
    title: "a total that leaves out its last row, and makes up for it by a number",
    findings: () => review(book({ "6,4": "=SUM(E3:E5)+8" })).findings,
    raises: ["range-too-short E7", "hard-coded-constant E7"],
  },
  {
    title: "a total with a weight in it",
    findings: () => review(book({ "6,4": "=SUM(E3:E6)*0.9" })).findings,
    raises: ["formula-differs E7"],
  },
  {
    title: "a total that counts a row twice",
    findings: () => review(book({ "6,4": "=SUM(E3:E6)+E3" }, withCell(6, 4, 47))).findings,
    raises: ["double-counted E7"],
  },
  {
    title: "a total that counts itself",
    findings: () => review(book({ "6,4": "=SUM(E3:E7)" }, withCell(6, 4, 0))).findings,
    raises: ["circular-reference E7"],
  },
  {
    title: "a total that passes over a score typed as text",
    findings: () => review(book({ "6,4": "=SUM(E3:E6)" }, withCell(2, 4, "10分").map((row, r) => (r === 6 ? ["合计", "", "", 40, 27] : row)))).findings, // prettier-ignore
    raises: ["text-skipped-by-sum E7"],
  },
  {
    title: "a score taken from another workbook",
    findings: () => review(book({ "2,4": "=[1]决算!$B$4" })).findings,
    raises: ["external-link E3", "not-recalculated E3"],
  },
  {
    title: "an indicator in a hidden row",
    findings: () => review(hidden(book({}), 3)).findings,
    raises: ["hidden-cells C4"],
  },
];
