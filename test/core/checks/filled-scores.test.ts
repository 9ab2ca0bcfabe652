import { builtInPack } from "../../../src/core/rules/packs/index";
import { gridBook, type GridCell } from "../../support/grid";
import { scored } from "../scores/live";
import { reviewedBy } from "../sources/sheets";

const PROJECT = { pack: builtInPack("project") };

const found = (kind: string, name: string, target: GridCell, actual: GridCell): readonly string[] => {
  const table = gridBook([
    ["2023年度项目支出绩效自评表"],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
    ["产出", kind, name, target, actual, 100, null, "两批设备到货晚"],
  ]);
  return reviewedBy(scored(table, PROJECT, true), PROJECT).findings.map(({ code }) => code);
};

describe("[G23] a blank score that Pinghe filled is what the rule asks for, also where no score is made", () => {
  it.each<[string, string, GridCell, GridCell]>([
    ["数量", "培训人数", "≥100人", 90],
    ["数量", "培训人数", 100, 90],
    ["质量", "验收合格率", "≥95%", 0.93],
    ["质量", "验收合格率", 95, 93],
    ["满意度", "群众满意度", "≥90%", "85%"],
    ["成本", "项目成本", "≤100万元", 120],
    ["时效", "平均办理时间", "≤5天", 6],
  ])("%s %s: target %s, actual value %s", (kind, name, target, actual) => {
    expect(found(kind, name, target, actual).filter((code) => code === "formula-differs")).toEqual([]);
  });
});
