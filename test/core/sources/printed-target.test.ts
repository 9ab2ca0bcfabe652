import { NO_OPTIONS, review } from "../../../src/core/review";
import type { IndicatorReview } from "../../../src/core/review.types";
import { onlyTable, scoreText } from "../scores/project-sheet";
import { gridBook, LEFT, type GridRow } from "../../support/grid";

const TARGET = "完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分";
const BOTH = `1.若为定性指标，根据“三档”原则分别按照指标分值的100-80%(含80%)、80-50%（含50%）、50-0%来记分；2.若为定量指标，${TARGET}。`;

/** One indicator of a project table that prints its standards, with no pack chosen. */
function judged(
  group: string,
  name: string,
  target: string | number,
  actual: string | number,
  standard: string,
): IndicatorReview {
  const rows: GridRow[] = [
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "评分标准", "得分"],
    ["产出指标", group, name, target, actual, 20, standard, 20],
    ["产出指标", "数量指标", "印发资料", "≥10份", 10, 80, TARGET, 80],
    ["合计", "", "", "", "", 100, "", 100],
  ];
  const [first] = onlyTable(review(gridBook(rows), NO_OPTIONS)).indicators;
  if (!first) throw new Error("no indicator");
  return first;
}

describe("[M13] a printed comparison with the target takes the target's own side", () => {
  test.each([
    ["数量指标", "培训人数", "≥200人", 150, TARGET, "15"],
    ["数量指标", "培训人数", "≥200人", 240, TARGET, "20"],
    ["成本指标", "单位成本", "≤30万元", "40万元", TARGET, "15"],
    ["成本指标", "单位成本", "≤30万元", "24万元", TARGET, "20"],
    ["数量指标", "培训人数", "200人", 150, BOTH, "15"],
    ["质量指标", "验收合格率", "100%", "90%", "达到目标值得满分，未达到目标值按完成比例计分", "18"],
    ["质量指标", "投诉率", "5%", "4%", TARGET, "notJudged"],
    ["社会效益指标", "市场秩序", "明显好转", "明显好转", BOTH, "notVerifiable"],
  ])("%s %s %s, reached %s", (group, name, target, actual, standard, score) => {
    expect(scoreText(judged(group, name, target, actual, standard))).toBe(score);
  });
});

describe("[L60] steps from a target without a number count from the row's own", () => {
  const BELOW = "每低于目标值1%扣0.5分，扣完为止";
  const ABOVE = "不超过目标值得满分，每超过目标值1%扣0.5分，扣完为止";
  test.each([
    ["数量指标", "培训人数", "≥200人", 200, BELOW, "20"],
    ["数量指标", "培训人数", "≥200人", 198, BELOW, "39/2"],
    ["数量指标", "培训人数", "≥200人", 180, BELOW, "15"],
    ["数量指标", "培训人数", "≥200人", 240, BELOW, "20"],
    ["数量指标", "培训人数", "≥1万人", "9000人", "每低于目标值5%扣1分，扣完为止", "18"],
    ["质量指标", "验收合格率", "≥95%", "95%", BELOW, "20"],
    ["质量指标", "验收合格率", "≥95%", "92%", BELOW, "37/2"],
    ["质量指标", "验收合格率", "≥95%", "92%", "达到目标值得满分，每低于目标值1个百分点扣1分", "17"],
    ["质量指标", "验收合格率", "≥95%", "90.25%", "每低于目标值的1%扣0.5分，扣完为止", "35/2"],
    ["质量指标", "验收合格率", 95, 92, BELOW, "notVerifiable"],
    ["成本指标", "单位成本", "≤30万元", "30万元", ABOVE, "20"],
    ["成本指标", "单位成本", "≤30万元", "33万元", ABOVE, "15"],
    ["成本指标", "单位成本", "≤30万元", "33万元", BELOW, "notJudged"],
    ["数量指标", "培训人数", "≥200人", 180, ABOVE, "notJudged"],
    ["质量指标", "验收合格率", "≥95%", "92%", "达到目标值得满分，每低于目标值1%扣1分，低于60%不得分", "notJudged"],
    ["数量指标", "培训人数", "≥200人", 180, "达到目标值得满分，每低于目标值1%扣1分，低于60%不得分", "10"],
  ])("%s %s %s, reached %s: %s", (group, name, target, actual, standard, score) => {
    expect(scoreText(judged(group, name, target, actual, standard))).toBe(score);
  });
});
