import { describeRule } from "../../src/app/describe-rule";
import type { Rule } from "../../src/core/rules/rule";
import {
  amount,
  bands,
  binary,
  checklist,
  events,
  num,
  ordinal,
  proportional,
  rate,
  rule,
  settings,
  stepDeduct,
  target,
  tiers,
  yesNo,
} from "../core/rules/build";
import type { Settings } from "../../src/core/rules/setting-types";

const control = rate("控制率");
const execution = rate("执行率");
const A = { ...amount("A"), name: "目标" };
const B = { ...amount("B"), name: "实际" };
const against = (
  operator: Parameters<typeof target>[0],
  more: Parameters<typeof target>[2] = {},
): ReturnType<typeof target> => target(operator, "10", { target: A, actual: B, ...more });

/** The formula an auditor meets in the cell, inputs as defined names. */
const GOLDEN: readonly (readonly [title: string, own: Rule, formula: string, more?: Partial<Settings>])[] = [
  [
    "每超过一个百分点扣0.5分, whole steps",
    rule("5", [stepDeduct(control, "above", "100%", "1%", "0.5", "5")]),
    '=IF(COUNT(控制率)<1,"",MAX(0,5-MAX(0,INT(ROUND(ROUND(控制率-1,12)/0.01,12)))*0.5))',
  ],
  [
    "每低于5%扣2分, started steps by setting",
    rule("5", [stepDeduct(control, "below", "95%", "5%", "2", "5")]),
    '=IF(COUNT(控制率)<1,"",MAX(0,5-MAX(0,-INT(-ROUND(ROUND(0.95-控制率,12)/0.05,12)))*2))',
    { partialSteps: "started" },
  ],
  [
    "每超过（降低）1%扣0.5分, pro rata: nothing is decided, nothing is rounded",
    rule("5", [stepDeduct(control, "both", "100%", "1%", "0.5", "5", { partialSteps: "proRata" })]),
    '=IF(COUNT(控制率)<1,"",MAX(0,5-MAX(0,ABS(控制率-1)/0.01)*0.5))',
  ],
  [
    "60%计3分，每提高5个百分点加1分",
    rule("5", [stepDeduct(control, "above", "60%", "5%", "-1", "3")]),
    '=IF(COUNT(控制率)<1,"",MIN(5,3+MAX(0,INT(ROUND(ROUND(控制率-0.6,12)/0.05,12)))))',
  ],
  [
    "≥90% 5分；80%（含）-90% 4分；低于80%不得分",
    rule("5", [bands(control, { "X≥90%": "5", "80%≤X<90%": "4", "X<80%": "0" })]),
    '=IF(COUNT(控制率)<1,"",IF(ROUND(控制率,12)>=0.9,5,IF(ROUND(控制率,12)>=0.8,4,0)))',
  ],
  [
    "=0计3分；0-10%（含）计2分；大于10%不得分: below zero is a gap",
    rule("3", [bands(control, { "X=0": "3", "0<X≤10%": "2", "X>10%": "0" })]),
    '=IF(COUNT(控制率)<1,"",IF(ROUND(控制率,12)<0,"",IF(ROUND(控制率,12)=0,3,IF(ROUND(控制率,12)<=0.1,2,0))))',
  ],
  [
    "95%至105%计3分，其余1分",
    rule("3", [bands(control, { "95%≤X≤105%": "3" }, "1")]),
    '=IF(COUNT(控制率)<1,"",IF(AND(ROUND(控制率,12)>=0.95,ROUND(控制率,12)<=1.05),3,1))',
  ],
  ["得分=执行率×分值", rule("10", [proportional(execution, "10")]), '=IF(COUNT(执行率)<1,"",MAX(0,MIN(10,执行率*10)))'],
  [
    "低于60%不得分，得分=（X−60%）÷（1−60%）×分值",
    rule("10", [proportional(execution, "10", { from: num("60%"), zeroBelow: { value: num("60%"), closed: false } })]),
    '=IF(COUNT(执行率)<1,"",IF(ROUND(执行率,12)<0.6,0,MAX(0,MIN(10,(执行率-0.6)/0.4*10))))',
  ],
  [
    "≥ target, B/A",
    rule("10", [against(">=")]),
    '=IF(COUNT(目标,实际)<2,"",IF(ROUND(实际,12)>=ROUND(目标,12),10,IF(ROUND(目标,12)<0,"",IF(ROUND(目标,12)=0,0,MAX(0,实际/目标)*10))))',
  ],
  [
    "≤ target, A/B by setting",
    rule("10", [against("<=")]),
    '=IF(COUNT(目标,实际)<2,"",IF(ROUND(实际,12)<=ROUND(目标,12),10,IF(ROUND(目标,12)<0,"",IF(ROUND(目标,12)=0,0,目标/实际*10))))',
  ],
  [
    "≤ target, 1−(B−A)/A",
    rule("10", [against("<=", { reverse: "1-(B-A)/A" })]),
    '=IF(COUNT(目标,实际)<2,"",IF(ROUND(实际,12)<=ROUND(目标,12),10,IF(ROUND(目标,12)<0,"",IF(ROUND(目标,12)=0,0,MAX(0,1-(实际-目标)/目标)*10))))',
  ],
  [
    "①0.5分；②1.5分",
    rule("2", [checklist("award", "2", ["0.5", "1.5"])]),
    '=IF(COUNT(要点1,要点2)<2,"",IF(OR(AND(ROUND(要点1,12)<>0,ROUND(要点1,12)<>1),AND(ROUND(要点2,12)<>0,ROUND(要点2,12)<>1)),"",要点1*0.5+要点2*1.5))',
  ],
  [
    "每出现一例扣0.5分",
    rule("3", [events("0.5", "3")]),
    '=IF(COUNT(未按进度下达的专项数)<1,"",IF(OR(ROUND(未按进度下达的专项数,12)<0,ROUND(未按进度下达的专项数,12)<>INT(ROUND(未按进度下达的专项数,12))),"",MAX(0,3-未按进度下达的专项数*0.5)))',
  ],
  [
    "无结余3分；有结余2分；超过不得分",
    rule("3", [ordinal({ 无结余: "3", 有结余: "2", 超过: "0" })]),
    '=IF(COUNT(结余情况)<1,"",IF(OR(ROUND(结余情况,12)<1,ROUND(结余情况,12)>3,ROUND(结余情况,12)<>INT(ROUND(结余情况,12))),"",CHOOSE(ROUND(结余情况,12),3,2,0)))',
  ],
  [
    "目标明确（2分）",
    rule("2", [binary("目标明确", "2")]),
    '=IF(COUNT(目标明确)<1,"",IF(AND(ROUND(目标明确,12)<>0,ROUND(目标明确,12)<>1),"",IF(ROUND(目标明确,12)=1,2,0)))',
  ],
  [
    "优90–100 %，良80–90 %, scored within the tier",
    rule("10", [tiers("10", ["优 90%≤X≤100%", "良 80%≤X<90%"], amount("得分"))]),
    '=IF(COUNT(定性档次,得分)<2,"",IF(OR(ROUND(定性档次,12)<1,ROUND(定性档次,12)>2,ROUND(定性档次,12)<>INT(ROUND(定性档次,12))),"",IF(CHOOSE(ROUND(定性档次,12),AND(ROUND(得分,12)>=9,ROUND(得分,12)<=10),AND(ROUND(得分,12)>=8,ROUND(得分,12)<9)),得分,"")))',
  ],
  [
    "first: 90%以上满分，60%以下不得分，其余按比例",
    rule(
      "10",
      [bands(execution, { "X≥90%": "10" }), bands(execution, { "X<60%": "0" }), proportional(execution, "10")],
      { combine: "first" },
    ),
    '=IF(COUNT(执行率)<1,"",IF(ROUND(执行率,12)>=0.9,10,IF(ROUND(执行率,12)<0.6,0,MAX(0,MIN(10,执行率*10)))))',
  ],
  [
    "sum: deductions from one mark",
    rule("4", [stepDeduct(control, "above", "0", "1%", "0.5", "4"), bands(execution, { "X<50%": "-1" }, "0")]),
    '=IF(COUNT(控制率,执行率)<2,"",MAX(0,MAX(0,4-MAX(0,INT(ROUND(ROUND(控制率,12)/0.01,12)))*0.5)+IF(ROUND(执行率,12)<0.5,-1,0)))',
  ],
  [
    "gate and applicability",
    rule("5", [proportional(execution, "5")], {
      gates: [{ input: yesNo("有目标"), otherwise: num("0") }],
      applicability: { input: yesNo("有项目"), treatment: "setting" },
    }),
    '=IF(IF(COUNT(有项目)<1,1,ROUND(有项目,12))=0,"不适用",IF(COUNT(有目标)<1,"",IF(AND(ROUND(有目标,12)<>0,ROUND(有目标,12)<>1),"",IF(ROUND(有目标,12)=1,IF(COUNT(执行率)<1,"",MAX(0,MIN(5,执行率*5))),0))))',
    { notApplicable: "rescale" },
  ],
];

describe("formulas of rules", () => {
  it.each(GOLDEN.map(([title, ...golden]) => [title, golden] as const))(
    "[S9] %s",
    (_title, [own, formula, more = {}]) => {
      expect(describeRule(own, { at: [], lang: "zh", settings: settings(more) }).formula).toBe(formula);
    },
  );
});
