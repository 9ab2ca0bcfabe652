import { ZERO, type Exact } from "../../model/exact";
import type { Prose } from "../text/prose";
import type { Hint, Relation, Statement, Verdict } from "../types";
import { baseValue, fitsPercent, isRounding, slack } from "./rounding";

type Growth = Extract<Relation, { is: "growth" }>;

/** So many numbers before a change may be what has changed. */
const NEAR = 40;

/** What is said of one change: by how much, by what percentage, from what. At least two of them, or nothing follows. */
interface Change {
  readonly delta: Statement | null;
  readonly percent: Statement | null;
  readonly previous: Statement | null;
}

/**
 * Increases with their percentage (较上年增加40.40万元，增长5.32%) or the amount before them (比上年20.5万元下降11.22%): the
 * amount that came of it is any earlier one of the sentence; where one of them fits, it holds.
 */
export function readGrowth(prose: Prose, statements: readonly Statement[]): readonly Growth[] {
  return statements.flatMap((one, i) => {
    const change = changeAt(prose, statements, i);
    if (!change || [change.delta, change.percent, change.previous].some((part) => part?.isAbout)) return [];
    const before = amountsBefore(prose, statements, i, change.delta ?? change.previous ?? one);
    // an amount of another sentence is not held against the one that this sentence starts from
    const candidates = change.previous && before[0]?.sentence !== one.sentence ? [] : before;
    return growthOf(candidates, change) ?? [];
  });
}

/** A change is read at its increase, or at its percentage where it has no increase but the amount before. */
function changeAt(prose: Prose, statements: readonly Statement[], at: number): Change | null {
  const one = statements[at];
  if (one?.role === "delta") {
    const percent = percentOf(prose, statements, at);
    const previous = previousOf(statements, at);
    return percent || previous ? { delta: one, percent, previous } : null;
  }
  const previous = one?.role === "growth" ? previousOf(statements, at) : null;
  return one && previous ? { delta: null, percent: one, previous } : null;
}

/** What grew: an amount of the same kind earlier in the sentence, the nearest first; else in the sentence before. */
function amountsBefore(
  prose: Prose,
  statements: readonly Statement[],
  at: number,
  like: Statement,
): readonly Statement[] {
  const isAmount = (one: Statement): boolean =>
    one.role === "stated" && !one.isAbout && one.measure.dimension === like.measure.dimension && one.value.s > 0n;
  const own: Statement[] = [];
  const earlier: Statement[] = [];
  for (let i = at - 1; i >= Math.max(0, at - NEAR); i--) {
    const one = statements[i];
    if (!one || one.sentence < like.sentence - 1) break;
    if (isAmount(one)) (one.sentence === like.sentence ? own : earlier).push(one);
  }
  if (own.length > 0) return own;
  // of several amounts of the sentence before nobody can tell which has grown
  return earlier.length > 1 || prose.sentences[like.sentence - 1]?.heading === 1 ? [] : earlier;
}

/** The percentage of the same change: next to it, with no other amount between. */
function percentOf(prose: Prose, statements: readonly Statement[], at: number): Statement | null {
  const delta = statements[at];
  const after = statements[at + 1];
  const before = statements[at - 1];
  const isOwn = (one: Statement | undefined): one is Statement =>
    one?.role === "growth" && one.sentence === delta?.sentence && one.value.s === delta.value.s;
  if (isOwn(after) && delta && !prose.text.slice(delta.to, after.from).includes(";")) return after;
  const isTaken = statements[at - 2]?.role === "delta" || statements[at - 2]?.role === "previous";
  return isOwn(before) && !isTaken ? before : null;
}

function previousOf(statements: readonly Statement[], at: number): Statement | null {
  const before = statements[at - 1];
  return before?.role === "previous" && before.sentence === statements[at]?.sentence ? before : null;
}

function growthOf(candidates: readonly Statement[], change: Change): Growth | null {
  const { delta, percent, previous } = change;
  // the increase against the amount before needs nothing else
  if (delta && percent && previous && candidates.length === 0) {
    const of = previous;
    return { is: "growth", of, ...change, wrong: percent, verdict: ofBase(of, delta, percent, baseValue(previous), slack(previous)) };
  }
  const all = candidates.map((of) => ({ of, ...verdictOf(of, change) }));
  // an amount that lies on the other side of the change, or below it, is not the one that came of it
  const likely = all.filter(({ verdict }) => verdict.is !== "open" || verdict.why !== "unlike");
  const verdicts = likely.length > 0 ? likely : all;
  const chosen = verdicts.find(({ verdict }) => verdict.is === "holds") ?? verdicts.find(({ verdict }) => verdict.is === "open") ?? verdicts[0];
  return chosen ? { is: "growth", ...change, ...chosen } : null;
} // prettier-ignore

/** The verdict, and which number the others contradict where they do. */
function verdictOf(of: Statement, { delta, percent, previous }: Change): { readonly verdict: Verdict; readonly wrong: Statement } {
  if (!delta) {
    const wrong = percent ?? of;
    if (!percent || !previous) return { wrong, verdict: { is: "open", why: "noBase" } };
    const grown = baseValue(of).sub(baseValue(previous));
    if (grown.s !== percent.value.s) return { wrong, verdict: { is: "open", why: "unlike" } };
    return { wrong, verdict: percentVerdict(percent, grown, slack(of).add(slack(previous)), baseValue(previous), slack(previous)) };
  }
  const base = baseValue(of).sub(baseValue(delta));
  if (previous && !leadsTo(previous, of, delta)) return { wrong: previous, verdict: { is: "contradicts", computed: base, hint: null } };
  if (!percent) return { wrong: delta, verdict: { is: "holds", rounded: false } };
  return { wrong: percent, verdict: ofBase(of, delta, percent, base, slack(of).add(slack(delta))) };
} // prettier-ignore

function ofBase(of: Statement, delta: Statement, percent: Statement, base: Exact, baseSlack: Exact): Verdict {
  // an increase of more than there is, or from nothing: another amount is meant
  if (base.s < 0n) return { is: "open", why: "unlike" };
  const verdict = percentVerdict(percent, baseValue(delta), slack(delta), base, baseSlack);
  return verdict.is === "contradicts" ? { ...verdict, hint: hintOf(of, delta, percent) } : verdict;
}

function percentVerdict(percent: Statement, part: Exact, partSlack: Exact, base: Exact, baseSlack: Exact): Verdict {
  const fits = fitsPercent(percent, part, base, partSlack, baseSlack);
  if (fits === null) return { is: "open", why: "noBase" };
  return fits ? { is: "holds", rounded: true } : { is: "contradicts", computed: part.div(base), hint: null };
}

/** Whether the amount before and the change make the amount of now, within rounding. */
function leadsTo(previous: Statement, of: Statement, delta: Statement): boolean {
  const gap = baseValue(of).sub(baseValue(delta)).sub(baseValue(previous));
  return isRounding(gap, [of, delta, previous]);
}

/** 23.08% of 1.50 and 6.50: divided by this year's amount. */
function hintOf(of: Statement, delta: Statement, percent: Statement): Hint | null {
  return fitsPercent(percent, baseValue(delta), baseValue(of), ZERO, ZERO) === true ? "dividedByThisYear" : null;
}
