import { ONE, ZERO, type Exact } from "../../../model/exact";
import type { Clause } from "../../../rules/clause";
import type { Ambiguity, Rule } from "../../../rules/rule";
import { wordedZeros, type WordedZero } from "../clauses/worded-zero";
import { areApart } from "../scopes/counted-awards";
import { withoutZeros } from "../scopes/gates";
import { type Partition, partitions, type PrintedPart } from "../scopes/partition";
import { unlessRefused, Unreadable } from "../words/problem";
import type { Source } from "../words/source";
import type { Token } from "../words/token";

type Read = (part: readonly Token[], mark: Exact) => Rule;

/**
 * The rule of the whole; where that is refused, of parts that each score for themselves. Of two readings there is
 * never a choice: the parts are tried only where the whole is none, and every one of them must read alone.
 */
export function readInParts(tokens: readonly Token[], full: Exact, source: Source, read: Read): Rule {
  try {
    return read(tokens, full);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    const rule = onlyInParts(tokens, full, source, read);
    if (rule) return rule;
    throw problem;
  }
}

/** The rule of parts that each score for themselves; null where there is none, or more than one. */
export function onlyInParts(tokens: readonly Token[], full: Exact, source: Source, read: Read): Rule | null {
  const rules = partitions(tokens, full, source.text).flatMap(
    (partition) => inParts(partition, full, source, read) ?? [],
  );
  return rules.length === 1 ? (rules[0] ?? null) : null;
}

function inParts({ parts, named }: Partition, full: Exact, source: Source, read: Read): Rule | null {
  const rules = unlessRefused(() => parts.map((part) => partOf(part, source, read)));
  return rules && rules.every(isPart) && areApart(rules.flatMap(({ clauses }) => clauses))
    ? added(rules, named, full)
    : null;
}

/** A part, with what closes it alone (培训记录造假的，该小项不得分) as a case that goes before it. */
function partOf({ tokens, mark }: PrintedPart, source: Source, read: Read): Rule {
  const closing = wordedZeros(tokens, source).filter(
    ({ scope, condition, words }) => scope === "item" && condition === "asked" && words !== "",
  );
  const rule = read(closing.length > 0 ? withoutZeros(tokens, closing) : tokens, mark);
  const [clause, ...more] = rule.clauses;
  if (closing.length === 0 || !clause || more.length > 0) return rule;
  return { ...rule, clauses: [behind(closing, clause, mark)] };
}

function behind(closing: readonly WordedZero[], clause: Clause, mark: Exact): Clause {
  const yes = { value: ONE, closed: true };
  return {
    kind: "cases",
    lines: closing.map(({ words }) => ({
      when: [{ input: { name: words, type: "yesNo", unit: null }, low: yes, high: yes }],
      then: ZERO,
    })),
    otherwise: clause,
    mark,
  };
}

/** One clause that stays within its own marks: a sum has no place for gates or for what is lower. */
const isPart = ({ clauses, gates, applicability, cap }: Rule): boolean =>
  clauses.length === 1 && gates.length === 0 && applicability === null && cap === null;

const added = (rules: readonly Rule[], named: readonly Ambiguity[], full: Exact): Rule => ({
  fullMark: full,
  clauses: rules.flatMap(({ clauses, fullMark }) =>
    clauses.map((clause) => (clause.kind === "proportional" ? { ...clause, cap: clause.cap ?? fullMark } : clause)),
  ),
  combine: "sum",
  gates: [],
  applicability: null,
  cap: null,
  ambiguities: [
    ...new Map([...rules.flatMap(({ ambiguities }) => ambiguities), ...named].map((one) => [one.zh, one])).values(),
  ],
});
