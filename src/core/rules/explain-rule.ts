import { kindOf } from "./kinds";
import type { Applicability, ExplanationStep, Rule } from "./rule";
import { marksText } from "./wording";
import type { Settings } from "./setting-types";

/** The rule in words, in the order in which it is applied, no numbers put in. */
export function explainRule(rule: Rule, settings: Settings): readonly ExplanationStep[] {
  const steps: ExplanationStep[] = [];
  if (rule.applicability) steps.push(applicabilityStep(rule, rule.applicability, settings));
  for (const gate of rule.gates) {
    const otherwise = marksText(gate.otherwise);
    steps.push({
      zh: `前提：${gate.input.name}，否则计${otherwise.zh}`,
      en: `first of all: ${gate.input.name}, otherwise ${otherwise.en}`,
    });
  }
  if (rule.clauses.length > 1) steps.push(COMBINES[rule.combine]);
  for (const clause of rule.clauses) steps.push(kindOf(clause).explain(clause, settings));
  if (rule.cap && !rule.cap.equals(rule.fullMark)) {
    const cap = marksText(rule.cap);
    steps.push({ zh: `合计最高${cap.zh}`, en: `at most ${cap.en} in all` });
  }
  return steps;
}

const COMBINES: Readonly<Record<Rule["combine"], ExplanationStep>> = {
  sum: { zh: "以下各项相加", en: "the sum of the following" },
  min: { zh: "以下各项取最低", en: "the lowest of the following" },
  first: { zh: "以下取第一个符合的", en: "the first of the following that applies" },
};

function applicabilityStep(rule: Rule, { input, treatment }: Applicability, settings: Settings): ExplanationStep {
  if (treatment === "setting" && settings.notApplicable === "rescale")
    return {
      zh: `${input.name}为否的，本项不计，其余按比例折算`,
      en: `where not (${input.name}), it is dropped and the rest rescaled`,
    };
  const score = marksText(treatment === "zero" ? rule.fullMark.sub(rule.fullMark) : rule.fullMark);
  return { zh: `${input.name}为否的计${score.zh}`, en: `where not (${input.name}): ${score.en}` };
}
