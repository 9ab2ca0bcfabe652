import { review } from "../../../src/core/review";
import { shownAddress } from "../../../src/core/workbook/address";
import { bookOf, sheetOf, type GridRow } from "../../support/grid";

const TABLE: readonly GridRow[] = [
  ["项目支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "分值", "得分"],
  ["产出", "数量指标", "养护里程", 60, 60],
  ["效益", "社会效益", "通行便利", 40, 40],
];

/** What is said of a second sheet beside one with a table. */
function besides(rows: readonly GridRow[], visibility: "visible" | "hidden" = "visible"): { readonly line: readonly string[]; readonly named: readonly string[] } {
  const { ledger, findings } = review(bookOf([sheetOf("评分表", TABLE), sheetOf("附表", rows, { visibility })]));
  return {
    line: ledger.others.map(({ sheet, cells }) => `${sheet} ${cells}`),
    named: findings.flatMap(({ code, at }) => (code === "table-not-read" && at ? [shownAddress(at)] : [])),
  };
} // prettier-ignore

describe("[Z9] a sheet without a table, beside one that has one", () => {
  it.each<readonly [string, readonly GridRow[], number]>([
    ["instructions", [["填报说明"], ["一、本表由单位填报", ""], ["二、得分不得超过分值"]], 3],
    [
      "a list of expenses",
      [
        ["项目", "预算数", "执行数"],
        ["道路养护", 100, 90],
      ],
      6,
    ],
    [
      "a ranking with one word of a table",
      [
        ["单位", "得分", "名次"],
        ["一所", 95, 1],
      ],
      6,
    ],
    [
      "heads of a table and no number below",
      [
        ["考评要素", "分值", "得分"],
        ["履职", "", ""],
      ],
      4,
    ],
    [
      "heads whose numbers stand far below",
      [["考评要素", "分值", "得分"], ["履职"], ["甲"], ["乙"], ["丙"], ["丁"], ["", 5, 5]],
      10,
    ],
  ])("%s is one line", (_, rows, cells) => {
    expect(besides(rows)).toEqual({ line: [`附表 ${cells}`], named: [] });
  });

  it.each<readonly [string, readonly GridRow[], string]>([
    [
      "marks and scores of what nobody names",
      [
        ["", "分值", "得分"],
        ["", 5, 5],
        ["", 6, 4],
      ],
      "附表!B1",
    ],
    [
      "targets and their results",
      [
        ["工作要点（重点）：", "目标值", "完成值"],
        ["一季度", 5, 5],
      ],
      "附表!B1",
    ],
    [
      "amounts beside scores",
      [
        ["资金来源、去向", "全年预算数", "自评得分"],
        ["本级", "", ""],
        ["上级", 5, 5],
      ],
      "附表!B1",
    ],
  ])("%s may be a table, and that is said", (_, rows, at) => {
    expect(besides(rows).named).toEqual([at]);
    expect(besides(rows, "hidden").named).toEqual([at]);
  });

  it("a blank sheet is nothing", () => {
    expect(besides([])).toEqual({ line: [], named: [] });
  });

  it("where no sheet has a table, that is said instead", () => {
    const { findings } = review(
      bookOf([
        sheetOf("附表", [
          ["", "分值", "得分"],
          ["", 5, 5],
        ]),
      ]),
    );
    expect(findings.map(({ code }) => code)).toEqual(["no-table"]);
  });
});
