import type { Finding } from "../findings/finding";
import { isInside } from "../workbook/address";
import { canonical } from "../model/text";
import { HUNDREDTH, percentText } from "../model/exact";
import type { ScoringTable, TableCell } from "../model/scoring-table";
import type { SheetView } from "../workbook/sheet-view";
import type { Check } from "./context";
import { viewsOf } from "./context";
import type { Figure } from "./figures";
import { cellText, compareRatio, shown } from "./figures";
import { isLimit } from "../targets/direction";
import { rateOfTarget } from "../targets/rate-of-target";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";

/**
 * A stated rate against the figures beside it: equal, explained by rounding, typed in percent where a fraction
 * belongs, or wrong (SPEC C8). A column whose header prints % holds percent, which is no fault.
 */
export function rateFindings(
  view: SheetView | undefined,
  table: ScoringTable,
  about: { readonly name: string; readonly path: readonly string[]; readonly subject: string },
  cell: TableCell,
  part: Figure,
  base: Figure,
): Finding[] {
  if (!cell.stated) return [];
  const { name, path, subject } = about;
  const { at } = cell;
  const exact = part.number.div(base.number);
  const asFraction = compareRatio(cell.stated, part, base);
  if (asFraction === "equal") return [];
  const asPercent = compareRatio(percentPoints(cell.stated), part, base);
  const inPercent = saysPercent(view, table, cell);
  const verdict = inPercent ? asPercent : asFraction;
  const stated = inPercent ? percentText(percentPoints(cell.stated).number, 4) : percentText(cell.stated.number, 4);
  const computed = percentText(exact, 4);
  if (verdict === "equal") return [];
  if (verdict === "rounding") {
    return [findingAt("explained-by-rounding", table, at, { path, subject, data: { what: name, stated, computed } })];
  }
  if (!inPercent && asPercent !== "different") {
    const data = { name, value: shown(cell.stated.number), suggested: computed };
    return [findingAt("percent-scale", table, at, { path, subject, data, group: subject })];
  }
  return [findingAt("rate-mismatch", table, at, { path, subject, data: { name, stated, computed } })];
}

const percentPoints = ({ number, decimals }: Figure): Figure => ({
  number: number.mul(HUNDREDTH),
  decimals: decimals + 2,
});

/** Whether a heading above the cell, within the table or its funding block, prints % for bare numbers. */
function saysPercent(view: SheetView | undefined, table: ScoringTable, { raw, at }: TableCell): boolean {
  if (!view || canonical(cellText(raw)).includes("%")) return false;
  const inFunding = table.funding && isInside(at, table.funding.range);
  const top = inFunding ? table.funding.range.top : table.range.top;
  const rows = inFunding ? rowsBetween(top, at.row) : table.headerRows;
  return rows.some((row) => {
    const heading = view.shown(row, at.column);
    return typeof heading === "string" && canonical(heading).includes("%");
  });
}

const rowsBetween = (top: number, below: number): readonly number[] =>
  Array.from({ length: Math.max(0, below - top) }, (_, offset) => top + offset);

/**
 * 完成率 of a target table: actual / target; for a target not to be exceeded also target / actual.
 * A rate with a printed definition is checked against that, elsewhere (SPEC C8).
 */
export const completionRates: Check = (context) => {
  const { tables } = context;
  const views = viewsOf(context);
  return tables.flatMap(({ table, indicators }) =>
    indicators.flatMap(({ indicator, definition }) => {
      const cell = indicator.rateCell;
      if (!cell?.stated || definition) return [];
      const pair = rateOfTarget(indicator);
      if (!pair) return [];
      const { target, actual } = pair;
      const about = { name: nameOf(indicator.path), path: indicator.path, subject: "rate" };
      const found = rateFindings(views.get(table.sheet), table, about, cell, actual, target);
      if (
        isLimit(target) &&
        actual.number.compare(0) > 0 &&
        rateFindings(views.get(table.sheet), table, about, cell, target, actual).length === 0
      )
        return [];
      return found;
    }),
  );
};
