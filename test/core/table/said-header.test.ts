import { review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import type { Rect } from "../../../src/core/workbook/address";
import { bookOf, sheetOf, type GridRow } from "../../support/grid";

/** A person's words in the sheet 规则, each as `A2 一级指标`, over rows of which no head is known. */
function saying(rows: readonly GridRow[], said: readonly string[], merges: readonly Rect[] = []): Review {
  const lines: GridRow[] = [
    ["项目", "取值"],
    ["规则包", ""],
    ...said.map((one): GridRow => ["单元格读作", `表!${one}`]),
  ];
  const refersTo = `'规则'!$A$1:$B$${lines.length}`;
  const sheet = { ...sheetOf("表", rows), merges };
  return review(bookOf([sheet, sheetOf("规则", lines)], [{ name: "_pinghe.sheet.rules", refersTo, scope: null, hidden: true }])); // prettier-ignore
}

const marks = ({ tables }: Review): readonly string[] =>
  (tables[0]?.indicators ?? []).map(({ indicator: { path, fullMark, score } }) =>
    [path.at(-1), fullMark?.number.toFraction(), score?.stated?.number.toFraction()].join(" "),
  );
const codes = ({ findings }: Review): readonly string[] => findings.map(({ code }) => code);

const UNKNOWN: readonly GridRow[] = [
  ["二〇二四年度自查汇总"],
  ["甲栏", "乙栏", "丙栏", "丁栏"],
  ["产出", "养护里程", 60, 58],
  ["效益", "投诉次数", 40, 40],
];
const SAID = ["A2 一级指标", "B2 三级指标", "C2 分值", "D2 自评得分"];

describe("[Z14] a row of whose heads a person said what they are is a header", () => {
  it("without a word there is no table", () => {
    expect(codes(saying(UNKNOWN, []))).toEqual(["no-table"]);
  });

  it("with names and figures said, its marks are 60 and 40 and its scores 58 and 40", () => {
    const said = saying(UNKNOWN, SAID);
    expect(marks(said)).toEqual(["养护里程 60 58", "投诉次数 40 40"]);
    expect(codes(said)).toContain("role-given");
    expect(codes(said)).not.toContain("no-table");
  });

  it.each([
    ["one head of names alone", ["B2 三级指标"]],
    ["names of one row and figures of another", ["B2 三级指标", "B3 分值"]],
  ])("%s make no header", (_, said) => {
    expect(marks(saying(UNKNOWN, said))).toEqual([]);
  });

  it("whatever else stands in the row: years as numbers, and many columns that nobody named", () => {
    const rows: readonly GridRow[] = [
      ["序", "部分", "事项", 2023, 2024, "分", "得", "经办", "电话", "地点"],
      [1, "产出", "养护里程", 20, 25, 60, 58, "张", "1", "东"],
      [2, "效益", "投诉次数", 3, 2, 40, 40, "李", "2", "西"],
    ];
    const said = saying(rows, ["B1 一级指标", "C1 三级指标", "F1 分值", "G1 自评得分"]);
    expect(marks(said)).toEqual(["养护里程 60 58", "投诉次数 40 40"]);
  });

  it("heads merged down from the row above belong to it", () => {
    const rows: readonly GridRow[] = [
      ["甲栏", "乙栏", "情况", ""],
      ["", "", "丙栏", "丁栏"],
      ["产出", "养护里程", 60, 58],
      ["效益", "投诉次数", 40, 40],
    ];
    const down = (column: number): Rect => ({ top: 0, bottom: 1, left: column, right: column });
    const merges = [down(0), down(1), { top: 0, bottom: 0, left: 2, right: 3 }];
    const said = saying(rows, ["A1 一级指标", "B1 三级指标", "C2 分值", "D2 自评得分"], merges);
    expect(marks(said)).toEqual(["养护里程 60 58", "投诉次数 40 40"]);
  });

  it("a head whose words were changed since is not meant any more, and that is told", () => {
    const said = saying(UNKNOWN, ["B2 三级指标", "D2 自评得分（原文：别的）"]);
    expect(marks(said)).toEqual([]);
    expect(codes(said)).toContain("role-unusable");
  });
});
