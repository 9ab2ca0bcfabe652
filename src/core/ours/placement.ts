import { highest, lowest } from "../workbook/long-lists";
import { MAX_ROWS, type Rect } from "../workbook/address";
import type { ScoringTable } from "../model/scoring-table";
import type { SheetView } from "../workbook/sheet-view";
import {
  neededColumns,
  tableMarkColumn,
  placeColumns,
  presentColumns,
  tableColumn,
  type AddedColumn,
  type ColumnPositions,
  type HelperColumn,
} from "./added-columns";
import { firstFreeColumn } from "./free-columns";
import type { Tag } from "./tags";
import type { SheetArea } from "../workbook/sheet-area";
import { tableAreas, tagsByGroup } from "./tags";

/** Where the columns for one table stand: beside it, or, on a protected, hidden or full sheet, on the sheet 核验计算. */
export interface Placement {
  readonly table: ScoringTable;
  readonly sheet: string;
  readonly beside: boolean;
  readonly headerRow: number;
  /** From the first header row to the table's last row. */
  readonly rows: Rect;
  readonly columns: ColumnPositions;
  /** The row of each indicator, by its index. */
  readonly rowOf: (indicator: number) => number;
  /** The row for a total row of the table; null where it has none there. */
  readonly rowOfTotal: (row: number) => number | null;
  /** The table's own column of marks that formulas can read; null where ours carries them. */
  readonly markColumn: number | null;
  /** Our column 扣分原因 of an earlier run, wherever it stands. */
  readonly reasonArea: SheetArea | null;
}

export const CALCULATION_SHEET = "核验计算";
export const CALCULATION_SHEET_OTHERWISE = "核验计算（评核）";
const CALCULATION_HEADER = 2;

export interface Surroundings {
  readonly tags: readonly Tag[];
  /** The sheet 核验计算: ours already, or the name it will get. */
  readonly calculationSheet: string;
  /** Areas given to tables that were placed before. */
  readonly taken: Map<string, Rect[]>;
  /** By sheet, what formulas and names of the unit read. */
  readonly read: ReadonlyMap<string, readonly Rect[]>;
  /** Helper columns that the table's formulas read. */
  readonly helpers: ReadonlySet<HelperColumn>;
  /** The columns that are wanted beside those that stand there already; absent: all that the table needs. */
  readonly only?: readonly AddedColumn[];
}

export function placeTable(table: ScoringTable, view: SheetView, around: Surroundings): Placement {
  const { tags } = around;
  const body = tableRows(table);
  const present = presentColumns(tags, table.sheet, body);
  const isBeside = Object.keys(present).length > 0;
  const group = (tagsByGroup(tags).get(table.id) ?? []).filter(({ area }) => area?.sheet === around.calculationSheet);
  const elsewhere = !isBeside && (group.length > 0 || view.sheet.protected || view.sheet.visibility !== "visible");
  if (!elsewhere) {
    const needed = neededColumns(table, view, false, needsReasons(table, present, view, body), around.helpers).filter(
      wantedBeside(present, around),
    );
    const columns = placeColumns(needed, present, () =>
      firstFreeColumn(view.sheet, body, takenOn(table.sheet, around), around.read.get(table.sheet) ?? []),
    );
    if (columns) return beside(table, view, body, columns, present);
  }
  return onCalculationSheet(table, view, around, group);
}

const wantedBeside =
  (present: ColumnPositions, { only }: Surroundings) =>
  (column: AddedColumn): boolean =>
    only === undefined || only.includes(column) || present[column] !== undefined;

/** The rows whose right side we use: from the first header row down; a funding block above is left alone. */
function tableRows(table: ScoringTable): Rect {
  const top = table.headerRows.length > 0 ? lowest(table.headerRows) : table.range.top;
  return { ...table.range, top };
}

/** The last row of the header that the table begins with; a header printed again after a page break does not count. */
function lastHeaderRow(table: ScoringTable, top: number): number {
  const rows = new Set(table.headerRows);
  let row = top;
  while (rows.has(row + 1)) row++;
  return row;
}

function beside(
  table: ScoringTable,
  view: SheetView,
  rows: Rect,
  columns: ColumnPositions,
  present: ColumnPositions,
): Placement {
  return {
    table,
    sheet: table.sheet,
    beside: true,
    headerRow: lastHeaderRow(table, rows.top),
    rows,
    columns,
    rowOf: (indicator) => table.indicators[indicator]?.row ?? rows.top,
    rowOfTotal: (row) => (row > rows.top && row <= rows.bottom ? row : null),
    markColumn: tableMarkColumn(table, view),
    reasonArea: columnArea(table.sheet, rows, present.reason),
  };
}

function onCalculationSheet(
  table: ScoringTable,
  view: SheetView,
  around: Surroundings,
  group: readonly Tag[],
): Placement {
  const sheet = around.calculationSheet;
  const present: Partial<Record<AddedColumn, number>> = {};
  for (const { part, area } of group) if (area) present[part as AddedColumn] = area.rect.left;
  const reasonArea = group.find(({ part }) => part === "reason")?.area ?? null;
  const hasReasons = tableColumn(table, "reason") !== null;
  const needed = neededColumns(
    table,
    view,
    true,
    reasonArea !== null || (!hasReasons && tableColumn(table, "score") !== null),
    around.helpers,
  ).filter(wantedBeside(present, around));
  const taken = takenOn(sheet, around);
  let next = taken.reduce((last, area) => Math.max(last, area.right + 2), 0);
  const columns: Partial<Record<AddedColumn, number>> = {};
  for (const column of needed) columns[column] = present[column] ?? next++;
  const first = CALCULATION_HEADER + 1;
  const totals = new Map(table.totalRows.map(({ row }, index) => [row, first + table.indicators.length + index]));
  const bottom = first + table.indicators.length + table.totalRows.length - 1;
  const all = Object.values(columns);
  return {
    table,
    sheet,
    beside: false,
    headerRow: CALCULATION_HEADER,
    rows: { top: CALCULATION_HEADER, bottom, left: lowest(all), right: highest(all) },
    columns,
    rowOf: (indicator) => first + indicator,
    rowOfTotal: (row) => totals.get(row) ?? null,
    markColumn: tableMarkColumn(table, view),
    reasonArea,
  };
}

/** Whether the table has no reason column of its own, or ours has words in it that must not go. */
function needsReasons(table: ScoringTable, present: ColumnPositions, view: SheetView, rows: Rect): boolean {
  const own = tableColumn(table, "reason");
  const { reason } = present;
  if (own === null || own === reason) return tableColumn(table, "score") !== null;
  if (reason === undefined) return false;
  for (let row = rows.top + 1; row <= Math.min(rows.bottom, MAX_ROWS); row++) {
    if (view.value(row, reason) !== null && !table.headerRows.includes(row)) return true;
  }
  return false;
}

const columnArea = (sheet: string, rows: Rect, column: number | undefined): SheetArea | null =>
  column === undefined ? null : { sheet, rect: { ...rows, left: column, right: column } };

const takenOn = (sheet: string, { tags, taken }: Surroundings): readonly Rect[] => [
  ...(tableAreas(tags).get(sheet) ?? []),
  ...(taken.get(sheet) ?? []),
];
