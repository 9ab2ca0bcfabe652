import { readStandard } from "../../../../src/core/language/standard/read";
import { exact, read, ruleOf } from "./support";

const TIERS = "根据“三档”原则分别按照指标分值的100-80%(含80%)、80-50%（含50%）、50-0%来记分";
const TARGET = "完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分";

/** Texts that print a method for each kind: text, the kind of clause for figures, that for words. */
const BOTH = [
  [`1.若为定性指标，${TIERS}；2.若为定量指标，${TARGET}。`, "target", "tiers"],
  [`1. 若为定性指标，则${TIERS}。\n2.若为定量指标，${TARGET}(即：指标值为≥*，得分=B/A*该指标分值；若定量指标为≤*，得分=A/B*该指标分值)。`, "target", "tiers"],
  ["定量指标：完成值达到指标值，记满分；未达到指标值，按完成比率计分。定性指标：根据达成预期指标、部分达成预期指标、未达成预期指标三档，分别按照100%-80%（含80%）、80%-60%（含60%）、60%-0%确定得分。", "target", "tiers"],
  ["定量指标得分按照以下方法评定：与年初指标值相比，完成指标值的，记该指标所赋全部分值；未完成的，按照完成值与指标值的比例记分。定性指标得分按照以下方法评定：根据指标完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照该指标对应分值区间100-80%（含）、80-60%（含）、60-0%合理确定分值。", "target", "tiers"],
  ["（1）定量指标，完成指标值的得满分，未完成的按比例得分；（2）定性指标，分为达成目标、部分达成、未达成三档，分别得100%、60%、0。", "target", "ordinal"],
] as const; // prettier-ignore

const kindOf = (text: string, indicatorKind: "quantitative" | "qualitative"): string => {
  const reading = readStandard(text, exact("10"), { indicatorKind });
  return reading.ok ? reading.rule.clauses.map(({ kind }) => kind).join("+") : reading.reason.zh;
};

describe("[L14] a cell that prints a method for figures and one for words", () => {
  it.each(BOTH)("%s", (text, figures, words) => {
    expect(kindOf(text, "quantitative")).toBe(figures);
    expect(kindOf(text, "qualitative")).toBe(words);
    const unknown = read(text, "10");
    expect(unknown.ok ? "read" : unknown.reason.zh).toContain("尚不知本指标属于哪一种");
  });

  it("a text with one method needs no kind", () => {
    expect(ruleOf(`若为定性指标，则${TIERS}`, "10").clauses.map(({ kind }) => kind)).toEqual(["tiers"]);
    expect(kindOf(TARGET, "qualitative")).toBe("target");
  });
});

describe("[L15] bare numbers of a share", () => {
  it("are per cent, and that is named", () => {
    expect(
      ruleOf("满意度≥95，得10分；90≤满意度<95，得8分；满意度<90，不得分", "10").ambiguities.map(({ about }) => about),
    ).toEqual(["unit"]);
  });

  it.each(["满意度≥0.9得5分，否则不得分", "气温≥20得5分，否则不得分", "满意度≥150得5分，否则不得分"])(
    "are left as they are: %s",
    (text) => {
      const reading = read(text, "5");
      expect(reading.ok ? reading.rule.ambiguities.map(({ about }) => about) : []).not.toContain("unit");
    },
  );
});
