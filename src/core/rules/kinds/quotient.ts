import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { maxExact, minExact, ZERO, type Exact } from "../../model/exact";
import { known, notVerifiable } from "../../model/value";
import type { Quotient, QuotientTest } from "../clause";
import { divisorsOf, evaluate, expressionNode, expressionText } from "../expression";
import { withNumbers } from "../inputs";
import type { ClauseFault, InputReference, RuleKind, ScoreOutcome } from "../rule";
import type { RuleInput } from "../rule-input";
import { marksText, numberText } from "../wording";
import { highNode, holds, lowNode, spanText } from "./spans";

/**
 * 得分=甲÷乙×6；乙为0的，得6分: marks computed of several amounts, never below 0 nor above the mark (SPEC S30). Printed cases go
 * first; a divisor that is zero and no case for it leaves the score open.
 */
export const quotient: RuleKind<Quotient> = {
  inputs: (clause) => clause.amounts,
  check,
  range: ({ mark }) => ({ low: ZERO, high: mark }),
  continuous: () => true,
  scores: ({ mark, lines }) => [mark, ...lines.map(({ score }) => score)],
  decides: (clause) => divisorsOf(clause.expression).length === 0 && clause.lines.every(isPlain),

  evaluate: (clause, answers) =>
    withNumbers(clause.amounts, answers, (of) => {
      const numbers = new Map(clause.amounts.map((input) => [input.name, of(input)]));
      const at = (name: string): Exact => {
        const number = numbers.get(name);
        if (!number) throw new Error(`an expression reads ${name}, which the clause does not list`);
        return number;
      };
      const given = clause.amounts.map((input) => `${input.name} ${numberText(at(input.name))}`).join("，");
      for (const line of ordered(clause)) {
        const values = line.when.map((test) => ({ test, x: evaluate(test.of, at) }));
        if (values.some(({ x }) => x === null)) return undivided(clause, given, at);
        if (values.every(({ test, x }) => x !== null && holds(test, x))) return settled(given, line);
      }
      const raw = evaluate(clause.expression, at);
      if (raw === null) return undivided(clause, given, at);
      const score = maxExact(ZERO, minExact(clause.mark, raw));
      const result = marksText(score);
      const sum = `${expressionText(clause.expression)} = ${numberText(raw)}`;
      return {
        value: known(score),
        steps: [{ zh: `${given}：${sum} → ${result.zh}`, en: `${given}: ${sum} → ${result.en}` }],
      };
    }),

  compile(clause, ref) {
    const of = referenceBy(clause, ref);
    const lines = ordered(clause);
    const raw = expressionNode(clause.expression, of);
    const score = f.call("MAX", f.number(ZERO), f.call("MIN", f.number(clause.mark), raw));
    const guarded = whereDivided(clause.expression, score, of);
    return lines.reduceRight((rest, { when, score }) => {
      const tests = when.flatMap((test) => testNodes(test, of));
      const chosen = f.when(f.allOf(tests), f.number(score), rest);
      return when.reduce((then, test) => whereDivided(test.of, then, of), chosen);
    }, guarded);
  },

  explain(clause) {
    const mark = marksText(clause.mark);
    const formula = expressionText(clause.expression);
    const lines = clause.lines.map((line) => ({ when: whenText(line.when), marks: marksText(line.score) }));
    return {
      zh: [...lines.map(({ when, marks }) => `${when}计${marks.zh}`), `得分=${formula}，最高${mark.zh}，最低0分`].join(
        "；",
      ),
      en: [
        ...lines.map(({ when, marks }) => `${when}: ${marks.en}`),
        `score = ${formula}, at most ${mark.en}, at least 0`,
      ].join("; "),
    };
  },
};

type Line = Quotient["lines"][number];

const isPlain = ({ when }: Line): boolean => when.every(({ of }) => divisorsOf(of).length === 0);

/** What compares amounts goes before what divides them: 乙为0的，得6分 must be asked before 甲÷乙超过20%. */
const ordered = ({ lines }: Quotient): readonly Line[] => [
  ...lines.filter(isPlain),
  ...lines.filter((line) => !isPlain(line)),
];

const referenceBy =
  ({ amounts }: Quotient, ref: InputReference) =>
  (name: string): FormulaNode => {
    const input = amounts.find((one) => one.name === name);
    if (!input) throw new Error(`no amount of this clause: ${name}`);
    return ref(input);
  };

function whereDivided(
  expression: Quotient["expression"],
  then: FormulaNode,
  of: (name: string) => FormulaNode,
): FormulaNode {
  const zero = divisorsOf(expression).map((divisor) =>
    f.equal(f.decisive(expressionNode(divisor, of)), f.number(ZERO)),
  );
  // one after the other: a divisor may itself divide
  return zero.reduceRight((rest, test) => f.when(test, f.blank, rest), then);
}

function testNodes({ of, low, high }: QuotientTest, ref: (name: string) => FormulaNode): readonly FormulaNode[] {
  const x = expressionNode(of, ref);
  return [...(low ? [lowNode(x, low)] : []), ...(high ? [highNode(x, high)] : [])];
}

const asInput = (name: string, isRate: boolean): RuleInput => ({ name, type: isRate ? "rate" : "amount", unit: null });

const whenText = (when: readonly QuotientTest[]): string =>
  when.map(({ of, low, high }) => spanText(asInput(expressionText(of), of.op === "divide"), { low, high })).join("且");

function settled(given: string, line: Line): ScoreOutcome {
  const result = marksText(line.score);
  const when = whenText(line.when);
  return {
    value: known(line.score),
    steps: [{ zh: `${given}，${when}：${result.zh}`, en: `${given}; ${when}: ${result.en}` }],
  };
}

function undivided(clause: Quotient, given: string, at: (name: string) => Exact): ScoreOutcome {
  const all = [...clause.lines.flatMap(({ when }) => when.map(({ of }) => of)), clause.expression].flatMap(divisorsOf);
  const zero = all.find((one) => evaluate(one, at)?.equals(ZERO) ?? false) ?? all[0];
  const name = zero ? expressionText(zero) : "";
  return {
    value: notVerifiable([`评分标准未规定${name}为0时的得分`]),
    steps: [
      {
        zh: `${given}：${name}为0，评分标准没有规定这时的得分`,
        en: `${given}: ${name} is 0, for which the standard gives no score`,
      },
    ],
  };
}

function check(clause: Quotient): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (clause.mark.compare(ZERO) <= 0)
    faults.push({ severity: "error", zh: "分值必须大于0", en: "the mark must be greater than 0" });
  if (clause.amounts.length === 0)
    faults.push({ severity: "error", zh: "得分公式没有任何数值", en: "the scoring formula reads nothing" });
  return faults;
}
