import { highest, lowest } from "../../workbook/long-lists";
import type { TableColumn } from "../../model/scoring-table";
import { column, describe, printed, strongest, type Candidate, type Dispute } from "./column-candidate";

/** Which columns carry marks, the unit's own scores and the reviewers' (SPEC R2, R17). */

/** One column for all, or one for each level: 一级指标 分值 二级指标 分值 三级指标 分值. */
export function perLevel(found: readonly Candidate[], role: "fullMark" | "score", levels: readonly number[], disputes: Dispute[]): readonly TableColumn[] {
  const last = levels.length;
  if (found.length === 1) return found.map((each) => column(each, role, each.level ?? last));
  if (found.length === 0) return [];
  const own = found.map((each) => (each.level !== null && each.level <= last ? each.level : null));
  for (const places of [own, found.map((each) => levelBefore(each, levels)), found.map((each) => levelAfter(each, levels))]) {
    if (places.every((place) => place !== null) && new Set(places).size === found.length) {
      return found.map((each, i) => column(each, role, places[i] ?? last));
    }
  }
  const best = strongest(found);
  if (best.length === 1) return best.map((each) => column(each, role, last));
  disputes.push(best.map(describe));
  return [];
} // prettier-ignore

function levelBefore(each: Candidate, levels: readonly number[]): number | null {
  const before = levels.filter((level) => level < each.column);
  return before.length === 0 ? null : levels.indexOf(highest(before)) + 1;
}

function levelAfter(each: Candidate, levels: readonly number[]): number | null {
  const after = levels.filter((level) => level > each.column);
  return after.length === 0 ? null : levels.indexOf(lowest(after)) + 1;
}

/**
 * The unit's own score is the one that says so; a bare 得分 is it only where no other column says so, and what one of
 * several experts gave only where nothing else is there.
 */
export function scoreColumns(
  rest: readonly Candidate[],
  levels: readonly number[],
  disputes: Dispute[],
): readonly TableColumn[] {
  const given = givenScores(rest);
  // 加权得分 beside 得分 is what the mark allows of it
  const weighted = given.filter((each) => /加权|折算|折合|换算/.test(printed(each.head)));
  return perLevel(weighted.length === 1 ? weighted : given, "score", levels, disputes);
}

function givenScores(rest: readonly Candidate[]): readonly Candidate[] {
  const scores = rest.filter((each) => each.role === "score");
  const byParty = (["self", null, "judging", "panel"] as const).map((party) =>
    scores.filter((each) => each.party === party),
  );
  return byParty.find((group) => group.length > 0) ?? [];
}

/** Reviews of several bodies stand in the order in which they were given, and the last one stands: it comes first here. */
export function reviewColumns(rest: readonly Candidate[], disputes: Dispute[]): readonly Candidate[] {
  const given = givenScores(rest);
  const judging = rest.filter((each) => each.role === "score" && each.party === "judging");
  const reviews = rest.filter((each) => each.role === "reviewScore");
  const best = strongest(reviews.length > 0 || given.some((each) => judging.includes(each)) ? reviews : judging);
  if (new Set(best.map((each) => printed(each.head))).size < best.length) {
    disputes.push(best.map(describe));
    return [];
  }
  return [...best].reverse();
}
