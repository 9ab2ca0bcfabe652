import { toDouble } from "../../../src/core/model/exact";
import { planReview } from "../../../src/core/plan/plan-review";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { applyPlan } from "../../support/apply-plan";
import { shownBeside } from "../scores/live";
import { manyIndicators, MANY_SCORE } from "./many";

/** The aim of SPEC P42: what an auditor can read in Excel's own formula bar. */
const AIM = 1200;

/** `npm run limits` asks it of the longest table, too. */
const LONGEST: readonly [number, string][] = process.env.PINGHE_LIMITS === "all" ? [[2000, "project"]] : [];

describe("[P42] a table of any length has short formulas and one total", () => {
  test.each([[200, "project"], [200, "project-platform"], [1000, "project"], ...LONGEST])(
    "%d indicators by the pack %s",
    (count, pack) => {
      const book = manyIndicators(count);
      const options = { ...NO_OPTIONS, pack: builtInPack(pack) };
      const { plan, refusals } = planReview(book, review(book, options), { lang: "zh" });
      expect(refusals).toEqual([]);
      const formulas = plan.steps.flatMap((step) =>
        step.do === "putCells"
          ? step.cells.flatMap(({ content }) => (content.type === "formula" ? [content.formula] : []))
          : [],
      );
      expect(formulas.length).toBeGreaterThan(count * 4);
      expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThanOrEqual(AIM);
      expect(formulas.filter((formula) => formula.includes("公式过长"))).toEqual([]);
      const copy = applyPlan(book, plan);
      const [table] = review(copy, options).tables;
      const recomputed = table?.totals.recomputed;
      // By hand: each indicator reaches 0.9 of a target of 200, and is worth 0.9 of its mark of 1.
      expect(recomputed && toDouble(recomputed)).toBe(MANY_SCORE * count);
      expect(shownBeside(copy, "总计", 3)).toBe(MANY_SCORE * count);
      // What people typed adds up in doubles, as in any sum of Excel's: the noise lies beyond what is shown or compared.
      expect(shownBeside(copy, "总计", 2)).toBeCloseTo(MANY_SCORE * count, 9);
    },
  );
});
