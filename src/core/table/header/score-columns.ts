import { highest, lowest } from "../../workbook/long-lists";
import type { Exact } from "../../model/exact";
import type { TableColumn } from "../../model/scoring-table";
import { readFigure } from "../words/mark-text";
import { column, dispute, printed, strongest, type Candidate, type Dispute } from "./column-candidate";

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
  disputes.push(dispute(role, best));
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
  const weighted = weighedScore(given);
  return perLevel(weighted ? [weighted] : given, "score", levels, disputes);
}

/** 加权得分 beside 得分 is what the mark allows of it. */
function weighedScore(given: readonly Candidate[]): Candidate | null {
  const weighted = given.filter((each) => /加权|折算|折合|换算/.test(printed(each.head)));
  return weighted.length === 1 ? (weighted[0] ?? null) : null;
}

/** 单项得分 beside its 折算得分, or a 得分系数: what is weighed into the score (SPEC R26). */
export function itemColumns(rest: readonly Candidate[]): readonly TableColumn[] {
  const factors = rest.filter((each) => each.role === "itemScore");
  const given = givenScores(rest);
  const weighted = weighedScore(given);
  const items = weighted ? given.filter((each) => each !== weighted) : factors;
  const [only, ...others] = items;
  return only && others.length === 0 ? [column(only, "itemScore")] : [];
}

/**
 * Where every 分值 is a hundred and a 权重 beside it weighs the score, the weight is the mark: what the whole can give is
 * the sum of the weights.
 */
export function weighingMarks(rest: readonly Candidate[]): readonly Candidate[] {
  const marks = rest.filter((each) => each.role === "fullMark");
  const weights = marks.filter((each) => each.head.text.includes("权"));
  const outOfHundred = marks.filter((each) => !weights.includes(each) && isHundredThroughout(each));
  return weights.length === 1 && outOfHundred.length === marks.length - 1 && weighedScore(givenScores(rest)) !== null
    ? weights
    : marks;
}

/**
 * 分数 or 赋分 beside 得分, where nothing else sets the marks: they are the marks if no score is above the one beside it, and
 * some are below (SPEC R3).
 */
export function withMarksAmongScores(rest: readonly Candidate[]): readonly Candidate[] {
  if (rest.some(({ role }) => role === "fullMark")) return rest;
  const scores = rest.filter(({ role, party }) => role === "score" && party !== "panel");
  const plain = scores.filter(({ party, strength }) => party !== null || strength === 3);
  const loose = scores.filter((each) => !plain.includes(each) && plain.some((score) => boundsAll(each, score)));
  const [marks] = loose;
  return marks && loose.length === 1 ? rest.map((each) => (each === marks ? { ...each, role: "fullMark" } : each)) : rest;
} // prettier-ignore

/** Whether every score has a number at least as high beside it, and one at least a higher one. */
function boundsAll(marks: Candidate, scores: Candidate): boolean {
  const most = numbersByRow(marks);
  const pairs = [...numbersByRow(scores)].map(([row, score]) => [most.get(row), score] as const);
  return (
    pairs.length >= 2 &&
    pairs.every(([mark, score]) => mark !== undefined && mark.compare(score) >= 0) &&
    pairs.some(([mark, score]) => mark !== undefined && mark.compare(score) > 0)
  );
}

const numbersByRow = ({ content }: Candidate): ReadonlyMap<string, Exact> =>
  new Map(
    content.values.split(";").flatMap((entry) => {
      const colon = entry.indexOf(":");
      const number = readFigure(entry.slice(colon + 1))?.number;
      return number ? [[entry.slice(0, colon), number] as const] : [];
    }),
  );

const isHundredThroughout = ({ content }: Candidate): boolean =>
  content.cells > 0 && content.values.split(";").every((each) => each === "" || /:100(?:\.0+)?分?$/.test(each));

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
    disputes.push(dispute("reviewScore", best));
    return [];
  }
  return [...best].reverse();
}
