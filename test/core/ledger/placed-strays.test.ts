import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { bookOf, gridBook, LEFT, sheetOf, UP, type GridRow } from "../../support/grid";
import { withValue } from "./invariant/changes";

const SHEET = "评分表";
const HEAD: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因分析"]; // prettier-ignore
const FORM: readonly GridRow[] = [
  ["项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ["项目名称", "道路养护", "", "", "主管部门", "交通局", "", ""],
  ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  [UP, "年度资金总额", 100, 100, 100, 10, 1, 10],
  [UP, "其中：财政拨款", 100, 100, 100, "", 1, ""],
  HEAD,
  ["产出", "数量指标", "养护里程", 50, "≥20公里", "20公里", 50, ""],
  ["", "", UP, "", "", "", "", ""],
  ["", "", "指标2", "", "", "", "", ""],
  ["效益", "社会效益", "通行时间缩短", 40, "≥10分钟", "10分钟", 40, ""],
  ["总分", LEFT, LEFT, 100, "", "", 100, ""],
  ["填表人：张三", "", "", "联系电话：", 62210000, "", "", ""],
];

/** Findings at the cell, by code; whatever else the review says of it. */
function saidOf(book: WorkbookSnapshot, cell: string): readonly string[] {
  const { findings } = review(book);
  return findings.filter(({ at, data }) => (at !== null && a1(at) === cell) || JSON.stringify(data).includes(`"${cell}`)).map(({ code }) => code); // prettier-ignore
}

const form = gridBook(FORM);
const placed = (cell: string, value: CellScalar): WorkbookSnapshot =>
  withValue(form, SHEET, Number(/\d+/.exec(cell)?.[0]) - 1, cell.charCodeAt(0) - 65, value);

describe("[Z1] [Z6] a figure that strayed into a form is named where it stands", () => {
  it("the form itself has nothing to name", () => {
    const { ledger } = review(form);
    expect(ledger.tables.flatMap(({ cells }) => cells.items)).toEqual([]);
  });

  describe.each([123.45, "150万", "￥1,200.00", "12.5%"] as const)("%s", (value) => {
    it.each([
      ["above the table", "H2"],
      ["beside the title", "I1"],
      ["below the total", "C13"],
      ["beside a signature", "C12"],
      ["beside the rows", "I7"],
      ["two columns beside the rows", "J10"],
      ["beside the block", "I4"],
      ["beside a label of the block", "A3"],
      ["in a template row, as its reason", "H9"],
      ["in the total row, below the actual values", "F11"],
      ["in the total row, below the reasons", "H11"],
      ["as a reason", "H7"],
      ["under a merged title", "C1"],
      ["under a merged total", "B11"],
    ])("%s", (_, cell) => {
      expect(saidOf(placed(cell, value), cell)).toContain("cell-not-understood");
    });
  });

  it.each([
    ["a second score of an indicator", "G8"],
    ["a second mark of an indicator", "D8"],
    ["a score in a template row", "G9"],
    ["a mark in a template row", "D9"],
  ])("%s counts or is named", (_, cell) => {
    const counts = review(placed(cell, 7)).tables.flatMap(({ totals }) => [totals.fullMark, totals.score]);
    const before = review(form).tables.flatMap(({ totals }) => [totals.fullMark, totals.score]);
    const isNamed = saidOf(placed(cell, 7), cell).length > 0;
    expect(isNamed || String(counts) !== String(before)).toBe(true);
  });

  it("a number in the header of one of two tables is said with the cells of that table", () => {
    const second = (head: CellScalar): WorkbookSnapshot => {
      const [, , , , , , ...rows] = FORM;
      return bookOf([
        sheetOf(SHEET, [...FORM, [], ["第二部分"], HEAD.map((text, i) => (i === 4 ? head : text)), ...rows]),
      ]);
    };
    expect(review(second("年度指标值")).tables).toHaveLength(2);
    const { tables, ledger, findings } = review(second(2023));
    expect(tables).toHaveLength(1);
    const open = ledger.tables[0]?.cells.notUnderstood.map(({ at }) => a1(at)) ?? [];
    expect(open).toEqual(expect.arrayContaining(["E15", "D16", "G16", "D19", "G19", "D20", "G20"]));
    expect(findings.map(({ code }) => code)).toContain("block-not-understood");
  });
});
