import type { Clause, ClauseKind, RuleKind } from "../rule";
import { bands } from "./bands";
import { binary } from "./binary";
import { casesOf } from "./cases";
import { checklist } from "./checklist";
import { events } from "./events";
import { gap } from "./gap";
import { ordinal } from "./ordinal";
import { proportional } from "./proportional";
import { quotient } from "./quotient";
import { stepDeduct } from "./step-deduct";
import { target } from "./target";
import { tiers } from "./tiers";

/** All kinds: a new one is a file here, its clause in clause.ts, and its line below. */
const KINDS: { readonly [K in ClauseKind]: RuleKind<Extract<Clause, { kind: K }>> } = {
  stepDeduct,
  bands,
  proportional,
  target,
  checklist,
  events,
  ordinal,
  binary,
  tiers,
  cases: casesOf((clause) => kindOf(clause)),
  quotient,
  gap,
};

/** The kind of a clause, which takes that very clause: the record above pairs them, which types can not follow. */
export const kindOf = (clause: Clause): RuleKind<Clause> => KINDS[clause.kind] as unknown as RuleKind<Clause>;
