import type { CellPosition, Rect } from "../../workbook/address";
import { isInside } from "../../workbook/address";
import type { Ownership } from "../../ours/ownership";
import { SheetView } from "../../workbook/sheet-view";
import type { CellScalar, CellSnapshot, SheetSnapshot } from "../../workbook/snapshot";

/** A cell that shows something: the anchor of its merge, or a cell that no merge covers. */
export interface GridCell extends CellPosition {
  readonly value: Exclude<CellScalar, null>;
  /** The merged area that it is the anchor of; null for a single cell. */
  readonly merge: Rect | null;
}

/** Our headers stand at most this far above the first cell that their name covers. */
const OWN_HEADER_ROWS = 2;

/**
 * One sheet as the unit sees it: what Pinghe added is left out, white space is blank, cells hidden below a merge do
 * not exist. Only rows that show something are listed, so that an empty million of rows costs nothing.
 */
export class SheetGrid {
  readonly name: string;
  readonly view: SheetView;
  /** Rows that show something, ascending. */
  readonly rows: readonly number[];
  /** Filled cells that a merge covers: nobody sees them. */
  readonly covered: readonly CellSnapshot[];
  private readonly byRow = new Map<number, GridCell[]>();
  private readonly ours: readonly Rect[];

  constructor(sheet: SheetSnapshot, ownership: Ownership) {
    this.name = sheet.name;
    this.view = new SheetView(sheet);
    this.ours = ownership
      .ourRanges(sheet.name)
      .map((rect) => ({ ...rect, top: Math.max(0, rect.top - OWN_HEADER_ROWS) }));
    const covered: CellSnapshot[] = [];
    for (const cell of sheet.cells) {
      if (cell.value === null || isBlankText(cell.value) || this.isOurs(cell)) continue;
      const merge = this.view.mergeAt(cell.row, cell.column) ?? null;
      if (merge && (merge.top !== cell.row || merge.left !== cell.column)) {
        covered.push(cell);
        continue;
      }
      const row = this.byRow.get(cell.row);
      const entry: GridCell = { row: cell.row, column: cell.column, value: cell.value, merge };
      if (row) row.push(entry);
      else this.byRow.set(cell.row, [entry]);
    }
    for (const row of this.byRow.values()) row.sort((a, b) => a.column - b.column);
    this.covered = covered;
    this.rows = [...this.byRow.keys()].sort((a, b) => a - b);
  }

  /** The cells that begin in the row, left to right. */
  cellsIn(row: number): readonly GridCell[] {
    return this.byRow.get(row) ?? NONE;
  }

  /** What the cell shows, seen through merges; null where it is blank or ours. */
  shown(row: number, column: number): GridCell | null {
    const at = this.view.anchor(row, column);
    return this.byRow.get(at.row)?.find((cell) => cell.column === at.column) ?? null;
  }

  text(row: number, column: number): string {
    const cell = this.shown(row, column);
    return cell ? textOf(cell.value) : "";
  }

  private isOurs(at: CellPosition): boolean {
    return this.ours.length > 0 && this.ours.some((rect) => isInside(at, rect));
  }
}

const NONE: readonly GridCell[] = [];

const isBlankText = (value: CellScalar): boolean => typeof value === "string" && value.trim() === "";

/** A value as text, for names and labels; errors and truth values say nothing. */
export const textOf = (value: CellScalar): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const lastRow = (cell: GridCell): number => cell.merge?.bottom ?? cell.row;
export const lastColumn = (cell: GridCell): number => cell.merge?.right ?? cell.column;
