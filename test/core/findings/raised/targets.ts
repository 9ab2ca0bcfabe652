import { projectBook, reviewed } from "../../scores/project-sheet";
import type { RaisedCase } from "./raised-case";

const TIER = "部分达成预期指标并具有一定效果";

/** Targets against what was achieved, in a project of the usual form (its indicators begin in row 6). */
export const targets: readonly RaisedCase[] = [
  {
    title: "targets met and not paid, missed and paid, far exceeded, of another measure; a tier scored above its range",
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
    raises: [
      "target-met-but-deducted I6",
      "target-missed-but-full I7",
      "over-fulfilment G8",
      "target-not-comparable G9",
      "score-outside-tier I10",
    ],
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
