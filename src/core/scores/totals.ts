import { gradeOf } from "../rules/grade";
import { a1 } from "../workbook/address";
import { minExact, ratio, sumExact, ZERO, type Exact } from "../model/exact";
import { statedMarkOf, statedTotalOf } from "../model/stated-total";
import type { ScoringTable } from "../model/scoring-table";
import type { FundingReview, IndicatorReview, Totals } from "../review.types";
import { completeRecomputedSum, levelMarksAlone, markSum, typedScores, wholeMark } from "./summary";
import type { Settings } from "../rules/setting-types";

/** A total that a clause of the pack takes down: before, after and the clause in its own words. */
export type Capped = NonNullable<Totals["capped"]>;

/** What a pack's caps make of a recomputed total; null where none applies. */
export type CapTotal = (total: Exact) => Capped | null;

const HUNDRED = ratio(100n);

/** The table's totals (SPEC V2–V5): as typed, as stated, as recomputed; the recomputed one stays blank until all is judged. */
export function totalsOf(
  table: ScoringTable,
  indicators: readonly IndicatorReview[],
  funding: FundingReview | null,
  settings: Settings,
  capTotal: CapTotal,
): Totals {
  const rows = indicators.map(({ indicator }) => indicator);
  const fullMark = wholeMark(rows)
    .add(levelMarksAlone(table))
    .add(funding?.fullMark ?? ZERO);
  const typed = [...typedScores(rows), ...(funding?.score ? [funding.score] : [])];
  const recomputed = recomputedTotal(indicators, funding, fullMark, settings);
  const capped = recomputed ? capTotal(recomputed) : null;
  const total = capped?.after ?? recomputed;
  const score = typed.length > 0 ? sumExact(typed) : null;
  const complete = rows.every((row) => row.score?.stated != null) && (!funding?.fullMark || funding.score !== null);
  return {
    fullMark,
    statedFullMark: statedMarkOf(table)?.number ?? null,
    score,
    statedScore: statedTotalOf(table)?.stated.number ?? null,
    recomputed: total,
    capped,
    grade: grade(fullMark, total, complete ? score : null, funding?.fullMark ? null : reviewedTotal(rows)),
  };
}

/** Null until every mark is judged. Marks that were dropped as not applicable scale the rest up to the whole, per setting. */
function recomputedTotal(
  indicators: readonly IndicatorReview[],
  funding: FundingReview | null,
  fullMark: Exact,
  settings: Settings,
): Exact | null {
  const results = indicators.map(({ recomputed }) => recomputed);
  const all = funding?.fullMark ? [...results, funding.recomputed] : results;
  const sum = completeRecomputedSum(all, settings);
  if (!sum || settings.notApplicable !== "rescale") return sum;
  const dropped = indicators.filter(({ recomputed }) => recomputed.status === "notApplicable");
  const left = fullMark.sub(markSum(dropped.map(({ indicator }) => indicator)));
  return left.s > 0n && left.n > 0n ? sum.mul(fullMark).div(left) : null;
}

/**
 * The sum of 复核分, where every indicator has one; a cell merged over several counts once. Beside a funding block with
 * marks of its own they are not the whole, since reviewers' columns do not reach it.
 */
function reviewedTotal(rows: readonly IndicatorReview["indicator"][]): Exact | null {
  const scores = rows.flatMap(({ reviewScore }) => (reviewScore?.stated ? [reviewScore] : []));
  if (rows.length === 0 || scores.length < rows.length) return null;
  const once = new Map(scores.map((score) => [a1(score.at), score.stated?.number ?? ZERO]));
  return sumExact([...once.values()]);
}

/** Grades are defined on 100 marks; the strongest basis that is complete counts, and is named. */
function grade(fullMark: Exact, recomputed: Exact | null, self: Exact | null, reviewed: Exact | null): Totals["grade"] {
  if (!fullMark.equals(HUNDRED)) return null;
  if (reviewed) return { value: gradeOf(reviewed), basis: "reviewed" };
  if (recomputed) return { value: gradeOf(recomputed), basis: "recomputed" };
  return self ? { value: gradeOf(self), basis: "self" } : null;
}

/** The lowest of the caps that apply, after the deductions; the clause that took most is named. */
export function lowestCap(
  total: Exact,
  caps: readonly { readonly total: Exact; readonly clause: string }[],
): Capped | null {
  const applying = caps.filter((cap) => cap.total.compare(total) < 0);
  const [first, ...rest] = applying;
  if (!first) return null;
  const lowest = rest.reduce((best, cap) => (cap.total.compare(best.total) < 0 ? cap : best), first);
  return { before: total, after: minExact(total, lowest.total), clause: lowest.clause };
}
