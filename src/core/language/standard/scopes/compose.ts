import { deductedLevels } from "./deducted-levels";
import type { Statement } from "../clauses/tree";
import type { Frame } from "./frame";
import { readStatements } from "../clauses/statements";
import { splitUnions } from "./unions";
import { refuse, Unreadable, unlessRefused } from "../words/problem";
import { problems } from "../words/problems";
import type { Rule } from "../../../rules/rule";
import type { Token } from "../words/token";
import type { Body, Given } from "./bodies";
import type { Composed, Fault, Composition } from "./composed";

/**
 * One part of a text as its clauses compose: the first body that takes them all. Refuses where none does, with what the first
 * of them found wrong.
 */
export function compose(tokens: readonly Token[], frame: Frame, bodies: readonly Body[]): Rule {
  const given = givenOf(tokens, frame);
  let wrong: Fault | null = null;
  for (const body of bodies) {
    const read = composedBy(body, given);
    if (read?.ok) return ruleOf(read, frame);
    wrong ??= read;
    if (read && body.decides) break;
  }
  return refuse(wrong?.at ?? 0, wrong?.why ?? problems.noScores);
}

/** What the early bodies make of it; null where they make nothing. */
export function composeEarly(tokens: readonly Token[], frame: Frame, bodies: readonly Body[]): Rule | null {
  return unlessRefused(() => {
    const given = givenOf(tokens, frame);
    for (const body of bodies.filter(({ early }) => early)) {
      const read = composedBy(body, given);
      if (read) return read.ok ? ruleOf(read, frame) : null;
    }
    return null;
  });
}

function givenOf(tokens: readonly Token[], frame: Frame): Given {
  const statements = readStatements(tokens);
  let levels: readonly Statement[] | null = null;
  return { tokens, statements, frame, levels: () => (levels ??= deductedLevels(splitUnions(statements), frame)) };
}

function composedBy(body: Body, given: Given): Composed | null {
  try {
    return body.read(given);
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, at: problem.at, why: problem.wording };
    throw problem;
  }
}

const ruleOf = (read: Composition, { full }: Frame): Rule => ({
  fullMark: full,
  clauses: read.clauses,
  combine: read.combine ?? "sum",
  gates: read.gate ? [read.gate] : [],
  applicability: read.applicability ?? null,
  cap: null,
  ambiguities: read.named,
});
