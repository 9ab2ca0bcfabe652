import { describeRule } from "../../src/app/describe-rule";
import {
  checklist,
  events,
  num,
  proportional,
  rate,
  rule,
  settings,
  stepDeduct,
  target,
  yesNo,
} from "../core/rules/build";

const options = (...at: string[]): Parameters<typeof describeRule>[1] => ({
  at: at.map(num),
  lang: "zh",
  settings: settings(),
});

describe("the rule command", () => {
  it("[S1] prints kind, numbers, words, formula, points and what is open", () => {
    const own = rule("5", [stepDeduct(rate("控制率"), "above", "100%", "1%", "0.5", "5")], {
      ambiguities: [{ about: "partialSteps", zh: "不足一步未说明", en: "partial steps are not stated" }],
    });
    expect(describeRule(own, options("0.95", "1.02"))).toEqual({
      kind: "stepDeduct",
      clauses: [
        {
          kind: "stepDeduct",
          subject: { name: "控制率", type: "rate", unit: "%" },
          side: "above",
          threshold: 1,
          step: 0.01,
          deduct: 0.5,
          full: 5,
          floor: 0,
          partialSteps: null,
        },
      ],
      combine: "sum",
      params: {
        subject: { name: "控制率", type: "rate", unit: "%" },
        side: "above",
        threshold: 1,
        step: 0.01,
        deduct: 0.5,
        full: 5,
        floor: 0,
        partialSteps: null,
      },
      explanation: "控制率≤100%计5分；每超过1个百分点扣0.5分，最低0分；不足一步的不计",
      formula: '=IF(COUNT(控制率)<1,"",MAX(0,5-MAX(0,INT(ROUND(ROUND(控制率-1,12)/0.01,12)))*0.5))',
      points: [
        { value: 0.95, score: 5, exact: "5" },
        { value: 1.02, score: 4, exact: "4" },
      ],
      inputs: [{ name: "控制率", type: "rate", unit: "%", from: "figure", gate: false, askedBy: ["stepDeduct"] }],
      parts: [{ mark: 5, kind: "stepDeduct", inputs: ["控制率"] }],
      tree: "5 - 0.5*step[控制率>100% / 1%] floor 0",
      set: {},
      score: null,
      exact: null,
      missing: [],
      assumed: [],
      ambiguity: "不足一步未说明",
      faults: [],
    });
  });

  it("a rule that needs more than one number says which inputs it takes", () => {
    const described = describeRule(rule("10", [target(">=", "10")]), options("0.5"));
    expect(described.points).toEqual([]);
    expect(described.inputs.map((input) => input.name)).toEqual(["年度指标值", "实际完成值"]);
    const items = describeRule(rule("3", [checklist("award", "3", ["1", "1", "1"])]), options("2"));
    expect(items.points).toEqual([]);
    expect(items.params).toMatchObject({ items: [1, 1, 1] });
  });

  it("[S6] points take the gate as passed and the rule as applying, and say so", () => {
    const own = rule("5", [proportional(rate("执行率"), "5")], {
      gates: [{ input: yesNo("已设置目标"), otherwise: num("0") }],
      applicability: { input: yesNo("有项目"), treatment: "full" },
    });
    const described = describeRule(own, options("0.8"));
    expect(described.points).toEqual([{ value: 0.8, score: 4, exact: "4" }]);
    expect(described.assumed).toEqual(["已设置目标", "有项目"]);
  });

  it("a value without a score says why", () => {
    const described = describeRule(rule("3", [events("1", "3")]), options("2", "-1"));
    expect(described.points).toEqual([
      { value: 2, score: 1, exact: "1" },
      { value: -1, score: null, exact: null, why: "“未按进度下达的专项数”为-1，应为不小于0的整数" },
    ]);
  });

  it("[S10] a rule with an error gives no points", () => {
    const described = describeRule(rule("5", [stepDeduct(rate("率"), "above", "1", "0", "1", "5")]), options("2"));
    expect(described.points).toEqual([]);
    expect(described.faults).toEqual(["步长必须大于0"]);
  });

  it("names in the formula are names that all programs accept", () => {
    const own = rule("5", [proportional(rate("“三公经费”变动率（%）"), "3"), proportional(rate("A1"), "2")]);
    expect(describeRule(own, options()).formula).toBe(
      '=IF(COUNT(三公经费变动率,_A1)<2,"",MAX(0,MIN(3,三公经费变动率*3))+MAX(0,MIN(2,_A1*2)))',
    );
  });
});
