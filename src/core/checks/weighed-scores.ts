import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { ratio, roundHalfUp, sumExact, type Exact } from "../model/exact";
import { nameOf } from "../model/path";
import type { Indicator, ScoringTable, StatedNumber } from "../model/scoring-table";
import { unspaced } from "../model/text";
import type { Check } from "./context";
import { cellText, shown } from "./figures";

/** 折算得分 is 单项得分 (out of a hundred) or 得分系数 (up to one) times the weight, row by row (SPEC C43). */
export const weighedScores: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }) => {
    const whole = itemScale(table);
    return weighedRows(table).flatMap((row) => mismatch(table, row, row.item.number.mul(row.weight.number).div(whole), settings.tolerance));
  }); // prettier-ignore

interface WeighedRow {
  readonly indicator: Indicator;
  readonly item: StatedNumber;
  readonly weight: StatedNumber;
  readonly score: StatedNumber;
}

/** Rows that have all three, each in a cell of its own. */
const weighedRows = (table: ScoringTable): readonly WeighedRow[] =>
  table.indicators.flatMap((indicator) => {
    const { itemScore, fullMark, score, markGroup } = indicator;
    if (!itemScore?.stated || !fullMark || !score?.stated || markGroup !== undefined) return [];
    return itemScore.merged || score.merged
      ? []
      : [{ indicator, item: itemScore.stated, weight: fullMark, score: score.stated }];
  });

const HUNDRED = ratio(100);
const ONE = ratio(1);

/** Factors are shares of one; so are scores printed as percentages. */
export function itemScale(table: ScoringTable): Exact {
  const header = table.columns.find(({ role }) => role === "itemScore")?.header ?? "";
  const items = table.indicators.flatMap(({ itemScore }) => itemScore?.stated?.number ?? []);
  return header.includes("系数") || items.every((item) => item.compare(1) <= 0) ? ONE : HUNDRED;
}

function mismatch(table: ScoringTable, { indicator, item, weight, score }: WeighedRow, computed: Exact, tolerance: Exact): Finding[] {
  const { path } = indicator;
  if (score.number.sub(computed).abs().compare(tolerance) <= 0) return [];
  if (score.decimals > 0 && roundHalfUp(computed, score.decimals).equals(score.number)) {
    const data = { what: `${nameOf(path)}的折算得分`, stated: shown(score.number), computed: shown(computed) };
    return [findingAt("explained-by-rounding", table, score.at, { path, data })];
  }
  const data = {
    name: nameOf(path),
    item: `${headerOf(table)} ${cellText(indicator.itemScore?.raw ?? null) || shown(item.number)}`,
    weight: shown(weight.number),
    score: shown(score.number),
    computed: shown(computed),
  };
  return [findingAt("weighed-score-mismatch", table, score.at, { path, data })];
} // prettier-ignore

const headerOf = (table: ScoringTable): string =>
  unspaced(
    table.columns
      .find(({ role }) => role === "itemScore")
      ?.header.split("/")
      .at(-1) ?? "",
  );

/** Item scores that are the weights, row for row, are no scores out of a hundred (SPEC C43). */
export const itemScores: Check = ({ tables }) =>
  tables.flatMap(({ table }): Finding[] => {
    const rows = weighedRows(table);
    const [first] = rows;
    if (!first || rows.length < 2 || itemScale(table) === ONE) return [];
    if (!rows.every(({ item, weight }) => item.number.equals(weight.number))) return [];
    const full = sumExact(rows.map(({ weight }) => weight.number));
    const data = { column: headerOf(table), rows: String(rows.length), full: shown(full) };
    return [findingAt("item-score-is-weight", table, first.item.at, { data })];
  });
