import { exactText, type Exact } from "../model/exact";
import { canonical, nameKey } from "../model/text";
import type { Rule } from "../rules/rule";
import type { RuleInput } from "../rules/rule-input";
import { ruleInputs } from "../rules/score";

/**
 * Whether two rules give the same score for every input: compared as data. The words for an input count where they say
 * which number or condition is asked: with several inputs, for a figure computed of others, for a question or a choice.
 * It may call two different wordings of one rule different, never two different rules the same.
 */
export const sameRule = (a: Rule, b: Rule): boolean => ruleShape(a) === ruleShape(b);

function ruleShape(rule: Rule): string {
  const named = namesCount(ruleInputs(rule));
  return JSON.stringify(
    [rule.fullMark, rule.clauses, rule.combine, rule.gates, rule.applicability, rule.cap],
    (key, value: unknown) => {
      // where an expression stood in its text is no part of what it says
      if (key === "at") return undefined;
      if (key === "name") return named ? wordKey(value) : undefined;
      if (key === "options") return Array.isArray(value) ? value.map(wordKey) : value;
      if (typeof value === "bigint") return String(value);
      return isExact(value) ? exactText(value) : value;
    },
  );
}

/** A single figure is the indicator's own, whatever it is called. */
const namesCount = (inputs: readonly RuleInput[]): boolean =>
  inputs.length > 1 || inputs.some(({ name, type }) => type === "yesNo" || /[/÷]/.test(canonical(name)));

/** A comma printed for 、 asks nothing else. */
const wordKey = (word: unknown): unknown => (typeof word === "string" ? nameKey(word).replace(/[、,;。:]/g, "") : word);

const isExact = (value: unknown): value is Exact =>
  typeof value === "object" && value !== null && "n" in value && "d" in value && "s" in value;
