import { checkRule, explainRule } from "../../../src/core/rules/score";
import type { Rule } from "../../../src/core/rules/rule";
import { amount, bands, binary, checklist, events, num, ordinal, proportional, rate, rule, settings, stepDeduct, target, tiers, yesNo } from "./build"; // prettier-ignore
import { scoreOf } from "./show";

const execution = rate("执行率");

describe("composition", () => {
  const staged = rule(
    "10",
    [bands(execution, { "X≥90%": "10" }), bands(execution, { "X<60%": "0" }), proportional(execution, "10")],
    { combine: "first" },
  );

  it.each([["95%", "10"], ["90%", "10"], ["75%", "15/2"], ["60%", "6"], ["59%", "0"]])(
    "[S4] first: 90%以上满分，60%以下不得分，其余按比例: %s gives %s",
    (value, score) => expect(scoreOf(staged, { 执行率: value })).toBe(score),
  ); // prettier-ignore

  it("[S4] first: what later clauses read is not needed once one applies", () => {
    const own = rule("5", [binary("获国家级表彰", "5"), events("1", "4")], { combine: "first" });
    expect(scoreOf(own, { 获国家级表彰: "1" })).toBe("5");
    expect(scoreOf(own, { 获国家级表彰: "0", 未按进度下达的专项数: "1" })).toBe("3");
    expect(scoreOf(own, { 获国家级表彰: "0" })).toBe("缺 未按进度下达的专项数");
    expect(scoreOf(own, {})).toBe("缺 获国家级表彰、未按进度下达的专项数");
  });

  it("[S4] sum adds parts, min takes the lowest", () => {
    const parts = [binary("有制度", "2"), events("1", "3")];
    const given = { 有制度: "1", 未按进度下达的专项数: "2" };
    expect(scoreOf(rule("5", parts), given)).toBe("3");
    expect(scoreOf(rule("3", parts, { combine: "min" }), given)).toBe("1");
    expect(scoreOf(rule("5", parts), { 有制度: "1" })).toBe("缺 未按进度下达的专项数");
  });

  it("[S5] several deductions from one mark end at 0", () => {
    const own = rule("4", [stepDeduct(rate("变动率"), "above", "0", "1%", "0.5", "4"), events("1", "0", 0n, "-4")]);
    expect(scoreOf(own, { 变动率: "2%", 未按进度下达的专项数: "1" })).toBe("2");
    expect(scoreOf(own, { 变动率: "6%", 未按进度下达的专项数: "3" })).toBe("0");
  });

  it("[S5] parts above the full mark end at the cap", () => {
    const own = rule("5", [binary("甲", "3"), binary("乙", "3")]);
    expect(scoreOf(own, { 甲: "1", 乙: "1" })).toBe("5");
    expect(scoreOf({ ...own, cap: num("4") }, { 甲: "1", 乙: "1" })).toBe("4");
  });
});

describe("gate and applicability", () => {
  const gated = rule("5", [proportional(execution, "5")], {
    gates: [{ input: yesNo("已设置绩效目标"), otherwise: num("0") }],
  });

  it("[S6] 未设置绩效目标，该栏不得分, whatever the rate", () => {
    expect(scoreOf(gated, { 已设置绩效目标: "0" })).toBe("0");
    expect(scoreOf(gated, { 已设置绩效目标: "1", 执行率: "80%" })).toBe("4");
    expect(scoreOf(gated, { 执行率: "80%" })).toBe("缺 已设置绩效目标");
    expect(scoreOf(gated, {})).toBe("缺 执行率、已设置绩效目标");
  });

  const building = (treatment: "full" | "zero" | "setting"): Rule =>
    rule("5", [stepDeduct(rate("面积控制率"), "above", "100%", "5%", "2", "5")], {
      applicability: { input: yesNo("有楼堂馆所项目"), treatment },
    });

  it("[S6] 没有楼堂馆所项目的部门按满分计算", () => {
    expect(scoreOf(building("full"), { 有楼堂馆所项目: "0" })).toBe("5");
    expect(scoreOf(building("zero"), { 有楼堂馆所项目: "0" })).toBe("0");
    expect(scoreOf(building("setting"), { 有楼堂馆所项目: "0" })).toBe("5");
    expect(scoreOf(building("setting"), { 有楼堂馆所项目: "0" }, { notApplicable: "rescale" })).toBe("不适用");
  });

  it("[S6] without an answer it applies where the rate is there, and is asked for where it is not", () => {
    expect(scoreOf(building("full"), { 面积控制率: "105%" })).toBe("3");
    expect(scoreOf(building("full"), {})).toBe("缺 面积控制率、有楼堂馆所项目");
  });
});

describe("faults of a rule", () => {
  const completion = rate("完成率");
  const cases: readonly (readonly [title: string, own: Rule, faults: readonly string[]])[] = [
    ["[S11] a gap between bands", rule("5", [bands(completion, { "X≥90%": "5", "80%≤X<89%": "4", "X<80%": "0" })]), ["error 分档有缺口：89%≤完成率<90% 没有规定得分"]],
    ["[S11] an end in no band", rule("5", [bands(completion, { "X>90%": "5", "X<90%": "4" })]), ["error 分档有缺口：完成率=90% 没有规定得分"]],
    ["[S11] an end in two bands", rule("5", [bands(completion, { "X≥90%": "5", "X≤90%": "4" })]), ["error 分档重叠：完成率=90% 既计4分又计5分"]],
    ["[S11] bands that run into each other", rule("5", [bands(completion, { "X≥80%": "5", "X<90%": "4" })]), ["error 分档重叠：80%≤完成率<90% 既计4分又计5分"]],
    ["[S11] nothing above the top band", rule("5", [bands(completion, { "90%≤X≤100%": "5", "X<90%": "0" })]), ["warning 分档有缺口：完成率>100% 没有规定得分"]],
    ["[S11] a band upside down", rule("5", [bands(completion, { "90%≤X≤80%": "5" }, "5")]), ["error “90%≤完成率≤80%”不含任何值"]],
    ["[S10] a step of zero", rule("5", [stepDeduct(completion, "above", "1", "0", "1", "5")]), ["error 步长必须大于0"]],
    ["[S10] a floor above the full mark", rule("5", [stepDeduct(completion, "above", "1", "1%", "1", "5", { floor: num("6") })]), ["error 最低分6高于满分5"]],
    ["[S14] items that do not add up", rule("3", [checklist("award", "3", ["1", "1"])]), ["warning 各项分值合计2分，满分3分", "warning 条款最高只可得2分，不到满分3分"]],
    ["[S5] clauses above the full mark", rule("5", [proportional(completion, "6")]), ["warning 条款最高可得6分，超过满分5分"]],
    ["[S18] a tier above the mark", rule("10", [tiers("10", ["优 90%≤X≤110%"])]), ["error “优”的上下限不在0至100%之内，或下限高于上限", "warning 条款最高可得11分，超过满分10分"]],
    ["one name, two meanings", rule("5", [binary("达标", "3"), proportional(rate("达标"), "2")]), ["error “达标”既作yesNo又作rate"]],
    ["one choice, two lists of cases", rule("5", [ordinal({ 好: "3", 差: "0" }), ordinal({ 高: "2", 低: "0" })]), ["error “结余情况”既作choice（好/差）又作choice（高/低）"]],
    ["no clause", rule("5", []), ["error 规则没有任何计分条款"]],
    ["[S12] from and to the same", rule("5", [proportional(completion, "5", { from: num("1") })]), ["error 零分点与满分点相同"]],
    ["a sound target", rule("10", [target("<=", "10")]), []],
    ["sound cases", rule("3", [ordinal({ 好: "3", 差: "0" })]), []],
    ["a sound tier with a score", rule("10", [tiers("10", ["好 80%≤X≤100%", "差 0≤X<80%"], amount("得分"))]), []],
  ]; // prettier-ignore

  it.each(cases)("%s", (_title, own, faults) => {
    expect(checkRule(own).map(({ severity, zh }) => `${severity} ${zh}`)).toEqual(faults);
  });
});

describe("a rule in words", () => {
  it("names applicability, gate and how clauses combine, in both languages", () => {
    const own = rule("5", [binary("有制度", "2"), proportional(execution, "3")], {
      gates: [{ input: yesNo("已设置绩效目标"), otherwise: num("0") }],
      applicability: { input: yesNo("有此项支出"), treatment: "setting" },
    });
    const steps = explainRule(own, settings());
    expect(steps.map(({ zh }) => zh)).toEqual([
      "有此项支出为否的计5分",
      "前提：已设置绩效目标，否则计0分",
      "以下各项相加",
      "有制度：符合计2分，否则计0分",
      "得分=执行率×3，最高3分，最低0分",
    ]);
    expect(steps.map(({ en }) => en)).toEqual([
      "where not (有此项支出): 5 marks",
      "first of all: 已设置绩效目标, otherwise 0 marks",
      "the sum of the following",
      "有制度: met 2 marks, otherwise 0 marks",
      "score = 执行率 × 3, at most 3 marks, at least 0",
    ]);
  });
});
