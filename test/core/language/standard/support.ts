import { readStandard } from "../../../../src/core/language/standard/read";
import { exactFromText, exactText, type Exact } from "../../../../src/core/model/exact";
import { known } from "../../../../src/core/model/value";
import type { Rule, RuleReading } from "../../../../src/core/rules/rule";
import { clauseInputs, evaluateRule, ruleInputs } from "../../../../src/core/rules/score";
import { DEFAULT_SETTINGS } from "../../../../src/core/rules/settings";

export function exact(text: string): Exact {
  const value = exactFromText(text);
  if (!value) throw new Error(`not a number: ${text}`);
  return value;
}

export const read = (text: string, full: string, name?: string): RuleReading =>
  readStandard(text, exact(full), name === undefined ? {} : { name });

export function ruleOf(text: string, full: string, name?: string): Rule {
  const reading = read(text, full, name);
  if (!reading.ok)
    throw new Error(`not read at ${reading.reason.position} “${reading.reason.near}”: ${reading.reason.zh}`);
  return reading.rule;
}

/** The score for answers given in the order of the rule's inputs ("1/0"); applicability and gates that nothing else asks are 1. */
export function scoreAt(rule: Rule, answers: string): string {
  const values = answers.split("/");
  const own = clauseInputs(rule.clauses).map(({ name }) => name);
  const map = new Map(
    ruleInputs(rule).map((input, i) => {
      const outside =
        rule.gates.some((gate) => gate.input.name === input.name && !own.includes(input.name)) ||
        input.name === rule.applicability?.input.name;
      return [input.name, known(exact(outside ? "1" : (values[i] ?? "0")))] as const;
    }),
  );
  const { value } = evaluateRule(rule, map, DEFAULT_SETTINGS);
  return value.state === "known" ? exactText(value.number) : value.state;
}

/** A state (notVerifiable…) stays as it is. */
export const sameNumber = (text: string): string => {
  const value = exactFromText(text);
  return value ? exactText(value) : text;
};

export interface Sentence {
  readonly full: string;
  readonly kind: string;
  readonly points: readonly (readonly [string, string])[];
  readonly text: string;
}

/** full | kind | answers:score … | text, a line each. */
export const sentences = (table: string): Sentence[] =>
  table
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [full = "", kind = "", points = "", ...text] = line.split(" | ");
      return {
        full: full.trim(),
        kind: kind.trim(),
        points: points
          .trim()
          .split(/\s+/)
          .map((point): [string, string] => {
            const [answers = "", score = ""] = point.split(":");
            return [answers, score];
          }),
        text: text.join(" | "),
      };
    });

/** The kind of the rule: that of its first clause where the others only cut it off or share its figure. */
export const kindsOf = (rule: Rule): string[] => rule.clauses.map(({ kind }) => kind);
