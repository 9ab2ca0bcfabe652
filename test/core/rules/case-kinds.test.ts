import type { Clause, Cases } from "../../../src/core/rules/clause";
import type { Expression } from "../../../src/core/rules/definition";
import { evaluateRule, explainRule } from "../../../src/core/rules/score";
import { amount, answers, num, proportional, rate, rule, settings, target, yesNo } from "./build";
import { scoreOf } from "./show";

const at = (value: string, closed = true) => ({ value: num(value), closed });
const yes = (name: string) => ({ input: yesNo(name), low: at("1"), high: at("1") });
const no = (name: string) => ({ input: yesNo(name), low: at("0"), high: at("0") });

describe("cases: 拨付率达到100%得满分；不足100%但未影响工期的，得分=分值×拨付率；不足100%且影响工期的，不得分", () => {
  const paid = rate("拨付率");
  const below = { input: paid, low: null, high: at("1", false) };
  const own = rule("5", [
    {
      kind: "cases",
      lines: [
        { when: [{ input: paid, low: at("1"), high: null }], then: num("5") },
        { when: [below, no("影响工期")], then: proportional(paid, "5") },
        { when: [below, yes("影响工期")], then: num("0") },
      ],
      otherwise: null,
      mark: num("5"),
    },
  ]);

  it.each([
    [{ 拨付率: "1", 影响工期: "1" }, "5"],
    [{ 拨付率: "0.9", 影响工期: "0" }, "9/2"],
    [{ 拨付率: "0.4", 影响工期: "0" }, "2"],
    [{ 拨付率: "0.9", 影响工期: "1" }, "0"],
  ])("[S30] %j gives %s", (given, score) => expect(scoreOf(own, given)).toBe(score));

  it("[S30] what only later lines read is not asked before", () => {
    expect(scoreOf(own, { 拨付率: "1" })).toBe("5");
    const { value } = evaluateRule(own, answers({ 拨付率: "0.9" }), settings());
    expect(value).toMatchObject({ state: "notVerifiable", missing: ["影响工期"] });
  });

  it("[S30] explains each line in words", () => {
    const [step] = explainRule(own, settings());
    expect(step?.zh).toBe(
      "拨付率≥100%：5分；拨付率<100%且“影响工期”为否：得分=拨付率×5，最高5分，最低0分；拨付率<100%且“影响工期”为是：0分",
    );
  });

  it("[S30] a case that no line covers has no score", () => {
    const open: Cases = {
      kind: "cases",
      lines: [{ when: [yes("已竣工")], then: num("5") }],
      otherwise: null,
      mark: num("5"),
    };
    expect(evaluateRule(rule("5", [open]), answers({ 已竣工: "0" }), settings()).value.state).toBe("notVerifiable");
  });
});

describe("quotient: 得分=已整改数÷问题数×6", () => {
  const [done, found]: readonly [Expression, Expression] = [
    { op: "variable", name: "已整改数" },
    { op: "variable", name: "问题数" },
  ];
  const share: Expression = { op: "divide", left: done, right: found };
  const marks = (of: Expression): Expression => ({
    op: "multiply",
    left: of,
    right: { op: "number", number: num("6") },
  });
  const own = (lines: Extract<Clause, { kind: "quotient" }>["lines"]) =>
    rule("6", [
      {
        kind: "quotient",
        amounts: [amount("已整改数"), amount("问题数")],
        expression: marks(share),
        mark: num("6"),
        lines,
      },
    ]);

  it.each([
    ["3", "4", "9/2"],
    ["4", "4", "6"],
    ["5", "4", "6"],
    ["0", "5", "0"],
    ["-1", "4", "0"],
  ])("[S30] %s of %s gives %s, never above the mark nor below 0", (a, b, score) =>
    expect(scoreOf(own([]), { 已整改数: a, 问题数: b })).toBe(score),
  );

  it("[S30] 问题数为0的，得6分 goes before the division; without it the score is open", () => {
    const none = own([{ when: [{ of: found, low: at("0"), high: at("0") }], score: num("6") }]);
    expect(scoreOf(none, { 已整改数: "0", 问题数: "0" })).toBe("6");
    expect(evaluateRule(own([]), answers({ 已整改数: "0", 问题数: "0" }), settings()).value.state).toBe(
      "notVerifiable",
    );
  });

  it.each([
    ["1", "10", "3/5"],
    ["2", "10", "6/5"],
    ["2.1", "10", "0"],
  ])("[S30] a cut at a share (超过20%%不得分): %s of %s gives %s", (a, b, score) => {
    const cut = own([{ when: [{ of: share, low: at("0.2", false), high: null }], score: num("0") }]);
    expect(scoreOf(cut, { 已整改数: a, 问题数: b })).toBe(score);
  });
});

describe("gap: 结余额高于上年的，每高10%扣1分", () => {
  const gap = (as: "share" | "units", side: "above" | "below", step: string): Clause => ({
    kind: "gap",
    of: amount("结余额"),
    to: amount("上年结余额"),
    as,
    side,
    step: num(step),
    deduct: num("1"),
    full: num("4"),
    floor: num("0"),
    partialSteps: null,
  });

  it.each([
    ["share", "above", "0.1", "90", "100", "4"],
    ["share", "above", "0.1", "109.9", "100", "4"],
    ["share", "above", "0.1", "110", "100", "3"],
    ["share", "above", "0.1", "125", "100", "2"],
    ["share", "above", "0.1", "150", "100", "0"],
    ["share", "above", "0.1", "0", "0", "4"],
    ["units", "below", "5", "90", "100", "2"],
    ["units", "below", "5", "100", "100", "4"],
    ["units", "below", "5", "0", "0", "4"],
  ] as const)("[S30] %s %s by %s: %s against %s gives %s", (as, side, step, a, b, score) =>
    expect(scoreOf(rule("4", [gap(as, side, step)]), { 结余额: a, 上年结余额: b })).toBe(score),
  );

  it.each(["0", "-5"])("[S30] beyond a base of %s there is no share", (base) => {
    const own = rule("4", [gap("share", "above", "0.1")]);
    expect(evaluateRule(own, answers({ 结余额: "10", 上年结余额: base }), settings()).value.state).toBe(
      "notVerifiable",
    );
  });
});

describe("target with a cut, and with a side that the row says", () => {
  it.each([
    ["50", "50", "8"],
    ["50", "40", "32/5"],
    ["50", "30", "24/5"],
    ["50", "29", "0"],
  ])("[S31] 完成目标值不足60%%的计0分: target %s, actual %s gives %s", (a, b, score) => {
    const own = rule("8", [target(">=", "8", { zeroBelow: at("0.6", false) })]);
    expect(scoreOf(own, { 年度指标值: a, 实际完成值: b })).toBe(score);
  });

  it.each([
    ["80", "60", "0", "15/2"],
    ["80", "100", "0", "10"],
    ["5", "5", "1", "10"],
    ["5", "6", "1", "0"],
  ])("[S31] ≥的按比例，≤的超过不得分: target %s, actual %s, turned %s gives %s", (a, b, turn, score) => {
    const own = rule("10", [target(">=", "10", { turn: yesNo("反向"), missedTurned: "zero" })]);
    expect(scoreOf(own, { 年度指标值: a, 实际完成值: b, 反向: turn })).toBe(score);
  });
});
