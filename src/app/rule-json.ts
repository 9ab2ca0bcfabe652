import { toDouble, type Exact } from "../core/model/exact";
import type { Bound, CaseTest, Clause } from "../core/rules/clause";
import { expressionText } from "../core/rules/expression";
import type { Rule } from "../core/rules/rule";
import type { RuleInput } from "../core/rules/rule-input";

/** Rules as readable JSON: numbers as doubles, what the text leaves open as null. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

export const clauseJson = (clause: Clause): JsonObject => ({ kind: clause.kind, ...clauseParams(clause) });

/** The numbers of the rule: the single clause's own, else of each clause in order. */
export function paramsJson(rule: Rule): JsonObject {
  const [only, ...more] = rule.clauses;
  const whole: JsonObject = {
    full: toDouble(rule.fullMark),
    ...(rule.cap ? { cap: toDouble(rule.cap) } : {}),
    ...gatesJson(rule),
    ...(rule.applicability
      ? { applicability: { input: rule.applicability.input.name, treatment: rule.applicability.treatment } }
      : {}),
  };
  if (only && more.length === 0) return { ...clauseParams(only), ...whole };
  return { combine: rule.combine, parts: rule.clauses.map(clauseJson), ...whole };
}

/** One gate as `gate`, as released; several as `gates`. */
function gatesJson({ gates }: Rule): JsonObject {
  const listed = gates.map(({ input, otherwise }) => ({ input: input.name, otherwise: toDouble(otherwise) }));
  const [only, ...more] = listed;
  return only === undefined ? {} : more.length > 0 ? { gates: listed } : { gate: only };
}

function clauseParams(clause: Clause): JsonObject {
  switch (clause.kind) {
    case "stepDeduct":
      return {
        subject: inputJson(clause.subject),
        side: clause.side,
        threshold: toDouble(clause.threshold),
        step: toDouble(clause.step),
        deduct: toDouble(clause.deduct),
        full: toDouble(clause.full),
        floor: toDouble(clause.floor),
        partialSteps: clause.partialSteps,
      };
    case "bands":
      return {
        subject: inputJson(clause.subject),
        bands: clause.bands.map((b) => ({ low: boundJson(b.low), high: boundJson(b.high), score: toDouble(b.score) })),
        otherwise: optional(clause.otherwise),
      };
    case "proportional":
      return {
        subject: inputJson(clause.subject),
        mark: toDouble(clause.mark),
        cap: optional(clause.cap),
        zeroBelow: boundJson(clause.zeroBelow),
        from: optional(clause.from ?? null),
        to: optional(clause.to ?? null),
      };
    case "target":
      return {
        target: inputJson(clause.target),
        actual: inputJson(clause.actual),
        operator: clause.operator,
        mark: toDouble(clause.mark),
        missed: clause.missed,
        reverse: clause.reverse,
        ...(clause.zeroBelow ? { zeroBelow: boundJson(clause.zeroBelow) } : {}),
        ...(clause.turn ? { turn: inputJson(clause.turn), missedTurned: clause.missedTurned ?? clause.missed } : {}),
      };
    case "checklist":
      return {
        mode: clause.mode,
        items: clause.items.map((item) => toDouble(item.mark)),
        names: clause.items.map((item) => item.input.name),
        full: toDouble(clause.full),
      };
    case "events":
      return {
        count: inputJson(clause.count),
        perEvent: toDouble(clause.deduct),
        free: Number(clause.free),
        full: toDouble(clause.full),
        floor: toDouble(clause.floor),
      };
    case "ordinal":
      return { choice: inputJson(clause.choice), levels: clause.scores.map(toDouble) };
    case "binary":
      return { condition: inputJson(clause.condition), pass: toDouble(clause.pass), fail: toDouble(clause.fail) };
    case "tiers":
      return {
        choice: inputJson(clause.choice),
        mark: toDouble(clause.mark),
        tiers: clause.tiers.map((tier) => ({ name: tier.name, low: boundJson(tier.low), high: boundJson(tier.high) })),
        awarded: clause.awarded && inputJson(clause.awarded),
      };
    case "cases":
      return {
        cases: clause.lines.map(({ when, then }) => ({ when: when.map(testJson), then: outcomeJson(then) })),
        otherwise: clause.otherwise && outcomeJson(clause.otherwise),
        mark: toDouble(clause.mark),
      };
    case "quotient":
      return {
        amounts: clause.amounts.map(inputJson),
        formula: expressionText(clause.expression),
        mark: toDouble(clause.mark),
        cases: clause.lines.map(({ when, score }) => ({
          when: when.map(({ of, low, high }) => ({
            of: expressionText(of),
            low: boundJson(low),
            high: boundJson(high),
          })),
          score: toDouble(score),
        })),
      };
    case "gap":
      return {
        of: inputJson(clause.of),
        to: inputJson(clause.to),
        as: clause.as,
        side: clause.side,
        step: toDouble(clause.step),
        deduct: toDouble(clause.deduct),
        full: toDouble(clause.full),
        floor: toDouble(clause.floor),
        partialSteps: clause.partialSteps,
      };
  }
}

const testJson = ({ input, low, high }: CaseTest): Json => ({
  input: input.name,
  low: boundJson(low),
  high: boundJson(high),
});
const outcomeJson = (then: Exact | Clause): Json => ("kind" in then ? clauseJson(then) : toDouble(then));
const optional = (x: Exact | null): number | null => x && toDouble(x);
const boundJson = (bound: Bound | null): Json => bound && { value: toDouble(bound.value), closed: bound.closed };
const inputJson = (input: RuleInput): Json => ({ name: input.name, type: input.type, unit: input.unit });
