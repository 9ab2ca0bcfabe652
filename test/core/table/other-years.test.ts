import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, type GridCell } from "../../support/grid";
import { columns, tableIn } from "./reading";

/** A table of 2023 with an indicator below each head: names, mark and score, and the columns at hand. */
const withHeads = (heads: readonly GridCell[], year = "2023年度"): readonly (readonly GridCell[])[] => [
  [`${year}项目支出绩效自评表`],
  ["一级指标", "二级指标", "三级指标", "分值", "得分", ...heads],
  ["产出", "数量指标", "养护里程", 60, 60, ...heads.map((_, i) => 20 + i)],
  ["效益", "社会效益", "受益人数", 40, 40, ...heads.map((_, i) => 30 + i)],
];
const rolesOf = (heads: readonly GridCell[], year?: string): Readonly<Record<string, string>> => {
  const { target = "-", actual = "-" } = columns(tableIn(withHeads(heads, year)));
  return { target, actual };
};
/** What is said of columns, by code and cell, with why a column was not used. */
const saidOf = (heads: readonly GridCell[], year?: string): readonly string[] =>
  review(gridBook(withHeads(heads, year))).findings.flatMap((each) =>
    each.code === "column-of-other-year" ? [`${each.code} ${each.at ? a1(each.at) : ""} ${each.data.used ? "used" : "not used"}`]
    : each.code === "column-unused" ? [`${each.code} ${each.data.range} ${each.data.why.zh}`] : [],
  ); // prettier-ignore

describe("[R46] another year's figures are not taken for this year's", () => {
  it.each(["2020年实际", "2022年决算数", "2022决算数", "22年实际完成值", "二〇二二年完成值", "2024年完成值"])(
    "%s is no actual value of 2023, and that is said",
    (head) => {
      expect(rolesOf(["年度指标值", head])).toEqual({ target: "F", actual: "-" });
      expect(saidOf(["年度指标值", head])).toEqual(["column-of-other-year G2 not used"]);
    },
  );

  it.each([
    "上年实际", "上年同期完成值", "去年完成数", "历史值", "历史最好水平", "往年均值", "基期值", "现状值", "近三年平均", "前三年平均值", "2022年", "2022年基数",
  ])("%s beside target and actual value is known and not used", (head) => {
    expect(rolesOf(["年度指标值", "实际完成值", head])).toEqual({ target: "F", actual: "G" });
    expect(saidOf(["年度指标值", "实际完成值", head])).toEqual(["column-unused H3:H4 属于其他年度"]);
  }); // prettier-ignore

  it("where a column of this year stands beside it, the other one is only not used", () => {
    expect(rolesOf(["2023年目标值", "2024年目标值", "实际完成值"])).toEqual({ target: "F", actual: "H" });
    expect(saidOf(["2023年目标值", "2024年目标值", "实际完成值"])).toEqual(["column-unused G3:G4 属于其他年度"]);
    expect(saidOf(["年度指标值", "实际完成值", "2022年完成值"])).toEqual(["column-unused H3:H4 属于其他年度"]);
  });

  it("where target and actual value name the same other year, the title is the odd one: they count, and it is said", () => {
    expect(rolesOf(["2022年目标值", "2022年完成值"])).toEqual({ target: "F", actual: "G" });
    expect(saidOf(["2022年目标值", "2022年完成值"])).toEqual(["column-of-other-year F2 used", "column-of-other-year G2 used"]); // prettier-ignore
    expect(rolesOf(["2022年目标值", "2021年完成值"])).toEqual({ target: "-", actual: "-" });
  });

  it("a score of another year counts where there is no other, and it is said", () => {
    const rows = withHeads([]).map((row, r) => (r === 1 ? row.map((text) => (text === "得分" ? "2022年得分" : text)) : row)); // prettier-ignore
    const { findings, tables } = review(gridBook(rows));
    expect(tables[0]?.totals.score?.toFraction()).toBe("100");
    expect(findings.map(({ code }) => code)).toContain("column-of-other-year");
  });

  it("the year of a group over the heads counts, several years are none", () => {
    const grouped = [["2023年度自评表"], ["一级指标", "二级指标", "三级指标", "分值", "得分", "2022年", LEFT], ["", "", "", "", "", "目标值", "完成值"], ["产出", "数量", "里程", 60, 60, 20, 21]]; // prettier-ignore
    const found = review(gridBook(grouped)).findings.filter(({ code }) => code === "column-of-other-year");
    expect(found.map(({ at }) => at && a1(at))).toEqual(["F3", "G3"]);
    expect(rolesOf(["2021-2023年目标值", "实际完成值"])).toEqual({ target: "F", actual: "G" });
  });

  it.each(["", "2022年度"])("without another year in the title (%s) nothing is said", (year) => {
    expect(rolesOf(["年度指标值", "2022年完成值"], year)).toEqual({ target: "F", actual: "G" });
    expect(saidOf(["年度指标值", "2022年完成值"], year)).toEqual([]);
  });
});
