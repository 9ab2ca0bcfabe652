import { SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { NumberMode } from "./evaluate/book";
import { LazyCalculation } from "./lazy-calculation";
import type { Calculation, CalculationSource } from "./calculation";

export const createCalculation = (source: CalculationSource, mode: NumberMode = "excel"): Calculation =>
  new LazyCalculation(source, mode);

/** The source that a snapshot is. */
export function snapshotSource(book: WorkbookSnapshot): CalculationSource {
  const views = new Map(book.sheets.map((sheet) => [sheet.name, new SheetView(sheet)]));
  const hidden = new Map(book.sheets.map((sheet) => [sheet.name, new Set(sheet.hiddenRows)]));
  const names = new Map(book.names.map((name) => [nameKey(name.scope, name.name), name.refersTo]));
  return {
    sheets: book.sheets.map((sheet) => sheet.name),
    cell: (sheet, row, column) => views.get(sheet)?.cell(row, column),
    used: (sheet) => views.get(sheet)?.sheet.used ?? null,
    resolveName: (name, sheet) => names.get(nameKey(sheet, name)) ?? names.get(nameKey(null, name)) ?? null,
    isRowHidden: (sheet, row) => hidden.get(sheet)?.has(row) ?? false,
    date1904: book.date1904 ?? false,
  };
}

const nameKey = (scope: string | null, name: string): string => `${scope?.toUpperCase() ?? ""}\n${name.toUpperCase()}`;
