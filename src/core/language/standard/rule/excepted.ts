import type { Rule } from "../../../rules/rule";
import { appliesUnless } from "../scopes/extras";
import { ambiguities } from "../words/ambiguity";
import type { Exception } from "../words/exceptions";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";

/**
 * The rule with what the text leaves out of it: a count does not count such cases; any other rule does not apply to them, and is
 * worth the full mark where the text keeps the marks, else what the setting says.
 */
export function exceptIn(rule: Rule, { words, keeps }: Exception): Rule {
  const [only, ...more] = rule.clauses;
  if (only?.kind === "events" && more.length === 0) {
    const count = { ...only.count, name: `${only.count.name}（${words}的除外）` };
    return { ...rule, clauses: [{ ...only, count }] };
  }
  if (rule.applicability) return refuse(0, problems.exception);
  return {
    ...rule,
    applicability: { input: appliesUnless(words), treatment: keeps ? "full" : "setting" },
    ambiguities: keeps ? rule.ambiguities : [...rule.ambiguities, ambiguities.exception(words)],
  };
}
