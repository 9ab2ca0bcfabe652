import { type Exact, ZERO } from "../../../model/exact";
import { outcomeAt } from "../clauses/amount";
import type { Effect } from "../clauses/effect";
import type { Token } from "../words/token";

/** The marks that an effect gives; null where it gives anything else. */
export function awardedBy({ zero, from }: Effect, tokens: readonly Token[]): Exact | null {
  if (zero) return ZERO;
  const outcome = outcomeAt(tokens, from);
  return outcome?.act === "award" && outcome.amount.type === "marks" ? outcome.amount.value : null;
}

const EDGES: ReadonlySet<string> = new Set(["stop", "comma", "pause", "break"]);

export function withoutEdges(tokens: readonly Token[]): readonly Token[] {
  let [from, to] = [0, tokens.length];
  while (from < to && EDGES.has(tokens[from]?.type ?? "")) from++;
  while (to > from && EDGES.has(tokens[to - 1]?.type ?? "")) to--;
  return tokens.slice(from, to);
}
