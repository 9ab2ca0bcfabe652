import { pushAll } from "../../../core/workbook/long-lists";
import type { Rect } from "../../../core/workbook/address";

/** Collects the editable cells of a protected sheet into few rectangles; rows come in order. */
export class UnlockedAreas {
  private readonly done: Rect[] = [];
  private open = new Map<string, Rect>();

  addRow(row: number, left: number, isLocked: readonly boolean[]): void {
    const open = new Map<string, Rect>();
    for (const { first, last } of openSpans(isLocked)) {
      const key = `${left + first}:${left + last}`;
      const above = this.open.get(key);
      const top = above?.bottom === row - 1 ? above.top : row;
      if (above && top < row) this.open.delete(key);
      open.set(key, { top, bottom: row, left: left + first, right: left + last });
    }
    pushAll(this.done, this.open.values());
    this.open = open;
  }

  finish(): readonly Rect[] {
    return [...this.done, ...this.open.values()].sort((a, b) => a.top - b.top || a.left - b.left);
  }
}

function openSpans(isLocked: readonly boolean[]): readonly { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const [index, locked] of isLocked.entries()) {
    if (locked) continue;
    const last = spans.at(-1);
    if (last?.last === index - 1) last.last = index;
    else spans.push({ first: index, last: index });
  }
  return spans;
}
