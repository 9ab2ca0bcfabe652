import type { Clause } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import type { Exact } from "../../../model/exact";
import type { Wording } from "../words/problem";
import { problems } from "../words/problems";

/** Clauses that were composed, or why they do not compose and where. */
export type Composed =
  | { readonly ok: true; readonly clauses: readonly Clause[]; readonly named: readonly Ambiguity[] }
  | { readonly ok: false; readonly at: number; readonly why: Wording };

/** The best score must be the full mark, no more and no less; null where it is. */
export const missesMark = (best: Exact, full: Exact, at: number): Composed | null =>
  best.equals(full)
    ? null
    : { ok: false, at, why: best.compare(full) > 0 ? problems.above(best, full) : problems.below(best, full) };
