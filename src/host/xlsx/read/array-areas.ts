import type { Rect } from "../../../core/workbook/address";

/**
 * The array formulas of a sheet, found for each cell while cells come in row order.
 * Areas of a sound sheet do not overlap; one that does is left out, so that a lookup stays cheap.
 */
export class ArrayAreas {
  readonly all: Rect[] = [];
  /** Areas that cover the present row or rows below it, by their left edge. */
  private active: Rect[] = [];
  private row = -1;
  private nextEnd = Infinity;

  /** Areas come with their master cell, which is their top-left one. */
  add(area: Rect): void {
    if (area.top === area.bottom && area.left === area.right) return;
    if (area.top !== this.row) this.dropEnded(area.top);
    const place = this.placeOf(area.left);
    const before = this.active[place - 1];
    const after = this.active[place];
    if ((before && before.right >= area.left) || (after && after.left <= area.right)) return;
    this.all.push(area);
    this.active.splice(place, 0, area);
    this.nextEnd = Math.min(this.nextEnd, area.bottom);
  }

  /** The area that covers the cell. */
  at(row: number, column: number): Rect | undefined {
    if (this.active.length === 0) return undefined;
    if (row !== this.row) this.dropEnded(row);
    const area = this.active[this.placeOf(column) - 1];
    return area && column <= area.right && row >= area.top && row <= area.bottom ? area : undefined;
  }

  /** How many active areas begin at the column or left of it. */
  private placeOf(column: number): number {
    let low = 0;
    let high = this.active.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.active[middle]?.left ?? 0) <= column) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private dropEnded(row: number): void {
    this.row = row;
    if (row <= this.nextEnd) return;
    this.active = this.active.filter((area) => area.bottom >= row);
    this.nextEnd = this.active.reduce((least, area) => Math.min(least, area.bottom), Infinity);
  }
}
