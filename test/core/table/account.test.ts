import { readTables } from "../../../src/core/table/read-tables";
import { isPassedOver } from "../../../src/core/model/account";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";

const HEAD: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因分析"]; // prettier-ignore
const FORM: readonly GridRow[] = [
  ["项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ["项目名称", "道路养护", "", "", "项目编码", 4501, "", ""],
  ["项目资金", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  [UP, "年度资金总额", 100, 100, 90, 10, 0.9, 9],
  [UP, "其中：财政拨款", 100, 100, 90, 10, 0.9, 9],
  HEAD,
  ["产出", "数量指标", "养护里程", 50, 20, 20, 50, ""],
  ["效益", "社会效益", "通行时间", 40, "≤30", 28, 40, "无"],
  ["总分", LEFT, LEFT, 100, "", "", 99, ""],
  ["注：得分保留一位小数", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ["填表人：张三", "", "", "联系电话：", 62210000, "", "", ""],
];

type Cells = Readonly<Record<string, string>>;

/** "role" or "role why" by address. */
function accountOf(rows: readonly GridRow[]): Cells {
  const [account] = readTables(gridBook(rows)).accounts;
  if (!account) throw new Error("no account");
  expect(account.twice).toEqual([]);
  return Object.fromEntries(
    account.cells.map((entry) => [a1(entry.at), `${entry.role ?? "-"}${isPassedOver(entry) ? ` ${entry.why}` : ""}`]),
  );
}

/** The form with some cells put in. */
function formWith(cells: Readonly<Record<string, string | number | boolean>>, extra: readonly GridRow[] = []): Cells {
  const rows = [...FORM, ...extra].map((row, r) => {
    const width = Math.max(row.length, ...Object.keys(cells).map((at) => at.charCodeAt(0) - 64));
    return Array.from({ length: width }, (_, c) => cells[a1({ row: r, column: c })] ?? row[c] ?? "");
  });
  return accountOf(rows);
}

describe("[Z1] every filled cell stands in the account once", () => {
  it("says of a plain form what each cell is", () => {
    const account = accountOf(FORM);
    expect(account).toMatchObject({
      A1: "title", A2: "formLabel", B2: "formValue", E2: "formLabel", F2: "formValue",
      A3: "fundingLabel", C3: "fundingHeader", H3: "fundingHeader", B4: "fundingLabel",
      D4: "amount", E4: "amount", F4: "fundingMark", G4: "fundingRate", H4: "fundingScore",
      D5: "amount", F5: "fundingMark partOfBlock", G5: "fundingRate", H5: "fundingScore partOfBlock",
      A6: "header", H6: "header", A7: "level", B7: "level", C7: "name", D7: "mark", E7: "target", F7: "actual", G7: "score",
      H8: "reason", A9: "totalLabel", D9: "total", G9: "total", A10: "note", A11: "signature", E11: "formValue",
    }); // prettier-ignore
    const filled = FORM.flat().filter((value) => typeof value !== "object" && value !== "");
    expect(Object.keys(account)).toHaveLength(filled.length);
  });

  it.each([200, 201])("counts a cell %i rows below the last table row as its own only up to 200", (rows) => {
    const account = formWith({}, [...Array<GridRow>(rows - 3).fill([]), ["", 5]]);
    expect(account[`B${9 + rows}`]).toBe(rows === 200 ? "- noLabel" : undefined);
  });
});

describe("[Z2] [Z3] what nobody took is named with its reason", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string | number | boolean>>, Cells])[] = [
    ["a number right of the rows", { I7: 3 }, { I7: "otherColumn unknownColumn" }],
    ["words right of the rows are known and not used", { I7: "已核" }, { I7: "otherColumn ignoredColumn" }],
    ["a known column that is none of ours", { I6: "责任科室", I7: "养护科", I8: 2 }, { I7: "otherColumn ignoredColumn", I8: "otherColumn ignoredColumn" }],
    ["an unknown column", { I6: "系数", I7: 1.2 }, { I6: "header", I7: "otherColumn unknownColumn" }],
    ["a number as a reason", { H7: 12 }, { H7: "reason wrongKind" }],
    ["a number typed as text as a reason", { H7: "12分" }, { H7: "reason wrongKind" }],
    ["words as a score", { G7: "满分" }, { G7: "score wrongKind" }],
    ["a dash as a score", { G7: "—" }, { G7: "score dash" }],
    ["words as a mark", { D7: "较多" }, { D7: "mark wrongKind" }],
    ["a mark in numerals", { D7: "五十" }, { D7: "mark" }],
    ["a total in words that is read", { G9: "合计：99分" }, { G9: "total" }],
    ["a truth value as a target", { E7: true }, { E7: "target wrongKind" }],
    ["a number in the total row where none is read", { F9: 7 }, { F9: "actual leftOutRow" }],
    ["a number above the rows", { I2: 7 }, { I2: "- noLabel" }],
    ["a number beside a label that calls for none", { F2: "", G2: "金额", H2: 80 }, { H2: "- unknownLabel" }],
    ["a number alone", { C2: "", B11: 7, A11: "" }, { B11: "- noLabel" }],
    ["an amount in words", { G2: "批复", H2: "150万" }, { H2: "- unknownLabel" }],
    ["a number beside a label that calls for one", { G2: "受益人数（人）", H2: 80 }, { H2: "formValue" }],
    ["a number right of the block", { I4: 3 }, { I4: "- noLabel" }],
    ["a mark in a label of the block", { A3: "项目资金（10分）" }, { A3: "fundingLabel statedTwice" }],
    ["another mark in a label of the block", { A3: "项目资金（12分）" }, { A3: "fundingLabel figureInText" }],
    ["a mark in a name that its column gives, too", { C7: "养护里程（50分）" }, { C7: "name statedTwice" }],
    ["another mark in a name than in its column", { C7: "养护里程（5分）" }, { C7: "name figureInText" }],
    ["minutes are no marks", { C7: "养护里程10分钟" }, { C7: "name" }],
    ["a figure behind a colon", { A11: "自评得分：95" }, { A11: "formLabel figureInText" }],
    ["a note of what the whole comes to", { A11: "注：本项目综合总分为95分。" }, { A11: "total" }],
    ["last year's total", { A11: "注：上年自评总分95分。" }, { A11: "note" }],
    ["a third party's", { A11: "注：第三方评价得分为90分。" }, { A11: "note" }],
    ["last year's before this year's", { A11: "注：去年评价得分93分，今年自评总分95分。" }, { A11: "total" }],
    ["an amount as a mark", { D7: "150万" }, { D7: "mark wrongKind" }],
    ["an amount as the block's rate", { G4: "150万" }, { G4: "fundingRate wrongKind" }],
    ["an amount as a part's rate", { G5: "150万" }, { G5: "fundingRate wrongKind" }],
    ["a bound under an unknown head", { I6: "系数", I7: "≤3次" }, { I7: "otherColumn unknownColumn" }],
    ["a bound as a score", { G7: "≥50" }, { G7: "score wrongKind" }],
    ["a bound beside a label", { G2: "金额", H2: "不低于95%" }, { H2: "- unknownLabel" }],
    ["a bound in words of a remark", { H7: "≥50" }, { H7: "reason" }],
    ["a number in the total row beside its label", { A9: "总分", B9: 7 }, { A9: "totalLabel", B9: "name leftOutRow" }],
    ["a column of telephones", { I6: "联系电话", I7: 13800000000 }, { I7: "otherColumn ignoredColumn" }],
    ["a quarter of the year", { I6: "一季度", I7: 5 }, { I7: "otherColumn ignoredColumn" }],
    ["a number one cell behind a label that calls for one", { F2: "", G2: 4501 }, { G2: "formValue" }],
    ["a number two cells behind it", { F2: "", H2: 4501 }, { H2: "- unknownLabel" }],
    ["a date as a mark", { D7: "2024年3月5日" }, { D7: "mark wrongKind" }],
    ["a date as a reviewer's figure", { I6: "系数", I7: "2024-03-05" }, { I7: "otherColumn unknownColumn" }],
    ["a date in the total row", { F9: "9月5日" }, { F9: "actual leftOutRow" }],
    ["a date beside the block", { I4: "9月5日" }, { I4: "- noLabel" }],
    ["a date behind a label of a figure", { G2: "自评得分", H2: "9月5日" }, { H2: "- wrongKind" }],
    ["a date behind any other label", { G2: "竣工", H2: "2023年12月" }, { H2: "formValue" }],
    ["a date alone in its line", { A11: "2024年3月5日", D11: "", E11: "" }, { A11: "signature" }],
    ["a year is no date", { H2: "2023年" }, { H2: "year" }],
    ["a date behind a colon", { A11: "填表日期：20230501" }, { A11: "signature" }],
  ]; // prettier-ignore
  it.each(cases)("%s", (_, cells, expected) => {
    expect(formWith(cells)).toMatchObject(expected);
  });

  it("a number under a merged cell is not understood, unless it repeats what the merged cell shows", () => {
    const under = (value: number): string | undefined => {
      const book = gridBook(FORM);
      const [sheet] = book.sheets;
      if (!sheet) throw new Error("no sheet");
      const cells = [...sheet.cells, { row: 8, column: 1, value }, { row: 8, column: 2, value: "总分" }];
      const [account] = readTables({ ...book, sheets: [{ ...sheet, cells }] }).accounts;
      const entry = account?.cells.find(({ at }) => at.row === 8 && at.column === 1);
      const text = account?.cells.find(({ at }) => at.row === 8 && at.column === 2);
      expect(text).toMatchObject({ role: "underMerge", why: "repeated" });
      return entry && isPassedOver(entry) ? entry.why : undefined;
    };
    expect(under(99)).toBe("underMerge");
  });
});
