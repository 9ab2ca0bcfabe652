import type { Indicator } from "../model/scoring-table";
import type { IndicatorKind } from "../language/standard/words/by-kind";
import { nameOf } from "../model/path";
import type { Rule, RuleReading, StandardProblem } from "../rules/rule";
import type { Clause, Gap, StepDeduct, StepsOfTarget, Target } from "../rules/clause";
import { ROW_ACTUAL, ROW_TARGET } from "../rules/target-sides";
import { directionOf, isRateLike } from "../targets/direction";
import { readTarget } from "../targets/read";

/**
 * Whether an indicator's target is a figure or words, for standards that print a method for each; undefined where the
 * target is blank or a sentence with figures in it, which may be either (SPEC M13).
 */
export function indicatorKind(indicator: Indicator): IndicatorKind | undefined {
  const target = readTarget(indicator);
  switch (target.kind) {
    case "number":
    case "date":
    case "range":
      return "quantitative";
    case "words":
      return /\d/.test(target.text) ? undefined : "qualitative";
    case "blank":
      return undefined;
  }
}

/** A printed comparison with the target takes the side that the target's own cell (≤30万元) or its place in the table says. */
export function aimedReading(reading: RuleReading, indicator: Indicator): RuleReading {
  if (!reading.ok) return reading;
  const clauses: Clause[] = [];
  const alone = reading.rule.clauses.length === 1;
  for (const clause of reading.rule.clauses) {
    const aimed = aimedAt(clause, indicator, alone);
    if (aimed === null) return { ok: false, reason: OPEN_SIDE };
    clauses.push(aimed);
  }
  const rule: Rule = { ...reading.rule, clauses };
  return { ok: true, rule };
}

function aimedAt(clause: Clause, indicator: Indicator, alone: boolean): Clause | null {
  if (clause.kind === "target") return aimedClause(clause, indicator);
  if (clause.kind === "stepDeduct" && clause.ofTarget)
    return stepsFromTarget(clause, clause.ofTarget, indicator, alone);
  return clause;
}

/** Null where the text leaves the side to the target (按B/A或A/B) and the target does not say it, or where the two differ. */
function aimedClause(clause: Target, indicator: Indicator): Target | null {
  const target = readTarget(indicator);
  if (target.kind !== "number") return clause;
  const side = ({ more: ">=", less: "<=", open: null } as const)[directionOf(indicator, target)];
  const operator = target.operator ?? side;
  // 正向…；反向…: the text itself asks which
  if (operator === null) return clause.reverse === null || clause.turn ? clause : null;
  const reaches = operator === ">=" || operator === ">";
  if (clause.operator === "<=" && reaches) return null;
  const { turn, missedTurned, ...rest } = clause;
  if (!turn) return { ...clause, operator };
  return { ...rest, operator, missed: reaches || operator === "=" ? clause.missed : (missedTurned ?? clause.missed) };
}

/**
 * 每低于目标值1%: points where the target is a rate (≥95%), and counted from it then; a share of an amount else. Null where the target's
 * good side is the one that loses, or something else in the text is measured by the share of a rate.
 */
function stepsFromTarget(
  clause: StepDeduct,
  { side, figure, as }: StepsOfTarget,
  indicator: Indicator,
  alone: boolean,
): StepDeduct | Gap | null {
  const target = readTarget(indicator);
  if (target.kind !== "number") return clause;
  // a target of = is missed on either side
  const good = target.operator === "=" ? "open" : directionOf(indicator, target);
  if (good === (side === "below" ? "less" : "more")) return null;
  const percent = target.unit?.dimension === "percent";
  // 95 of a rate may be points: how far it lies from its target is asked
  if (!percent && as === "points" && isRateLike(indicator)) return clause;
  // a line at a share of the target beside it asks for that share too
  if (!alone) return percent ? null : clause;
  const { step, deduct, full, floor, partialSteps } = clause;
  const losing = { side, step, deduct, full, floor, partialSteps };
  if (as === "share" || !percent) return { kind: "gap", of: ROW_ACTUAL, to: ROW_TARGET, as: "share", ...losing };
  const name = figure === "" ? nameOf(indicator.path) : figure;
  const threshold = target.number.mul(target.unit.factor);
  return {
    kind: "stepDeduct",
    subject: { name, type: "rate", unit: null },
    threshold,
    ...losing,
    thresholdIsTarget: true,
  };
}

const OPEN_SIDE: StandardProblem = {
  code: "elsewhere",
  phase: "rule",
  span: { at: 0, end: 0 },
  position: 0,
  near: "",
  wants: {
    zh: "在年度指标值前写明≥或≤",
    en: "print ≥ or ≤ before the target",
  },
  zh: "按目标值评分，但目标是越高越好还是越低越好，表中没有写明或与文字不符",
  en: "scored against the target, but whether more or less is good is not said or differs from the text",
};
