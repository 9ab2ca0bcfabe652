import { overlaps, type Rect } from "./address";

/**
 * Finds the merged area that covers a cell, or the areas that meet another one. Costs no more than there are areas,
 * however many cells they cover: a file of some kilobytes can merge the whole sheet a hundred thousand times (SPEC X17).
 * Where two merged areas overlap, which no program allows, the later one is meant.
 *
 * An interval tree in arrays: areas by their first row, each with the last row that it or any below it reaches.
 */
export class AreaIndex<T extends Rect = Rect> {
  private readonly areas: readonly T[];
  /** Places in `areas`, by first row; the tree's root is in the middle, as that of each half. */
  private readonly order: Uint32Array;
  private readonly reach: Int32Array;

  constructor(areas: readonly T[]) {
    this.areas = areas;
    const topOf = (at: number): number => areas[at]?.top ?? 0;
    this.order = Uint32Array.from(areas.keys()).sort((a, b) => topOf(a) - topOf(b));
    this.reach = new Int32Array(areas.length);
    this.setReach(0, areas.length);
  }

  at(row: number, column: number): T | undefined {
    const found = this.latest(row, column, 0, this.order.length);
    return found < 0 ? undefined : this.areas[found];
  }

  /** The areas that share a cell with this one, in their own order. */
  meeting(area: Rect): readonly T[] {
    const found: number[] = [];
    this.meet(area, 0, this.order.length, found);
    return found.sort((a, b) => a - b).flatMap((place) => this.areas[place] ?? []);
  }

  private meet(area: Rect, from: number, to: number, found: number[]): void {
    if (from >= to) return;
    const middle = (from + to) >>> 1;
    if ((this.reach[middle] ?? -1) < area.top) return;
    this.meet(area, from, middle, found);
    const place = this.order[middle] ?? 0;
    const one = this.areas[place];
    if (!one || one.top > area.bottom) return;
    if (overlaps(one, area)) found.push(place);
    this.meet(area, middle + 1, to, found);
  }

  private setReach(from: number, to: number): number {
    if (from >= to) return -1;
    const middle = (from + to) >>> 1;
    const own = this.areas[this.order[middle] ?? 0]?.bottom ?? -1;
    const reach = Math.max(own, this.setReach(from, middle), this.setReach(middle + 1, to));
    this.reach[middle] = reach;
    return reach;
  }

  /** The last place in `areas` of one that covers the cell; -1 where none does. */
  private latest(row: number, column: number, from: number, to: number): number {
    if (from >= to) return -1;
    const middle = (from + to) >>> 1;
    if ((this.reach[middle] ?? -1) < row) return -1;
    const place = this.order[middle] ?? 0;
    const merge = this.areas[place];
    let found = this.latest(row, column, from, middle);
    if (!merge || merge.top > row) return found;
    if (row <= merge.bottom && column >= merge.left && column <= merge.right) found = Math.max(found, place);
    return Math.max(found, this.latest(row, column, middle + 1, to));
  }
}
