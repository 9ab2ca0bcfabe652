import { readStandard } from "../../../../src/core/language/standard/read";
import { ratio } from "../../../../src/core/model/exact";
import { known, NOT_APPLICABLE } from "../../../../src/core/model/value";
import { evaluateRule, ruleInputs } from "../../../../src/core/rules/score";
import { DEFAULT_SETTINGS } from "../../../../src/core/rules/settings";

const read = (text: string) => readStandard(text, ratio(5));

describe("[L4] a case that is left out of the score is asked for, and worth what the setting says", () => {
  test.each([
    ["完成率≥90%得5分，其余不得分；没有此项工作的不适用", "适用（并非“没有此项工作”）"],
    ["完成率≥90%得5分，其余不得分。不涉及的不参与评分", "适用（并非“不涉及”）"],
    ["每出现一次扣1分，扣完为止。无此类业务的，该指标不适用。", "适用（并非“无此类业务”）"],
  ])("%s", (text, asked) => {
    const reading = read(text);
    if (!reading.ok) throw new Error(reading.reason.zh);
    const { rule } = reading;
    expect(rule.applicability).toMatchObject({ input: { name: asked }, treatment: "setting" });
    const answers = new Map(ruleInputs(rule).map(({ name }) => [name, known(ratio(name === asked ? 0 : 1))]));
    expect(evaluateRule(rule, answers, DEFAULT_SETTINGS).value).toEqual(known(ratio(5)));
    expect(evaluateRule(rule, answers, { ...DEFAULT_SETTINGS, notApplicable: "rescale" }).value).toEqual(
      NOT_APPLICABLE,
    );
  });

  it("[L2] something left out in another way refuses the text", () => {
    expect(read("完成率≥90%得5分，其余不得分。不可抗力因素剔除后计算").ok).toBe(false);
  });
});
