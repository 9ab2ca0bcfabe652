import { a1, type CellAddress } from "../../core/workbook/address";
import { readBeyond } from "../../core/plan/columns/read-beyond";
import type { HelperColumn } from "../../core/ours/added-columns";
import { CALCULATION_SHEET, placeTable } from "../../core/ours/placement";
import { reasonCells } from "../../core/ours/reason-cells";
import { readOurs } from "../../core/ours/read-ours";
import { sheetViews } from "../../core/workbook/sheet-view";
import type { Reviewed } from "../review-workbook";

/** Where the reason of an indicator goes: its cell, or where the column will stand that the save adds. */
export interface ReasonPlace {
  readonly at: CellAddress | null;
  /** "G25", "核验计算". */
  readonly cell: string;
}

/** Where each indicator's reason is typed, by its index: the table's own column, else ours, else the one that is added. */
export function reasonPlaces({ book, review }: Reviewed, tableId: string): (index: number) => ReasonPlace {
  const table = review.tables.find((one) => one.table.id === tableId)?.table;
  const view = table && sheetViews(book).get(table.sheet);
  if (!table || !view) return () => ({ at: null, cell: "" });
  const ours = reasonCells(book, table);
  const { tags } = readOurs(book);
  const around = {
    tags,
    calculationSheet: CALCULATION_SHEET,
    taken: new Map(),
    read: readBeyond(book),
    helpers: new Set<HelperColumn>(),
    only: ["reason", "indicator"] as const,
  };
  const placement = placeTable(table, view, around);
  const column = placement.beside ? placement.columns.reason : undefined;
  return (index) => {
    const indicator = table.indicators[index];
    const own =
      indicator?.reason && !ours.has(index) ? { sheet: table.sheet, ...indicator.reason.at } : ours.get(index)?.at;
    if (own) return { at: own, cell: own.sheet === table.sheet ? a1(own) : `${own.sheet} ${a1(own)}` };
    if (column === undefined) return { at: null, cell: placement.sheet };
    return { at: null, cell: a1({ row: placement.rowOf(index), column }) };
  };
}
