import { exactText, type Exact } from "../model/exact";
import type { Rule } from "../rules/rule";

/**
 * Whether two rules give the same score for every input: compared as data, without the words that were used for the
 * inputs. It may call two different wordings of one rule different, never two different rules the same.
 */
export const sameRule = (a: Rule, b: Rule): boolean => ruleShape(a) === ruleShape(b);

function ruleShape(rule: Rule): string {
  return JSON.stringify(
    [rule.fullMark, rule.clauses, rule.combine, rule.gates, rule.applicability, rule.cap],
    (key, value: unknown) => {
      if (key === "name" || key === "options") return undefined;
      if (typeof value === "bigint") return String(value);
      return isExact(value) ? exactText(value) : value;
    },
  );
}

const isExact = (value: unknown): value is Exact =>
  typeof value === "object" && value !== null && "n" in value && "d" in value && "s" in value;
