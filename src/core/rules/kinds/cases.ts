import { pushAll } from "../../workbook/long-lists";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { decisive, maxExact, minExact, ONE, ZERO, type Exact } from "../../model/exact";
import { known, notVerifiable } from "../../model/value";
import type { CaseLine, Cases, CaseTest, Clause } from "../clause";
import { distinctInputs, guardInputs, withNumbers } from "../inputs";
import type { ClauseFault, ExplanationStep, InputReference, RuleAnswers, RuleKind, ScoreOutcome } from "../rule";
import type { RuleInput } from "../rule-input";
import type { Settings } from "../setting-types";
import { marksText } from "../wording";
import { compareNode, highNode, holds, isEmpty, lowNode, spanText } from "./spans";

type KindOf = (clause: Clause) => RuleKind<Clause>;

/**
 * Conditions over figures and questions, each with a score or a way to score: the first line that holds counts (SPEC S30).
 * A line is decided as soon as what it reads is answered; what only later lines read is not asked before.
 */
export const casesOf = (kindOf: KindOf): RuleKind<Cases> => ({
  inputs: (clause) => {
    const lines = clause.lines.flatMap((line) => lineInputs(kindOf, line));
    const rest = outcomeInputs(kindOf, clause.otherwise);
    // cases that only close what the clause scores are printed behind it
    const closing = clause.lines.every(({ then }) => !isClause(then)) && rest.length > 0;
    return distinctInputs(closing ? [...rest, ...lines] : [...lines, ...rest]);
  },
  needs: () => [],
  check: (clause) => check(kindOf, clause),
  range: ({ lines, otherwise }) => {
    const ranges = outcomesOf({ lines, otherwise }).map((then) =>
      isClause(then) ? kindOf(then).range(then) : { low: then, high: then },
    );
    const ends = (side: "low" | "high"): Exact[] => ranges.flatMap((range) => range[side] ?? []);
    const [lows, highs] = [ends("low"), ends("high")];
    return {
      low: lows.length < ranges.length ? null : lows.reduce(minExact, ZERO),
      high: highs.length < ranges.length ? null : highs.reduce(maxExact, ZERO),
    };
  },
  continuous: (clause, settings) =>
    outcomesOf(clause).some((then) => isClause(then) && kindOf(then).continuous(then, settings)),
  scores: (clause) =>
    outcomesOf(clause).flatMap((then): readonly Exact[] => (isClause(then) ? kindOf(then).scores(then) : [then])),
  decides: () => false,

  evaluate(clause, answers, settings) {
    for (const [i, line] of clause.lines.entries()) {
      const read = withNumbers(
        line.when.map(({ input }) => input),
        answers,
        () => SCORED,
      );
      // which line holds is not known: whatever the later ones want is wanted too
      if (read.value.state !== "known") return { ...read, value: stillMissing(clause, i, answers) ?? read.value };
      if (line.when.every((test) => isMet(test, answers)))
        return outcome(kindOf, line.then, whenText(line.when), answers, settings);
    }
    if (clause.otherwise !== null) return outcome(kindOf, clause.otherwise, OTHERWISE, answers, settings);
    return {
      value: notVerifiable(["评分标准未规定的情形"]),
      steps: [{ zh: "评分标准没有规定这种情形的得分", en: "the standard gives no score for this case" }],
    };
  },

  compile(clause, ref, settings) {
    const from = (i: number, guarded: ReadonlySet<string>): FormulaNode => {
      const line = clause.lines[i];
      if (!line) return outcomeNode(kindOf, clause.otherwise, ref, settings, guarded);
      const inputs = line.when.map(({ input }) => input);
      const reached = new Set([...guarded, ...inputs.map(({ name }) => name)]);
      const tests = line.when.flatMap((test) => testNodes(test, ref));
      const chosen = f.when(
        f.allOf(tests),
        outcomeNode(kindOf, line.then, ref, settings, reached),
        from(i + 1, reached),
      );
      return guardInputs(distinctInputs(inputs), ref, chosen, guarded);
    };
    return from(0, new Set());
  },

  explain(clause, settings) {
    const lines = clause.lines.map(({ when, then }) => ({
      when: whenText(when),
      ...outcomeWords(kindOf, then, settings),
    }));
    const rest =
      clause.otherwise === null ? [] : [{ when: OTHERWISE, ...outcomeWords(kindOf, clause.otherwise, settings) }];
    return {
      zh: [...lines, ...rest].map(({ when, zh }) => `${when.zh}：${zh}`).join("；"),
      en: [...lines, ...rest].map(({ when, en }) => `${when.en}: ${en}`).join("; "),
    };
  },
});

const SCORED: ScoreOutcome = { value: known(ZERO), steps: [] };
const OTHERWISE: ExplanationStep = { zh: "其余", en: "otherwise" };

const isClause = (then: Exact | Clause): then is Clause => "kind" in then;

const outcomesOf = ({ lines, otherwise }: Pick<Cases, "lines" | "otherwise">): readonly (Exact | Clause)[] => [
  ...lines.map(({ then }) => then),
  ...(otherwise === null ? [] : [otherwise]),
];

const outcomeInputs = (kindOf: KindOf, then: Exact | Clause | null): readonly RuleInput[] =>
  then !== null && isClause(then) ? kindOf(then).inputs(then) : [];

const lineInputs = (kindOf: KindOf, { when, then }: CaseLine): readonly RuleInput[] => [
  ...when.map(({ input }) => input),
  ...outcomeInputs(kindOf, then),
];

function isMet(test: CaseTest, answers: RuleAnswers): boolean {
  const answer = answers.get(test.input.name);
  return answer?.state === "known" && holds(test, decisiveOf(test, answer.number));
}

/** A question's answer is 1 or 0 within the error of a double. */
const decisiveOf = ({ input }: CaseTest, x: Exact): Exact =>
  input.type === "rate" || input.type === "amount" ? x : decisive(x);

function stillMissing(clause: Cases, from: number, answers: RuleAnswers): ScoreOutcome["value"] | null {
  const lines = clause.lines.slice(from);
  const inputs = distinctInputs([...lines.flatMap(({ when }) => when.map(({ input }) => input))]);
  const { value } = withNumbers(inputs, answers, () => SCORED);
  return value.state === "known" ? null : value;
}

function outcome(
  kindOf: KindOf,
  then: Exact | Clause,
  when: ExplanationStep,
  answers: RuleAnswers,
  settings: Settings,
): ScoreOutcome {
  if (isClause(then)) {
    const own = kindOf(then).evaluate(then, answers, settings);
    return {
      value: own.value,
      steps: own.steps.map(({ zh, en }) => ({ zh: `${when.zh}：${zh}`, en: `${when.en}: ${en}` })),
    };
  }
  const marks = marksText(then);
  return { value: known(then), steps: [{ zh: `${when.zh}：${marks.zh}`, en: `${when.en}: ${marks.en}` }] };
}

function outcomeNode(
  kindOf: KindOf,
  then: Exact | Clause | null,
  ref: InputReference,
  settings: Settings,
  guarded: ReadonlySet<string>,
): FormulaNode {
  if (then === null) return f.blank;
  if (!isClause(then)) return f.number(then);
  const kind = kindOf(then);
  return guardInputs((kind.needs ?? kind.inputs)(then), ref, kind.compile(then, ref, settings), guarded);
}

function testNodes({ input, low, high }: CaseTest, ref: InputReference): readonly FormulaNode[] {
  const x = ref(input);
  if (low && high && low.value.equals(high.value)) return [compareNode(f.equal, x, low.value)];
  return [...(low ? [lowNode(x, low)] : []), ...(high ? [highNode(x, high)] : [])];
}

function outcomeWords(kindOf: KindOf, then: Exact | Clause, settings: Settings): ExplanationStep {
  return isClause(then) ? kindOf(then).explain(then, settings) : marksText(then);
}

function whenText(when: readonly CaseTest[]): ExplanationStep {
  const said = when.map(({ input, low, high }) => {
    if (input.type !== "yesNo") {
      const span = spanText(input, { low, high });
      return { zh: span, en: span };
    }
    const yes = low?.value.equals(ONE);
    return yes
      ? { zh: `“${input.name}”为是`, en: `"${input.name}" is yes` }
      : { zh: `“${input.name}”为否`, en: `"${input.name}" is no` };
  });
  return { zh: said.map(({ zh }) => zh).join("且"), en: said.map(({ en }) => en).join(" and ") };
}

/** At most so many lines: a formula stays one that a person can follow. */
const MOST_LINES = 60;

function check(kindOf: KindOf, { lines, otherwise, mark }: Cases): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (lines.length === 0) faults.push({ severity: "error", zh: "没有任何情形", en: "there is no case" });
  if (lines.length > MOST_LINES) faults.push({ severity: "error", zh: "情形过多", en: "there are too many cases" });
  for (const { when } of lines) {
    const empty = when.length === 0 || when.some(isEmpty);
    const words = whenText(when);
    if (empty) faults.push({ severity: "error", zh: `“${words.zh}”不含任何值`, en: `"${words.en}" holds no value` });
  }
  for (const then of [...lines.map((line) => line.then), otherwise])
    if (then !== null && isClause(then)) pushAll(faults, kindOf(then).check(then));
    else if (then !== null && then.compare(mark) > 0)
      faults.push({ severity: "error", zh: "有情形的得分超过分值", en: "a case gives more than the mark" });
  return faults;
}
