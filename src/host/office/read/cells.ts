import type { Rect } from "../../../core/workbook/address";
import { isErrorCode, type CellErrorCode, type CellScalar, type CellSnapshot } from "../../../core/workbook/snapshot";

/** What is loaded of every range whose cells are read. */
export const CELL_PROPERTIES = "values,formulas,valueTypes,numberFormat";

/** The loaded properties, as Excel gives them: rows of cells. */
export interface LoadedCells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/** The cells of a loaded range that hold something, in row order. */
export function cellsOf(loaded: LoadedCells, { top, left }: Pick<Rect, "top" | "left">): CellSnapshot[] {
  const cells: CellSnapshot[] = [];
  for (const [r, row] of loaded.values.entries()) {
    for (const [c, value] of row.entries()) {
      const type = loaded.valueTypes[r]?.[c] ?? "Empty";
      const formula = formulaOf(loaded.formulas[r]?.[c], value);
      const shown = scalarOf(value, type);
      if (shown === null && formula === null) continue;
      const format = loaded.numberFormat[r]?.[c];
      cells.push({
        row: top + r,
        column: left + c,
        value: formula !== null && shown === null ? "" : shown,
        ...(formula !== null && { formula }),
        ...(typeof format === "string" && !/^(?:general)?$/i.test(format) && { numberFormat: format }),
      });
    }
  }
  return cells;
}

/** Of a constant `formulas` gives the constant: a text that begins with "=" is told from a formula by what it shows. */
const formulaOf = (formula: unknown, value: unknown): string | null =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;

function scalarOf(value: unknown, type: string): CellScalar {
  if (type === "Empty") return null;
  if (type === "Error") return { error: errorCode(String(value)) };
  if (typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

const errorCode = (text: string): CellErrorCode => (isErrorCode(text) ? text : "#UNKNOWN!");
