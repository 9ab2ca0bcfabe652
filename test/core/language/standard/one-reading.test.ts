import { ruleTree } from "../../../../src/app/rule-tree";
import { readStandard } from "../../../../src/core/language/standard/read";
import { pointsOf } from "../../../../src/core/language/standard/rule/points";
import { BODIES } from "../../../../src/core/language/standard/scopes/bodies";
import type { Rule, RuleAnswers } from "../../../../src/core/rules/rule";
import { evaluateRule, ruleInputs } from "../../../../src/core/rules/score";
import { DEFAULT_SETTINGS } from "../../../../src/core/rules/settings";
import { collection, type Collected } from "./collection";
import { exact } from "./support";

/**
 * Several ways to compose may each take the whole of a text: then they must give the same scores, or it is decided by a
 * clause of SPEC which of them counts. PINGHE_READINGS=1 prints the texts that two ways read apart.
 */
const contextOf = ({ name }: Collected): { name?: string } => (name === undefined ? {} : { name });

const scoreAt = (rule: Rule, point: RuleAnswers): string => {
  const { value } = evaluateRule(rule, point, DEFAULT_SETTINGS);
  return value.state === "known" ? value.number.toFraction() : value.state;
};

const namesOf = (rule: Rule): string =>
  ruleInputs(rule)
    .map(({ name }) => name)
    .toSorted()
    .join("|");

const agree = (a: Rule, b: Rule): boolean =>
  namesOf(a) === namesOf(b) &&
  [...pointsOf(a), ...pointsOf(b)].every((point) => scoreAt(a, point) === scoreAt(b, point));

/** The effects are asked first: a bare 100 % holds for more than 100 % too (L20), and actual over target is the row's target. */
const AS_CASES: readonly string[] = [
  "得分=(实际完成值/目标值)×指标分值，最高不超过分值",
  "指标得分=实际值/目标值×权重，超过100%按100%计算",
  "质量达标率100%得8分，未达到100%的按比例得分",
  "得分=6×（实际完成数/计划完成数），最高得6分",
  "预算执行率为100%时得满分，低于100%时按实际执行率×10计分",
  "达到目标值得满分，否则不得分。",
  "完成率低于60%不得分，60%-100%按比例得分",
  "满意度大于90%（含90%）的得满分，小于90%大于60%（含60%）的按照实际满意度乘以分值计分，小于60%的不得分。",
  "资金到位率（3分）：得分=到位率×3；到位及时率（3分）：得分=及时率×3。",
  "实际完成值/年度目标值×分值，超额完成按满分计",
  "实际完成率100%得满分；完成率在80%-100%之间，按比例得分；低于80%不得分。",
  "预算执行率100%得满分，其余按执行率乘以分值计算得分",
  "完成值/目标值*10，超过10分按10分计算。",
  "增长率≥5%得满分；增长率在0-5%之间的，得分=增长率/5%×6；负增长不得分。",
  "得分按实际完成数占计划数的比例乘以8分计算。",
  "预算执行率100%得20分；预算执行率低于100%、高于50%（含）的，得分=执行率×20；低于50%的不得分。",
  "任务完成率达到80%（含）以上的，按完成率×8分计算；80%以下的，不得分。",
  "得分＝实际值／目标值×１０，最高得１０分。",
];

/** What goes before the effects: L41 (two ways), L40 (a base of 0), L42 (last year's value), L26 (elements), L9 (parts), L43. */
const AS_EFFECTS: readonly string[] = [
  "正向指标：得分=实际完成值/目标值×分值；反向指标：得分=目标值/实际完成值×分值，最高不超过分值",
  "资金到位率（3分）：得分=到位率×3；到位及时率（3分）：得分=及时率×3。",
  "实际成本未超过预算成本得10分，每超出预算成本1%扣1分，扣完为止。",
  "①及时性（2分）：按时报送得2分，每逾期一天扣0.5分；②完整性（3分）：内容完整得3分，每缺一项扣1分",
  "得分=已办结件数÷受理件数×8；受理件数为0的，得0分。",
  "培训人数不少于上年培训人数的得5分；少于上年培训人数的，每少1人扣1分，扣完为止。",
  "①有制度得2分；②执行有效得3分，台账遗失的该要点不得分。",
  "①有联审制度；②有会议纪要；③有整改台账。以上三条须同时具备得3分，缺少任意一条不得分。",
  "评价要点：①项目按照规定的程序申请设立；②审批文件符合相关要求；③事前经过可行性研究。符合①得2分，符合②得1分，符合③得1分。",
  "制度建设（2分）：制度健全得2分，否则不得分；组织保障（2分）：机构健全得2分，否则不得分；档案管理（2分）：档案完整得2分，否则不得分。",
  "质量（3分）：验收合格得3分，不合格不得分；进度（3分）：进度≥95%得3分，85%≤进度<95%得1分，<85%不得分。",
  "制度建设2分，健全得2分，不健全不得分；档案管理2分，规范得2分，不规范不得分。",
];

const APART = [...AS_CASES.map((text) => `cases: ${text}`), ...AS_EFFECTS.map((text) => `effects: ${text}`)];

const COMMON = ["effects", "cases"];

/** The two that read most, each alone, and all others together: eleven readings of every text would take a minute. */
const WAYS = [
  ...COMMON.map((way) => [way, BODIES.filter(({ name }) => name === way)] as const),
  ["others", BODIES.filter(({ name }) => !COMMON.includes(name))] as const,
];

describe("[L51] one reading of every standard", () => {
  const tally = new Map<string, number>();
  const unread: string[] = [];
  const apart: string[] = [];
  for (const one of collection()) {
    const read = readStandard(one.text, exact(one.full), contextOf(one));
    if (!read.ok) {
      unread.push(one.text);
      continue;
    }
    for (const [way, bodies] of WAYS) {
      const alone = readStandard(one.text, exact(one.full), contextOf(one), bodies);
      if (!alone.ok) continue;
      tally.set(way, (tally.get(way) ?? 0) + 1);
      if (agree(read.rule, alone.rule)) continue;
      apart.push(`${way}: ${one.text}`);
      if (process.env.PINGHE_READINGS === "1")
        process.stdout.write(`${way}: ${one.text}\n  - ${ruleTree(read.rule)}\n  + ${ruleTree(alone.rule)}\n`);
    }
  }
  if (process.env.PINGHE_READINGS === "1") process.stdout.write(`${JSON.stringify([...tally])}\n`);

  it("every standard of the collection reads", () => expect(unread).toEqual([]));
  it("two ways to read one text give the same scores, or SPEC decides", () =>
    expect(apart.toSorted()).toEqual(APART.toSorted()));
});
