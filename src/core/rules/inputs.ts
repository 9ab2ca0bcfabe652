import { f } from "../formula/build";
import type { FormulaNode } from "../formula/written";
import { decisive, ONE, ratio, ZERO, type Exact } from "../model/exact";
import { NOT_APPLICABLE, notVerifiable } from "../model/value";
import type { ExplanationStep, InputReference, RuleAnswers, ScoreOutcome } from "./rule";
import { numberText } from "./wording";
import type { RuleInput } from "./rule-input";

/** The number that was given for an input. */
export type Numbers = (input: RuleInput) => Exact;

/**
 * Scores with the answers that a clause can use, every one a known number of its type; otherwise says what is missing, all of
 * it. The same test stands as the named guard in the formula (SPEC S2): IF(COUNT(…)<n,"",…) for what is blank or text, then
 * the type of counts, choices and yes/no.
 */
export function withNumbers(
  inputs: readonly RuleInput[],
  answers: RuleAnswers,
  score: (of: Numbers) => ScoreOutcome,
): ScoreOutcome {
  const missing = new Set<string>();
  const steps: ExplanationStep[] = [];
  let applicable = true;
  for (const input of inputs) {
    const answer = answers.get(input.name);
    if (answer?.state === "notApplicable") applicable = false;
    else if (answer?.state === "notVerifiable") for (const name of answer.missing) missing.add(name);
    else if (answer?.state !== "known") missing.add(input.name);
    else if (!fits(input, answer.number)) {
      missing.add(input.name);
      steps.push(misfit(input, answer.number));
    }
  }
  if (missing.size > 0) return { value: notVerifiable([...missing]), steps };
  if (!applicable) return { value: NOT_APPLICABLE, steps };
  return score((input) => {
    const answer = answers.get(input.name);
    if (answer?.state !== "known") throw new Error(`not an input of this clause: ${input.name}`);
    return answer.number;
  });
}

/** Whether a number can answer an input: a count is whole and not negative, a choice within its options, yes/no 1 or 0. */
export function fits(input: RuleInput, number: Exact): boolean {
  const x = decisive(number);
  switch (input.type) {
    case "rate":
    case "amount":
      return true;
    case "count":
      return isWhole(x) && x.compare(ZERO) >= 0;
    case "yesNo":
      return x.equals(ZERO) || x.equals(ONE);
    case "choice":
      return isWhole(x) && x.compare(ONE) >= 0 && x.compare(optionCount(input)) <= 0;
  }
}

/** Puts the guards of SPEC S2 around a score; `guarded` are inputs that an outer guard already vouches for. */
export function guardInputs(
  inputs: readonly RuleInput[],
  ref: InputReference,
  score: FormulaNode,
  guarded: ReadonlySet<string> = new Set(),
): FormulaNode {
  const fresh = inputs.filter((input) => !guarded.has(input.name));
  if (fresh.length === 0) return score;
  const misfits = fresh.flatMap((input) => misfitNode(input, ref(input)) ?? []);
  const typed = misfits.length > 0 ? f.when(f.anyOf(misfits), f.blank, score) : score;
  const blank = f.less(f.over("COUNT", fresh.map(ref)), f.number(ratio(fresh.length)));
  return f.when(blank, f.blank, typed);
}

/** One per name, in order of appearance. */
export function distinctInputs(inputs: readonly RuleInput[]): readonly RuleInput[] {
  const byName = new Map<string, RuleInput>();
  for (const input of inputs) if (!byName.has(input.name)) byName.set(input.name, input);
  return [...byName.values()];
}

const isWhole = (x: Exact): boolean => x.d === 1n;
const optionCount = (input: RuleInput): Exact => ratio(input.options?.length ?? 1);

function misfitNode(input: RuleInput, at: FormulaNode): FormulaNode | null {
  const x = f.decisive(at);
  const notWhole = f.notEqual(x, f.call("INT", x));
  switch (input.type) {
    case "rate":
    case "amount":
      return null;
    case "count":
      return f.call("OR", f.less(x, f.number(ZERO)), notWhole);
    case "yesNo":
      return f.call("AND", f.notEqual(x, f.number(ZERO)), f.notEqual(x, f.number(ONE)));
    case "choice":
      return f.call("OR", f.less(x, f.number(ONE)), f.greater(x, f.number(optionCount(input))), notWhole);
  }
}

function misfit(input: RuleInput, number: Exact): ExplanationStep {
  const wanted = {
    rate: { zh: "比率", en: "a rate" },
    amount: { zh: "数值", en: "a number" },
    count: { zh: "不小于0的整数", en: "a whole number of at least 0" },
    yesNo: { zh: "1（是）或0（否）", en: "1 (yes) or 0 (no)" },
    choice: {
      zh: `1至${numberText(optionCount(input))}的档次序号`,
      en: `a rank from 1 to ${numberText(optionCount(input))}`,
    },
  }[input.type];
  return {
    zh: `“${input.name}”为${numberText(number)}，应为${wanted.zh}`,
    en: `"${input.name}" is ${numberText(number)}, but must be ${wanted.en}`,
  };
}
