import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ceilExact, floorExact, maxExact, ratio, ZERO, type Exact } from "../../model/exact";
import { known } from "../../model/value";
import { minus, over, takeOff } from "../arithmetic";
import type { StepDeduct } from "../clause";
import { decisionPlaces, roundNode, roundTo } from "../decision";
import { withNumbers } from "../inputs";
import type { ClauseFault, ExplanationStep, RuleKind } from "../rule";
import { distanceText, marksText, numberText, valueText } from "../wording";
import type { Settings } from "../setting-types";

/**
 * ≦100%，计5分；每超过一个百分点扣0.5分: marks are taken off for each step beyond the threshold (SPEC S10). The distance and
 * the number of steps are decisions and are rounded; a pro-rata share decides nothing and is not.
 */
export const stepDeduct: RuleKind<StepDeduct> = {
  inputs: (clause) => [clause.subject],
  check,
  range: ({ full, floor, deduct }) =>
    deduct.compare(ZERO) < 0 ? { low: full, high: null } : { low: floor, high: full },
  continuous: (clause, settings) => partialSteps(clause, settings) === "proRata",
  scores: ({ full, deduct, floor }) => [full, deduct, floor],
  decides: () => true,

  evaluate: (clause, answers, settings) =>
    withNumbers([clause.subject], answers, (of) => {
      const x = of(clause.subject);
      const steps = countSteps(clause, x, settings);
      const score = maxExact(clause.floor, clause.full.sub(steps.mul(clause.deduct)));
      return { value: known(score), steps: [arithmetic(clause, x, steps, score, settings)] };
    }),

  compile(clause, ref, settings) {
    const steps = f.call("MAX", f.number(ZERO), stepsNode(clause, distanceNode(clause, ref(clause.subject)), settings));
    const score = takeOff(clause.full, steps, clause.deduct);
    return adds(clause) ? score : f.call("MAX", f.number(clause.floor), score);
  },

  explain(clause, settings) {
    const { subject, threshold, step, deduct } = clause;
    const side = SIDES[clause.side];
    const full = marksText(clause.full);
    const change = marksText(deduct.abs());
    const size = distanceText(subject, step);
    const partial = PARTIAL[partialSteps(clause, settings)];
    const floor = marksText(clause.floor);
    const good = `${subject.name}${GOOD_SIDE[clause.side]}${valueText(subject, threshold)}`;
    const [does, doesEn] = adds(clause) ? ["加", "plus"] : ["扣", "minus"];
    const end = adds(clause) ? { zh: "", en: "" } : { zh: `，最低${floor.zh}`, en: `, not below ${floor.en}` };
    return {
      zh: `${good}计${full.zh}；每${side.zh}${size.zh}${does}${change.zh}${end.zh}；${partial.zh}`,
      en: `${good}: ${full.en}; ${doesEn} ${change.en} for each ${size.en} ${side.en}${end.en}; ${partial.en}`,
    };
  },
};

const adds = (clause: StepDeduct): boolean => clause.deduct.compare(ZERO) < 0;

const GOOD_SIDE: Readonly<Record<StepDeduct["side"], string>> = { above: "≤", below: "≥", both: "=" };

const SIDES: Readonly<Record<StepDeduct["side"], ExplanationStep>> = {
  above: { zh: "超过", en: "above" },
  below: { zh: "低于", en: "below" },
  both: { zh: "偏离（超过或低于）", en: "away on either side" },
};

const PARTIAL: Readonly<Record<Settings["partialSteps"], ExplanationStep>> = {
  whole: { zh: "不足一步的不计", en: "an incomplete step does not count" },
  started: { zh: "不足一步的按一步计", en: "a begun step counts as one" },
  proRata: { zh: "不足一步的按比例计", en: "an incomplete step counts by its share" },
};

const partialSteps = (clause: StepDeduct, settings: Settings): Settings["partialSteps"] =>
  clause.partialSteps ?? settings.partialSteps;

function distance(clause: StepDeduct, x: Exact): Exact {
  const above = x.sub(clause.threshold);
  return clause.side === "above" ? above : clause.side === "below" ? above.neg() : above.abs();
}

function countSteps(clause: StepDeduct, x: Exact, settings: Settings): Exact {
  const mode = partialSteps(clause, settings);
  if (mode === "proRata") return maxExact(ZERO, distance(clause, x).div(clause.step));
  const places = placesFor(clause);
  const steps = roundTo(roundTo(distance(clause, x), places.distance).div(clause.step), places.steps);
  return maxExact(ZERO, ratio(mode === "whole" ? floorExact(steps) : ceilExact(steps)));
}

function distanceNode(clause: StepDeduct, x: FormulaNode): FormulaNode {
  if (clause.side === "below") return f.subtract(f.number(clause.threshold), x);
  const above = minus(x, clause.threshold);
  return clause.side === "above" ? above : f.call("ABS", above);
}

function stepsNode(clause: StepDeduct, distance: FormulaNode, settings: Settings): FormulaNode {
  const mode = partialSteps(clause, settings);
  if (mode === "proRata") return over(distance, clause.step);
  const places = placesFor(clause);
  const steps = roundNode(over(roundNode(distance, places.distance), clause.step), places.steps);
  return mode === "whole" ? f.call("INT", steps) : f.negate(f.call("INT", f.negate(steps)));
}

/** More steps than a cap, which the clause does not know, lets an added mark take. */
const ADDED_STEPS = ratio(99);

/** Beyond the last step that still changes the score nothing is decided, so that bounds the magnitudes (SPEC S3). */
function placesFor(clause: StepDeduct): { readonly distance: number; readonly steps: number } {
  const most = clause.deduct.compare(ZERO) > 0 ? clause.full.sub(clause.floor).div(clause.deduct) : ADDED_STEPS;
  const reach = clause.threshold.abs().add(most.mul(clause.step));
  return { distance: decisionPlaces(reach), steps: decisionPlaces(most) };
}

function check({ step, deduct, full, floor }: StepDeduct): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (step.compare(ZERO) <= 0)
    faults.push({ severity: "error", zh: "步长必须大于0", en: "the step must be greater than 0" });
  if (deduct.equals(ZERO))
    faults.push({ severity: "error", zh: "每步扣分不能为0", en: "the marks per step must not be 0" });
  if (floor.compare(full) > 0)
    faults.push({
      severity: "error",
      zh: `最低分${numberText(floor)}高于满分${numberText(full)}`,
      en: `the lowest score ${numberText(floor)} is above the full ${numberText(full)}`,
    });
  return faults;
}

function arithmetic(clause: StepDeduct, x: Exact, steps: Exact, score: Exact, settings: Settings): ExplanationStep {
  const { subject, threshold, full, deduct } = clause;
  const value = valueText(subject, x);
  const result = marksText(score);
  if (steps.equals(ZERO))
    return {
      zh: `${subject.name} ${value}，标准 ${valueText(subject, threshold)}，无须计步：${result.zh}`,
      en: `${subject.name} ${value}, standard ${valueText(subject, threshold)}, no step counts: ${result.en}`,
    };
  const away = distanceText(subject, distance(clause, x));
  const size = distanceText(subject, clause.step);
  const sign = adds(clause) ? "＋" : "−";
  const sum = `${numberText(full)} ${sign} ${numberText(steps)}×${numberText(deduct.abs())}`;
  const floored = full.sub(steps.mul(deduct)).compare(clause.floor) < 0;
  const partial = PARTIAL[partialSteps(clause, settings)];
  return {
    zh: `${subject.name} ${value}，${SIDES[clause.side].zh}标准 ${valueText(subject, threshold)} 共 ${away.zh}，每步 ${size.zh}，计 ${numberText(steps)} 步（${partial.zh}）：${sum}${floored ? `，低于下限` : ""} → ${result.zh}`,
    en: `${subject.name} ${value}, ${away.en} ${SIDES[clause.side].en} the standard ${valueText(subject, threshold)}, steps of ${size.en}: ${numberText(steps)} (${partial.en}): ${sum}${floored ? ", below the lowest score" : ""} → ${result.en}`,
  };
}
