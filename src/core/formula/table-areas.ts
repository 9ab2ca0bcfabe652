import { highest, lowest } from "../workbook/long-lists";
import { isInside, type CellAddress, type Rect } from "../workbook/address";
import type { SheetTable, WorkbookSnapshot } from "../workbook/snapshot";
import type { TableNode } from "./parsed";

/** A table of Excel's own, and the sheet on which it stands. */
export interface LocatedTable {
  readonly sheet: string;
  readonly table: SheetTable;
}

/** "lost": the table has no such column or row; "elsewhere": this row, asked from outside its rows. */
export type TableArea = { readonly sheet: string; readonly rect: Rect } | "unknown" | "lost" | "elsewhere";

export const tablesOf = ({ sheets }: Pick<WorkbookSnapshot, "sheets">): readonly LocatedTable[] =>
  sheets.flatMap(({ name, tables = [] }) => tables.map((table) => ({ sheet: name, table })));

/** The cells that a structured reference means, written in a formula at `at` (SPEC E14). */
export function tableArea(node: TableNode, at: CellAddress, tables: readonly LocatedTable[]): TableArea {
  const found = tableNamed(node.table, at, tables);
  if (!found) return "unknown";
  const across = columnsOf(node.columns, found.table);
  if (!across) return "lost";
  const down = rowsOf(node.sections, found, at);
  return typeof down === "string" ? down : { sheet: found.sheet, rect: { ...down, ...across } };
}

function tableNamed(name: string, at: CellAddress, tables: readonly LocatedTable[]): LocatedTable | undefined {
  if (name !== "") return tables.find(({ table }) => table.name.toUpperCase() === name.toUpperCase());
  return tables.find(({ sheet, table }) => isSameSheet(sheet, at.sheet) && isInside(at, table.range));
}

/** Of a table the rows of values, as its bare name means them. */
export function dataArea({ sheet, table }: LocatedTable): { readonly sheet: string; readonly rect: Rect } {
  const { top, bottom, ...across } = table.range;
  return { sheet, rect: { top: top + Number(table.hasHeader), bottom: bottom - Number(table.hasTotals), ...across } };
}

function columnsOf(names: readonly string[], { range, columns }: SheetTable): Pick<Rect, "left" | "right"> | null {
  const places = names.map((name) => columns.findIndex((column) => column.toUpperCase() === name.toUpperCase()));
  if (places.includes(-1)) return null;
  const [first = 0, last = first] = places.length === 0 ? [0, range.right - range.left] : places;
  return { left: range.left + Math.min(first, last), right: range.left + Math.max(first, last) };
}

type Rows = Pick<Rect, "top" | "bottom">;

function rowsOf(sections: readonly string[], located: LocatedTable, at: CellAddress): Rows | "lost" | "elsewhere" {
  const { sheet, table } = located;
  const { rect } = dataArea(located);
  const data: Rows = { top: rect.top, bottom: rect.bottom };
  const parts: Rows[] = [];
  for (const section of sections.length === 0 ? ["data"] : sections) {
    if (section === "all") parts.push({ top: table.range.top, bottom: table.range.bottom });
    else if (section === "data") parts.push(data);
    else if (section === "headers") {
      if (!table.hasHeader) return "lost";
      parts.push({ top: table.range.top, bottom: table.range.top });
    } else if (section === "totals") {
      if (!table.hasTotals) return "lost";
      parts.push({ top: table.range.bottom, bottom: table.range.bottom });
    } else {
      if (!isSameSheet(sheet, at.sheet) || at.row < data.top || at.row > data.bottom) return "elsewhere";
      parts.push({ top: at.row, bottom: at.row });
    }
  }
  return { top: lowest(parts.map(({ top }) => top)), bottom: highest(parts.map(({ bottom }) => bottom)) };
}

const isSameSheet = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
