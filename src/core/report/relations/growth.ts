import { ratio, type Exact } from "../../model/exact";
import type { Prose } from "../text/prose";
import type { Hint, Relation, Statement, Verdict } from "../types";
import { baseValue, fitsPercent, slack } from "./rounding";

type Growth = Extract<Relation, { is: "growth" }>;

/**
 * An increase with its percentage (较上年增加40.40万元，增长5.32%) or with the amount before it: the amount it grew to is any
 * earlier one of the sentence; where one of them fits, it holds.
 */
export function readGrowth(prose: Prose, statements: readonly Statement[]): readonly Growth[] {
  return statements.flatMap((delta, i) => {
    if (delta.role !== "delta") return [];
    const candidates = amountsBefore(prose, statements, i);
    const percent = percentOf(prose, statements, i);
    const previous = previousOf(statements, i);
    if (candidates.length === 0 || (!percent && !previous)) return [];
    return [growthOf(candidates, delta, percent, previous)];
  });
}

/** What grew: an amount of the same kind earlier in the sentence, the nearest first; else in the sentence before. */
function amountsBefore(prose: Prose, statements: readonly Statement[], at: number): readonly Statement[] {
  const delta = statements[at];
  if (!delta) return [];
  const isAmount = (one: Statement): boolean =>
    one.role === "stated" && one.measure.dimension === delta.measure.dimension && one.value.s > 0n;
  const own: Statement[] = [];
  const earlier: Statement[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const one = statements[i];
    if (!one || one.sentence < delta.sentence - 1) break;
    if (isAmount(one)) (one.sentence === delta.sentence ? own : earlier).push(one);
  }
  if (own.length > 0) return own;
  return prose.sentences[delta.sentence - 1]?.heading === 1 ? [] : earlier;
}

/** The percentage of the same change: next to it, with no other amount between. */
function percentOf(prose: Prose, statements: readonly Statement[], at: number): Statement | null {
  const delta = statements[at];
  const after = statements[at + 1];
  const before = statements[at - 1];
  const isOwn = (one: Statement | undefined): one is Statement =>
    one?.role === "growth" && one.sentence === delta?.sentence && one.value.s === delta.value.s;
  if (isOwn(after) && delta && !/[;]/.test(prose.text.slice(delta.to, after.from))) return after;
  const isTaken = statements[at - 2]?.role === "delta";
  return isOwn(before) && !isTaken ? before : null;
}

function previousOf(statements: readonly Statement[], at: number): Statement | null {
  const before = statements[at - 1];
  const delta = statements[at];
  return before?.role === "previous" && before.sentence === delta?.sentence ? before : null;
}

function growthOf(candidates: readonly Statement[], delta: Statement, percent: Statement | null, previous: Statement | null): Growth {
  const verdicts = candidates.map((of): { readonly of: Statement; readonly verdict: Verdict } => ({ of, verdict: verdictOf(of, delta, percent, previous) }));
  const chosen = verdicts.find(({ verdict }) => verdict.is === "holds") ?? verdicts.find(({ verdict }) => verdict.is === "open") ?? verdicts[0];
  const of = chosen?.of ?? delta;
  const verdict: Verdict = chosen?.verdict ?? { is: "open", why: "noBase" };
  const wrong = (previous && !leadsTo(previous, of, delta) ? previous : percent) ?? delta;
  return { is: "growth", of, delta, percent, previous, wrong, verdict };
} // prettier-ignore

function verdictOf(of: Statement, delta: Statement, percent: Statement | null, previous: Statement | null): Verdict {
  const base = baseValue(of).sub(baseValue(delta));
  if (previous && !leadsTo(previous, of, delta)) return { is: "contradicts", computed: base, hint: null };
  if (!percent) return { is: "holds", rounded: false };
  // an increase of more than there is, or from nothing: another amount is meant
  if (base.s < 0n) return { is: "open", why: "unlike" };
  const fits = fitsPercent(percent, baseValue(delta), base, slack(delta), slack(of).add(slack(delta)));
  if (fits === null) return { is: "open", why: "noBase" };
  if (fits) return { is: "holds", rounded: true };
  return { is: "contradicts", computed: baseValue(delta).div(base), hint: hintOf(of, delta, percent) };
}

/** Whether the amount before and the change make the amount of now, within rounding. */
function leadsTo(previous: Statement, of: Statement, delta: Statement): boolean {
  const gap = baseValue(of).sub(baseValue(delta)).sub(baseValue(previous)).abs();
  return gap.compare(slack(of).add(slack(delta)).add(slack(previous))) <= 0;
}

/** 23.08% of 1.50 and 6.50: divided by this year's amount. */
function hintOf(of: Statement, delta: Statement, percent: Statement): Hint | null {
  const none: Exact = ratio(0n);
  return fitsPercent(percent, baseValue(delta), baseValue(of), none, none) === true ? "dividedByThisYear" : null;
}
