import type { Comparison } from "../../../src/core/targets/compare";
import { compareTarget } from "../../../src/core/targets/compare";
import { readActual, readTarget } from "../../../src/core/targets/read";
import type { RowSpec } from "../../support/review-builder";
import { tableOf } from "../../support/review-builder";

function comparison(spec: Omit<RowSpec, "path"> & { readonly path?: string }): Comparison {
  const [indicator] = tableOf({ rows: [{ path: "产出指标/数量指标/项目", ...spec }] }).indicators;
  if (!indicator) throw new Error("no indicator");
  return compareTarget(indicator, readTarget(indicator), readActual(indicator));
}

describe("[C10] actual against target", () => {
  it.each<[string | number, string | number, Comparison["outcome"]]>([
    ["≥50个", 50, "met"],
    ["≥50个", "49个", "missed"],
    ["≥50个", "已完成48个", "missed"],
    ["≤90万元", 90, "met"],
    ["≤90万元", "91万元", "missed"],
    ["≤90万元", "890000元", "met"],
    [">50", 50, "missed"],
    ["<50", 50, "missed"],
    ["=8个", 8, "met"],
    ["=8个", 9, "met"],
    ["=8个", 7, "missed"],
    ["80%-90%", "85%", "met"],
    ["≥100百分比", 100, "met"],
    ["≥95%", 0.95, "met"],
    ["≥95%", 1, "met"],
    ["≥95%", "94.9%", "missed"],
    ["≥95%", 94.9, "missed"],
    ["100%", 1, "met"],
    [1, "100%", "met"],
    ["≤1%", 0.5, "met"],
    ["0起", "0起", "met"],
    ["≥50个", "≥50个", "unclear"],
    ["≥50人", "50人次", "unclear"],
    ["≤30万元", "完成", "incomparable"],
    ["≥3公里", "3吨", "incomparable"],
    ["≥50个", "未完成", "missed"],
    ["≥50个", "无", "unclear"],
    ["9月前", "8月", "met"],
    ["9月前", "9月", "unclear"],
    ["9月底前", "9月", "met"],
    ["2021年9月底前", "2021年10月15日", "missed"],
    ["2021年9月底前", "2022年3月", "missed"],
    ["效果明显", "达成预期指标", "met"],
    ["效果明显", "效果明显", "met"],
    ["效果明显", "部分达成预期指标并具有一定效果", "missed"],
    ["效果明显", "效果较好", "unclear"],
    ["严格执行", "", "unclear"],
  ])("target %s, actual %s: %s", (target, actual, outcome) => {
    expect(comparison({ target, actual }).outcome).toBe(outcome);
  });

  it.each<[string, number, number, Comparison["outcome"]]>([
    ["产出指标/数量指标/培训人数", 100, 80, "missed"],
    ["产出指标/数量指标/群众投诉数", 100, 80, "unclear"],
    ["产出指标/成本指标/项目总成本", 100, 80, "met"],
    ["产出指标/成本指标/项目总成本", 100, 120, "missed"],
    ["产出指标/质量指标/验收合格率", 1, 0.9, "missed"],
    ["产出指标/质量指标/粮食变质比例", 0.05, 0.01, "unclear"],
    ["效益指标/社会效益指标/安全事故", 0, 1, "missed"],
    ["效益指标/社会效益指标/安全事故", 0, 0, "met"],
    ["产出指标/质量指标/数据差错", 0, 2, "missed"],
    ["过程/预算管理/预算调整率", 0, 0.05, "missed"],
    ["效益指标/社会效益指标/带动就业", 100, 80, "unclear"],
  ])(
    "a bare target of %s (%d, actual %d) is judged only where the framework gives its direction: %s",
    (path, target, actual, outcome) => {
      expect(comparison({ path, target, actual }).outcome).toBe(outcome);
    },
  );

  it("takes operator and unit from columns of their own", () => {
    expect(comparison({ target: 95, operator: "≥", unit: "%", actual: 90 }).outcome).toBe("missed");
    expect(comparison({ target: 72890, operator: "﹦", unit: "元", actual: 72890 }).outcome).toBe("met");
    expect(comparison({ target: 3, operator: "反向", unit: "天", actual: 2 }).outcome).toBe("met");
    expect(comparison({ target: "100", operator: "定性", actual: 90 }).outcome).toBe("unclear");
  });

  it("a hundredfold rate and a ten-thousandfold amount are slips of the scale, and nothing is concluded", () => {
    const rate = comparison({ path: "产出指标/质量指标/验收合格率", target: 1, actual: 100 });
    expect([rate.outcome, rate.slip?.kind]).toEqual(["unclear", "percent"]);
    const money = comparison({ path: "产出指标/成本指标/总成本", target: "≤90万元", actual: 900000 });
    expect([money.outcome, money.slip?.kind]).toEqual(["unclear", "unit"]);
    expect(comparison({ target: "≥1个", actual: 100 }).slip).toBeNull();
  });

  it("completion is actual over target where more is better", () => {
    expect(comparison({ target: "≥50人", actual: 80 }).completion?.equals("1.6")).toBe(true);
    expect(comparison({ target: "≤50万元", actual: 20 }).completion).toBeNull();
  });
});
