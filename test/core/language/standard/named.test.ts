import { read, ruleOf, scoreAt } from "./support";

const about = (text: string, full: string): string[] => ruleOf(text, full).ambiguities.map((one) => one.about);

describe("[L5] what a text leaves open is named", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["5", "≤100%得5分，每超过1个百分点扣0.5分", ["partialSteps"]],
    ["5", "≤100%得5分，每超过1个百分点扣0.5分，不足1个百分点按1个百分点计算", []],
    ["5", "及时报送得5分，每逾期1天扣1分", []],
    ["5", "90%（含）以上得5分；80%（含）-90%得4分；低于80%不得分", []],
    ["3", "预算调整率=0,计3分;0-10%(含),计2分;大于10%不得分。", []],
    ["5", "90%-100%得5分；80%-90%得4分；80%以下不得分", ["openEnd", "openEnd"]],
    ["5", "90%-100%得5分；80%-89%得4分；低于80%不得分", ["bandGap"]],
    ["5", "≥90%得5分；70%（含）-80%得3分；低于70%不得分", ["bandGap"]],
    ["5", "≥90%得5分", ["bandGap"]],
    ["5", "80%-95%得3分，90%-100%得5分，低于80%不得分", ["bandOverlap"]],
    ["5", "=100%得5分；≥95%得4分；其余不得分", ["bandOverlap"]],
    ["10", "优得9-10分，良得7-8分，差得0-6分", ["bandGap", "bandGap"]],
    ["5", "较上年下降5%以上得5分，下降0-5%（不含）得3分，上升不得分", ["direction"]],
    ["5", "较上年下降5%以上得5分，否则不得分", []],
    ["10", "100%得10分，90%以上得8分，<90%不得分", ["bandOverlap"]],
    ["5", "偏差率≤5%得5分，5%＜偏差率≤10%得3分，偏差率＞10%不得分", ["direction"]],
    ["5", "|偏差率|≤5%得5分，其余不得分", []],
    ["10", "100%得满分，否则不得分", ["bandOverlap"]],
    ["10", "90%得8分，每提高5%加1分", ["partialSteps", "bandGap", "cap"]],
    ["5", "达到60%以上的，按比例得分，低于60%不得分", ["cap", "other"]],
    ["5", "≥90%得5分；每降低1个百分点扣0.1分；50%以下不得分", ["partialSteps", "openEnd"]],
    ["20", "得分=执行率×分值", ["cap"]],
    ["20", "得分=执行率×分值，最高不超过分值", []],
    ["5", "没有发现问题得5分，发现一处扣1分", ["other"]],
    ["5", "90%-95%得满分，每低1个百分点扣1分，不足1个百分点不扣分", ["direction"]],
  ];
  it.each(cases)("%s分 %s", (full, text, named) => expect(about(text, full)).toEqual(named));

  it("words for a person stand in both languages", () => {
    for (const one of ruleOf("90%-100%得5分；80%-90%得4分", "5").ambiguities) {
      expect(one.zh).toMatch(/[一-鿿]/);
      expect(one.en).toMatch(/[a-z]{3}/);
    }
  });
});

describe("[L6] a shared end that the text leaves open goes to the better score", () => {
  it.each([
    ["90%-100%得5分；80%-90%得4分；80%以下不得分", "0.9", "5"],
    ["90%-100%得5分；80%-90%得4分；80%以下不得分", "0.8", "4"],
    ["80%以下不得分；80%-90%得4分；90%-100%得5分", "0.9", "5"],
    ["10%以内得5分；10%-20%得4分；20%以上不得分", "0.1", "5"],
    ["10%以内得5分；10%-20%得4分；20%以上不得分", "0.2", "4"],
    ["80%-90%（含）得4分；90%以上得5分；80%以下（含）不得分", "0.9", "4"],
  ])("%s at %s", (text, at, score) => expect(scoreAt(ruleOf(text, "5"), at)).toBe(score));

  it("a value in a gap has no score", () => {
    expect(scoreAt(ruleOf("90%-100%得5分；80%-89%得4分；低于80%不得分", "5"), "0.895")).toBe("notVerifiable");
  });
});

describe("[L4] gates and not-applicable clauses", () => {
  it.each([
    ["未设置绩效目标的，该项不得分。绩效目标明确，1分；细化量化，2分；与预算相匹配，2分。", "设置绩效目标"],
    ["项目完成率100%的得5分，每下降1%扣1分，低于80%不得分，未开工不得分", "开工"],
    ["资金使用合规得5分，每发现一处不合规扣1分；发现截留、挤占、挪用的，不得分", "没有“发现截留、挤占、挪用”的情形"],
    ["重大事项未报告的，此项不得分；其余按完成率×5分计分", "没有“重大事项未报告”的情形"],
  ])("%s", (text, gate) => {
    const rule = ruleOf(text, "5");
    expect(rule.gates[0]?.input.name).toBe(gate);
    expect(rule.gates[0]?.otherwise.toFraction()).toBe("0");
  });

  it.each([
    ["100%以下（含）计满分，每超出5%扣2分，扣完为止。没有楼堂馆所项目的部门按满分计算。", "full"],
    ["公用经费控制率≤100%得满分；每超过1个百分点扣1分，扣完为止。不涉及公用经费的按满分计。", "full"],
    ["公用经费控制率≤100%得满分；每超过1个百分点扣1分。不涉及此项的不扣分。", "full"],
    ["三公经费控制率≤100%，计5分，没有“三公经费”的，计满分，每超过1%扣1分，扣完为止", "full"],
    ["①有制度，2分；②执行有效，3分。不涉及的得满分。", "full"],
    ["完成率≥90%得5分，其余不得分；不适用的不得分", "zero"],
  ])("%s", (text, treatment) => expect(ruleOf(text, "5").applicability?.treatment).toBe(treatment));
});

describe("[L3] the indicator's name is used where the text has none", () => {
  it.each([
    ["≥90%得5分，其余不得分", "满意度", "满意度"],
    ["满意率≥90%得5分，其余不得分", "服务对象满意度", "满意率"],
    ["该比率≥90%得5分，其余不得分", "资金到位率", "资金到位率"],
    ["按比例计分", "预算执行率", "预算执行率"],
  ])("%s under %s", (text, name, expected) => {
    const reading = read(text, "5", name);
    const [clause] = reading.ok ? reading.rule.clauses : [];
    expect(clause?.kind === "bands" || clause?.kind === "proportional" ? clause.subject.name : null).toBe(expected);
  });
});
