import { dependentsOf, precedentsOf } from "../../../src/app/cell-neighbours";
import { auditBook } from "../../../src/core/audit/audit";
import { textNumber } from "../../../src/core/audit/text-number";
import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import { bookOf, sheetOf } from "../../support/grid";

/** 编制 of sheet 甲 has lost its cell; that of the workbook is 乙!A1. */
const book = bookOf(
  [
    sheetOf("甲", [["", 2]], { formulas: { "0,1": "编制*2" } }),
    sheetOf("乙", [[1, 2]], { formulas: { "0,1": "编制*2" } }),
    sheetOf("丙", [["", 2]], { formulas: { "0,1": "甲!编制*2" } }),
  ],
  [
    { name: "编制", scope: "甲", refersTo: "=#REF!", hidden: false },
    { name: "编制", scope: null, refersTo: "=乙!$A$1", hidden: false },
  ],
);
const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });

describe("[G2] a name of one sheet beside the workbook's own of the same spelling", () => {
  it("is broken only where it is the one that is meant", () => {
    const broken = auditBook(book, review(book)).findings.filter(({ code }) => code === "broken-reference");
    expect(broken.map(({ sheet, at: place }) => `${sheet}!${place ? a1(place) : ""}`)).toEqual(["丙!B1", "甲!B1"]);
  });

  it.each<[string, readonly string[]]>([
    ["甲", []],
    ["乙", ["乙"]],
  ])("a formula on %s reads the cells of its own", (sheet, wanted) => {
    expect(precedentsOf(book, "编制*2", at(sheet, 0, 1), 9).map((one) => one.at.sheet)).toEqual(wanted);
  });

  it("and only such formulas depend on a cell", () => {
    expect(dependentsOf(book, at("乙", 0, 0), 9).map((one) => one.at.sheet)).toEqual(["乙"]);
  });
});

describe("[R19] figures with blanks between them are no number that a person typed as text", () => {
  it.each<[string, number | null]>([
    ["9 5", null],
    ["9　5分", null],
    ["1, 200", null],
    [" 95 分", 95],
    ["95", 95],
  ])("%j: %s", (text, number) => expect(textNumber(text)).toBe(number));
});
