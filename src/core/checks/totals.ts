import type { Finding } from "../findings/finding";
import type { Exact } from "../model/exact";
import { sumExact } from "../model/exact";
import type { ScoringTable, StatedNumber } from "../model/scoring-table";
import type { Check, CheckContext } from "./context";
import type { Agreement } from "./figures";
import { compareSum, shown } from "./figures";
import { ordinalOf } from "./marks";
import type { ScoreGroup } from "../model/score-groups";
import { scoreGroups } from "../model/score-groups";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";

/**
 * The stated total must be the sum of the scores, with or without that of the funding block. A blank score adds
 * nothing, as in a SUM; where no score is filled at all there is nothing to compare (SPEC C6).
 */
export const statedTotal: Check = ({ tables, settings }) =>
  tables.flatMap(({ table, totals }) => {
    const scores = scoreGroups(table).flatMap(figuresOf);
    if (scores.length === 0) return [];
    const funding = table.funding?.total?.cells.score?.stated;
    const readings = funding ? [scores, [...scores, funding]] : [scores];
    return [...table.totalRows, ...(table.headTotals ?? [])].flatMap(({ score, row, label }) => {
      const stated = score?.stated;
      // A total that stands at its cap is below the sum of its scores, and right.
      if (!stated || (totals.capped && stated.number.equals(totals.capped.after))) return [];
      const { agreement, sum } = best(stated, readings, settings);
      if (agreement === "equal") return [];
      const data = { stated: shown(stated.number), sum: shown(sum) };
      const subject = ordinalOf(table, row);
      return agreement === "rounding"
        ? rounding(table, stated, [], label, sum, subject)
        : [findingAt("total-mismatch", table, stated.at, { subject, data })];
    });
  });

/** A level's stated sub-total must be the sum of the scores below it (SPEC C6). */
export const subtotals: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }) => {
    if (!table.levels.some((level) => level.statedScore)) return [];
    const groupAt = groupByIndicator(table);
    return table.levels.flatMap((level) => {
      const stated = level.statedScore;
      const groups = new Set(level.members.flatMap((member) => groupAt[member] ?? []));
      const scores = [...groups].flatMap(figuresOf);
      const straddles = [...groups].some((group) => group.indicators.length > 1 && !isBelow(group, level.path));
      if (!stated || scores.length === 0 || straddles) return [];
      const { agreement, sum } = best(stated, [scores], settings);
      if (agreement === "equal") return [];
      const name = nameOf(level.path);
      if (agreement === "rounding") return rounding(table, stated, level.path, name, sum, "");
      return [
        findingAt("subtotal-mismatch", table, stated.at, {
          path: level.path,
          data: { name, stated: shown(stated.number), sum: shown(sum) },
        }),
      ];
    });
  });

const figuresOf = (group: ScoreGroup): readonly StatedNumber[] => group.scores.flatMap((cell) => cell.stated ?? []);

function groupByIndicator(table: ScoringTable): readonly ScoreGroup[] {
  return scoreGroups(table).flatMap((group) => group.indicators.map(() => group));
}

const isBelow = (group: ScoreGroup, path: readonly string[]): boolean =>
  group.indicators.every((indicator) => path.every((name, depth) => indicator.path[depth] === name));

const RANK: Readonly<Record<Agreement, number>> = { equal: 0, rounding: 1, different: 2 };

/** The reading that agrees best with what is stated; the nearest sum where none does. */
function best(
  stated: StatedNumber,
  readings: readonly (readonly StatedNumber[])[],
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
