import { formulaFaults } from "../audit/formula-faults";
import { recalculationOf } from "../audit/recalculation";
import { hiddenIndicators, tableSums } from "../audit/table-sums";
import type { Finding } from "../findings/finding";
import type { TableReview } from "../review.types";
import type { ScoringTable } from "../model/scoring-table";
import { a1, isInside, samePlace, type CellPosition } from "../workbook/address";
import { cellsInRows } from "../workbook/sheet-view";
import type { Check, CheckContext } from "./context";
import { viewsOf } from "./context";
import { triedTable } from "./expected/tried-table";

/**
 * The formulas of a table's own cells, each recalculated where it stands (SPEC G1–G5). Formulas elsewhere in the
 * workbook are the audit's: a review speaks of what it reads.
 */
export const tableFormulas: Check = (context) => {
  const { book, tables } = context;
  const views = viewsOf(context);
  const recalculation = recalculationOf(book);
  return tables.flatMap((reviewed) => {
    const { table } = reviewed;
    const sheet = views.get(table.sheet)?.sheet;
    const rows = [table.range, ...(table.funding ? [table.funding.range] : [])];
    const cells = sheet
      ? cellsInRows(sheet, rows).filter((cell) => cell.formula !== undefined && isOf(table, cell))
      : [];
    const summed = new Set(sumFaults(context, reviewed).map(({ code, at }) => keyOf(code, at)));
    return cells.flatMap((cell) => {
      const formula = sheet && recalculation.formula(sheet, cell);
      const faults = formula ? formulaFaults(formula, { book, views }) : [];
      return faults
        .filter(({ code, at }) => !summed.has(keyOf(code, at)))
        .map((finding) => placed(finding, table, cell));
    });
  });
};

/** Totals and sub-totals that are not the sum of their rows, by formula (SPEC G6). */
export const tableSumFormulas: Check = (context) => context.tables.flatMap((reviewed) => sumFaults(context, reviewed));

/** Indicators in hidden rows, which count although nobody sees them (SPEC G7). */
export const hiddenRows: Check = (context) =>
  context.tables.flatMap(({ table }) => {
    const view = viewsOf(context).get(table.sheet);
    return view ? hiddenIndicators(table, view) : [];
  });

const found = new WeakMap<ScoringTable, readonly Finding[]>();

/**
 * What is wrong with the sums of a table, by their formulas; found once for all checks. One that gives what is due wherever
 * it is tried has nothing wrong with it, though it may read a sub-total that has.
 */
export function sumFaults(context: CheckContext, reviewed: TableReview): readonly Finding[] {
  const { table } = reviewed;
  const before = found.get(table);
  if (before) return before;
  const view = viewsOf(context).get(table.sheet);
  const { tried, due } = triedTable(context, reviewed);
  const right = new Set(tried.flatMap(({ cell, trial }) => (trial?.result === "same" ? [a1(cell.at)] : []))); // prettier-ignore
  const faults = (view ? tableSums(context.book, table, view, due) : []).filter(({ at }) => !at || !right.has(a1(at)));
  found.set(table, faults);
  return faults;
}

const isOf = (table: ScoringTable, at: CellPosition): boolean =>
  isInside(at, table.range) || (table.funding !== null && isInside(at, table.funding.range));

const keyOf = (code: string, at: CellPosition | null): string => `${code} ${at?.row ?? ""} ${at?.column ?? ""}`;

/** A finding's fingerprint rests on table, path and subject, never on the address. */
function placed(finding: Finding, table: ScoringTable, at: CellPosition): Finding {
  const indicator = table.indicators.find((one) => at.row >= one.row && at.row <= one.lastRow);
  const level = table.levels.find((one) => samePlace(one.at, at));
  const role = table.columns.find((one) => one.column === at.column)?.role ?? "";
  return { ...finding, table: table.id, path: indicator?.path ?? level?.path ?? [], subject: role };
}
