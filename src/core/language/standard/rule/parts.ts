import type { Exact } from "../../../model/exact";
import type { Rule } from "../../../rules/rule";
import { clauseInputs } from "../../../rules/score";
import { sentenceParts } from "../scopes/partition";
import { Unreadable } from "../words/problem";
import type { Token } from "../words/token";

/**
 * The rule of the whole; where that is refused, of sentences that each score for themselves. Of two readings there is
 * never a choice: the parts are tried only where the whole is none, and every one of them must read alone.
 */
export function readInParts(
  tokens: readonly Token[],
  full: Exact,
  text: string,
  read: (part: readonly Token[], mark: Exact) => Rule,
): Rule {
  try {
    return read(tokens, full);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    const rule = inParts(tokens, full, text, read);
    if (rule) return rule;
    throw problem;
  }
}

function inParts(
  tokens: readonly Token[],
  full: Exact,
  text: string,
  read: (part: readonly Token[], mark: Exact) => Rule,
): Rule | null {
  const parts = sentenceParts(tokens, full, text);
  if (!parts) return null;
  try {
    const rules = parts.map(({ tokens, mark }) => read(tokens, mark));
    return rules.every(isPart) && areApart(rules) ? added(rules, full) : null;
  } catch (problem) {
    if (problem instanceof Unreadable) return null;
    throw problem;
  }
}

/** One clause that stays within its own marks: a sum has no place for gates or for what is lower. */
const isPart = ({ clauses, gates, applicability, cap }: Rule): boolean =>
  clauses.length === 1 && gates.length === 0 && applicability === null && cap === null;

/** No question is asked twice: one answer would be taken for two. */
function areApart(rules: readonly Rule[]): boolean {
  const names = rules.flatMap(({ clauses }) => clauseInputs(clauses).map(({ name }) => name));
  return new Set(names).size === names.length;
}

const added = (rules: readonly Rule[], full: Exact): Rule => ({
  fullMark: full,
  clauses: rules.flatMap(({ clauses, fullMark }) =>
    clauses.map((clause) => (clause.kind === "proportional" ? { ...clause, cap: clause.cap ?? fullMark } : clause)),
  ),
  combine: "sum",
  gates: [],
  applicability: null,
  cap: null,
  ambiguities: [...new Map(rules.flatMap(({ ambiguities }) => ambiguities).map((one) => [one.zh, one])).values()],
});
