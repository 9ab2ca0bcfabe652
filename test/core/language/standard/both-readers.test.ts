import { ruleTree } from "../../../../src/app/rule-tree";
import { readStandard, type ReadBy } from "../../../../src/core/language/standard/read";
import { pointsOf } from "../../../../src/core/language/standard/rule/points";
import type { Rule, RuleAnswers, RuleReading } from "../../../../src/core/rules/rule";
import { evaluateRule, ruleInputs } from "../../../../src/core/rules/score";
import { DEFAULT_SETTINGS } from "../../../../src/core/rules/settings";
import { collection, type Collected } from "./collection";
import { exact } from "./support";

/**
 * The readers of kinds (old) and the composing one (new), each alone, over every standard of the collection. The numbers
 * may only move one way; PINGHE_BOTH_READERS=1 prints what is only old and where they differ.
 */
const readBy = ({ text, full, name }: Collected, by: ReadBy): RuleReading =>
  readStandard(text, exact(full), name === undefined ? {} : { name }, by);

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

const ONLY_OLD = 492;
const DIFFER = 18;

/** Decided for the composing one: L41 (two ways), L40 (a base of 0), L42 (last year's value), L26 (elements keep their words), L45. */
const DECIDED: readonly string[] = [
  "实际成本未超过预算成本得10分，每超出预算成本1%扣1分，扣完为止。",
  "正向指标：得分=实际完成值/目标值×分值；反向指标：得分=目标值/实际完成值×分值，最高不超过分值",
  "得分=已办结件数÷受理件数×8；受理件数为0的，得0分。",
  "培训人数不少于上年培训人数的得5分；少于上年培训人数的，每少1人扣1分，扣完为止。",
  "①有联审制度；②有会议纪要；③有整改台账。以上三条须同时具备得3分，缺少任意一条不得分。",
  "评价要点：①项目按照规定的程序申请设立；②审批文件符合相关要求；③事前经过可行性研究。符合①得2分，符合②得1分，符合③得1分。",
];

describe("[L51] two readers over every standard", () => {
  const tally = { same: 0, onlyOld: 0, onlyNew: 0, differ: 0, neither: 0 };
  const rest: string[] = [];
  for (const one of collection()) {
    const [old, composed] = [readBy(one, "kinds"), readBy(one, "composed")];
    if (old.ok && composed.ok) {
      if (agree(old.rule, composed.rule)) tally.same++;
      else {
        tally.differ++;
        rest.push(`differ: ${one.full} | ${one.text}\n  - ${ruleTree(old.rule)}\n  + ${ruleTree(composed.rule)}`);
      }
    } else if (old.ok) {
      tally.onlyOld++;
      rest.push(`only old: ${one.full} | ${one.text}`);
    } else if (composed.ok) tally.onlyNew++;
    else tally.neither++;
  }

  it("what only the old one reads and where they differ may only become less", () => {
    if (process.env.PINGHE_BOTH_READERS === "1") process.stdout.write(`${JSON.stringify(tally)}\n${rest.join("\n")}\n`);
    expect(tally.neither).toBe(0);
    expect(tally.onlyOld).toBeLessThanOrEqual(ONLY_OLD);
    expect(tally.differ).toBeLessThanOrEqual(DIFFER);
  });

  it("what the composing reader answers first is what the old one reads, wherever that reads", () => {
    const against = collection().filter((one) => {
      const [old, both] = [readBy(one, "kinds"), readBy(one, "both")];
      return old.ok && both.ok && !agree(old.rule, both.rule);
    });
    expect(against.map(({ text }) => text).toSorted()).toEqual(DECIDED.toSorted());
  });
});
