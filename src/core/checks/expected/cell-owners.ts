import type { Quantity } from "../../model/quantity";
import type { FundingRow, TableCell } from "../../model/scoring-table";
import type { IndicatorReview, TableReview } from "../../review.types";
import { a1, type CellAddress } from "../../workbook/address";
import { keptWith } from "../../workbook/kept-with";
import { fundingRows } from "../number-as-text";

/** What the judged cells of a table belong to, by A1: told once, since a long table is asked about cell by cell. */
export interface CellOwners {
  /** Null for a cell in which the scores of several indicators stand. */
  readonly scores: ReadonlyMap<string, IndicatorReview | null>;
  /** 完成率, or 实际完成值 where a rate stands there. */
  readonly rates: ReadonlyMap<string, IndicatorReview>;
  readonly fundingRates: ReadonlyMap<string, FundingRow>;
}

export function cellOwners({ table, indicators }: TableReview): CellOwners {
  const scores = new Map<string, IndicatorReview | null>();
  const rates = new Map<string, IndicatorReview>();
  const fundingRates = new Map<string, FundingRow>();
  for (const one of indicators) {
    const { score, rateCell, actual } = one.indicator;
    if (score) scores.set(a1(score.at), scores.has(a1(score.at)) ? null : one);
    for (const cell of [rateCell, actual]) addFirst(rates, cell, one);
  }
  for (const row of fundingRows(table)) addFirst(fundingRates, row.cells.rate, row);
  return { scores, rates, fundingRates };
}

/** A cell that several share is the first one's. */
function addFirst<T>(owners: Map<string, T>, cell: TableCell | null | undefined, owner: T): void {
  if (cell && !owners.has(a1(cell.at))) owners.set(a1(cell.at), owner);
}

/** Where the number of a definition's variable stands, by `variableKey`; null where it stands in no cell. */
export type VariableCells = ReadonlyMap<string, CellAddress | null>;

export const variableKey = (path: readonly string[], variable: string): string => [...path, variable].join("\n");

export const variableCells = (quantities: readonly Quantity[], table: string): VariableCells =>
  cellsByTable(quantities).get(table) ?? new Map<string, never>();

const cellsByTable = keptWith((quantities: readonly Quantity[]): ReadonlyMap<string, VariableCells> => {
  const tables = new Map<string, Map<string, CellAddress | null>>();
  for (const { usedBy, source } of quantities) {
    for (const { table, path, variable } of usedBy) {
      const cells = tables.get(table) ?? new Map<string, CellAddress | null>();
      tables.set(table, cells);
      const key = variableKey(path, variable);
      if (!cells.has(key)) cells.set(key, source && source.from !== "inputs" ? source.at : null);
    }
  }
  return tables;
});
