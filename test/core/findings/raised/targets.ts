import { projectBook, reviewed } from "../../scores/project-sheet";
import type { RaisedCase } from "./raised-case";
import { gridBook, LEFT } from "../../../support/grid";
import { reviewedBy } from "../../sources/sheets";

const TIER = "部分达成预期指标并具有一定效果";

/** Targets against what was achieved, in a project of the usual form (its indicators begin in row 6). */
export const targets: readonly RaisedCase[] = [
  {
    title: "targets missed and paid, far exceeded, of another measure; a tier scored above its range",
    findings: () =>
      reviewed(
        projectBook(
          [
            { group: "数量指标", name: "培训期数", target: "≥10期", actual: 10, mark: 10, score: 9 },
            { group: "质量指标", name: "培训合格率", target: "≥95%", actual: "90%", mark: 10, score: 10 },
            { group: "数量指标", name: "培训人数", target: "≥200人", actual: 300, mark: 20, score: 20 },
            { group: "成本指标", name: "单位成本", target: "≤30万元", actual: "28公里", mark: 20, score: 20 },
            { level: "效益指标", group: "社会效益", name: "市场秩序", target: "效果明显", actual: TIER, mark: 40, score: 40 },
          ],
          { score: 10 },
        ),
      ).findings, // prettier-ignore
    raises: ["target-missed-but-full I7", "over-fulfilment G8", "target-not-comparable G9", "score-outside-tier I10"],
  },
  {
    title: "a target of more than all who were asked",
    findings: () =>
      reviewed(
        projectBook(
          [{ group: "满意度指标", name: "群众满意度", target: "≥120%", actual: "95%", mark: 90, score: 80, reason: "等候时间长" }],
          { score: 10 },
        ),
      ).findings, // prettier-ignore
    raises: ["target-impossible E6"],
  },
  {
    title: "a cost that is the whole budget, of which less was spent",
    findings: () =>
      reviewed(
        projectBook(
          [{ group: "成本指标", name: "项目总成本", target: "≤100万元", actual: "100万元", mark: 90, score: 90 }],
          { executed: 95 },
        ),
      ).findings,
    raises: ["cost-not-executed G6"],
  },
  {
    title: "a target met and not paid, for a reason that stands at another deduction, too",
    findings: () =>
      reviewedBy(
        gridBook([
          ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
          ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "扣分原因"],
          ["产出指标", "数量指标", "培训期数", "≥10期", 10, 50, 49, "学员临时退出"],
          ["产出指标", "数量指标", "培训人数", "≥200人", 150, 40, 30, "学员临时退出"],
        ]),
      ).findings,
    raises: ["target-met-but-deducted G3", "justification-copied H3"],
  },
  {
    title: "indicators that carry the whole hundred beside 10 marks for execution",
    findings: () =>
      reviewed(
        projectBook([{ group: "数量指标", name: "培训人数", target: "≥200人", actual: 200, mark: 100, score: 100 }]),
      ).findings,
    raises: ["budget-mark-outside-total F3"],
  },
];
