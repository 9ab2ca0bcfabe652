import type { CellAddress, CellPosition, Rect } from "./address";
import { MAX_COLUMNS } from "./address";
import { AreaIndex } from "./area-index";
import { append } from "./lists-by-key";
import type { CellScalar, CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/**
 * Looks up the cells and merges of one sheet at once, however many there are. It only reads; the snapshot stays as it was.
 */
export class SheetView {
  readonly sheet: SheetSnapshot;
  private readonly byKey = new Map<number, CellSnapshot>();
  /** Made when a merge is first asked for: most views are asked for cells alone. */
  private merges: AreaIndex | null = null;

  constructor(sheet: SheetSnapshot) {
    this.sheet = sheet;
    for (const cell of sheet.cells) this.byKey.set(key(cell.row, cell.column), cell);
  }

  cell(row: number, column: number): CellSnapshot | undefined {
    return this.byKey.get(key(row, column));
  }

  value(row: number, column: number): CellScalar {
    return this.cell(row, column)?.value ?? null;
  }

  /** The merged area that covers the cell, or undefined. */
  mergeAt(row: number, column: number): Rect | undefined {
    return (this.merges ??= new AreaIndex(this.sheet.merges)).at(row, column);
  }

  /** The top-left cell of the merge that covers the cell; the cell itself where none does. */
  anchor(row: number, column: number): CellPosition {
    const merge = this.mergeAt(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  /** The value a reader sees at the cell: a merged area shows its anchor's value everywhere. */
  shown(row: number, column: number): CellScalar {
    const at = this.anchor(row, column);
    return this.value(at.row, at.column);
  }
}

const key = (row: number, column: number): number => row * MAX_COLUMNS + column;

/** The cells of a sheet by their row. */
export function cellsByRow({ cells }: Pick<SheetSnapshot, "cells">): ReadonlyMap<number, readonly CellSnapshot[]> {
  const rows = new Map<number, CellSnapshot[]>();
  for (const cell of cells) append(rows, cell.row, cell);
  return rows;
}

/** Views of all sheets by name. */
export const sheetViews = (book: WorkbookSnapshot): ReadonlyMap<string, SheetView> =>
  new Map(book.sheets.map((sheet) => [sheet.name, new SheetView(sheet)]));

/** One cell of a workbook. Whoever looks at many of a sheet makes a view of it. */
export const cellAt = ({ sheets }: WorkbookSnapshot, { sheet, row, column }: CellAddress): CellSnapshot | undefined =>
  sheets.find(({ name }) => name === sheet)?.cells.find((cell) => cell.row === row && cell.column === column);
