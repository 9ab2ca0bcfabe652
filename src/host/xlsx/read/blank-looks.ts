import type { Rect } from "../../../core/workbook/address";
import type { HeldArea } from "../../../core/workbook/snapshot";
import type { ColumnRun } from "./columns";

/**
 * Blank cells with a look of their own, one that is not just their row's or column's: what is written there and taken
 * out again would lose it. Only those behind the content of their row are told, since nothing is written before it.
 */
export class BlankLooks {
  private readonly columns: readonly ColumnRun[];
  private readonly drawn: readonly boolean[];
  private readonly byColumn = new Map<number, number>();
  private readonly areas: Rect[] = [];
  private frame: Rect | null = null;
  private row = 0;
  private rowStyle: number | null = null;
  private lastHeld = -1;
  private readonly styled: number[] = [];

  constructor(columns: readonly ColumnRun[], drawn: readonly boolean[]) {
    this.columns = columns;
    this.drawn = drawn;
  }

  /** `style` is the row's own; null where it has none. */
  startRow(row: number, style: number | null): void {
    this.row = row;
    this.rowStyle = style;
    this.lastHeld = -1;
    this.styled.length = 0;
  }

  hold(column: number): void {
    if (column > this.lastHeld) this.lastHeld = column;
  }

  add(column: number, style: number): void {
    if (this.drawn[style]) this.frame = around(this.frame, this.row, column);
    if (style !== (this.rowStyle ?? this.columnStyle(column))) this.styled.push(column);
  }

  endRow(): void {
    let left = Infinity;
    let right = -1;
    for (const column of this.styled) {
      if (column < this.lastHeld) continue;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    if (right < 0) return;
    const above = this.areas.at(-1);
    if (above?.bottom === this.row - 1 && above.left === left && above.right === right)
      this.areas[this.areas.length - 1] = { ...above, bottom: this.row };
    else this.areas.push({ top: this.row, bottom: this.row, left, right });
  }

  finish(): readonly HeldArea[] {
    const looks = this.areas.map((area): HeldArea => ({ by: "look", area }));
    return this.frame ? [...looks, { by: "frame", area: this.frame }] : looks;
  }

  private columnStyle(column: number): number {
    let style = this.byColumn.get(column);
    if (style === undefined) {
      style = this.columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
      this.byColumn.set(column, style);
    }
    return style;
  }
}

const around = (frame: Rect | null, row: number, column: number): Rect => ({
  top: Math.min(frame?.top ?? row, row),
  bottom: Math.max(frame?.bottom ?? row, row),
  left: Math.min(frame?.left ?? column, column),
  right: Math.max(frame?.right ?? column, column),
});
