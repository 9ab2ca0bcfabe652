import { percentText } from "../model/exact";
import type { Indicator, TableCell } from "../model/scoring-table";
import type { RateResult, RuleAnswer, ScoreResult } from "../review.types";
import type { ExplanationStep } from "../rules/rule";
import { evaluateRule } from "../rules/score";
import type { ResolvedIndicator } from "../sources/resolve";
import { answerInputs, type AnswerSources } from "./answers";
import { scalarText } from "../workbook/cell-content";
import type { Settings } from "../rules/setting-types";

export interface Scored {
  readonly answers: readonly RuleAnswer[];
  readonly recomputed: ScoreResult;
  readonly used: readonly string[];
}

/** The score an indicator's rule gives, exactly; without a rule it is not judged, and says why (SPEC S2). */
export function scoreIndicator(
  indicator: Indicator,
  { definition, rule, unread, tiers }: ResolvedIndicator,
  rate: RateResult,
  settings: Settings,
  sources: AnswerSources,
): Scored {
  if (!rule) {
    const reason = unread ? "unreadable" : indicator.fullMark ? "noStandard" : "noFullMark";
    return { answers: [], recomputed: { status: "notJudged", reason }, used: [] };
  }
  const { answers, values, used } = answerInputs(
    { indicator, definition, rate, rule: rule.rule, text: rule.text, tiers, settings },
    sources,
  );
  const { value, steps } = evaluateRule(rule.rule, values, settings);
  const told = [...answers.flatMap(shareStep), ...steps];
  switch (value.state) {
    case "known":
      return { answers, recomputed: { status: "computed", score: value.number, steps: told }, used };
    case "notApplicable":
      return { answers, recomputed: { status: "notApplicable" }, used };
    case "notVerifiable":
      return { answers, recomputed: { status: "notVerifiable", missing: value.missing }, used };
    case "blank":
      throw new Error("a rule scored blank");
  }
}

/** A completion that nobody stated is said with the figures from which it was computed (SPEC V14). */
function shareStep({ input, number, cell, of }: RuleAnswer): readonly ExplanationStep[] {
  if (!number || !cell || !of) return [];
  const figures = `${shownText(cell)} ÷ ${shownText(of)} = ${percentText(number)}`;
  return [
    {
      zh: `${input.name}按实际完成值除以年度指标值计算：${figures}`,
      en: `${input.name} is taken as the actual value over the target: ${figures}`,
    },
  ];
}

const shownText = ({ raw }: TableCell): string => scalarText(raw).trim();
