import { planReview } from "../../../src/core/plan/plan-review";
import { readOurs } from "../../../src/core/ours/read-ours";
import { dataGroups } from "../../../src/app/pane/data-rows";
import { wordProblem } from "../../../src/app/problem-words";
import { NO_OPTIONS, review } from "../../../src/core/review";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan } from "../../support/apply-plan";
import { bookOf, sheetOf, type GridRow } from "../../support/grid";
import { answered } from "./live";

/** A table that asks how often the rules were broken: two marks off for each time. */
const table = (group: string): readonly GridRow[] => [
  ["2021年度部门整体支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分"],
  ["过程", group, "资金使用合规性", 10, "每发现一起违规扣2分，扣完为止。", 6],
  ["产出", "数量", "培训人数", 90, "", 90],
];

const run = (book: WorkbookSnapshot): WorkbookSnapshot =>
  applyPlan(book, planReview(book, review(book, NO_OPTIONS), { lang: "zh" }).plan);
const labelIn = (book: WorkbookSnapshot): string => {
  const { base } = readOurs(book);
  const row = base !== null && base !== "unreadable" ? base.rows[0] : undefined;
  if (!row) throw new Error("nothing is asked");
  return row.label;
};
/** Last year's table was asked and answered: two times. */
const asked = run(bookOf([sheetOf("去年表", table("资金管理"))]));
const lastYear = answered(asked, { [labelIn(asked)]: 2 });
/** Last year's sheet is gone, these are there instead. */
const instead = (...names: readonly string[]): WorkbookSnapshot => ({
  ...lastYear,
  sheets: [...names.map((name) => sheetOf(name, table("资金管理"))), ...lastYear.sheets.filter(({ name }) => name !== "去年表")],
}); // prettier-ignore

const givenIn = (book: WorkbookSnapshot): readonly string[] =>
  review(book).tables.map(({ table: { sheet }, indicators }) => `${sheet}: ${indicators[0]?.answers[0]?.number?.valueOf() ?? "not answered"}`); // prettier-ignore
const problemsIn = (book: WorkbookSnapshot) => review(book).problems.filter(({ kind }) => kind === "row-ownerless");
/** What the live score of each table reads once the sheet was written. */
const shownIn = (book: WorkbookSnapshot): readonly unknown[] =>
  run(book).names.flatMap(({ name, refersTo }) => (/^_pinghe\.t\d+\.recomputed$/.test(name) ? [refersTo] : [])).map((refersTo) => {
    const [, sheet, column] = /^'(.+)'!\$([A-Z]+)\$/.exec(refersTo) ?? [];
    const cells = run(book).sheets.find(({ name }) => name === sheet)?.cells ?? [];
    return cells.find((cell) => cell.row === 2 && String.fromCharCode(65 + cell.column) === column)?.value;
  }); // prettier-ignore

describe("[P9] a row of 基础数据 whose own sheet is gone", () => {
  it("answers the only table that asks its question", () => {
    expect(givenIn(instead("今年表"))).toEqual(["今年表: 2"]);
    expect(problemsIn(instead("今年表"))).toEqual([]);
    expect(shownIn(instead("今年表"))).toEqual([6]);
  });

  it("is nobody's where two ask, in review, sheet and pane alike, and is named with its place", () => {
    const book = instead("甲表", "乙表");
    expect(givenIn(book)).toEqual(["甲表: not answered", "乙表: not answered"]);
    expect(shownIn(book)).toEqual(["", ""]);
    const rows = dataGroups(book, review(book)).flatMap((group) => group.rows);
    expect(rows.map(({ value, typedInSheet }) => [value, typedInSheet])).toEqual([[null, false]]);
    const [problem, ...others] = problemsIn(book);
    expect(others).toEqual([]);
    expect(problem && wordProblem(problem, "zh")).toBe(
      `基础数据!D4 是“${labelIn(book)}”的答案，它原属的表或指标已不在，可能归甲表:过程/资金管理/资金使用合规性、乙表:过程/资金管理/资金使用合规性，未采用。请在该指标自己的一行中填写。`,
    );
  });

  it("is told no more once each has a row of its own, and each answers for itself", () => {
    const written = run(instead("甲表", "乙表"));
    const { base } = readOurs(written);
    const rows = base !== null && base !== "unreadable" ? base.rows : [];
    expect(rows.map(({ usedBy, value }) => [usedBy, value])).toEqual([
      ["（本次未用到）", 2],
      ["甲表：过程／资金管理／资金使用合规性", null],
      ["乙表：过程／资金管理／资金使用合规性", null],
    ]);
    expect(problemsIn(written)).toEqual([]);
  });

  it("stays the row of the table that still stands, beside a new one that asks the same", () => {
    const both = { ...lastYear, sheets: [sheetOf("今年表", table("资金管理")), ...lastYear.sheets] };
    expect(givenIn(both)).toEqual(["今年表: not answered", "去年表: 2"]);
    expect(problemsIn(both)).toEqual([]);
  });

  it("answers no second indicator of the same name in its own table", () => {
    const twice = { ...lastYear, sheets: lastYear.sheets.map((sheet) => sheet.name === "去年表" ? { ...sheet, cells: [...sheetOf("去年表", [...table("资金管理"), ["效益", "社会效益", "资金使用合规性", 10, "每发现一起违规扣2分，扣完为止。", 6]]).cells, ...sheet.cells.filter(({ column }) => column > 5)] } : sheet) }; // prettier-ignore
    const [reviewed] = review(twice).tables;
    expect(reviewed?.indicators.map(({ answers }) => answers[0]?.number?.valueOf() ?? null)).toEqual([2, null, null]);
  });
});
