import { createCalculation, snapshotSource } from "../../src/core/formula/calculate";
import type { CellScalar, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { bookOf, sheetOf, type GridOptions, type GridRow } from "./grid";

export interface FormulaSheet {
  readonly name: string;
  /** A text that begins with "=" is a formula; its result is calculated and stored, as Excel would. */
  readonly rows: readonly GridRow[];
  readonly options?: Omit<GridOptions, "formulas">;
  readonly change?: Partial<SheetSnapshot>;
}

/** A workbook as Excel saves it after calculating, by what stands in its cells. */
export function formulaBook(sheets: readonly FormulaSheet[]): WorkbookSnapshot {
  const raw = bookOf(sheets.map(({ name, rows, options = {}, change = {} }) => ({ ...sheetOf(name, shown(rows), { ...options, formulas: formulasOf(rows) }), ...change }))); // prettier-ignore
  const calculation = createCalculation(snapshotSource(raw));
  return {
    ...raw,
    sheets: raw.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        if (cell.formula === undefined) return cell;
        const result = calculation.valueAt({ sheet: sheet.name, row: cell.row, column: cell.column });
        return { ...cell, value: result.kind === "value" ? result.value : 0 };
      }),
    })),
  };
}

const isFormula = (cell: unknown): cell is string => typeof cell === "string" && cell.startsWith("=");

const shown = (rows: readonly GridRow[]): readonly GridRow[] =>
  rows.map((row) => row.map((cell) => (isFormula(cell) ? 0 : cell)));

const formulasOf = (rows: readonly GridRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.flatMap((row, r) => row.flatMap((cell, c) => (isFormula(cell) ? [[`${r},${c}`, cell] as const] : [])))); // prettier-ignore

/** The same book with another value stored at a cell, its formula left as it is. */
export function storing(book: WorkbookSnapshot, row: number, column: number, value: CellScalar): WorkbookSnapshot {
  const [first, ...others] = book.sheets;
  if (!first) return book;
  const cells = first.cells.map((cell) => (cell.row === row && cell.column === column ? { ...cell, value } : cell));
  return { ...book, sheets: [{ ...first, cells }, ...others] };
}
