import { exactText } from "../../../src/core/model/exact";
import { computed, type SmallTable } from "./small-table";

const CONTROL = "在职人员控制率=（在职人员数/编制数）×100%";
const findings = (table: SmallTable): unknown => computed(table).rateFindings.map(({ code, data }) => [code, data]);

describe("rates", () => {
  it("[Q8] a rate without data waits, with everything that is missing and the marks that wait with it", () => {
    const { rates, rateFindings } = computed({ indicators: [["在职人员控制率", 5, CONTROL]] });
    expect([...rates.values()]).toEqual([{ status: "notVerifiable", missing: ["在职人员数", "编制数"] }]);
    expect(rateFindings).toMatchObject([
      {
        code: "input-missing",
        data: { name: "在职人员控制率", missing: ["在职人员数", "编制数"], marks: "5" },
        at: { sheet: "评分表", row: 2, column: 2 },
      },
    ]);
  });

  it("[Q8] a zero base is no rate of zero", () => {
    const table = { indicators: [["在职人员控制率", 5, CONTROL]], inputs: { 在职人员数: "3", 编制数: "0" } } as const;
    expect([...computed(table).rates.values()]).toEqual([{ status: "notApplicable", reason: "zeroBase" }]);
    expect(findings(table)).toEqual([["zero-base", { name: "在职人员控制率", base: "编制数" }]]);
  });

  it("[Q8] explains a change with the numbers put in", () => {
    const { rates } = computed({
      indicators: [["三公经费变动率", 5, "三公经费变动率=[（本年三公预算数-上年三公预算数）/上年三公预算数]×100%"]],
      inputs: { 本年三公预算数: "63.46", 上年三公预算数: "32" },
    });
    const [rate] = rates.values();
    expect(rate?.status === "computed" && [exactText(rate.number), rate.steps.at(-1)?.zh]).toEqual([
      "1573/1600",
      "三公经费变动率 = (63.46 - 32) / 32 = 98.31%",
    ]);
  });
});

describe("a rate that the table states", () => {
  // 136/143 = 0.95104895…
  const stated = (rate: number | string, options: Partial<SmallTable> = {}): unknown =>
    findings({
      indicators: [["在职人员控制率", 5, CONTROL, rate]],
      inputs: { 在职人员数: "136", 编制数: "143" },
      ...options,
    });

  it.each([
    [0.951048951048951, "0.00%"],
    [136 / 143, undefined],
  ])("[Q8] %d agrees", (rate, rateFormat) => {
    expect(stated(rate, rateFormat === undefined ? {} : { rateFormat })).toEqual([]);
  });

  it.each([
    [0.951, "95.1%"],
    ["95.10%", "95.1%"],
    [0.95, "95%"],
  ])("[Q8] %p differs by rounding only", (rate, shown) => {
    expect(stated(rate)).toEqual([
      ["explained-by-rounding", { what: "在职人员控制率", stated: shown, computed: "95.1049%" }],
    ]);
  });

  it("[Q8] 95.1 typed for 95.1% is a question of scale, except under a heading that says %", () => {
    expect(stated(95.1)).toEqual([["percent-scale", { name: "在职人员控制率", value: "95.1", suggested: "0.951" }]]);
    expect(stated(95.1, { rateHeader: "完成率（%）" })).toEqual([
      ["explained-by-rounding", { what: "在职人员控制率", stated: "95.1%", computed: "95.1049%" }],
    ]);
  });

  it.each([
    [0.96, "96%"],
    [0.9, "90%"],
    ["94.9%", "94.9%"],
  ])("[Q8] %p is wrong", (rate, shown) => {
    expect(stated(rate)).toEqual([["rate-mismatch", { name: "在职人员控制率", stated: shown, computed: "95.1049%" }]]);
  });

  it("[Q8] the decimals of the inputs count too: 1.5/3.0 may be as low as 0.475", () => {
    const table = (rate: number): SmallTable => ({
      indicators: [["采购执行率", 5, "采购执行率=实际采购金额/采购预算数", rate]],
      inputs: { 实际采购金额: "1.5", 采购预算数: "2.9" },
    });
    // 1.45/2.95 = 0.4915… to 1.55/2.85 = 0.5438…
    expect(findings(table(0.54))).toMatchObject([["explained-by-rounding", {}]]);
    expect(findings(table(0.56))).toMatchObject([["rate-mismatch", {}]]);
  });
});

describe("[Q8] what is no percentage is shown as a number", () => {
  it.each<[string, string, number, string, string]>([
    ["人均成本", "人均成本=培训支出/培训人数", 140, "140", "150"],
    ["单位造价", "单位造价=培训支出/培训人数", 149.5, "149.5", "150"],
    ["人均成本", "人均成本=（培训支出/培训人数）×100%", 140, "14000%", "15000%"],
    ["培训支出率", "培训支出率=培训支出/培训人数", 140, "14000%", "15000%"],
  ])("%s by %s, stated %d", (name, text, rate, stated, computed) => {
    const found = findings({ indicators: [[name, 5, text, rate]], inputs: { 培训支出: "1500", 培训人数: "10" } });
    expect(found).toMatchObject([["rate-mismatch", { name, stated, computed }]]);
  });
});

describe("numbers that can hardly be meant as typed", () => {
  const of = (name: string, text: string, inputs: Readonly<Record<string, string>>): unknown =>
    findings({ indicators: [[name, 5, text]], inputs });

  it("[Q8] 元 beside 万元", () => {
    const text = "政府采购执行率=（实际政府采购金额/政府采购预算数）×100%";
    expect(of("政府采购执行率", text, { 实际政府采购金额: "306600", 政府采购预算数: "30.66" })).toEqual([
      ["unit-scale", { name: "实际政府采购金额", value: "306600", compared: "政府采购预算数 30.66", factor: "10000" }],
    ]);
    expect(of("政府采购执行率", text, { 实际政府采购金额: "60", 政府采购预算数: "30.66" })).toEqual([]);
  });

  it("[Q8] counts may differ by any factor", () => {
    expect(of("信访率", "信访率=信访人次/常住人口数", { 信访人次: "12", 常住人口数: "130000" })).toEqual([]);
  });

  it("[Q8] 90 beside 0.95, and 1-90", () => {
    const text = "支付进度率=（实际支付进度/既定支付进度）×100%";
    expect(of("支付进度率", text, { 实际支付进度: "90", 既定支付进度: "0.95" })).toEqual([
      ["percent-scale", { name: "实际支付进度", value: "90", suggested: "0.9" }],
    ]);
    expect(of("支付进度率", text, { 实际支付进度: "90", 既定支付进度: "95" })).toEqual([]);
    expect(
      of("任务完成水平", "任务完成水平=（任务完成度+资金执行率）/2", { 任务完成度: "90", 资金执行率: "0.95" }),
    ).toEqual([["percent-scale", { name: "任务完成度", value: "90", suggested: "0.9" }]]);
    expect(of("水平", "水平=（平均温度+资金执行率）/2", { 平均温度: "90", 资金执行率: "0.95" })).toEqual([]);
    expect(of("达标率", "达标率=1-不达标率", { 不达标率: "3" })).toMatchObject([
      ["percent-scale", { suggested: "0.03" }],
    ]);
  });

  it("[Q8] a part larger than all of it", () => {
    const text = "固定资产利用率=（实际在用固定资产总额/所有固定资产总额）×100%";
    expect(of("固定资产利用率", text, { 实际在用固定资产总额: "120", 所有固定资产总额: "100" })).toEqual([
      ["parts-exceed-whole", { parts: "实际在用固定资产总额", whole: "所有固定资产总额", sum: "120", total: "100" }],
    ]);
    expect(of("完成率", "完成率=实际完成数/计划完成数", { 实际完成数: "120", 计划完成数: "100" })).toEqual([]);
  });
});

describe("which definition an indicator has", () => {
  const names = (indicators: SmallTable["indicators"]): unknown =>
    computed({ indicators }).uses.map(({ indicator, definition }) => [
      indicator.path.at(-1),
      definition.name,
      definition.variables,
    ]);

  it("[D12] a formula for a score is none", () => {
    expect(names([["执行率", 5, "执行率=执行数/预算数×100%；得分=执行率×分值"]])).toEqual([
      ["执行率", "执行率", ["执行数", "预算数"]],
    ]);
    expect(names([["执行率", 5, "得分=执行率×5分"]])).toEqual([]);
  });

  it("[D12] of several it is the one named like the indicator", () => {
    const text = "1.控制率=在职人员数/编制数；2.执行率=执行数/预算数";
    expect(names([["执行率", 5, text]])).toEqual([["执行率", "执行率", ["执行数", "预算数"]]]);
    expect(names([["调整率", 5, text]])).toEqual([]);
  });

  it("[D12] a formula that can not be read is none, and never half of one", () => {
    expect(names([["变动率", 5, "变动率=本年与上年之差/上年数×100%"]])).toEqual([]);
  });
});
