import { review } from "../../../src/core/review";
import { gridBook, LEFT, UP, type GridCell, type GridRow } from "../../support/grid";

const TIERS = "≥95%得50分，90%（含）—95%得30分，低于90%不得分";

interface Case {
  /** Typed self scores, scores of the reviewer and actual values of the two rows of 50 marks. */
  readonly self: readonly [GridCell, GridCell];
  readonly reviewer?: readonly [GridCell, GridCell];
  readonly actual?: readonly [GridCell, GridCell];
  readonly standards?: readonly [string, string];
  readonly marks?: readonly [number, number];
}

function gradeOf({
  self,
  reviewer = ["", ""],
  actual = ["", ""],
  standards = ["", ""],
  marks = [50, 50],
}: Case): unknown {
  const rows: readonly GridRow[] = [
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "实际完成值", "自评得分", "复核得分"],
    ["产出指标", "质量指标", "验收合格率", marks[0], standards[0], actual[0], self[0], reviewer[0]],
    ["效益指标", "社会效益", "群众知晓率", marks[1], standards[1], actual[1], self[1], reviewer[1]],
  ];
  const [table] = review(gridBook(rows)).tables;
  return table?.totals.grade ?? null;
}

describe("[V5] a grade names its basis, and a basis with an open mark gives none", () => {
  test.each<[string, Case, unknown]>([
    ["all rows self-scored", { self: [50, 40] }, { value: "优", basis: "self" }],
    ["one row not yet self-scored", { self: [50, ""] }, null],
    ["no row self-scored", { self: ["", ""] }, null],
    ["all rows reviewed", { self: [50, 40], reviewer: [40, 39] }, { value: "中", basis: "reviewed" }],
    ["only the first row reviewed", { self: [50, 40], reviewer: [40, ""] }, { value: "优", basis: "self" }],
    ["only the last row reviewed", { self: [50, 40], reviewer: ["", 39] }, { value: "优", basis: "self" }],
    ["all reviewed, one row without a self score", { self: [50, ""], reviewer: [50, 30] }, { value: "良", basis: "reviewed" }],
    ["one row reviewed, the other without a self score", { self: [50, ""], reviewer: [50, ""] }, null],
    ["one reviewed score over both rows", { self: [50, 40], reviewer: [59, UP] }, { value: "差", basis: "reviewed" }],
    ["both rows recomputed below the self score", { self: [50, 50], actual: ["92%", "96%"], standards: [TIERS, TIERS] }, { value: "良", basis: "recomputed" }],
    ["one row recomputed, the other a matter of judgement", { self: [50, 50], actual: ["92%", "96%"], standards: [TIERS, ""] }, { value: "优", basis: "self" }],
    ["recomputed and reviewed", { self: [50, 50], actual: ["92%", "96%"], standards: [TIERS, TIERS], reviewer: [50, 50] }, { value: "优", basis: "reviewed" }],
    ["99 marks in all", { self: [50, 49], marks: [50, 49] }, null],
    ["101 marks in all", { self: [50, 51], marks: [50, 51] }, null],
  ])("%s", (_, filled, grade) => expect(gradeOf(filled)).toEqual(grade)); // prettier-ignore
});
