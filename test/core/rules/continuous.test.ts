import { isContinuous, needsRounding } from "../../../src/core/rules/continuous";
import type { Clause } from "../../../src/core/rules/clause";
import { readStandard } from "../../../src/core/language/standard/read";
import { amount, binary, checklist, events, num, ordinal, proportional, rate, rule, settings, stepDeduct, target, tiers, yesNo } from "./build"; // prettier-ignore

const x = rate("完成率");
const steps = (partialSteps: "whole" | "started" | "proRata" | null) =>
  stepDeduct(x, "below", "0.9", "0.01", "0.5", "5", { partialSteps });
const gap = (partialSteps: "whole" | "proRata" | null): Clause => ({
  kind: "gap", of: amount("甲"), to: amount("乙"), as: "share", side: "above", step: num("0.1"), deduct: num("1"),
  full: num("4"), floor: num("0"), partialSteps,
}); // prettier-ignore
const cases = (then: Clause): Clause => ({
  kind: "cases",
  lines: [{ when: [{ input: yesNo("备案"), low: { value: num("1"), closed: true }, high: null }], then }],
  otherwise: num("0"),
  mark: num("5"),
});

describe("[C20] a rule gives any score between two others, or only those that it names", () => {
  const [whole, proRata] = [settings({ partialSteps: "whole" }), settings({ partialSteps: "proRata" })];

  it.each<[string, Clause, boolean, boolean]>([
    ["steps of which the text says nothing", steps(null), false, true],
    ["steps by their share, as the text says", steps("proRata"), true, true],
    ["whole steps, as the text says", steps("whole"), false, false],
    ["begun steps, as the text says", steps("started"), false, false],
    ["a distance, silent", gap(null), false, true],
    ["a distance by its share", gap("proRata"), true, true],
    ["a distance in whole steps", gap("whole"), false, false],
    ["a case with steps by their share", cases(steps("proRata")), true, true],
    ["a case with whole steps", cases(steps("whole")), false, false],
    ["a share of the mark", proportional(x, "5"), true, true],
    ["events", events("0.5", "5"), false, false],
  ])("%s", (_, clause, inWhole, inShares) => {
    expect(isContinuous(rule("5", [clause]), whole)).toBe(inWhole);
    expect(isContinuous(rule("5", [clause]), proRata)).toBe(inShares);
  });

  it("每低1个百分点扣0.5分，不足1个百分点按比例扣 is read so", () => {
    const reading = readStandard(
      "完成率达到90%得5分，每低1个百分点扣0.5分，不足1个百分点按比例扣，扣完为止。",
      num("5"),
    );
    expect(reading.ok && isContinuous(reading.rule, whole)).toBe(true);
  });
});

describe("[S2] a score with more decimals than are shown is rounded wherever the mark stands", () => {
  const places = settings({ roundingPlaces: 2, partialSteps: "whole" });
  const plain = binary("备案", "5");

  it.each<[string, Parameters<typeof needsRounding>[0], boolean]>([
    ["a mark of 2.125", rule("5", [binary("备案", "2.125")]), true],
    ["a mark of 2.12", rule("5", [binary("备案", "2.12")]), false],
    ["a case that gives 1.125", rule("5", [{ ...cases(plain), lines: [{ when: [], then: num("1.125") }] } as Clause]), true],
    ["a case that gives 1.12", rule("5", [{ ...cases(plain), lines: [{ when: [], then: num("1.12") }] } as Clause]), false],
    ["a gate that leaves 0.125", rule("5", [plain], { gates: [{ input: yesNo("立项"), otherwise: num("0.125") }] }), true],
    ["a gate that leaves 0.12", rule("5", [plain], { gates: [{ input: yesNo("立项"), otherwise: num("0.12") }] }), false],
    ["a tier of 85% of 2.5", rule("2.5", [tiers("2.5", ["优 0.85≤X≤1", "良 0≤X<0.85"])]), true],
    ["a tier of 80% of 2.5", rule("2.5", [tiers("2.5", ["优 0.8≤X≤1", "良 0≤X<0.8"])]), false],
    ["a tier whose share a person types", rule("2.5", [tiers("2.5", ["优 0.85≤X≤1", "良 0≤X<0.85"], amount("得分"))]), false],
    ["a list of items of 0.625", rule("5", [checklist("award", "5", ["0.625"])]), true],
    ["a choice of 0.625", rule("5", [ordinal({ 无: "0.625", 有: "0" })]), true],
    ["a target that scores nothing when missed", rule("5", [target(">=", "5", { missed: "zero" })]), false],
  ])("%s", (_, of, rounded) => expect(needsRounding(of, places)).toBe(rounded)); // prettier-ignore
});
