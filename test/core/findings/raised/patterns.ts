import { auditBook } from "../../../../src/core/audit/audit";
import { review } from "../../../../src/core/review";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { formulaBook } from "../../../support/formula-book";
import { UP, type GridCell, type GridRow } from "../../../support/grid";
import type { RaisedCase } from "./raised-case";

/** Budget in B, spent in C, what is left in D of rows 2 to 6, totals in row 7; some cells replaced. */
function annex(replaced: Readonly<Record<string, GridCell>>): WorkbookSnapshot {
  const rows: GridRow[] = [["项目", "预算", "支出", "结余"]];
  for (let row = 2; row <= 6; row++) rows.push([`项目${row}`, 100 * row, 61 * row + (row % 2), `=B${row}-C${row}`]);
  rows.push(["合计", "=SUM(B2:B6)", "=SUM(C2:C6)", "=SUM(D2:D6)"]);
  return formulaBook([
    { name: "附表", rows: rows.map((row, r) => row.map((cell, c) => replaced[`${"ABCD"[c] ?? ""}${r + 1}`] ?? cell)) },
  ]);
}

const audited = (book: WorkbookSnapshot) => auditBook(book, review(book)).findings;

/** What the pattern of a sheet's formulas shows. */
export const patterns: readonly RaisedCase[] = [
  {
    title: "a plain average of rates",
    findings: () => audited(formulaBook([{ name: "附表", rows: [["项目", "预算", "支出", "率"], ["甲", 100, 50, "=C2/B2"], ["乙", 900, 900, "=C3/B3"], ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)", "=AVERAGE(D2:D3)"]] }])), // prettier-ignore
    raises: ["average-of-rates D4"],
  },
  {
    title: "a formula that reads the row below",
    findings: () => audited(annex({ D4: "=B4-C5" })),
    raises: ["inconsistent-formula D4"],
  },
  {
    title: "a formula written otherwise that gives the same",
    findings: () => audited(annex({ D4: "=-C4+B4" })),
    raises: ["same-result-formula D4"],
  },
  {
    title: "a number typed over a formula",
    findings: () => audited(annex({ D4: 99 })),
    raises: ["constant-among-formulas D4"],
  },
  {
    title: "a result typed over its formula",
    findings: () => audited(annex({ D4: 156 })),
    raises: ["typed-among-formulas D4"],
  },
  {
    title: "the only total of a sheet, one row short",
    findings: () => audited(annex({ B7: "", C7: "=SUM(C2:C5)", D7: "" })),
    raises: ["range-may-be-short C7"],
  },
  {
    title: "a typed total",
    findings: () => audited(annex({ B7: 2000, C7: "", D7: "" })),
    raises: ["typed-total B7"],
  },
  {
    title: "a formula that reads a cell where nothing stands",
    findings: () => audited(annex({ B7: "=SUM(B2:B6)*H99" })),
    raises: ["empty-reference B7"],
  },
  {
    title: "a formula that reads the empty part of merged cells",
    findings: () =>
      audited(formulaBook([{ name: "附表", rows: [["部门", "系数", "数", "折算"], ["甲", 2, 10, "=C2*B2"], ["乙", UP, 11, "=C3*B3"]] }])), // prettier-ignore
    raises: ["merged-reference D3"],
  },
  {
    title: "a workbook that calculates circles again and again",
    findings: () => audited({ ...annex({}), iterative: true }),
    raises: ["iterative-calculation -"],
  },
];
