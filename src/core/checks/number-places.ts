import { a1, type CellPosition } from "../workbook/address";
import type { ColumnRole, FundingColumn, ScoringTable } from "../model/scoring-table";
import { fundingRows, ROLE_NAMES } from "./number-as-text";

/** A cell in which a number belongs. */
export interface NumberPlace {
  readonly at: CellPosition;
  readonly path: readonly string[];
  readonly role: ColumnRole | FundingColumn;
  /** What its column is called. */
  readonly column: string;
}

const NUMBER_ROLES = new Set<ColumnRole>([
  "fullMark",
  "score",
  "itemScore",
  "deduction",
  "reviewScore",
  "rate",
  "target",
  "actual",
]);

/**
 * Every cell of the table in which a number belongs, once: marks, scores, their totals and sub-totals, amounts, rates,
 * targets and actual values.
 */
export function numberPlaces(table: ScoringTable): readonly NumberPlace[] {
  const places = new Map<string, NumberPlace>();
  const add = (place: NumberPlace): void => {
    if (!places.has(a1(place.at))) places.set(a1(place.at), place);
  };
  const columns = table.columns.filter(({ role }) => NUMBER_ROLES.has(role));
  for (const { path, row, lastRow } of table.indicators)
    for (const { role, column, header } of columns)
      for (let at = row; at <= lastRow; at++) add({ at: { row: at, column }, path, role, column: header });
  const sums = [
    ...table.levels.flatMap(({ path, subtotal }) => (subtotal ? [{ path, row: subtotal.row }] : [])),
    ...table.totalRows.map(({ row, label }) => ({ path: [label], row })),
  ];
  for (const { path, row } of sums)
    for (const { role, column, header } of columns)
      if (role !== "target" && role !== "actual") add({ at: { row, column }, path, role, column: header });
  for (const { label, cells } of fundingRows(table))
    for (const role of Object.keys(cells) as FundingColumn[]) {
      const cell = cells[role];
      if (cell && role !== "reason") add({ at: cell.at, path: [label], role, column: ROLE_NAMES[role] });
    }
  return [...places.values()];
}
