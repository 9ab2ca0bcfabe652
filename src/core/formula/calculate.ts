import { keptWith } from "../workbook/kept-with";
import { append } from "../workbook/lists-by-key";
import { sheetViews } from "../workbook/sheet-view";
import type { CellSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { NumberMode } from "./evaluate/book";
import { LazyCalculation } from "./lazy-calculation";
import type { Calculation, CalculationSource, Precedents } from "./calculation";
import { meantName } from "./named-cells";
import { tablesOf } from "./table-areas";

/** Calculates a workbook; `precedents` says what a formula reads where another formula stands (SPEC E8, E12). */
export const createCalculation = (
  source: CalculationSource,
  mode: NumberMode = "excel",
  precedents: Precedents = "chain",
): Calculation => new LazyCalculation(source, mode, precedents);

/** The source that a snapshot is; one for each, since a review asks for it table by table. */
export const snapshotSource = keptWith((book: WorkbookSnapshot): CalculationSource => {
  const views = sheetViews(book);
  const rows = new Map(book.sheets.map((sheet) => [sheet.name, rowsByColumn(sheet.cells)]));
  const hidden = new Map(book.sheets.map((sheet) => [sheet.name, new Set(sheet.hiddenRows)]));
  return {
    sheets: book.sheets.map((sheet) => sheet.name),
    cell: (sheet, row, column) => views.get(sheet)?.cell(row, column),
    used: (sheet) => views.get(sheet)?.sheet.used ?? null,
    rows: (sheet, column) => rows.get(sheet)?.get(column) ?? [],
    resolveName: (name, sheet) => meantName(book.names, { name, sheet: null }, sheet)?.refersTo ?? null,
    isRowHidden: (sheet, row) => hidden.get(sheet)?.has(row) ?? false,
    date1904: book.date1904 ?? false,
    tables: tablesOf(book),
    links: book.links ?? [],
  };
});

/** Cells stand in row order, so each column's rows do too. */
function rowsByColumn(cells: readonly CellSnapshot[]): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>();
  for (const { row, column } of cells) append(columns, column, row);
  return columns;
}
