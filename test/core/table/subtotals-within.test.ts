import { review } from "../../../src/core/review";
import { sheetA1 } from "../../../src/core/workbook/address";
import { gridBook, UP, type GridRow } from "../../support/grid";

const HEAD: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"];
const LATE = "两批设备返工";

const wrong = (rows: readonly GridRow[]): readonly string[] =>
  review(gridBook([["2021年度部门整体支出绩效自评表"], HEAD, ...rows])).findings.flatMap(({ code, at }) =>
    /subtotal|level-mark|total/.test(code) && at ? [`${code} ${sheetA1(at).split("!")[1] ?? ""}`] : [],
  );

const twoGroups = (first: number | string, second: number | string, marks = true): readonly GridRow[] => [
  ["产出", "数量", "培训人数", 30, 30, ""],
  ["", "小计", "", marks ? 30 : "", first, ""],
  ["", "质量", "合格率", 70, 65, LATE],
  ["", "小计", "", marks ? 70 : "", second, ""],
  ["合计", "", "", 100, 95, ""],
];

describe("[R7] [C6] 小计 in the second level's column", () => {
  it.each<[string, readonly GridRow[], readonly string[]]>([
    ["closes the group above it where the first level goes on", twoGroups(30, 65), []],
    ["the last one by its mark", twoGroups(30, 66), ["subtotal-mismatch E6"]],
    ["the first one wrong", twoGroups(31, 65), ["subtotal-mismatch E4"]],
    ["without marks, where the level goes on", twoGroups(29, 95, false), ["subtotal-mismatch E4"]],
    [
      "of three levels, with the first level's own 小计 in its column",
      [
        ["产出", "数量", "甲数", 20, 20, ""],
        [UP, UP, "乙数", 10, 10, ""],
        [UP, "小计", "", 30, 30, ""],
        [UP, "质量", "丙率", 20, 18, LATE],
        [UP, "小计", "", 20, 18, ""],
        ["小计", "", "", 50, 48, ""],
        ["效益", "社会", "丁数", 30, 30, ""],
        [UP, "小计", "", 30, 30, ""],
        [UP, "满意", "戊度", 20, 20, ""],
        [UP, "小计", "", 20, 20, ""],
        ["小计", "", "", 50, 50, ""],
        ["合计", "", "", 100, 98, ""],
      ],
      [],
    ],
    [
      "without a mark, before the first level's own",
      [
        ["产出", "数量", "甲数", 20, 20, ""],
        ["", "质量", "丙率", 30, 28, LATE],
        ["", "小计", "", "", 27, ""],
        ["小计", "", "", 50, 48, ""],
        ["效益", "社会", "丁数", 50, 50, ""],
        ["合计", "", "", 100, 98, ""],
      ],
      ["subtotal-mismatch E5"],
    ],
    [
      "that of the first level, which ends with it",
      [
        ["产出", "数量", "甲数", 20, 20, ""],
        ["", "质量", "乙率", 30, 30, ""],
        ["", "小计", "", 50, 49, ""],
        ["效益", "社会", "丁数", 50, 50, ""],
        ["", "小计", "", 50, 50, ""],
        ["合计", "", "", 100, 100, ""],
      ],
      ["subtotal-mismatch E5"],
    ],
  ])("%s", (_, rows, expected) => expect(wrong(rows)).toEqual(expected));
});

it("[R22] 合计：96分 in the first cell of a row whose other cells hold empty texts", () => {
  const book = gridBook([
    ["2021年度部门整体支出绩效自评表"],
    HEAD,
    ["产出", "数量", "甲数", 100, 95, LATE],
    ["合计：96分"],
  ]);
  const blanks = [1, 2, 3, 4, 5].map((column) => ({ row: 3, column, value: "" }));
  const sheets = book.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells, ...blanks] }));
  expect(review({ ...book, sheets }).findings.map(({ code }) => code)).toEqual(["total-mismatch"]);
});
