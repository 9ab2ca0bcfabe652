import type { Finding } from "../findings/finding";
import type { Exact } from "../model/exact";
import { roundHalfUp, sumExact } from "../model/exact";
import type { ScoringTable, StatedNumber } from "../model/scoring-table";
import type { Check, CheckContext } from "./context";
import type { Agreement } from "./figures";
import { compareSum, shown, shownRounded } from "./figures";
import { ordinalOf } from "./marks";
import type { ScoreGroup } from "../model/score-groups";
import { scoreGroups } from "../model/score-groups";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";
import type { IndicatorReview, TableReview } from "../review.types";
import { isContinuous } from "../rules/continuous";
import type { Settings } from "../rules/setting-types";

/**
 * The stated total must be the sum of the scores, with or without that of the funding block. A blank score adds
 * nothing, as in a SUM; where no score is filled at all there is nothing to compare (SPEC C6).
 */
export const statedTotal: Check = ({ tables, settings }) =>
  tables.flatMap((reviewed) => {
    const { table, totals } = reviewed;
    const scores = scoreGroups(table).flatMap(figuresIn(reviewed, settings));
    if (scores.length === 0) return [];
    const funding = table.funding?.total?.cells.score?.stated;
    const readings = funding ? [scores, [...scores, funding]] : [scores];
    return [...table.totalRows, ...(table.headTotals ?? [])].flatMap(({ score, row, label }) => {
      const stated = score?.stated;
      // A total that stands at its cap is below the sum of its scores, and right.
      if (!stated || (totals.capped && stated.number.equals(totals.capped.after))) return [];
      const { agreement, sum } = best(stated, readings, settings);
      const subject = ordinalOf(table, row);
      if (agreement === "equal") return shownSum(table, stated, [], label, readings, subject);
      const shows = shownRounded(stated);
      const data = { stated: shown(stated.number), ...(shows === undefined ? {} : { shows }), sum: shown(sum) };
      return agreement === "rounding"
        ? rounding(table, stated, [], label, sum, subject)
        : [findingAt("total-mismatch", table, stated.at, { subject, data })];
    });
  });

/** A level's stated sub-total must be the sum of the scores below it (SPEC C6). */
export const subtotals: Check = ({ tables, settings }) =>
  tables.flatMap((reviewed) => {
    const { table } = reviewed;
    if (!table.levels.some((level) => level.statedScore)) return [];
    const groupAt = groupByIndicator(table);
    const figuresOf = figuresIn(reviewed, settings);
    return table.levels.flatMap((level) => {
      const stated = level.statedScore;
      const groups = new Set(level.members.flatMap((member) => groupAt[member] ?? []));
      const scores = [...groups].flatMap(figuresOf);
      const straddles = [...groups].some((group) => group.indicators.length > 1 && !isBelow(group, level.path));
      if (!stated || scores.length === 0 || straddles) return [];
      const { agreement, sum } = best(stated, [scores], settings);
      const name = nameOf(level.path);
      if (agreement === "equal") return shownSum(table, stated, level.path, name, [scores], "");
      if (agreement === "rounding") return rounding(table, stated, level.path, name, sum, "");
      return [
        findingAt("subtotal-mismatch", table, stated.at, {
          path: level.path,
          data: { name, stated: shown(stated.number), sum: shown(sum) },
        }),
      ];
    });
  });

/**
 * The scores of a group. One that its rule gives as it stands (steps, bands, 8.96 of 89.6 %) is no rounded figure, however
 * many decimals it has, so that it explains no other total (SPEC C20).
 */
function figuresIn({ indicators }: TableReview, settings: Settings): (group: ScoreGroup) => readonly SummedScore[] {
  const reviewOf = new Map(indicators.map((review) => [review.indicator, review]));
  return ({ indicators: members, scores }) => {
    const [only] = members;
    const review = only && members.length === 1 ? reviewOf.get(only) : undefined;
    return scores.flatMap(({ stated }): SummedScore[] =>
      stated ? [{ ...stated, exact: review !== undefined && isExactly(review, stated, settings) }] : [],
    );
  };
}

/** A stated score; `exact` where nothing was rounded to come to it. */
type SummedScore = StatedNumber & { readonly exact?: boolean };

function isExactly({ recomputed, rule }: IndicatorReview, { number }: StatedNumber, settings: Settings): boolean {
  if (recomputed.status !== "computed" || !rule) return false;
  return recomputed.score.equals(number) || !isContinuous(rule.rule, settings);
}

/** Right in the cells, and yet what the total shows is not what the shown scores make (SPEC C6). */
function shownSum(
  table: ScoringTable,
  stated: StatedNumber,
  path: readonly string[],
  what: string,
  readings: readonly (readonly StatedNumber[])[],
  subject: string,
): Finding[] {
  const printed = ({ number, decimals }: StatedNumber): Exact => roundHalfUp(number, decimals);
  const total = printed(stated);
  const sums = readings.map((figures) => sumExact(figures.map(printed)));
  const [sum] = sums;
  if (!sum || sums.some((one) => roundHalfUp(one, stated.decimals).equals(total))) return [];
  const data = { what, shown: shown(total), sum: shown(sum) };
  return [findingAt("shown-sum-differs", table, stated.at, { path, subject, data })];
}

function groupByIndicator(table: ScoringTable): readonly ScoreGroup[] {
  return scoreGroups(table).flatMap((group) => group.indicators.map(() => group));
}

const isBelow = (group: ScoreGroup, path: readonly string[]): boolean =>
  group.indicators.every((indicator) => path.every((name, depth) => indicator.path[depth] === name));

const RANK: Readonly<Record<Agreement, number>> = { equal: 0, rounding: 1, different: 2 };

/** The reading that agrees best with what is stated; the nearest sum where none does. */
function best(
  stated: StatedNumber,
  readings: readonly (readonly SummedScore[])[],
  { tolerance }: CheckContext["settings"],
): { readonly agreement: Agreement; readonly sum: Exact } {
  const judged = readings.map((figures) => ({
    agreement: compareSum(stated, figures, tolerance),
    sum: sumExact(figures.map((figure) => figure.number)),
  }));
  const away = (sum: Exact) => sum.sub(stated.number).abs();
  return judged.reduce((a, b) => {
    const order = RANK[a.agreement] - RANK[b.agreement] || away(a.sum).compare(away(b.sum));
    return order <= 0 ? a : b;
  });
}

const rounding = (
  table: ScoringTable,
  stated: StatedNumber,
  path: readonly string[],
  what: string,
  sum: Exact,
  subject: string,
): Finding[] => [
  findingAt("explained-by-rounding", table, stated.at, {
    path,
    subject,
    data: { what, stated: shown(stated.number), computed: shown(sum) },
  }),
];
