import { sumExact, ZERO, type Exact } from "../model/exact";
import { levelTree, markOf, type LevelNode } from "../model/level-sums";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import type { Coverage, FundingReview, IndicatorReview, LevelReview, MarkState, ScoreResult } from "../review.types";
import { a1 } from "../workbook/address";
import { shownScore } from "../rules/rounding";
import type { Settings } from "../rules/setting-types";
import { isExtraItem } from "../model/named-indicators";

/** What a table's rows add up to: level sums, totals and coverage, exact sums of what is shown (SPEC N3, V1, V2). */

/** Sum of the marks the table lists for these indicators. */
export const markSum = (indicators: readonly Indicator[]): Exact =>
  sumExact(indicators.flatMap(({ fullMark }) => (fullMark ? [fullMark.number] : [])));

/** 加分项 and 扣分项 are no part of the table's marks. */
const indicatorMark = (indicator: Indicator): Exact | null =>
  isExtraItem(indicator) ? null : (indicator.fullMark?.number ?? null);

/** The marks of the whole, without what is added to or taken off it. */
export const wholeMark = (indicators: readonly Indicator[]): Exact =>
  sumExact(indicators.flatMap((each) => indicatorMark(each) ?? []));

/**
 * The marks that stand on levels alone, no indicator below having one of its own: nobody can say whose they are, so that
 * they are judged nowhere, but they are part of the whole (SPEC V40). Of the whole table, or of what lies below a path.
 */
export function levelMarksAlone(table: ScoringTable, below: readonly string[] = []): Exact {
  if (table.indicators.every((each) => each.fullMark !== null || each.markGroup !== undefined || isExtraItem(each)))
    return ZERO;
  return sumExact([...topNodes(levelTree(table), below)]);
}

/** The marks of the highest levels below which none is listed, as far as they lie below a path. */
function* topNodes(node: LevelNode, below: readonly string[]): Generator<Exact> {
  const path = node.level?.path ?? [];
  if (listsMarks(node) || path.length < below.length) {
    for (const child of node.children) yield* topNodes(child, below);
  } else if (below.every((name, index) => path[index] === name)) {
    const mark = markOf(node);
    if (mark) yield mark;
  }
}

const listsMarks = ({ indicators, children }: LevelNode): boolean =>
  indicators.some(({ fullMark }) => fullMark !== null) || children.some(listsMarks);

/** Scores as typed; a cell merged over several indicators counts once. */
export function typedScores(indicators: readonly Indicator[]): Exact[] {
  const seen = new Set<string>();
  return indicators.flatMap(({ score }) => {
    if (!score?.stated || seen.has(a1(score.at))) return [];
    seen.add(a1(score.at));
    return [score.stated.number];
  });
}

/** The typed sum, or null where any indicator lacks a score. */
function completeScoreSum(indicators: readonly Indicator[]): Exact | null {
  if (indicators.length === 0 || indicators.some(({ score }) => !score?.stated)) return null;
  return sumExact(typedScores(indicators));
}

/** The recomputed sum of what is shown, or null where anything is not judged (SPEC V2). */
export function completeRecomputedSum(results: readonly ScoreResult[], settings: Settings): Exact | null {
  const scores = results.flatMap((result) =>
    result.status === "computed" ? [shownScore(result.score, settings)] : [],
  );
  const open = results.some(({ status }) => status === "notJudged" || status === "notVerifiable");
  return open || scores.length === 0 ? null : sumExact(scores);
}

export const reviewLevels = (
  table: ScoringTable,
  indicators: readonly IndicatorReview[],
  settings: Settings,
): LevelReview[] =>
  table.levels.map((level) => {
    const members = level.members.flatMap((index) => indicators[index] ?? []);
    return {
      path: level.path,
      at: level.at,
      statedMark: level.statedMark?.number ?? null,
      markSum: markSum(members.map(({ indicator }) => indicator)),
      scoreSum: completeScoreSum(members.map(({ indicator }) => indicator)),
      recomputedSum: completeRecomputedSum(
        members.map(({ recomputed }) => recomputed),
        settings,
      ),
    };
  });

/** How many marks are in which state (SPEC V1). */
export function coverageOf(
  indicators: readonly IndicatorReview[],
  funding: FundingReview | null,
  ofLevels: Exact = ZERO,
): Coverage {
  const parts = [
    ...indicators.map(({ indicator, state }) => ({ mark: indicatorMark(indicator), state })),
    ...(funding ? [{ mark: funding.fullMark, state: funding.state }] : []),
  ].flatMap(({ mark, state }) => (mark ? [{ mark, state }] : []));
  const marksOf = (...states: MarkState[]): Exact =>
    sumExact(parts.filter(({ state }) => states.includes(state)).map(({ mark }) => mark));
  return {
    marks: sumExact(parts.map(({ mark }) => mark)).add(ofLevels),
    judged: marksOf("agreeing", "differing", "uncompared"),
    agreeing: marksOf("agreeing"),
    differing: marksOf("differing"),
    uncompared: marksOf("uncompared"),
    notVerifiable: marksOf("notVerifiable"),
    notJudged: marksOf("notJudged").add(ofLevels),
    notApplicable: marksOf("notApplicable"),
  };
}
