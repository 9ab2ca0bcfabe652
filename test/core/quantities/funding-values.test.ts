import { exactText } from "../../../src/core/model/exact";
import { review } from "../../../src/core/review";
import { gridBook, type GridRow } from "../../support/grid";

const block = (budget: number | string, executed: number | string): GridRow[] => [
  ["项目支出绩效自评表（2023年度）", "", "", "", "", "", ""],
  ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["年度资金总额", 100, budget, executed, "", "", ""],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["预算执行", "预算执行", "预算执行率", "100%", "90%", 10, 9],
  ["产出指标", "数量指标", "培训人次", "≥500人次", "520人次", 90, 90],
];

const rateOf = (rows: readonly GridRow[]) => review(gridBook(rows)).tables[0]?.indicators[0]?.rate;

describe("figures of the funding block", () => {
  it("[Q10] 预算执行率 is 全年执行数/全年预算数 of the total row: 108/120", () => {
    const rate = rateOf(block(120, 108));
    expect(rate?.status === "computed" && exactText(rate.number)).toBe("9/10");
  });

  it("[Q10] a blank figure is missing, not zero", () => {
    expect(rateOf(block(120, ""))).toMatchObject({ status: "notVerifiable", missing: ["全年执行数"] });
  });
});
