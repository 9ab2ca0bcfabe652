import { readRange } from "../conditions/range";
import { sameSubject } from "../words/same-subject";
import type { Token } from "../words/token";
import type { Statement } from "../clauses/tree";
import { JOINING, OR_THEN, UNION_OR } from "../words/range-words";

/**
 * 90%-95%或105%-110%得3分: two ranges of one figure with one score are two statements (SPEC L6). Any other 或 stays where
 * it is, for those who can read it or refuse it.
 */
export const splitUnions = (statements: readonly Statement[]): readonly Statement[] =>
  statements.flatMap((statement): readonly Statement[] => {
    if (statement.type !== "award" && statement.type !== "deduct") return [statement];
    const parts = alternatives(statement.condition);
    return parts ? parts.map((condition) => ({ ...statement, condition })) : [statement];
  });

function alternatives(condition: readonly Token[]): readonly (readonly Token[])[] | null {
  if (!condition.some(isOr) || condition.some(({ type }) => type === "each")) return null;
  const parts = splitAt(condition, isOr);
  if (parts.length < 2 || !parts.every((part) => part.some(({ type }) => type === "number"))) return null;
  const ranges = parts.map(readRange);
  const subjects = ranges.map((range) => range?.subject?.name ?? "");
  const [first = ""] = subjects;
  const one = subjects.every((name) => name === "" || name === first || sameSubject(name, first));
  return ranges.every((range) => range !== null && !range.spread) && one ? parts : null;
}

/** 或 between two ranges: a word of its own, or the head of the second one's name (或满意度…). */
const isOr = (token: Token): boolean =>
  token.type === "word" && (UNION_OR.test(token.text) || OR_THEN.test(token.text));

/** The pieces between the tokens that `cuts`, without the joining word itself. */
export function splitAt(tokens: readonly Token[], cuts: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    if (i === 0 || !cuts(token)) {
      parts.at(-1)?.push(token);
      continue;
    }
    const kept = token.type === "word" ? token.text.replace(JOINING, "") : "";
    const rest: Token[] =
      token.type === "word" && kept !== "" ? [{ ...token, text: kept, at: token.end - kept.length }] : [];
    parts.push(rest);
  }
  return parts.map((part) => (part.at(-1)?.type === "comma" ? part.slice(0, -1) : part));
}
