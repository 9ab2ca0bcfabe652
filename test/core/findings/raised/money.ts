import { NO_OPTIONS, review, type ReviewOptions } from "../../../../src/core/review";
import type { Finding } from "../../../../src/core/findings/finding";
import { bookOf, gridBook, LEFT, sheetOf, type GridCell } from "../../../support/grid";
import { given } from "../../quantities/workbook";
import { pack } from "../../scores/project-sheet";
import { departmentBook, reviewedBy, STAFF } from "../../sources/sheets";
import type { RaisedCase } from "./raised-case";

/** A project of one indicator below its funding: budget at the start and now, executed, mark, rate, score. */
const funded = (total: readonly GridCell[], part: readonly GridCell[], options: Partial<ReviewOptions> = {}) =>
  review(
    gridBook([
      ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", ...total],
      ["其中：当年财政拨款", ...part],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "培训期数", "≥10期", 10, 90, 90],
      ["总分", "", "", "", "", 100, 94],
    ]),
    { ...NO_OPTIONS, ...options },
  ).findings;

/** Two rates of a department, with 三公经费 of the year before in a sentence only, and a base-data table of 2021. */
const withBaseData = (posts: number, reception: number): readonly Finding[] =>
  review(
    bookOf([
      sheetOf("评分表", [
        ["2021年度部门整体支出绩效自评表"],
        ["一级指标", "三级指标", "分值", "得分", "指标说明"],
        ["投入", "三公经费变动率", 5, 5, "三公经费变动率=[（本年度三公经费预算数-上年度三公经费预算数）/上年度三公经费预算数]×100%。2020年度预算安排的三公经费总额为32万元。"],
        ["", "在职人员控制率", 5, 5, "在职人员控制率=（在职人员数/编制数）×100%。"],
      ]),
      sheetOf("基础数据表", [
        ["部门整体支出绩效评价基础数据表"],
        ["财政供养人员情况", "编制数", "2021年实际在职人数", "控制率"],
        ["", posts, 136],
        ["经费控制情况", "2020年决算数", "2021年预算数", "2021年决算数"],
        ["三公经费", 29.08, 63.46, 44.29],
        ["1、公务用车购置和维护经费", 11.86, 41.46, 39.3],
        ["2、公务接待", 17.22, reception, 4.99],
      ]),
    ]),
  ).findings; // prettier-ignore

/** Money and the rates made of it. */
export const money: readonly RaisedCase[] = [
  {
    title: "a column of money in another unit than the rest",
    findings: () =>
      review(
        gridBook([
          ["项目资金", "年初预算数（万元）", "全年预算数（万元）", "全年执行数（元）", "分值", "执行率", "得分"],
          ["年度资金总额", 100, 100, 900_000, 10, 0.9, 9],
          ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
          ["产出指标", "数量指标", "培训期数", "≥10期", 10, 90, 90],
        ]),
      ).findings,
    raises: ["funding-units-differ D1"],
  },
  {
    title: "more executed than budgeted, than the part explains, and than the rate says",
    findings: () => funded([90, 100, 110, 10, 0.85, 4], [90, 100, 105]),
    raises: ["funding-total-mismatch D3", "execution-over-budget D3", "rate-mismatch F3"],
  },
  {
    title: "a rate a hundred times too large",
    findings: () => funded([100, 100, 95, 10, 95, 4], [100, 100, 95]),
    raises: ["percent-scale F3"],
  },
  {
    title: "86 of 90 called 96 %",
    findings: () => funded([90, 90, 86, 10, "96%", 4], [90, 90, 86]),
    raises: ["explained-by-rounding F3"],
  },
  {
    title: "40 % executed, and 94 marks where no more than 59 are allowed",
    findings: () => funded([100, 100, 40, 10, 0.4, 4], [100, 100, 40], { pack: pack("project-platform") }),
    raises: ["cap-exceeded G7"],
  },
  {
    title: "no posts to divide by, a part above its whole, and last year's money in a sentence only",
    findings: () => withBaseData(0, 220),
    raises: ["input-missing B3", "text-number-available E3", "zero-base B4", "input-impossible C7"],
  },
  {
    title: "parts that together pass their whole",
    findings: () => withBaseData(143, 25),
    raises: ["parts-exceed-whole C5"],
  },
  {
    title: "900,000 of 90: 元 and 万元",
    findings: () => {
      const definition = "预算完成率=（预算完成数/预算数）×100%，单位均为万元。";
      const book = departmentBook([{ ...STAFF, name: "预算完成率", definition, score: 5 }]);
      return reviewedBy(book, { inputs: given({ 预算完成数: "900000", 预算数: "90" }) }).findings;
    },
    raises: ["unit-scale B3"],
  },
];
