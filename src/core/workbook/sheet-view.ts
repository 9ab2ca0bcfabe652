import type { CellAddress, CellPosition, Rect } from "./address";
import { cellKey, MAX_ROWS, placeKey } from "./address";
import { AreaIndex } from "./area-index";
import { keptWith } from "./kept-with";
import { append } from "./lists-by-key";
import type { CellScalar, CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/**
 * Looks up the cells and merges of one sheet at once, however many there are. It only reads; the snapshot stays as it was.
 */
export class SheetView {
  readonly sheet: SheetSnapshot;
  private readonly byKey: ReadonlyMap<number, CellSnapshot>;
  /** Made when a merge is first asked for: most views are asked for cells alone. */
  private merges: AreaIndex | null = null;

  constructor(sheet: SheetSnapshot) {
    this.sheet = sheet;
    this.byKey = cellsByKey(sheet.cells);
  }

  cell(row: number, column: number): CellSnapshot | undefined {
    return this.byKey.get(cellKey(row, column));
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

/*
 * A snapshot never changes: what is made of it is kept with it, so that what asks for each of a thousand tables does not
 * walk through all cells of their sheet a thousand times.
 */

const cellsByKey = keptWith((cells: readonly CellSnapshot[]): ReadonlyMap<number, CellSnapshot> => {
  const byKey = new Map<number, CellSnapshot>();
  for (const cell of cells) byKey.set(placeKey(cell), cell);
  return byKey;
});

const listsByRow = keptWith((cells: readonly CellSnapshot[]): ReadonlyMap<number, readonly CellSnapshot[]> => {
  const rows = new Map<number, CellSnapshot[]>();
  for (const cell of cells) append(rows, cell.row, cell);
  return rows;
});

/** The cells of a sheet by their row. */
export const cellsByRow = ({ cells }: Pick<SheetSnapshot, "cells">): ReadonlyMap<number, readonly CellSnapshot[]> =>
  listsByRow(cells);

/** The cells of all rows from `top` to `bottom` of one of the spans, downwards, each once; costs what these rows hold. */
export function cellsInRows(
  sheet: Pick<SheetSnapshot, "cells">,
  spans: readonly Pick<Rect, "top" | "bottom">[],
): readonly CellSnapshot[] {
  const byRow = cellsByRow(sheet);
  const rows = new Set<number>();
  for (const { top, bottom } of spans)
    for (let row = Math.max(0, top); row <= Math.min(bottom, MAX_ROWS - 1); row++) if (byRow.has(row)) rows.add(row);
  return [...rows].sort((a, b) => a - b).flatMap((row) => byRow.get(row) ?? []);
}

/** Views of all sheets by name. */
export const sheetViews = keptWith(
  (book: WorkbookSnapshot): ReadonlyMap<string, SheetView> =>
    new Map(book.sheets.map((sheet) => [sheet.name, new SheetView(sheet)])),
);

/** One cell of a workbook. Whoever looks at many of a sheet makes a view of it. */
export const cellAt = ({ sheets }: WorkbookSnapshot, { sheet, row, column }: CellAddress): CellSnapshot | undefined =>
  sheets.find(({ name }) => name === sheet)?.cells.find((cell) => cell.row === row && cell.column === column);
