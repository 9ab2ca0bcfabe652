import { ZERO } from "../../../model/exact";
import type { Rule, RuleAnswers } from "../../../rules/rule";
import { kindOf } from "../../../rules/kinds";
import { clauseInputs, evaluateRule, ruleInputs } from "../../../rules/score";
import { DEFAULT_SETTINGS } from "../../../rules/settings";
import type { WordedZero } from "../clauses/worded-zero";
import { changeWithoutNumber, signOfName, withoutSince } from "../words/change-words";
import { covered, saysCounted } from "../conditions/question";
import { bind, type Binding } from "./binding";
import { pointsOf } from "./points";

/**
 * The zeros that a rule does not bear out (SPEC L22): their condition is asked nowhere, or the score is not 0 at a
 * generated point where it holds. A zero beside a score in one sentence, without a scope word, is its other side.
 */
export const unmetZeros = (rule: Rule, zeros: readonly WordedZero[]): WordedZero[] =>
  zeros.filter((zero) => !isMet(rule, zero));

function isMet(rule: Rule, zero: WordedZero): boolean {
  const { scope, condition, beside, words } = zero;
  const parted = hasParts(rule);
  // the range stands in one part of the rule: of several it would close only that one
  if (condition === "figure" && parted) return scope === null || (scope === "near" && beside !== null);
  if (condition === "figure") return scope === null || (asksFigure(rule) && isFigureOnly(zero, rule));
  if (condition === "pointing") return scope !== "whole" || !parted;
  if (scope === null && beside !== null) return true;
  if (scope === null && isOfFigure(words, rule)) return true;
  const binding = bind(words, rule);
  if (!binding) return beside !== null && scope !== "item" && isOtherSide(zero, parted);
  const closesPart = parted && (scope === "item" || scope === null || (scope === "near" && beside !== null));
  return closesPart ? partIsZero(rule, binding) : wholeIsZero(rule, binding);
}

/** 按规定公开得5分，未公开的本项不得分: in the words of the one score that it stands beside. */
const isOtherSide = ({ scope, words, beside }: WordedZero, parted: boolean): boolean =>
  (scope === "near" || !parted) && covered(words, beside ?? "") >= 0.5;

/** Whether several parts add up, of which a zero may mean one. */
export const hasParts = ({ clauses, combine }: Rule): boolean =>
  (combine === "sum" && clauses.length > 1) ||
  clauses.some((clause) => clause.kind === "checklist" && clause.items.length > 1);

/** 未降低的不得分 beside a rate of 降低: its other side, which the reader puts into numbers. */
const isOfFigure = (words: string, rule: Rule): boolean =>
  ruleInputs(rule).some(
    ({ name, type }) =>
      (type === "rate" || type === "amount") && (covered(words, name) === 1 || isSideOfChange(words, name, rule)),
  );

/** 下降的不得分 beside a rate of 增长: below 0 the rule must give nothing. */
function isSideOfChange(words: string, name: string, rule: Rule): boolean {
  const change = changeWithoutNumber(words);
  const rises = signOfName(name);
  if (!change || !rises || (withoutSince(change.subject) !== "" && !name.includes(withoutSince(change.subject))))
    return false;
  const below = change.op.startsWith("<") === (rises === "rise");
  return pointsOf(rule).every((point) => {
    const x = point.get(name);
    const side = x?.state === "known" ? x.number.compare(ZERO) : 0;
    if (side === 0 || side < 0 !== below) return true;
    const { value } = evaluateRule(rule, point, DEFAULT_SETTINGS);
    return value.state === "known" && value.number.equals(ZERO);
  });
}

/** Few words behind the number belong to it (完成, 的部门); more are a condition of their own, which must be asked. */
const isFigureOnly = ({ beyond }: WordedZero, rule: Rule): boolean =>
  beyond.length <= SHORT ||
  bind(beyond, rule) !== null ||
  ruleInputs(rule).some(({ name, type }) => type === "count" && saysCounted(beyond, name));

const SHORT = 4;

const asksFigure = (rule: Rule): boolean => ruleInputs(rule).some(({ type }) => type !== "yesNo");

function wholeIsZero(rule: Rule, { name, answer }: Binding): boolean {
  const asked = rule.applicability ? new Map([[rule.applicability.input.name, ONE_ANSWER]]) : new Map();
  return pointsOf(rule, new Map([...asked, [name, answer]])).every((point) => {
    const { value } = evaluateRule(rule, point, DEFAULT_SETTINGS);
    return value.state !== "known" || value.number.equals(ZERO);
  });
}

const ONE_ANSWER = ZERO.add(1);

/** A gate closes everything; else the part that asks gives nothing of its own. */
function partIsZero(rule: Rule, binding: Binding): boolean {
  const { name, answer } = binding;
  if (rule.gates.some(({ input }) => input.name === name)) return true;
  const own = rule.clauses.filter((clause) => clauseInputs([clause]).some((input) => input.name === name));
  return pointsOf({ ...rule, clauses: own, gates: [] }, new Map([[name, answer]])).every((point) =>
    own.every((clause) => clause.kind === "checklist" || isNothing(clause, point)),
  );
}

function isNothing(clause: Rule["clauses"][number], point: RuleAnswers): boolean {
  const { value } = kindOf(clause).evaluate(clause, point, DEFAULT_SETTINGS);
  return value.state !== "known" || value.number.equals(ZERO);
}
