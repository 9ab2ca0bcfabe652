import fc from "fast-check";
import { exactFromDouble, ONE, ratio, toDouble, ZERO } from "../../../src/core/model/exact";
import { known } from "../../../src/core/model/value";
import { evaluateRule } from "../../../src/core/rules/score";
import type { Rule } from "../../../src/core/rules/rule";
import { num, proportional, rate, rule, settings, stepDeduct } from "./build";
import type { Settings } from "../../../src/core/rules/setting-types";

const rates = fc.integer({ min: -500_000, max: 2_500_000 }).map((n) => ratio(n, 1_000_000));

function scoreAt(own: Rule, value: ReturnType<typeof ratio>, more: Partial<Settings> = {}): number {
  const outcome = evaluateRule(own, new Map([["率", known(value)]]), settings(more)).value;
  if (outcome.state !== "known") throw new Error("no score");
  return toDouble(outcome.number);
}

const deduction = fc
  .record({
    side: fc.constantFrom("above", "below", "both"),
    threshold: fc.integer({ min: 0, max: 120 }),
    step: fc.integer({ min: 1, max: 100 }),
    deduct: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ side, threshold, step, deduct }) =>
    rule("8", [stepDeduct(rate("率"), side, `${threshold}%`, `${step / 10}%`, `${deduct / 10}`, "8")]),
  );

describe("scores of any value", () => {
  it("[S5] lie between 0 and the full mark", () => {
    fc.assert(
      fc.property(deduction, rates, (own, value) => {
        const score = scoreAt(own, value);
        return score >= 0 && score <= 8;
      }),
    );
  });

  it("[S10] are highest in whole steps and lowest in started ones", () => {
    fc.assert(
      fc.property(deduction, rates, (own, value) => {
        const [whole = 0, share = 0, started = 0] = (["whole", "proRata", "started"] as const).map((partialSteps) =>
          scoreAt(own, value, { partialSteps }),
        );
        return whole >= share - 1e-9 && share >= started - 1e-9;
      }),
    );
  });

  it("[S10] do not rise as the value moves away from the threshold", () => {
    fc.assert(
      fc.property(rates, rates, (a, b) => {
        const own = rule("8", [stepDeduct(rate("率"), "above", "100%", "1%", "0.3", "8")]);
        const [low, high] = a.compare(b) <= 0 ? [a, b] : [b, a];
        return scoreAt(own, low) >= scoreAt(own, high);
      }),
    );
  });

  it("[S12] by proportion are the exact share of the mark between 0 and 100 %", () => {
    const own = rule("10", [proportional(rate("率"), "10")]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (double) => {
        const x = exactFromDouble(double);
        const outcome = evaluateRule(own, new Map([["率", known(x)]]), settings()).value;
        return outcome.state === "known" && outcome.number.equals(x.mul(num("10")));
      }),
    );
    expect(scoreAt(own, ONE)).toBe(10);
    expect(scoreAt(own, ZERO)).toBe(0);
  });
});
