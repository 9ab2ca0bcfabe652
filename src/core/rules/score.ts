import { decisive, maxExact, minExact, sumExact, ZERO, type Exact } from "../model/exact";
import { known, NOT_APPLICABLE, notVerifiable, type Value } from "../model/value";
import { distinctInputs, fits, withNumbers } from "./inputs";
import { kindOf } from "./kinds";
import type { Applicability, Clause, ExplanationStep, Rule, RuleAnswers, ScoreOutcome } from "./rule";
import { marksText, numberText } from "./wording";
import type { RuleInput } from "./rule-input";
import type { Settings } from "./setting-types";

export { checkRule } from "./check-rule";
export { compileRule } from "./compile-rule";
export { explainRule } from "./explain-rule";

/** All that a rule reads, one per name: what its clauses read, then gate and applicability. */
export const ruleInputs = (rule: Rule): readonly RuleInput[] =>
  distinctInputs([
    ...clauseInputs(rule.clauses),
    ...rule.gates.map(({ input }) => input),
    ...(rule.applicability ? [rule.applicability.input] : []),
  ]);

export const clauseInputs = (clauses: readonly Clause[]): readonly RuleInput[] =>
  distinctInputs(clauses.flatMap((clause) => kindOf(clause).inputs(clause)));

/**
 * The exact, unrounded score of a rule for these answers (SPEC S2, S4–S6): applicability first, then the gates in their order, then the
 * clauses as they combine, within 0 and the cap. Not verifiable names everything that is missing.
 */
export function evaluateRule(rule: Rule, answers: RuleAnswers, settings: Settings): ScoreOutcome {
  const { applicability, gates } = rule;
  if (applicability && isAnswered(applicability.input, answers, ZERO))
    return notApplicable(rule, applicability, settings);
  const closed = gates.find(({ input }) => isAnswered(input, answers, ZERO));
  if (closed) {
    const otherwise = marksText(closed.otherwise);
    const zh = `${closed.input.name}：不符合，直接计${otherwise.zh}`;
    return {
      value: known(closed.otherwise),
      steps: [{ zh, en: `${closed.input.name}: not met, ${otherwise.en} outright` }],
    };
  }
  const held = withNumbers(
    gates.map(({ input }) => input),
    answers,
    () => SCORED,
  );
  const body = within(rule, combine(rule, answers, settings));
  const unanswered =
    applicability && body.value.state === "notVerifiable"
      ? withNumbers([applicability.input], answers, () => SCORED)
      : SCORED;
  const parts = [body, held, unanswered];
  const value = undecided(parts.map((part) => part.value)) ?? body.value;
  return { value, steps: parts.flatMap((part) => part.steps) };
}

const SCORED: ScoreOutcome = { value: known(ZERO), steps: [] };

/** True for a usable answer with this number; an unusable or absent one is not an answer. */
function isAnswered(input: RuleInput, answers: RuleAnswers, number: Exact): boolean {
  const answer = answers.get(input.name);
  return answer?.state === "known" && fits(input, answer.number) && decisive(answer.number).equals(number);
}

function notApplicable(rule: Rule, { input, treatment }: Applicability, settings: Settings): ScoreOutcome {
  const dropped = treatment === "setting" && settings.notApplicable === "rescale";
  if (dropped)
    return {
      value: NOT_APPLICABLE,
      steps: [{ zh: `${input.name}：否，本项不适用`, en: `${input.name}: no, not applicable` }],
    };
  const score = treatment === "zero" ? ZERO : rule.fullMark;
  const marks = marksText(score);
  return {
    value: known(score),
    steps: [
      { zh: `${input.name}：否，本项不适用，计${marks.zh}`, en: `${input.name}: no, not applicable: ${marks.en}` },
    ],
  };
}

function combine(rule: Rule, answers: RuleAnswers, settings: Settings): ScoreOutcome {
  if (rule.combine === "first") return firstThatApplies(rule.clauses, answers, settings);
  const outcomes = rule.clauses.map((clause) => kindOf(clause).evaluate(clause, answers, settings));
  const [only] = outcomes;
  if (only && outcomes.length === 1) return only;
  const steps = outcomes.flatMap((outcome) => outcome.steps);
  const value = undecided(outcomes.map((outcome) => outcome.value));
  if (value) return { value, steps };
  const scores = outcomes.flatMap(({ value }) => (value.state === "known" ? [value.number] : []));
  const score = rule.combine === "sum" ? sumExact(scores) : scores.reduce(minExact, scores[0] ?? ZERO);
  return { value: known(score), steps: [...steps, together(rule.combine, scores, score)] };
}

function firstThatApplies(clauses: readonly Clause[], answers: RuleAnswers, settings: Settings): ScoreOutcome {
  for (const [i, clause] of clauses.entries()) {
    const kind = kindOf(clause);
    const outcome = kind.evaluate(clause, answers, settings);
    // what always applies ends the list, and may be decided before all that it reads is answered
    if (i === clauses.length - 1 || !kind.applies) return outcome;
    const usable = withNumbers(kind.inputs(clause), answers, () => SCORED);
    if (usable.value.state === "known") {
      if (kind.applies(clause, answers)) return outcome;
      continue;
    }
    // Which clause applies is not known: whatever the later ones want is wanted too.
    const later = withNumbers(clauseInputs(clauses.slice(i)), answers, () => SCORED);
    return { value: later.value, steps: [...outcome.steps] };
  }
  throw new Error("a rule without clauses");
}

/** Missing names of all parts together; not applicable where a part is; null where all parts are known. */
function undecided(values: readonly Value[]): Value | null {
  const missing = new Set(values.flatMap((value) => (value.state === "notVerifiable" ? value.missing : [])));
  if (missing.size > 0) return notVerifiable([...missing]);
  return values.some((value) => value.state !== "known") ? NOT_APPLICABLE : null;
}

function together(combine: "sum" | "min", scores: readonly Exact[], score: Exact): ExplanationStep {
  const result = marksText(score);
  if (combine === "sum") {
    const sum = scores.map(numberText).join(" ＋ ");
    return { zh: `各项相加：${sum} = ${result.zh}`, en: `added up: ${sum} = ${result.en}` };
  }
  const listed = scores.map(numberText).join(", ");
  return { zh: `取最低：${listed} → ${result.zh}`, en: `the lowest of ${listed}: ${result.en}` };
}

/** A rule gives at least 0 and at most its cap (SPEC S5). */
function within(rule: Rule, outcome: ScoreOutcome): ScoreOutcome {
  if (outcome.value.state !== "known") return outcome;
  const raw = outcome.value.number;
  const score = maxExact(ZERO, minExact(rule.cap ?? rule.fullMark, raw));
  if (score.equals(raw)) return outcome;
  const marks = marksText(score);
  const step =
    raw.compare(score) > 0
      ? { zh: `超过上限，计${marks.zh}`, en: `above the cap: ${marks.en}` }
      : { zh: `扣完为止，计${marks.zh}`, en: `nothing left to take: ${marks.en}` };
  return { value: known(score), steps: [...outcome.steps, step] };
}
