import { gridBook, LEFT, type GridCell } from "../../support/grid";
import { reviewedBy } from "../sources/sheets";

const found = (group: string, name: string, target: GridCell, actual: GridCell) =>
  reviewedBy(
    gridBook([
      ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", group, name, target, actual, 90, 90],
    ]),
  ).findings.flatMap((one) =>
    one.code === "target-missed-but-full" ? [one.data.target + (one.data.taken ?? " as printed")] : [],
  );

describe("[C21] a target without a sign", () => {
  test.each<[string, string, string, GridCell, GridCell, readonly string[]]>([
    ["a rate under any heading", "项目管理", "工作完成率", 100, 90, ["100≥"]],
    ["a rate that is reached", "项目管理", "工作完成率", 100, 100, []],
    ["what shall be in time", "时效指标", "拨付及时项目数", 20, 19, ["20≥"]],
    ["what shall be up to standard", "质量指标", "验收合格数", 20, 19, ["20≥"]],
    ["a number of things", "数量指标", "培训人数", 20, 19, ["20≥"]],
    ["with a sign nothing is taken", "数量指标", "培训人数", "≥20", 19, ["≥20 as printed"]],
    ["an unwanted thing stays open", "质量指标", "投诉率", 5, 4, []],
    ["costs are to be kept", "成本指标", "设备购置", 20, 21, ["20≤"]],
  ])("%s", (_, group, name, target, actual, expected) =>
    expect(found(group, name, target, actual)).toEqual(expected),
  ); // prettier-ignore
});
