import { contentText } from "../../../src/core/audit/content-text";
import type { CellSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { bookOf, sheetOf } from "../../support/grid";
import { madeScoring } from "../../support/made-scoring";
import { scored } from "../scores/live";

type Cells = readonly CellSnapshot[];

const CELLS: Cells = [
  { row: 0, column: 0, value: "备注：\r\n第一行" },
  { row: 1, column: 0, value: 0.1 + 0.2 },
  { row: 2, column: 0, value: 5, formula: "=SUM(A2:A3)" },
  { row: 3, column: 0, value: true, formula: "=IF('附表'!A1>0,TRUE,FALSE)" },
];

const book = (cells: Cells, others: Cells = [{ row: 0, column: 0, value: 7 }]): WorkbookSnapshot =>
  bookOf([
    { ...sheetOf("说明", [["x"]]), cells },
    { ...sheetOf("附表", [["x"]]), cells: others },
  ]);

const changed = (row: number, change: Partial<CellSnapshot>): Cells =>
  CELLS.map((cell) => (cell.row === row ? { ...cell, ...change } : cell));

const content = contentText(book(CELLS));

describe("[V7] the content of a workbook", () => {
  it.each<readonly [what: string, cells: Cells]>([
    ["a formula in other capitals, with blanks", changed(2, { formula: "=sum( A2:A3 )" })],
    ["FALSE() for FALSE, and a sheet without quotes", changed(3, { formula: "=IF(附表!A1>0,TRUE(),FALSE())" })],
    ["another stored result", changed(2, { value: 6 })],
    ["no stored result", changed(2, { value: null })],
    ["another format", changed(1, { numberFormat: "0.00%" })],
    ["line ends of another program", changed(0, { value: "备注：\n第一行" })],
    ["fifteen digits of seventeen", changed(1, { value: 0.3 })],
    ["cells that hold nothing", [...CELLS, { row: 9, column: 3, value: null }]],
  ])("is the same with %s", (_, cells) => expect(contentText(book(cells))).toBe(content));

  it.each<{ readonly what: string; readonly cells: Cells; readonly others?: Cells }>([
    { what: "another range", cells: changed(2, { formula: "=SUM(A2:A4)" }) },
    { what: "a fixed row", cells: changed(2, { formula: "=SUM(A$2:A3)" }) },
    { what: "the result typed over the formula", cells: CELLS.map((cell) => (cell.row === 2 ? { row: 2, column: 0, value: 5 } : cell)) },
    { what: "a number typed as text", cells: changed(1, { value: "0.3" }) },
    { what: "the formula typed as text", cells: CELLS.map((cell) => (cell.row === 2 ? { row: 2, column: 0, value: "=SUM(A2:A3)" } : cell)) },
    { what: "an array formula", cells: changed(2, { array: { top: 2, bottom: 2, left: 0, right: 0 } }) },
    { what: "another row", cells: CELLS.map((cell) => ({ ...cell, row: cell.row + 1 })) },
    { what: "the fourteenth digit", cells: changed(1, { value: 0.30000000000001 }) },
    { what: "a figure of another sheet", cells: CELLS, others: [{ row: 0, column: 0, value: 8 }] },
    { what: "a sheet more", cells: CELLS, others: [{ row: 0, column: 0, value: 7 }, { row: 1, column: 0, value: 1 }] },
  ])("is another with $what", ({ cells, others }) => expect(contentText(book(cells, others))).not.toBe(content)); // prettier-ignore

  it("what we write beside it is none of it", () => {
    const own = madeScoring();
    expect(contentText(scored(own))).toBe(contentText(own));
  });
});
