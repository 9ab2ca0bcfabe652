import { boxAround, type Rect } from "../../core/workbook/address";
import type { CellNote, CellSnapshot, Drawing, PrintedTable, SheetSnapshot } from "../../core/workbook/snapshot";
import { cellText, numberOf } from "./cell-text";
import type { DocumentItem } from "./document-item";
import type { PlacedCell, TableGrid } from "./table-grid";

/** A table of a document, or what is printed of one on a page: rows from `from` on belong to the sheet. */
export interface Piece {
  readonly name: string;
  readonly grid: TableGrid;
  readonly from: number;
}

/**
 * One table as a sheet, so that it is read as any other: the lines that stand above it first, then its rows; what a later
 * piece prints stands below. `printed` tells which row of which table each row is.
 */
export function tableSheet(name: string, above: readonly string[], pieces: readonly Piece[]): SheetSnapshot {
  const content = new SheetContent();
  for (const [row, text] of above.entries()) content.put(row, 0, text);
  let top = above.length;
  const printed: PrintedTable[] = [];
  for (const { name: table, grid, from } of pieces) {
    printed.push({ table, top, row: from });
    for (const cell of grid.cells) if (cell.top >= from) content.place(cell, top - from);
    top += grid.rows - from;
  }
  const cells = content.cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    name,
    visibility: "visible",
    protected: false,
    unlocked: [],
    used: boxAround(cells),
    cells,
    merges: content.merges,
    hiddenRows: [],
    hiddenColumns: [],
    validations: [],
    conditionalFormats: [],
    printArea: null,
    columnWidths: widthsOf(pieces[0]?.grid.widths ?? []),
    ...(content.notes.length > 0 && { notes: content.notes }),
    ...(content.drawings.length > 0 && { drawings: content.drawings }),
    printed,
  };
}

/** A digit of Song 10.5 is some 105 twentieths of a point wide. */
const DIGIT = 105;

const widthsOf = (widths: readonly number[]): Readonly<Record<number, number>> =>
  Object.fromEntries(widths.flatMap((width, i) => (width > 0 ? [[i, Math.round(width / DIGIT)]] : [])));

class SheetContent {
  readonly cells: CellSnapshot[] = [];
  readonly merges: Rect[] = [];
  readonly notes: CellNote[] = [];
  readonly drawings: Drawing[] = [];

  place({ top, left, bottom, right, items, covered }: PlacedCell, shift: number): void {
    const [row, last] = [top + shift, bottom + shift];
    this.putItems(row, left, items);
    for (const { row: below, items: hidden } of covered) this.putItems(below + shift, left, hidden);
    if (last > row || right > left) this.merges.push({ top: row, left, bottom: last, right });
    for (const item of items) {
      if (item.is !== "paragraph") continue;
      for (const text of item.notes) this.notes.push({ row, column: left, text });
      for (let i = 0; i < item.pictures; i++) this.drawings.push({ kind: "picture", area: { top: row, left, bottom: last, right }, text: "" }); // prettier-ignore
    }
  }

  private putItems(row: number, column: number, items: readonly DocumentItem[]): void {
    const { text, unstruck } = cellText(items);
    this.put(row, column, text, unstruck);
  }

  put(row: number, column: number, text: string, unstruck: string | null = null): void {
    if (text.trim() === "") return;
    const content = numberOf(text) ?? { value: text };
    this.cells.push({ row, column, ...content, ...(unstruck !== null && { unstruck }) });
  }
}
