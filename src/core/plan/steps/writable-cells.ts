import { isInside, type Rect } from "../../workbook/address";
import { taggedBlock } from "../../ours/tags";
import { cellKey } from "./wanted";
import type { SheetArea } from "../../workbook/sheet-area";

/** Which cells a plan may overwrite: those that an earlier run tagged as ours, and nothing else (SPEC P1). */
export class WritableCells {
  /** Marked by an earlier run. */
  private readonly bySheet = new Map<string, Rect[]>();
  private readonly single = new Map<string, Set<number>>();
  /** Sheets that this plan adds: every cell is free, and has no look so far. */
  private readonly added = new Set<string>();

  addArea({ sheet, rect }: SheetArea): void {
    const areas = this.bySheet.get(sheet);
    if (areas) areas.push(rect);
    else this.bySheet.set(sheet, [rect]);
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
    return isSingle || this.areas(sheet).some((rect) => isInside({ row, column }, rect));
  }

  hasColumn(sheet: string, column: number): boolean {
    return this.areas(sheet).some((rect) => column >= rect.left && column <= rect.right);
  }

  covers(sheet: string, rect: Rect): boolean {
    return this.has(sheet, rect.top, rect.left) && this.has(sheet, rect.bottom, rect.right);
  }

  areas(sheet: string): readonly Rect[] {
    return this.bySheet.get(sheet) ?? [];
  }
}
