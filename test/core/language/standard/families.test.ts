import { readFileSync } from "node:fs";
import { readAnswers } from "../../../../src/app/rule-answers";
import { readStandard } from "../../../../src/core/language/standard/read";
import { exactFromDouble, toDouble } from "../../../../src/core/model/exact";
import { known } from "../../../../src/core/model/value";
import type { Rule, RuleAnswers, RuleReading } from "../../../../src/core/rules/rule";
import { evaluateRule, ruleInputs } from "../../../../src/core/rules/score";
import { DEFAULT_SETTINGS } from "../../../../src/core/rules/settings";

interface Family {
  readonly id: string;
  readonly indicator: string;
  readonly full: number;
  readonly text: string;
  readonly kind: string | null;
  readonly context?: { readonly explanation: string };
  readonly inputs?: readonly { readonly name: string; readonly type: string }[];
  readonly cases?: readonly { readonly values: readonly number[]; readonly score: number }[];
  readonly points?: readonly { readonly value: number; readonly score: number }[];
  readonly refused?: string;
}

const FAMILIES = JSON.parse(readFileSync(`${__dirname}/families.json`, "utf8")) as readonly Family[];

const read = ({ text, full, indicator, context }: Family): RuleReading =>
  readStandard(text, exactFromDouble(full), {
    name: indicator,
    ...(context ? { explanation: context.explanation } : {}),
  });

/** Answers as a person gives them: by the printed words where the rule asks for them, else in the order of its inputs. */
function answersOf(rule: Rule, names: readonly string[], values: readonly number[]): RuleAnswers {
  const inputs = ruleInputs(rule);
  const given = new Map(inputs.map(({ name }, i) => [name, known(exactFromDouble(values[i] ?? 0))] as const));
  for (const [i, name] of names.entries()) {
    const one = readAnswers([`${name}=${values[i] ?? 0}`], inputs);
    if (one.ok) for (const [own, value] of one.value) if (value.state === "known") given.set(own, value);
  }
  return given;
}

const scoreAt = (rule: Rule, answers: RuleAnswers): number | string => {
  const { value } = evaluateRule(rule, answers, DEFAULT_SETTINGS);
  return value.state === "known" ? toDouble(value.number) : value.state;
};

describe("[L23] [L26] every family of real tables is read, or refused where it must be", () => {
  for (const family of FAMILIES)
    it(`${family.id} ${family.text}`, () => {
      const reading = read(family);
      if (family.refused !== undefined) {
        expect(reading.ok).toBe(false);
        return;
      }
      if (!reading.ok) throw new Error(`${reading.reason.near}: ${reading.reason.zh}`);
      const { rule } = reading;
      const names = (family.inputs ?? []).map(({ name }) => name);
      for (const { values, score } of family.cases ?? [])
        expect([values, scoreAt(rule, answersOf(rule, names, values))]).toEqual([values, score]);
      // of one number: the elements that are met, where the rule asks for each of them
      const inputs = ruleInputs(rule);
      for (const { value, score } of family.points ?? []) {
        const [subject] = inputs;
        const listed = inputs.length > 1 && inputs.every(({ type }) => type === "yesNo");
        const answers = listed
          ? new Map(inputs.map(({ name }, i) => [name, known(exactFromDouble(i < value ? 1 : 0))]))
          : new Map(
              inputs.map((input) => [input.name, known(exactFromDouble(input === subject ? value : 1))] as const),
            );
        expect([value, scoreAt(rule, answers)]).toEqual([value, score]);
      }
    });
});
