import { ratio } from "../../../src/core/model/exact";
import type { Rule } from "../../../src/core/rules/rule";
import { amount, answers, bands, binary, checklist, events, num, ordinal, proportional, rate, rule, settings, stepDeduct, target, tiers } from "./build"; // prettier-ignore
import { scoreOf } from "./show";
import { evaluateRule } from "../../../src/core/rules/score";
import type { Settings } from "../../../src/core/rules/setting-types";

/** Rows are: the value of the one input, the score by hand arithmetic. */
type Points = readonly (readonly [value: string, score: string])[];

function pointsOf(own: Rule, input: string, points: Points, more: Partial<Settings> = {}): void {
  expect(points.map(([value]) => [value, scoreOf(own, { [input]: value }, more)])).toEqual(points);
}

describe("stepDeduct", () => {
  const control = rule("5", [stepDeduct(rate("控制率"), "above", "100%", "1%", "0.5", "5")]);

  it("[S10] whole: an incomplete step takes nothing", () => {
    pointsOf(control, "控制率", [["100%", "5"], ["100.9%", "5"], ["101%", "9/2"], ["103.5%", "7/2"], ["110%", "0"]]); // prettier-ignore
  });

  it("[S10] started: a begun step takes its marks", () => {
    const started = { partialSteps: "started" } as const;
    pointsOf(control, "控制率", [["100%", "5"], ["100.1%", "9/2"], ["101%", "9/2"], ["103.5%", "3"]], started); // prettier-ignore
  });

  it("[S10] pro rata: an incomplete step takes its share", () => {
    pointsOf(control, "控制率", [["100.1%", "99/20"], ["103.5%", "13/4"], ["200%", "0"]], { partialSteps: "proRata" }); // prettier-ignore
  });

  it("[S10] what the text says of incomplete steps outranks the setting", () => {
    const stated = rule("5", [
      stepDeduct(rate("控制率"), "above", "100%", "1%", "0.5", "5", { partialSteps: "started" }),
    ]);
    pointsOf(stated, "控制率", [["100.1%", "9/2"]], { partialSteps: "whole" });
  });

  it("[S10] 每超过（降低）5%扣2分 counts on both sides", () => {
    const both = rule("6", [stepDeduct(rate("执行率"), "both", "100%", "5%", "2", "6")]);
    pointsOf(both, "执行率", [["100%", "6"], ["105%", "4"], ["95.1%", "6"], ["95%", "4"], ["84%", "0"]]); // prettier-ignore
  });

  it("[S10] 最低2分 stops at the floor", () => {
    const floored = rule("5", [stepDeduct(rate("完成率"), "below", "100%", "10%", "1", "5", { floor: num("2") })]);
    pointsOf(floored, "完成率", [
      ["90%", "4"],
      ["70%", "2"],
      ["10%", "2"],
    ]);
  });

  it("[S10] 60%计3分，每提高5个百分点加1分 stops at the full mark", () => {
    const added = rule("5", [stepDeduct(rate("完成率"), "above", "60%", "5%", "-1", "3")]);
    pointsOf(added, "完成率", [
      ["50%", "3"],
      ["64%", "3"],
      ["65%", "4"],
      ["70%", "5"],
      ["95%", "5"],
    ]);
  });

  it("[S3] a hundred-thousandth of a billionth past the threshold is no step, a billionth is", () => {
    const started = { partialSteps: "started" } as const;
    pointsOf(
      control,
      "控制率",
      [
        ["1.0000000000001", "5"],
        ["1.000000001", "9/2"],
      ],
      started,
    );
  });

  it("[S3] a distance of large amounts is decided at the places doubles hold", () => {
    const cost = rule("5", [stepDeduct(amount("成本", "元"), "above", "123455.78", "1", "1", "5")]);
    pointsOf(cost, "成本", [
      ["123456.78", "4"],
      ["123456.77", "5"],
      ["123458.7799999999999", "2"],
    ]);
  });
});

describe("bands", () => {
  const satisfaction = rule("10", [bands(rate("满意度"), { "X≥90%": "10", "80%≤X<90%": "8", "X<80%": "0" })]);

  it("[S11] the closed end belongs to its band", () => {
    pointsOf(satisfaction, "满意度", [["90%", "10"], ["89.99%", "8"], ["80%", "8"], ["79.99%", "0"], ["-5%", "0"]]); // prettier-ignore
  });

  it("[N3] ninety percent less a hundred-thousandth of a billionth is ninety percent", () => {
    pointsOf(satisfaction, "满意度", [
      ["0.8999999999999", "10"],
      ["0.899999999999", "8"],
    ]);
  });

  it("[S11] a value in a gap has no score, a remainder fills the gap", () => {
    const listed = { "X≥90%": "5", "70%≤X<80%": "3" };
    expect(scoreOf(rule("5", [bands(rate("完成率"), listed)]), { 完成率: "85%" })).toBe(
      "缺 评分标准未规定的区间（完成率）",
    );
    pointsOf(rule("5", [bands(rate("完成率"), listed, "1")]), "完成率", [["85%", "1"], ["75%", "3"]]); // prettier-ignore
  });

  it("[S11] of overlapping bands the first printed one counts", () => {
    pointsOf(rule("5", [bands(rate("率"), { "80%≤X≤90%": "3", "90%≤X≤100%": "5" })]), "率", [["90%", "3"]]);
  });
});

describe("proportional", () => {
  it("[S12] the mark caps it where the text does not say", () => {
    const own = rule("20", [proportional(rate("执行率"), "20")]);
    pointsOf(own, "执行率", [
      ["75%", "15"],
      ["102.59%", "20"],
      ["-10%", "0"],
      ["0", "0"],
    ]);
  });

  it("[S12] 低于60%不得分: sixty percent itself scores unless the end is closed", () => {
    const below = { value: num("60%"), closed: false };
    const open = rule("10", [proportional(rate("执行率"), "10", { zeroBelow: below })]);
    pointsOf(open, "执行率", [
      ["59.99%", "0"],
      ["60%", "6"],
      ["80%", "8"],
    ]);
    const closed = rule("10", [proportional(rate("执行率"), "10", { zeroBelow: { ...below, closed: true } })]);
    pointsOf(closed, "执行率", [
      ["60%", "0"],
      ["60.1%", "601/100"],
    ]);
  });

  it("[S12] 得分=（X−60%）÷（1−60%）×分值", () => {
    const own = rule("10", [proportional(rate("完成率"), "10", { from: num("60%") })]);
    pointsOf(own, "完成率", [["60%", "0"], ["80%", "5"], ["100%", "10"], ["50%", "0"]]); // prettier-ignore
  });

  it("[S12] 得分=（1−结余率）×分值", () => {
    const own = rule("10", [proportional(rate("结余率"), "10", { from: num("1"), to: num("0") })]);
    pointsOf(own, "结余率", [
      ["0", "10"],
      ["25%", "15/2"],
      ["130%", "0"],
    ]);
  });
});

describe("target", () => {
  const cases: readonly (readonly [title: string, own: Rule, a: string, b: string, score: string])[] = [
    ["≥266 done 266", rule("10", [target(">=", "10")]), "266", "266", "10"],
    ["≥266 overdone gives no more than the mark", rule("10", [target(">=", "10")]), "266", "532", "10"],
    ["≥266 missed gives B/A", rule("10", [target(">=", "10")]), "266", "133", "5"],
    ["≥266 missed gives nothing where the text says so", rule("10", [target(">=", "10", { missed: "zero" })]), "266", "265", "0"],
    ["≥10 with a negative result gives nothing", rule("10", [target(">=", "10")]), "10", "-3", "0"],
    ["≥0 missed", rule("10", [target(">=", "10")]), "0", "-1", "0"],
    ["≥0 done 0", rule("10", [target(">=", "10")]), "0", "0", "10"],
    [">0 done 0 is missed", rule("10", [target(">", "10")]), "0", "0", "0"],
    ["=8 done 6 counts like ≥", rule("10", [target("=", "10")]), "8", "6", "15/2"],
    ["=8 done 9 counts like ≥", rule("10", [target("=", "10")]), "8", "9", "10"],
    ["=8 done 9 is missed where a miss gives nothing", rule("10", [target("=", "10", { missed: "zero" })]), "8", "9", "0"],
    ["≤30 done 25", rule("10", [target("<=", "10")]), "30", "25", "10"],
    ["≤30 done 40, A/B", rule("10", [target("<=", "10", { reverse: "A/B" })]), "30", "40", "15/2"],
    ["≤30 done 40, 1−(B−A)/A", rule("10", [target("<=", "10", { reverse: "1-(B-A)/A" })]), "30", "40", "20/3"],
    ["≤30 done 60, 1−(B−A)/A is 0 from 2A on", rule("10", [target("<=", "10", { reverse: "1-(B-A)/A" })]), "30", "60", "0"],
    ["≤30 done 90, 1−(B−A)/A stays 0", rule("10", [target("<=", "10", { reverse: "1-(B-A)/A" })]), "30", "90", "0"],
    ["≤30 done 40, by hand", rule("10", [target("<=", "10", { reverse: "manual" })]), "30", "40", "缺 未达到目标的评定（实际完成值）"],
    ["≤0 done 0", rule("10", [target("<=", "10")]), "0", "0", "10"],
    ["≤0 done −2", rule("10", [target("<=", "10")]), "0", "-2", "10"],
    ["≤0 done 1", rule("10", [target("<=", "10")]), "0", "1", "0"],
    ["≤−5% met by −6%", rule("10", [target("<=", "10")]), "-5%", "-6%", "10"],
    ["≤−5% missed by −3% has no share", rule("10", [target("<=", "10")]), "-5%", "-3%", "缺 未达到目标的评定（实际完成值）"],
  ]; // prettier-ignore

  it.each(cases)("[S13] %s", (_title, own, a, b, score) => {
    expect(scoreOf(own, { 年度指标值: a, 实际完成值: b })).toBe(score);
  });

  it("[S13] the setting decides the reverse share where the text does not", () => {
    const own = rule("10", [target("<=", "10")]);
    expect(scoreOf(own, { 年度指标值: "30", 实际完成值: "40" }, { reverseTarget: "1-(B-A)/A" })).toBe("20/3");
  });
});

describe("kinds that ask a person", () => {
  it("[S14] items met add their marks, or items missed take theirs off", () => {
    const met = { 要点1: "1", 要点2: "0", 要点3: "1" };
    expect(scoreOf(rule("3", [checklist("award", "3", ["1", "0.5", "1.5"])]), met)).toBe("5/2");
    expect(scoreOf(rule("3", [checklist("deduct", "3", ["1", "1", "1"])]), met)).toBe("2");
    const none = { 要点1: "0", 要点2: "0", 要点3: "0" };
    expect(scoreOf(rule("2", [checklist("deduct", "2", ["1", "1", "1"])]), none)).toBe("0");
  });

  it("[S15] each event takes its marks, the forgiven ones none", () => {
    pointsOf(rule("3", [events("0.5", "3")]), "未按进度下达的专项数", [["0", "3"], ["1", "5/2"], ["6", "0"], ["9", "0"]]); // prettier-ignore
    pointsOf(rule("3", [events("1", "3", 2n)]), "未按进度下达的专项数", [
      ["2", "3"],
      ["3", "2"],
    ]);
  });

  it("[S16] the chosen case gives its score", () => {
    const own = rule("3", [ordinal({ 无结余: "3", 不超过上年结转: "2", 超过上年结转: "0" })]);
    pointsOf(own, "结余情况", [
      ["1", "3"],
      ["2", "2"],
      ["3", "0"],
    ]);
  });

  it("[S17] met or not", () => {
    pointsOf(rule("2", [binary("绩效目标明确", "2")]), "绩效目标明确", [["1", "2"], ["0", "0"]]); // prettier-ignore
  });

  const listed = ["达成 80%≤X≤100%", "部分达成 60%≤X<80%", "未达成 0≤X<60%"];

  it("[S18] the tier's upper end, or a score within the tier", () => {
    pointsOf(rule("10", [tiers("10", listed)]), "定性档次", [
      ["1", "10"],
      ["2", "8"],
      ["3", "6"],
    ]);
    const scored = rule("10", [tiers("10", listed, amount("定性得分"))]);
    expect(scoreOf(scored, { 定性档次: "2", 定性得分: "7.5" })).toBe("15/2");
    expect(scoreOf(scored, { 定性档次: "2", 定性得分: "8" })).toBe("缺 定性得分");
    expect(scoreOf(scored, { 定性档次: "1", 定性得分: "8" })).toBe("8");
  });
});

describe("answers", () => {
  const own = rule("10", [target(">=", "10")]);

  it("[S2] every missing input is named", () => {
    expect(scoreOf(own, {})).toBe("缺 年度指标值、实际完成值");
    expect(scoreOf(own, { 年度指标值: "5", 实际完成值: "" })).toBe("缺 实际完成值");
  });

  it("[S2] the quantities missing behind a rate are named, not the rate", () => {
    const control = rule("5", [stepDeduct(rate("控制率"), "above", "100%", "1%", "0.5", "5")]);
    expect(scoreOf(control, { 控制率: { state: "notVerifiable", missing: ["编制数"] } })).toBe("缺 编制数");
    expect(scoreOf(control, { 控制率: { state: "notApplicable" } })).toBe("不适用");
  });

  it("[S2] half an event, a fourth of three cases and half a yes are no answers", () => {
    expect(scoreOf(rule("3", [events("1", "3")]), { 未按进度下达的专项数: "1.5" })).toBe("缺 未按进度下达的专项数");
    expect(scoreOf(rule("3", [events("1", "3")]), { 未按进度下达的专项数: "-1" })).toBe("缺 未按进度下达的专项数");
    expect(scoreOf(rule("3", [ordinal({ 好: "3", 中: "2", 差: "0" })]), { 结余情况: "4" })).toBe("缺 结余情况");
    expect(scoreOf(rule("2", [binary("明确", "2")]), { 明确: "0.5" })).toBe("缺 明确");
  });

  it("the steps put the numbers in, in both languages", () => {
    const control = rule("5", [stepDeduct(rate("控制率"), "above", "100%", "1%", "0.5", "5")]);
    expect(evaluateRule(control, answers({ 控制率: "103.5%" }), settings()).steps).toEqual([
      {
        zh: "控制率 103.5%，超过标准 100% 共 3.5个百分点，每步 1个百分点，计 3 步（不足一步的不计）：5 − 3×0.5 → 3.5分",
        en: "控制率 103.5%, 3.5 percentage points above the standard 100%, steps of 1 percentage point: 3 (an incomplete step does not count): 5 − 3×0.5 → 3.5 marks",
      },
    ]);
    const third = answers({ 年度指标值: "3", 实际完成值: "1" });
    expect(evaluateRule(own, third, settings()).value).toEqual({ state: "known", number: ratio(10, 3) });
    expect(evaluateRule(own, third, settings()).steps[0]?.zh).toBe(
      "实际完成值 B=1, 年度指标值 A: ≥3，未达到：B÷A×分值 = ≈3.3333 → ≈3.3333分",
    );
  });
});
