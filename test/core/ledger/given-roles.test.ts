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

describe("[Z13] of columns that claim one role a person says which has it", () => {
  type Book = (rules: readonly GridRow[]) => Review;
  const bookWith =
    (rows: readonly GridRow[]): Book =>
    (rules) => {
      const lines: GridRow[] = [["项目", "取值"], ["规则包", ""], ...rules];
      const refersTo = `'规则'!$A$1:$B$${lines.length}`;
      return review(bookOf([sheetOf("评分表", rows), sheetOf("规则", lines)], [{ name: "_pinghe.sheet.rules", refersTo, scope: null, hidden: true }])); // prettier-ignore
    };
  const disputes = ({ findings }: Review): readonly unknown[] =>
    findings.flatMap(({ code, data }) => (code === "ambiguous-header" ? [data] : []));
  const HEAD: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"];
  const FIRST: GridRow = ["产出", "数量指标", "养护里程", 60, 20, 25, 60];
  const SECOND: GridRow = ["效益", "社会效益", "投诉次数", 40, "≤3", 2, 40];
  const read = (what: (one: Review["tables"][number]["indicators"][number]["indicator"]) => unknown) => (one: Review) =>
    (one.tables[0]?.indicators ?? []).map(({ indicator }) => what(indicator));
  const actual = read((each) => each.actual?.raw ?? null);
  const score = read((each) => each.score?.stated?.number.toFraction() ?? null);
  const reviewScore = read((each) => each.reviewScore?.stated?.number.toFraction() ?? null);
  const names = read((each) => each.path.at(-1));
  const executed = (one: Review): unknown =>
    one.tables[0]?.table.funding?.total?.cells.executed?.stated?.number.toFraction();
  const MONEY: GridRow = ["项目资金（万元）", "", "全年预算数", "全年执行数", "全年执行数", "分值", "执行率", "得分"];

  it.each([
    { role: "actual", heads: ["F1", "H1"], rows: [[...HEAD, "实际完成值"], [...FIRST, 24], [...SECOND, 3]], said: "评分表!H1 实际完成值", value: actual, before: [null, null], after: [24, 3] },
    { role: "actual", heads: ["F1", "H1"], rows: [[...HEAD, "实际完成值"], [...FIRST, 24], [...SECOND, 3]], said: "评分表!F1 实际完成值（原文：实际完成值）", value: actual, before: [null, null], after: [25, 2] },
    { role: "score", heads: ["G1", "H1"], rows: [[...HEAD, "得分"], [...FIRST, 58], [...SECOND, 39]], said: "评分表!H1 自评得分", value: score, before: [null, null], after: ["58", "39"] },
    { role: "reviewScore", heads: ["H1", "I1"], rows: [[...HEAD, "复核得分", "复核得分"], [...FIRST, 55, 54], [...SECOND, 38, 37]], said: "评分表!H1 复核分", value: reviewScore, before: [null, null], after: ["55", "38"] },
    { role: "level", heads: ["C1", "D1"], rows: [["一级指标", "二级指标", "三级指标", "三级指标", "分值", "得分"], ["产出", "数量", "养护里程", "公路养护里程", 60, 60], ["效益", "社会", "投诉次数", "全年投诉次数", 40, 40]], said: "评分表!D1 三级指标", value: names, before: [], after: ["公路养护里程", "全年投诉次数"] },
    { role: "executed", heads: ["D1", "E1"], rows: [MONEY, ["年度资金总额", "", 100, 90, 80, 10, 0.8, 8], HEAD, ["产出", "数量指标", "养护里程", 50, 20, 25, 50], SECOND], said: "评分表!E1 全年执行数", value: executed, before: undefined, after: "80" },
  ])("$role: $said", ({ role, heads, rows, said, value, before, after }) => {
    const book = bookWith(rows);
    expect(disputes(book([]))).toMatchObject([{ claim: { role, heads } }]);
    expect(value(book([]))).toEqual(before);
    const told = book([["单元格读作", said]]);
    expect(disputes(told)).toEqual([]);
    expect(value(told)).toEqual(after);
    expect(codes(told)).toEqual([`role-given ${said.split(" ")[0] ?? ""}`]);
  }); // prettier-ignore
});
