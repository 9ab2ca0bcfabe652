import type { Indicator } from "../model/scoring-table";
import type { RateResult, RuleAnswer, ScoreResult } from "../review.types";
import { evaluateRule } from "../rules/score";
import type { ResolvedIndicator } from "../sources/resolve";
import { answerInputs, type AnswerSources } from "./answers";
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
    { indicator, definition, rate, rule: rule.rule, tiers, settings },
    sources,
  );
  const { value, steps } = evaluateRule(rule.rule, values, settings);
  switch (value.state) {
    case "known":
      return { answers, recomputed: { status: "computed", score: value.number, steps }, used };
    case "notApplicable":
      return { answers, recomputed: { status: "notApplicable" }, used };
    case "notVerifiable":
      return { answers, recomputed: { status: "notVerifiable", missing: value.missing }, used };
    case "blank":
      throw new Error("a rule scored blank");
  }
}
