import { readOurs } from "../../../src/core/ours/read-ours";
import type { DefinedName, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { parseReference } from "../../../src/core/workbook/sheet-area";

const book = (names: readonly (readonly [name: string, refersTo: string, scope?: string])[]): WorkbookSnapshot => ({
  sheets: [],
  names: names.map(([name, refersTo, scope]): DefinedName => ({ name, refersTo, scope: scope ?? null, hidden: true })),
  calculation: "automatic",
  date1904: false,
  structureProtected: false,
});

describe("what Pinghe added", () => {
  it("[R18] a column is ours where a _pinghe. name points, and nowhere else", () => {
    const own = readOurs(book([["_pinghe.t1.computed", "'自评表'!$H$3:$H$30"]])).ownership;
    expect(own.ourRanges("自评表")).toEqual([{ top: 2, bottom: 29, left: 7, right: 7 }]);
    expect(own.isOurCell("自评表", { row: 2, column: 7 })).toBe(true);
    expect(own.isOurCell("自评表", { row: 2, column: 6 })).toBe(false);
    expect(own.isOurSheet("自评表")).toBe(false);
  });

  it("[R18] a sheet is ours where a _pinghe.sheet. name points; a unit's own sheet 基础数据 is not", () => {
    const own = readOurs(book([["_pinghe.sheet.base", "'基础数据 (2)'!$A$1"]])).ownership;
    expect(own.isOurSheet("基础数据 (2)")).toBe(true);
    expect(own.isOurSheet("基础数据")).toBe(false);
  });

  it("[R18] the names of a copied sheet, which are scoped to it, count as well, in any case of letters", () => {
    const own = readOurs(book([["_PINGHE.t1.computed", "'自评表 (2)'!$H$3", "自评表 (2)"]])).ownership;
    expect(own.ourRanges("自评表 (2)")).toHaveLength(1);
  });

  it("[R18] a name for a linked cell or a print area of the unit's makes nothing ours", () => {
    const own = readOurs(book([["_pinghe.print.t1", "'自评表'!$A$1:$F$31"], ["_pinghe.name.q1", "'自评表'!$B$4"]])).ownership; // prettier-ignore
    expect(own.isOurCell("自评表", { row: 3, column: 1 })).toBe(false);
  });

  it("[R18] a name whose cells were deleted owns nothing", () => {
    expect(readOurs(book([["_pinghe.t1.computed", "#REF!"]])).ownership.ourRanges("自评表")).toEqual([]);
  });

  it.each([
    ["Sheet1!$A$1", [["Sheet1", "0,0,0,0"]]],
    ["'王''s, 表'!$B$2:$C$3", [["王's, 表", "1,1,2,2"]]],
    ["=甲!$A$1,'乙'!$B$2", [["甲", "0,0,0,0"], ["乙", "1,1,1,1"]]],
    ["甲!$B:$C", [["甲", "0,1,1048575,2"]]],
    ["甲!$2:$3", [["甲", "1,0,2,16383"]]],
    ["'甲'!#REF!", []],
    ["SUM(甲!$A$1:$A$3)", []],
    ["42", []],
  ])("reads what %s refers to", (text, expected) => {
    const found = parseReference(text).map(({ sheet, rect }) => [sheet, [rect.top, rect.left, rect.bottom, rect.right].join(",")]);
    expect(found).toEqual(expected);
  }); // prettier-ignore
});
