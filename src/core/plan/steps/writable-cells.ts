import { cellKey, type Rect } from "../../workbook/address";
import { AreaIndex } from "../../workbook/area-index";
import { append } from "../../workbook/lists-by-key";
import { taggedBlock } from "../../ours/tags";
import type { SheetArea } from "../../workbook/sheet-area";

/** Which cells a plan may overwrite: those that an earlier run tagged as ours, and nothing else (SPEC P1). */
export class WritableCells {
  /** Marked by an earlier run. */
  private readonly bySheet = new Map<string, Rect[]>();
  /** The same for a look-up; made when one is asked for after the last area was added. */
  private readonly indexes = new Map<string, AreaIndex>();
  private readonly columns = new Map<string, Set<number>>();
  private readonly single = new Map<string, Set<number>>();
  /** Sheets that this plan adds: every cell is free, and has no look so far. */
  private readonly added = new Set<string>();

  addArea({ sheet, rect }: SheetArea): void {
    append(this.bySheet, sheet, rect);
    this.indexes.delete(sheet);
    const columns = this.columns.get(sheet) ?? new Set<number>();
    this.columns.set(sheet, columns);
    for (let column = rect.left; column <= rect.right; column++) columns.add(column);
  }

  /** A single cell of the unit's that we filled. */
  addCell(sheet: string, row: number, column: number): void {
    const cells = this.single.get(sheet) ?? new Set<number>();
    this.single.set(sheet, cells.add(cellKey(row, column)));
  }

  /** A sheet of ours: what we wrote there stands between its first cell and the end of what its tag covers. */
  addSheetBlock(area: SheetArea): void {
    this.addArea({ sheet: area.sheet, rect: taggedBlock(area) });
  }

  addNewSheet(sheet: string): void {
    this.added.add(sheet);
  }

  isNewSheet(sheet: string): boolean {
    return this.added.has(sheet);
  }

  has(sheet: string, row: number, column: number): boolean {
    const isSingle = this.single.get(sheet)?.has(cellKey(row, column)) ?? false;
    return isSingle || this.indexOf(sheet).at(row, column) !== undefined;
  }

  hasColumn(sheet: string, column: number): boolean {
    return this.columns.get(sheet)?.has(column) ?? false;
  }

  covers(sheet: string, rect: Rect): boolean {
    return this.has(sheet, rect.top, rect.left) && this.has(sheet, rect.bottom, rect.right);
  }

  private indexOf(sheet: string): AreaIndex {
    const index = this.indexes.get(sheet) ?? new AreaIndex(this.areas(sheet));
    this.indexes.set(sheet, index);
    return index;
  }

  areas(sheet: string): readonly Rect[] {
    return this.bySheet.get(sheet) ?? [];
  }
}
