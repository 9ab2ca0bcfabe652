import { decimalText } from "../../../src/core/model/exact";
import { messageOf } from "../../../src/core/findings/word";
import { exactText } from "../../../src/core/model/exact";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { bookOf, sheetOf, type GridCell, type GridRow } from "../../support/grid";
import { readGrid } from "./reading";

/** "在职人员数 2021 69 人" */
const entries = (rows: readonly GridRow[]): readonly string[] =>
  readGrid(rows).baseData.flatMap((table) =>
    table.entries.map(({ label, year, number, unit }) =>
      [label, year ?? "-", number ? decimalText(number, 4) : "-", unit ?? "-"].join(" "),
    ),
  );

describe("[R52] a list of names and numbers is base data", () => {
  it.each<[string, readonly GridRow[], readonly string[]]>([
    ["项目 and 数值", [["项目", "数值"], ["在职人员数", 69], ["编制数", 77]], ["在职人员数 - 69 -", "编制数 - 77 人"]],
    [
      "numbered, with units and remarks, below a title",
      [["单位基础数据"], ["序号", "指标名称", "计量单位", "2021年数值", "备注"], [1, "在职人员数", "人", 69, "年末"], [2, "支出", "万元", 12.5, ""]],
      ["在职人员数 2021 69 人", "支出 2021 12.5 万元"],
    ],
    ["two years", [["名称", "2020年金额（万元）", "2021年金额（万元）"], ["培训费", 3, 4]], ["培训费 2020 3 万元", "培训费 2021 4 万元"]],
    ["a blank number", [["数据项", "填报数"], ["甲数", 1], ["乙数", ""]], ["甲数 - 1 -", "乙数 - - -"]],
    ["ended by a row without a name", [["项目", "数值"], ["甲数", 1], ["", 5], ["乙数", 2]], ["甲数 - 1 -"]],
    ["names without any number", [["项目", "数值"], ["甲数", "无"], ["乙数", ""]], []],
    ["a head that says more", [["项目", "数值", "得分"], ["甲数", 1, 2]], []],
    ["two names", [["项目", "指标", "数值"], ["甲", "甲数", 1]], []],
    ["the number on the left", [["数值", "项目"], [1, "甲数"]], []],
  ])("%s", (_, rows, expected) => expect(entries(rows)).toEqual(expected)); // prettier-ignore
});

const TABLE: readonly GridRow[] = [
  ["2021年度部门整体支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "分值", "自评分", "评分标准", "指标说明"],
  ["投入", "配置", "在职人员控制率", 5, 5, "在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。", "在职人员控制率=（在职人员数/编制数）×100%"],
  ["过程", "执行", "预算执行率", 5, 5, "预算执行率×5", "预算执行率=（预算执行数/预算数）×100%"],
  ["过程", "公开", "信息公开", 5, 5, "按规定公开的得5分，未公开的不得分", ""],
]; // prettier-ignore

const withData = (rows: readonly GridRow[]) =>
  review(bookOf([sheetOf("评分表", TABLE), sheetOf("单位数据", [["项目", "数值"], ...rows])]), NO_OPTIONS);

describe("[Q3] such a list binds by the definition's own words", () => {
  const rates = (rows: readonly GridRow[]) =>
    withData(rows).tables[0]?.indicators.map(({ rate }) => (rate.status === "computed" ? exactText(rate.number) : rate.status)); // prettier-ignore

  it.each<[string, readonly GridRow[], readonly string[]]>([
    ["all four", [["在职人员数", 69], ["编制数", 77], ["预算执行数", 95], ["预算数", 100]], ["69/77", "19/20", "none"]],
    ["another stage", [["预算执行数", 95], ["年初预算数", 100]], ["notVerifiable", "notVerifiable", "none"]],
    ["one name twice", [["在职人员数", 69], ["在职人员数", 70], ["编制数", 77]], ["notVerifiable", "notVerifiable", "none"]],
    ["a number in words", [["在职人员数", "69人"], ["编制数", 77]], ["notVerifiable", "notVerifiable", "none"]],
  ])("%s", (_, rows, expected) => expect(rates(rows)).toEqual(expected)); // prettier-ignore
});

describe("[C46] a yes or no in the unit's own data is offered where a rule asks it, never taken", () => {
  const said = (label: string, word: GridCell): string => {
    const { findings, tables } = withData([["在职人员数", 69], ["编制数", 77], [label, word]]); // prettier-ignore
    expect(tables[0]?.indicators[2]?.recomputed.status).toBe("notVerifiable");
    expect(findings.some(({ code }) => code === "cell-not-understood")).toBe(false);
    const found = findings.find(({ code }) => code === "answer-missing");
    return found ? messageOf(found, "zh") : "";
  };
  it.each<[string, GridCell, RegExp]>([
    ["按规定公开", "√", /单位数据!B4 写的是「√」，公式不能读取；属实的，请在基础数据中选「是」/],
    ["是否按规定公开", "有", /写的是「有」.*请在基础数据中选「是」/],
    ["按规定公开？", "无", /写的是「无」.*请在基础数据中选「否」/],
    ["按规定公开", "是　", /写的是「是」.*请在基础数据中选「是」/],
    ["按规定公示", "是", /还要知道：按规定公开，没有填，/],
  ])("%s: %s", (label, word, expected) => expect(said(label, word)).toMatch(expected));

  it("a word that answers nothing is named as before", () => {
    const { findings } = withData([["编制数", 77], ["按规定公开", "另附"]]); // prettier-ignore
    expect(findings.some(({ code }) => code === "cell-not-understood")).toBe(true);
  });
});

it("[C19] of a list only what a definition reads is held against what can be", () => {
  const impossible = (rows: readonly GridRow[]) =>
    withData(rows).findings.flatMap((one) => (one.code === "input-impossible" ? [one.data.name] : []));
  expect(impossible([["在职人员数", -69], ["编制数", 77]])).toEqual(["在职人员数"]); // prettier-ignore
  expect(impossible([["培训费", -20], ["编制数", 77]])).toEqual([]); // prettier-ignore
});
