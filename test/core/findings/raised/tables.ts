import { review } from "../../../../src/core/review";
import { bookOf, gridBook, LEFT, sheetOf } from "../../../support/grid";
import type { RaisedCase } from "./raised-case";

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"] as const;

/** What is found in a table by itself: its layout, cells, sums and reasons. More of them are in `review/filed`. */
export const tables: readonly RaisedCase[] = [
  {
    title: "a workbook without a table",
    findings: () => review(gridBook([["填报说明"], ["本表由单位填报"]])).findings,
    raises: ["no-table -"],
  },
  {
    title: "a second sheet that may have a table",
    findings: () =>
      review(
        bookOf([
          sheetOf("评分表", [[...HEADER], ["投入", "预算", "预算完成率", 100, 100]]),
          sheetOf("附表", [
            ["", "分值", "得分"],
            ["", 5, 5],
          ]),
        ]),
      ).findings,
    raises: ["table-not-read B1"],
  },
  {
    title: "two scores of 9.4 that show 9 below a total that shows 19",
    findings: () =>
      review(
        gridBook(
          [
            ["2023年度部门整体支出绩效自评表"],
            [...HEADER],
            ["产出", "数量", "里程", 10, 9.4, "雨季停工"],
            ["产出", "质量", "合格率", 10, 9.4, "两批返工"],
            ["总分", "", "", 20, 18.8],
          ],
          { formats: { "2,4": "0", "3,4": "0", "4,4": "0" } },
        ),
      ).findings,
    raises: ["shown-sum-differs E5"],
  },
  {
    title: "a note of a choice, and both rows scored and counted",
    findings: () =>
      review(
        gridBook([
          ["一级指标", "二级指标", "分值", "得分", "扣分原因"],
          ["产出", "新建里程", 40, 40, ""],
          ["产出", "改建里程", 40, 40, ""],
          ["总分", "", 80, 80, ""],
          ["注：新建里程、改建里程任选其一填报"],
        ]),
      ).findings,
    raises: ["choice-not-applied A5"],
  },
  {
    title: "scores out of a hundred whose weighed sum is the total",
    findings: () =>
      review(
        gridBook([
          ["一级指标", "二级指标", "权重", "评分", "扣分原因"],
          ["产出", "里程", 40, 100, ""],
          ["产出", "合格率", 60, 90, "两批返工"],
          ["总分", "", 100, 94, ""],
        ]),
      ).findings,
    raises: ["scores-by-total D1"],
  },
  {
    title: "an actual value of another year",
    findings: () =>
      review(
        gridBook([
          ["2023年度项目支出绩效自评表"],
          ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "2020年实际完成值", "得分"],
          ["产出", "数量", "里程", 100, 20, 21, 100],
        ]),
      ).findings,
    raises: ["column-of-other-year F2"],
  },
  {
    title: "what a person says of cells, once usable and once not",
    findings: () =>
      review(
        bookOf(
          [
            sheetOf("评分表", [[...HEADER], ["投入", "预算", "预算完成率", 100, 100], ["", "", "", "", "", "", "", 7]]),
            sheetOf("规则", [
              ["项目", "取值"],
              ["单元格读作", "评分表!H3 与评分无关"],
              ["单元格读作", "评分表!H3 颜色"],
            ]),
          ],
          [{ name: "_pinghe.sheet.rules", refersTo: "'规则'!$A$1:$B$3", scope: null, hidden: true }],
        ),
      ).findings,
    raises: ["role-given H3", "role-unusable B3"],
  },
  {
    title: "rows 其中 that do not sum, and the whole table's total in the funding row",
    findings: () =>
      review(
        gridBook([
          ["2021年度项目支出绩效自评表"],
          ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
          ["年度资金总额", 100, 100, 95, 100, 0.95, 98],
          ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
          ["产出指标", "数量指标", "种植面积", "30亩", "30亩", 90, 90],
          ["", "", "其中：桃树", "10亩", "20亩"],
          ["", "", "其中：梨树", "19亩", "10亩"],
        ]),
      ).findings,
    raises: ["funding-mark-total E3", "breakdown-mismatch D5"],
  },
  {
    title: "a figure among words, and date cells of a host that does not tell their year",
    findings: () =>
      review({
        ...gridBook(
          [
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            ["产出指标", "数量指标", "培训场次", "≥60场", "约70场", 60, 60],
            ["产出指标", "时效指标", "完成时间", 45291, 45280, 40, 40],
          ],
          { formats: { "2,3": "yyyy/m/d", "2,4": "yyyy/m/d" } },
        ),
        date1904: null,
      }).findings,
    raises: ["figure-in-words E2", "dates-from-1900 D3"],
  },
  {
    title: "a table on a hidden sheet, in a host that tells no notes",
    findings: () =>
      review({
        ...gridBook([HEADER, ["产出", "数量", "培训场次", 100, 100]], { visibility: "hidden" }),
        unseen: ["notes"],
      }).findings,
    raises: ["table-hidden A1", "not-looked-at -"],
  },
  {
    title: "a level printed again with another mark",
    findings: () =>
      review(
        gridBook([
          HEADER,
          ["过程（30分）", "管理", "制度健全性", 15, 15],
          ["过程（20分）", "资产", "管理规范性", 15, 15],
        ]),
      ).findings,
    raises: ["repeated-mark-differs A3"],
  },
  {
    title: "weighed scores that are not item score times weight, and weights in the place of item scores",
    findings: () =>
      review(
        gridBook([
          ["一级指标", "二级指标", "三级指标", "单项得分", "权重", "折算得分"],
          ["产出", "数量", "培训场次", 40, 40, 16],
          ["效益", "满意度", "群众满意度", 60, 60, 30],
        ]),
      ).findings,
    raises: ["item-score-is-weight D2", "weighed-score-mismatch F3"],
  },
  {
    title: "scores that can not be, a name used twice, and marks that do not add up to 40 and 110",
    findings: () =>
      review(
        gridBook([
          ["2021年度部门整体支出绩效自评表"],
          HEADER,
          ["投入（40分）", "目标", "目标合理性", 10, 11],
          ["", "", "目标明确性", 10, -1],
          ["", "", "目标可比性", 10, 9.125, "同上"],
          ["过程", "管理", "制度健全性", 10, 9, "条款不全"],
          ["", "", "制度公开性", 10, 10],
          ["", "", "制度公开性", 20, 20],
          ["", "", "指标2"],
          ["合计", "", "", 110, 93],
        ]),
      ).findings,
    raises: [
      "level-mark-mismatch A3",
      "score-over-full E3",
      "score-negative E4",
      "score-precision E5",
      "duplicate-indicator C8",
      "placeholder-row C9",
      "full-mark-total D10",
      "total-mismatch E10",
    ],
  },
  {
    title: "reasons missing, copied, empty of meaning, against the score, and where nothing was lost",
    findings: () =>
      review(
        gridBook([
          ["2021年度部门整体支出绩效自评表"],
          HEADER,
          ["过程", "管理", "制度健全性", 10, 8, "制度未及时修订，扣3分"],
          ["", "", "制度有效性", 10, 9, "部分制度执行不严"],
          ["", "", "制度公开性", 10, 9, "部分制度执行不严"],
          ["产出", "数量", "完成数量", 10, 9, "同上"],
          ["", "", "完成进度", 10, 9],
          ["", "", "完成质量", 10, 10, "验收一次通过"],
        ]),
      ).findings,
    raises: [
      "justification-number-mismatch F3",
      "justification-copied F4",
      "justification-copied F5",
      "justification-placeholder F6",
      "justification-missing E7",
      "justification-without-deduction F8",
    ],
  },
  {
    title: "a full mark without the evidence that the table asks for",
    findings: () =>
      review(
        gridBook([
          ["2021年度部门整体支出绩效自评表"],
          ["一级指标", "三级指标", "分值", "得分", "佐证材料"],
          ["投入", "目标合理性", 5, 5, "/"],
          ["", "目标明确性", 5, 5, "县办〔2021〕3号"],
        ]),
      ).findings,
    raises: ["evidence-missing E3"],
  },
  {
    title: "a workbook that calculates by hand",
    findings: () => {
      const rows = [["部门整体支出绩效自评表"], ["一级指标", "三级指标", "分值", "得分"], ["投入", "目标合理性", 5, 5], ["合计", LEFT, 5, 5]]; // prettier-ignore
      const book = gridBook(rows, { formulas: { "3,3": "=SUM(D3)" } });
      return review({ ...book, calculation: "manual" }).findings;
    },
    raises: ["manual-calculation -"],
  },
  {
    title: "a number that nothing reads, a block of them, a column of an unknown name and one that is not needed",
    findings: () =>
      review(
        gridBook([
          ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因", "系数", "责任科室"],
          ["产出", "数量", "养护里程", 60, 60, 12, 1.5, 3],
          ["效益", "社会", "通行时间", 40, 40, "", 0.8, 4],
          ["合计", "", "", 100, 100],
          ["填表人：张三"],
          ["", "", 7, 8],
        ]),
      ).findings,
    raises: ["cell-not-understood F2", "cell-not-understood G2", "column-unused H2", "block-not-understood C6"],
  },
];
