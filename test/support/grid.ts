import type { Rect } from "../../src/core/workbook/address";
import type {
  CellScalar,
  CellSnapshot,
  DefinedName,
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../src/core/workbook/snapshot";

/**
 * Builds snapshots from tables as they are printed: one array for each row, one entry for each cell.
 * "" or null: blank. UP: merged into the cell above. LEFT: merged into the cell to the left.
 */
export interface MergeMark {
  readonly merged: "up" | "left";
}
export const UP: MergeMark = { merged: "up" };
export const LEFT: MergeMark = { merged: "left" };
export type GridCell = CellScalar | MergeMark;
export type GridRow = readonly GridCell[];

const isMerged = (value: GridCell | undefined): value is MergeMark => value === UP || value === LEFT;

export interface GridOptions {
  /** Where the first cell stands (zero-based). */
  readonly top?: number;
  readonly left?: number;
  readonly visibility?: SheetSnapshot["visibility"];
  /** Number formats by A1-like key "row,column" within the grid. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Formulas by the same key; the grid holds what they show. */
  readonly formulas?: Readonly<Record<string, string>>;
}

export function sheetOf(name: string, rows: readonly GridRow[], options: GridOptions = {}): SheetSnapshot {
  const { top = 0, left = 0, visibility = "visible", formats = {}, formulas = {} } = options;
  const cells: CellSnapshot[] = [];
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (isMerged(value) || value === null || value === "") continue;
      const format = formats[`${r},${c}`];
      const formula = formulas[`${r},${c}`];
      cells.push({
        row: top + r,
        column: left + c,
        value,
        ...(format === undefined ? {} : { numberFormat: format }),
        ...(formula === undefined ? {} : { formula }),
      });
    }
  }
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    name,
    visibility,
    protected: false,
    unlocked: [],
    used: { top, left, bottom: top + rows.length - 1, right: left + width - 1 },
    cells,
    merges: mergesOf(rows).map((rect) => shift(rect, top, left)),
    hiddenRows: [],
    hiddenColumns: [],
    validations: [],
    conditionalFormats: [],
    printArea: null,
    columnWidths: {},
  };
}

export const bookOf = (sheets: readonly SheetSnapshot[], names: readonly DefinedName[] = []): WorkbookSnapshot => ({
  sheets,
  names,
  calculation: "automatic",
  date1904: false,
  structureProtected: false,
});

/** A workbook of one sheet. */
export const gridBook = (rows: readonly GridRow[], options: GridOptions = {}): WorkbookSnapshot =>
  bookOf([sheetOf("评分表", rows, options)]);

const shift = (rect: Rect, down: number, right: number): Rect => ({
  top: rect.top + down,
  bottom: rect.bottom + down,
  left: rect.left + right,
  right: rect.right + right,
});

/** Every cell follows its marks to the cell that it is merged into; what ends at one cell is one merge. */
function mergesOf(rows: readonly GridRow[]): readonly Rect[] {
  const rects = new Map<string, Rect>();
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (!isMerged(value)) continue;
      let [ar, ac] = [r, c];
      for (let mark = rows[ar]?.[ac]; mark === UP || mark === LEFT; mark = rows[ar]?.[ac]) {
        if (mark === UP) ar--;
        else ac--;
      }
      const rect = rects.get(`${ar},${ac}`) ?? { top: ar, left: ac, bottom: ar, right: ac };
      const grown = { ...rect, bottom: Math.max(rect.bottom, r), right: Math.max(rect.right, c) };
      rects.set(`${ar},${ac}`, grown);
    }
  }
  return [...rects.values()];
}
