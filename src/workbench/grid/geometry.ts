import { MAX_COLUMNS, MAX_ROWS, type Rect } from "../../core/workbook/address";
import { PLAIN_LOOK, type Look, type SheetLooks } from "../../host/looks";
import type { OpenBook } from "../../host/workbench/open-book";
import { Axis } from "./axis";
import { fittedHeight, lineCount, PADDING, pixels } from "./text-fit";

/** Pixels of the heads above and at the left. */
export const HEAD_HEIGHT = 22;
export const HEAD_WIDTH = 46;

/** Rows and columns shown beyond the used ones, so that there is always room to go on. */
const MORE_ROWS = 50;
const MORE_COLUMNS = 12;

/** Where every cell of a sheet stands, in pixels from the corner of the grid, heads included. */
export class Geometry {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozenRows: number;
  readonly frozenColumns: number;

  constructor(book: OpenBook, sheet: string, reach: { readonly row: number; readonly column: number }) {
    const looks = book.looks.sheet(sheet);
    const snapshot = book.sheet(sheet);
    const used = book.used(sheet);
    const hiddenRows = new Set(snapshot?.hiddenRows);
    const hiddenColumns = new Set(snapshot?.hiddenColumns);
    const widths = snapshot?.columnWidths ?? {};
    const columnCount = Math.min(MAX_COLUMNS, Math.max((used?.right ?? 0) + 1 + MORE_COLUMNS, reach.column + 2, 26));
    const rowCount = Math.min(MAX_ROWS, Math.max((used?.bottom ?? 0) + 1 + MORE_ROWS, reach.row + 2, 60));
    const defaultWidth = looks?.defaultWidth ?? 8.43;
    this.columns = new Axis(columnCount, (column) =>
      hiddenColumns.has(column) ? 0 : columnPixels(widths[column] ?? defaultWidth),
    );
    const defaultHeight = pixels(looks?.defaultHeight ?? 15);
    const fitted = looks ? fittedRows(book, sheet, looks, this.columns) : new Map<number, number>();
    this.rows = new Axis(rowCount, (row) => {
      if (hiddenRows.has(row)) return 0;
      const stated = looks?.rowHeights.get(row);
      return stated === undefined ? Math.max(defaultHeight, fitted.get(row) ?? 0) : pixels(stated);
    });
    this.frozenRows = Math.min(looks?.frozenRows ?? 0, rowCount);
    this.frozenColumns = Math.min(looks?.frozenColumns ?? 0, columnCount);
  }

  x(column: number): number {
    return HEAD_WIDTH + this.columns.start(column);
  }

  y(row: number): number {
    return HEAD_HEIGHT + this.rows.start(row);
  }

  width(rect: Pick<Rect, "left" | "right">): number {
    return this.columns.end(rect.right) - this.columns.start(rect.left);
  }

  height(rect: Pick<Rect, "top" | "bottom">): number {
    return this.rows.end(rect.bottom) - this.rows.start(rect.top);
  }

  get frozenWidth(): number {
    return this.x(this.frozenColumns);
  }

  get frozenHeight(): number {
    return this.y(this.frozenRows);
  }
}

/** Characters of the default font, seven pixels each, as Excel rounds them (ISO/IEC 29500-1, 18.3.1.13). */
const columnPixels = (width: number): number => Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7) + 5;

/** Rows without a stated height that hold wrapped texts or large letters. */
function fittedRows(book: OpenBook, sheet: string, looks: SheetLooks, columns: Axis): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, value } of book.sheet(sheet)?.cells ?? []) {
    if (looks.rowHeights.has(row) || typeof value !== "string") continue;
    const look = lookAt(book, looks, row, column);
    if (look.rotation !== 0 || book.mergeAt({ sheet, row, column })) continue;
    const lines = look.wrap ? lineCount(value, look, columns.size(column) - 2 * PADDING) : 1;
    heights.set(row, Math.max(heights.get(row) ?? 0, fittedHeight(lines, look)));
  }
  return heights;
}

export function lookAt(book: OpenBook, looks: SheetLooks, row: number, column: number): Look {
  const { looks: all } = book.looks;
  return all[looks.styleAt(row, column)] ?? all[0] ?? PLAIN_LOOK;
}
