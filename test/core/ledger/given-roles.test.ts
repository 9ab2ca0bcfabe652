import { review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { cellRoleIn, cellRoleText } from "../../../src/core/ours/cell-roles";
import { a1, type Rect } from "../../../src/core/workbook/address";
import { bookOf, sheetOf, type GridRow } from "../../support/grid";

const TABLE: readonly GridRow[] = [
  ["项目支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "终值"],
  ["产出", "数量指标", "养护里程", 60, 20, 25, 60, 58],
  ["效益", "社会效益", "投诉次数", 40, "≤3", 2, 40, 39],
  ["", "", "", "", "", "", "", "", 17],
];

/** The review of the table with what a person wrote in the sheet 规则. */
function saying(...rows: readonly GridRow[]): Review {
  const lines: GridRow[] = [["项目", "取值"], ["规则包", ""], ...rows];
  const refersTo = `'规则'!$A$1:$B$${lines.length}`;
  return review(bookOf([sheetOf("评分表", TABLE), sheetOf("规则", lines)], [{ name: "_pinghe.sheet.rules", refersTo, scope: null, hidden: true }]));
} // prettier-ignore

const cellArea = (row: number, column: number): Rect => ({ top: row, bottom: row, left: column, right: column });
const reviewed = ({ tables }: Review): readonly string[] =>
  (tables[0]?.indicators ?? []).flatMap(({ indicator }) => indicator.reviewScore?.stated?.number.toFraction() ?? []);
const open = ({ ledger }: Review): readonly string[] =>
  ledger.tables[0]?.cells.notUnderstood.map(({ at }) => a1(at)) ?? [];
const codes = ({ findings }: Review): readonly string[] =>
  findings.filter(({ code }) => code.startsWith("role-")).map(({ code, at }) => `${code} ${at?.sheet ?? ""}!${at ? a1(at) : ""}`); // prettier-ignore

describe("[Z10] what a person says that a cell is goes before what it says itself", () => {
  it("without a word an unknown head leaves its numbers open", () => {
    expect(reviewed(saying())).toEqual([]);
    expect(open(saying())).toEqual(["H3", "H4", "I5"]);
    expect(codes(saying())).toEqual([]);
  });

  it("a head is read as the column that it is said to be, and that is told", () => {
    const said = saying(["单元格读作", "评分表!H2 复核分"]);
    expect(reviewed(said)).toEqual(["58", "39"]);
    expect(open(said)).toEqual(["I5"]);
    expect(codes(said)).toEqual(["role-given 评分表!H2"]);
  });

  it("a cell that has nothing to do with the scores is left aside, and that is told", () => {
    const said = saying(["单元格读作", "评分表!I5 与评分无关"]);
    expect(open(said)).toEqual(["H3", "H4"]);
    expect(said.ledger.tables[0]?.cells.unused.filter(({ why }) => why === "setAside")).toHaveLength(1);
    expect(codes(said)).toEqual(["role-given 评分表!I5"]);
  });

  it("a reviewer's word outranks the unit's", () => {
    const said = saying(["单元格读作", "评分表!H2 与评分无关"], ["复核人所选单元格读作", "评分表!H2 复核分"]);
    expect(reviewed(said)).toEqual(["58", "39"]);
  });

  it.each([
    ["a role that no column has", "评分表!H2 颜色"],
    ["a number never becomes a head", "评分表!H3 复核分"],
    ["a blank cell", "评分表!J9 与评分无关"],
    ["a sheet that is not there", "别处!H2 年度指标值"],
  ])("%s is not used, which is told where it is written", (_, text) => {
    const said = saying(["单元格读作", text]);
    expect(codes(said)).toEqual(["role-unusable 规则!B3"]);
    expect(open(said)).toEqual(["H3", "H4", "I5"]);
  });

  it("an area and a single cell are left aside with one row, and read as before once the first of them holds something else", () => {
    const said = saying(["单元格读作", "评分表!H2、H3:H4、I5 与评分无关（原文：终值）"]);
    expect(open(said)).toEqual([]);
    expect(codes(said)).toEqual(["role-given 评分表!H2"]);
    const moved = saying(["单元格读作", "评分表!H2、H3:H4、I5 与评分无关（原文：得分）"]);
    expect(open(moved)).toEqual(["H3", "H4", "I5"]);
    expect(codes(moved)).toEqual(["role-unusable 规则!B3"]);
  });

  it("a head is known by its words: a column that was put in before it is not taken for it", () => {
    expect(reviewed(saying(["单元格读作", "评分表!H2 复核分（原文：终值）"]))).toEqual(["58", "39"]);
    expect(codes(saying(["单元格读作", "评分表!G2 复核分（原文：终值）"]))).toEqual(["role-unusable 规则!B3"]);
  });

  it.each([
    { sheet: "评分表", areas: [cellArea(1, 7)], as: "复核分", original: "终值" },
    {
      sheet: "自评 '一'!",
      areas: [cellArea(1, 7), { top: 2, bottom: 5, left: 7, right: 8 }],
      as: "与评分无关",
      original: "（a）：b",
    },
    { sheet: "评分表", areas: [cellArea(4, 8)], as: "与评分无关", original: null },
  ])("what is written is what is read: %j", (choice) => {
    const at = { sheet: "规则", row: 2, column: 1 };
    const text = cellRoleText(choice);
    const read = cellRoleIn(text, at);
    expect(read && { sheet: read.sheet, areas: read.areas, as: read.as }).toEqual({ sheet: choice.sheet, areas: choice.areas, as: choice.as }); // prettier-ignore
    expect(read && cellRoleText(read)).toBe(text);
  });

  it("sheets with blanks and quotes in their names are named as Excel does", () => {
    const table = sheetOf("自评 '一'", TABLE);
    const lines: GridRow[] = [
      ["项目", "取值"],
      ["单元格读作", "'自评 ''一'''!$I$5 与评分无关"],
    ];
    const names = [{ name: "_pinghe.sheet.rules", refersTo: "'规则'!$A$1:$B$2", scope: null, hidden: true }];
    expect(open(review(bookOf([table, sheetOf("规则", lines)], names)))).toEqual(["H3", "H4"]);
  });
});

describe("[Z11] what nobody sees is counted as hidden", () => {
  it.each([
    ["a hidden row", { hiddenRows: [4] }, 1, true],
    ["a hidden column", { hiddenColumns: [7] }, 3, false],
    ["a hidden sheet", { visibility: "hidden" as const }, 1 + 8 + 8 + 8 + 1, true],
  ])("%s", (_, hidden, cells, isOpen) => {
    const sheet = { ...sheetOf("评分表", TABLE), ...hidden };
    const [table] = review(bookOf([sheet])).ledger.tables;
    expect(table?.cells.hidden).toBe(cells);
    expect(table?.cells.notUnderstood.find(({ at }) => a1(at) === "I5")?.hidden).toBe(isOpen);
  });
});
