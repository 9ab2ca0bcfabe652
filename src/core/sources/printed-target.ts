import type { Indicator } from "../model/scoring-table";
import type { IndicatorKind } from "../language/standard/words/by-kind";
import type { Rule, RuleReading, StandardProblem } from "../rules/rule";
import type { Clause, Target } from "../rules/clause";
import { directionOf } from "../targets/direction";
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
  if (!reading.ok || !reading.rule.clauses.some(({ kind }) => kind === "target")) return reading;
  const clauses: Clause[] = [];
  for (const clause of reading.rule.clauses) {
    const aimed = clause.kind === "target" ? aimedClause(clause, indicator) : clause;
    if (aimed === null) return { ok: false, reason: OPEN_SIDE };
    clauses.push(aimed);
  }
  const rule: Rule = { ...reading.rule, clauses };
  return { ok: true, rule };
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
