import type { Finding } from "../findings/finding";
import { compact } from "../model/text";
import { decisive, percentText, roundHalfUp } from "../model/exact";
import type { ScoringTable, TableCell } from "../model/scoring-table";
import type { Comparison } from "../targets/compare";
import type { Indicator } from "../model/scoring-table";
import type { IndicatorReview } from "../review.types";
import { directionOf } from "../targets/direction";
import { readTarget, type NumberReading } from "../targets/read";
import type { Check } from "./context";
import { shown, shownCell, shownRounded } from "./figures";
import type { JudgedReason } from "./justification/judge";
import { judgeReasons } from "./justification/judge";
import type { ScoreGroup } from "../model/score-groups";
import { hasFullMark, lostMarks } from "../model/score-groups";
import { authorityOf } from "./authority";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";

/**
 * Scores against 年度指标值 and 实际完成值: met and deducted without a reason, missed and full, far exceeded without
 * a reason, on different scales, or not comparable. Nothing is said where the texts leave it open (SPEC C10).
 */
export const targetScores: Check = ({ tables, settings }) =>
  tables.flatMap(({ table, indicators }) => {
    const reviewOf = new Map(indicators.map((review) => [review.indicator, review]));
    return judgeReasons(table, settings).flatMap((judged) => {
      const { group, comparison } = judged;
      const [indicator] = group.indicators;
      if (!indicator?.target || !indicator.actual || !comparison) return [];
      const about: TargetFacts = {
        table,
        group,
        comparison,
        name: nameOf(indicator.path),
        path: indicator.path,
        target: statedTarget(indicator.targetOperator, indicator.target, indicator.unit),
        actual: shownNumber(indicator.actual),
        at: indicator.actual.at,
        shows: shownLess(indicator.actual),
        taken: takenSign(indicator),
        due: dueWords(reviewOf.get(indicator)),
      };
      return [...scoreFindings(about, judged), ...slipFindings(about, judged.actual), ...copiedName(about)];
    });
  });

/** A number as its cell shows it, a share in per cent, with all that it holds. */
const isPlain = ({ raw, date, shown: words }: TableCell): boolean =>
  typeof raw === "number" && date === undefined && words === undefined;

function shownNumber(cell: TableCell): string {
  const { stated } = cell;
  return stated?.percent === true && isPlain(cell) ? percentText(stated.number, 6) : shownCell(cell);
}

/** What the cell prints of it, where that is less than it holds: 95% of 94.96%. */
function shownLess(cell: TableCell): { readonly shows?: string } {
  const { stated } = cell;
  if (!stated || !isPlain(cell)) return {};
  if (stated.percent !== true) return wherePrinted(shownRounded(stated));
  const printed = roundHalfUp(stated.number, stated.decimals);
  const places = Math.max(stated.decimals - 2, 0);
  return printed.equals(decisive(stated.number)) ? {} : { shows: percentText(printed, places) };
}

const wherePrinted = (shows: string | undefined): { readonly shows?: string } => (shows === undefined ? {} : { shows });

/** What the rule gives instead of the full mark, and by whose standard; null where none does. */
function dueWords(review: IndicatorReview | undefined): TargetFacts["due"] {
  if (review?.recomputed.status !== "computed" || !review.rule) return null;
  const fullMark = review.indicator.fullMark?.number;
  if (fullMark && review.recomputed.score.compare(fullMark) >= 0) return null;
  const { basis } = authorityOf([review.rule]);
  const score = shown(review.recomputed.score);
  return { zh: `${basis.zh} ${score} 分`, en: `${basis.en} ${score}` };
}

interface TargetFacts {
  readonly shows: { readonly shows?: string };
  readonly table: ScoringTable;
  readonly group: ScoreGroup;
  readonly comparison: Comparison;
  readonly name: string;
  readonly path: readonly string[];
  readonly target: string;
  readonly actual: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly taken: { readonly taken?: "≥" | "≤" };
  readonly due: { readonly zh: string; readonly en: string } | null;
}

const statedTarget = (operator: TableCell | null, target: TableCell, unit: TableCell | null): string =>
  `${shownCell(operator)}${shownCell(target)}${shownCell(unit)}`;

/** Where no sign is printed, the one that the comparison takes: findings say so (SPEC C21). */
function takenSign(indicator: Indicator): { readonly taken?: "≥" | "≤" } {
  const target = readTarget(indicator);
  if (target.kind !== "number" || target.operator !== null) return {};
  return { more: { taken: "≥" }, less: { taken: "≤" }, open: {} }[directionOf(indicator, target)] as ReturnType<
    typeof takenSign
  >;
}

function scoreFindings(about: TargetFacts, { status, overFulfilled }: JudgedReason): Finding[] {
  const { table, group, comparison, name, path, target, actual, taken } = about;
  const scoreAt = group.scores[0]?.at ?? about.at;
  const lost = lostMarks(group);
  const data = { name, target, actual, ...about.shows, score: group.score ? shown(group.score) : "", ...taken };
  if (comparison.outcome === "missed" && hasFullMark(group) && group.fullMark?.compare(0) === 1) {
    const due = about.due ? { due: about.due } : {};
    return [findingAt("target-missed-but-full", table, scoreAt, { path, data: { ...data, ...due } })];
  }
  if (comparison.outcome === "met" && comparison.measured && lost && status !== "present") {
    const fullMark = group.fullMark ? shown(group.fullMark) : "";
    return [findingAt("target-met-but-deducted", table, scoreAt, { path, data: { ...data, fullMark } })];
  }
  if (overFulfilled && comparison.completion && status === "missing") {
    const completion = percentText(comparison.completion);
    return [
      findingAt("over-fulfilment", table, about.at, { path, data: { name, target, actual, completion, ...taken } }),
    ];
  }
  if (comparison.why) {
    return [
      findingAt("target-not-comparable", table, about.at, {
        path,
        data: { name, target, actual, why: comparison.why, ...taken },
      }),
    ];
  }
  return [];
}

function slipFindings(
  { table, comparison, name, path, target, at, actual }: TargetFacts,
  reading: NumberReading | null,
): Finding[] {
  const { slip } = comparison;
  if (!slip || !reading) return [];
  const subject = "actual";
  if (slip.kind === "unit") {
    const data = { name, value: actual, compared: target, factor: shown(slip.factor) };
    return [findingAt("unit-scale", table, at, { path, subject, data })];
  }
  const suggested = reading.number.compare(1) > 0 ? reading.number.div(slip.factor) : reading.number.mul(slip.factor);
  return [
    findingAt("percent-scale", table, at, {
      path,
      subject,
      data: { name, value: actual, suggested: shown(suggested) },
    }),
  ];
}

/** Name, target and actual value one and the same text: copied down the row, nothing is said. */
function copiedName({ table, comparison, name, path, target, actual, at }: TargetFacts): Finding[] {
  if (comparison.measured || compact(target) !== compact(name) || compact(actual) !== compact(name)) return [];
  const why = { zh: "目标和实际都照抄了指标名称", en: "both only repeat the indicator's name" };
  return [
    findingAt("target-not-comparable", table, at, { path, subject: "copied", data: { name, target, actual, why } }),
  ];
}
