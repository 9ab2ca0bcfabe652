import type { Finding } from "../findings/finding";
import type { ScoringTable } from "../model/scoring-table";
import type { Check } from "./context";
import { isExtraItem } from "../model/named-indicators";
import { shown } from "./figures";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";

/** 分值 less 扣分 is 得分, row by row (SPEC C15). */
export const deductions: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }) =>
    table.indicators.flatMap((indicator) => contradicted(table, indicator, settings.tolerance)),
  );

function contradicted(
  table: ScoringTable,
  indicator: ScoringTable["indicators"][number],
  tolerance: Parameters<typeof shown>[0],
): Finding[] {
  const { path, deduction, score, fullMark, markGroup } = indicator;
  if (!deduction?.stated || !score?.stated || !fullMark || isExtraItem(indicator)) return [];
  if (deduction.merged || score.merged || markGroup !== undefined) return [];
  const deducted = deduction.stated.number.abs();
  const lost = fullMark.number.sub(score.stated.number);
  if (lost.sub(deducted).abs().compare(tolerance) <= 0) return [];
  const data = {
    name: nameOf(path),
    deducted: shown(deducted),
    fullMark: shown(fullMark.number),
    score: shown(score.stated.number),
  };
  return [findingAt("deduction-mismatch", table, deduction.at, { path, data })];
}
