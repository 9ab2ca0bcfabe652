import type { Exact } from "../../../model/exact";
import type { Ambiguity, Applicability, Clause, Gate, Rule } from "../../../rules/rule";
import type { Wording } from "../words/problem";
import { problems } from "../words/problems";

/** Clauses that were composed, with the gate and the case that does not apply printed among them. */
export interface Composition {
  readonly ok: true;
  readonly clauses: readonly Clause[];
  readonly named: readonly Ambiguity[];
  /** How several clauses make one score; they add up where nothing is said. */
  readonly combine?: Rule["combine"];
  readonly gate?: Gate | null;
  readonly applicability?: Applicability | null;
}

/** Why clauses do not compose, and where. */
export interface Fault {
  readonly ok: false;
  readonly at: number;
  readonly why: Wording;
}

export type Composed = Composition | Fault;

/** The best score must be the full mark, no more and no less; null where it is. */
export const missesMark = (best: Exact, full: Exact, at: number): Fault | null =>
  best.equals(full)
    ? null
    : { ok: false, at, why: best.compare(full) > 0 ? problems.above(best, full) : problems.below(best, full) };
