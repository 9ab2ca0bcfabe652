import type { Rect } from "./address";

/**
 * Finds the merged area that covers a cell. Costs no more than there are merges, however many cells they cover: a
 * file of some kilobytes can merge the whole sheet a hundred thousand times (SPEC X17). Where two overlap, which no
 * program allows, the later one is meant.
 *
 * An interval tree in arrays: merges by their first row, each with the last row that it or any below it reaches.
 */
export class AreaIndex {
  private readonly merges: readonly Rect[];
  /** Places in `merges`, by first row; the tree's root is in the middle, as that of each half. */
  private readonly order: Uint32Array;
  private readonly reach: Int32Array;

  constructor(merges: readonly Rect[]) {
    this.merges = merges;
    const topOf = (at: number): number => merges[at]?.top ?? 0;
    this.order = Uint32Array.from(merges.keys()).sort((a, b) => topOf(a) - topOf(b));
    this.reach = new Int32Array(merges.length);
    this.setReach(0, merges.length);
  }

  at(row: number, column: number): Rect | undefined {
    const found = this.latest(row, column, 0, this.order.length);
    return found < 0 ? undefined : this.merges[found];
  }

  private setReach(from: number, to: number): number {
    if (from >= to) return -1;
    const middle = (from + to) >>> 1;
    const own = this.merges[this.order[middle] ?? 0]?.bottom ?? -1;
    const reach = Math.max(own, this.setReach(from, middle), this.setReach(middle + 1, to));
    this.reach[middle] = reach;
    return reach;
  }

  /** The last place in `merges` of one that covers the cell; -1 where none does. */
  private latest(row: number, column: number, from: number, to: number): number {
    if (from >= to) return -1;
    const middle = (from + to) >>> 1;
    if ((this.reach[middle] ?? -1) < row) return -1;
    const place = this.order[middle] ?? 0;
    const merge = this.merges[place];
    let found = this.latest(row, column, from, middle);
    if (!merge || merge.top > row) return found;
    if (row <= merge.bottom && column >= merge.left && column <= merge.right) found = Math.max(found, place);
    return Math.max(found, this.latest(row, column, middle + 1, to));
  }
}
