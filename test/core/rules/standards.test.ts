import { readFileSync } from "node:fs";
import { toDouble, exactFromDouble } from "../../../src/core/model/exact";
import { describeRule } from "../../../src/app/describe-rule";
import { checkRule } from "../../../src/core/rules/score";
import type { Rule } from "../../../src/core/rules/rule";
import { bands, proportional, rate, rule, settings, stepDeduct, yesNo } from "./build";

interface Standard {
  readonly id: string;
  readonly indicator: string;
  readonly text: string;
  readonly points: readonly { readonly value: number; readonly score: number }[];
}

const standards = JSON.parse(readFileSync(`${__dirname}/standards.json`, "utf8")) as readonly Standard[];

const staff = rate("在职人员控制率");
const building = rate("新建楼堂馆所面积控制率");

/** The rules that the printed sentences of the same id stand for, written by hand. */
const RULES: Readonly<Record<string, Rule>> = {
  d01: rule("5", [stepDeduct(staff, "above", "100%", "1%", "0.5", "5")]),
  d02: rule("8", [stepDeduct(staff, "above", "100%", "1%", "0.5", "8")]),
  d03: rule("8", [stepDeduct(rate("三公经费变动率"), "above", "0", "1%", "0.8", "8")]),
  d04: rule("5", [
    bands(rate("重点支出安排率"), { "X≥90%": "5", "80%≤X<90%": "4", "70%≤X<80%": "3", "60%≤X<70%": "2", "X<60%": "0" }),
  ]),
  d05: rule("3", [
    bands(rate("预算调整率"), { "X=0": "3", "0<X≤10%": "2", "10%<X≤20%": "1", "20%<X≤30%": "0.5", "X>30%": "0" }),
  ]),
  d06: rule("5", [stepDeduct(rate("预算完成率"), "below", "100%", "5%", "2", "5")]),
  d07: rule("5", [stepDeduct(building, "above", "100%", "5%", "2", "5")], {
    applicability: { input: yesNo("有楼堂馆所项目"), treatment: "full" },
  }),
  d08: rule("6", [stepDeduct(rate("三公经费控制率"), "above", "100%", "1%", "1", "6")]),
  d09: rule("6", [stepDeduct(rate("政府采购执行率"), "both", "100%", "5%", "2", "6")]),
  d10: rule("10", [proportional(rate("预算执行率"), "10")]),
  d11: rule("20", [proportional(rate("预算执行率"), "20")]),
  d12: rule("10", [bands(rate("社会公众满意度"), { "X≥90%": "10", "80%≤X<90%": "8", "70%≤X<80%": "6", "X<70%": "0" })]),
};

describe("printed standards with points", () => {
  const pointed = standards.filter((standard) => standard.points.length > 0);

  it("[S9] every standard with points has its rule here", () => {
    expect(pointed.map((standard) => standard.id).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(pointed.map((standard) => [standard.id, standard.indicator, standard] as const))(
    "[S9] %s %s gives its printed points",
    (id, _indicator, { points }) => {
      const own = RULES[id];
      if (!own) throw new Error(`no rule for ${id}`);
      const described = describeRule(own, {
        at: points.map((point) => exactFromDouble(point.value)),
        lang: "zh",
        settings: settings(),
      });
      expect(described.points.map(({ value, score }) => ({ value, score }))).toEqual(points);
    },
  );

  it("[S11] of these standards only 预算调整率 leaves a gap, below zero", () => {
    const faults = Object.entries(RULES).flatMap(([id, own]) => checkRule(own).map(({ zh }) => `${id} ${zh}`));
    expect(faults).toEqual(["d05 分档有缺口：预算调整率<0% 没有规定得分"]);
  });

  it("[N4] an unrounded score leaves as the nearest double", () => {
    const own = RULES.d10;
    const score = own && describeRule(own, { at: [exactFromDouble(0.862037037)], lang: "en", settings: settings() });
    expect(score?.points[0]?.score).toBe(8.62037037);
    expect(toDouble(exactFromDouble(8.62037037))).toBe(8.62037037);
  });
});
