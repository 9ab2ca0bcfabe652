import { sameRule } from "../../../src/core/sources/same-rule";
import { ruleOf } from "../language/standard/support";
import { amount, binary, count, num, rate, rule, stepDeduct } from "../rules/build";
import type { Clause } from "../../../src/core/rules/clause";

const gap = (of: string, to: string): Clause => ({
  kind: "gap",
  of: amount(of),
  to: amount(to),
  as: "share",
  side: "above",
  step: num("0.1"),
  deduct: num("1"),
  full: num("4"),
  floor: num("0"),
  partialSteps: null,
});

describe("[M4] two texts that read as one rule do not differ, two that do not are told", () => {
  it("a ratio turned round is another rule, in a formula and in the name of a figure", () => {
    const [own, turned] = ["得分=已整改问题数÷检查发现问题数×6", "得分=检查发现问题数÷已整改问题数×6"];
    expect(sameRule(ruleOf(own, "6"), ruleOf(turned, "6"))).toBe(false);
    const steps = (name: string) => rule("5", [stepDeduct(rate(name), "above", "1", "0.01", "0.5", "5")]);
    expect(sameRule(steps("实际数/计划数"), steps("计划数/实际数"))).toBe(false);
  });

  it("two questions on different conditions are two rules", () => {
    const own = rule("2", [binary("制度健全", "2")]);
    expect(sameRule(own, rule("2", [binary("合同已签订", "2")]))).toBe(false);
    expect(sameRule(own, rule("2", [binary(" 制度健全", "2")]))).toBe(true);
    const listed = (sign: string) => rule("2", [binary(`已制定资金管理办法${sign}财务管理制度`, "2")]);
    for (const sign of [",", "，", "；", ""]) expect(sameRule(listed("、"), listed(sign))).toBe(true);
  });

  it("the distance from one amount to another is not that from the other to the one", () => {
    const own = rule("4", [gap("结余额", "上年结余额")]);
    expect(sameRule(own, rule("4", [gap("上年结余额", "结余额")]))).toBe(false);
    expect(sameRule(own, rule("4", [gap("结余额", "上年结余额")]))).toBe(true);
  });

  it("another condition at the gate is another rule", () => {
    const gated = (name: string) =>
      rule("4", [gap("甲", "乙")], { gates: [{ input: { ...count(name), type: "yesNo" }, otherwise: num("0") }] });
    expect(sameRule(gated("已立项"), gated("已验收"))).toBe(false);
    expect(sameRule(gated("已立项"), gated("已立项"))).toBe(true);
  });

  it("the one figure of a rule is the indicator's own, whatever each calls it", () => {
    const steps = (name: string) => rule("5", [stepDeduct(rate(name), "above", "1", "0.01", "0.5", "5")]);
    expect(sameRule(steps("三公经费变动率"), steps("该变动率"))).toBe(true);
  });

  it("where a formula stands in its text says nothing", () => {
    const own = ruleOf("得分=已整改问题数÷检查发现问题数×6", "6");
    expect(sameRule(own, ruleOf("整改情况。得分=已整改问题数÷检查发现问题数×6", "6"))).toBe(true);
  });
});
