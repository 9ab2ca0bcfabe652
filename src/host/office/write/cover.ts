import { append } from "../../../core/workbook/lists-by-key";
import { pushAll } from "../../../core/workbook/long-lists";
import type { CellPosition, Rect } from "../../../core/workbook/address";

/** The rectangles that hold exactly these cells: runs down a column, joined where neighbouring columns have the same. */
export function coverOf(cells: Iterable<CellPosition>): readonly Rect[] {
  const rows = new Map<number, number[]>();
  for (const { row, column } of cells) append(rows, column, row);
  const done: Rect[] = [];
  let open = new Map<string, Rect>();
  for (const [column, own] of [...rows].sort(([a], [b]) => a - b)) {
    const next = new Map<string, Rect>();
    for (const { top, bottom } of runs(own)) {
      const key = `${top}:${bottom}`;
      const left = open.get(key);
      const isNext = left?.right === column - 1;
      if (left && isNext) open.delete(key);
      next.set(key, { top, bottom, left: left && isNext ? left.left : column, right: column });
    }
    pushAll(done, open.values());
    open = next;
  }
  return [...done, ...open.values()];
}

function runs(rows: readonly number[]): readonly { top: number; bottom: number }[] {
  const found: { top: number; bottom: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else found.push({ top: row, bottom: row });
  }
  return found;
}

/** Parts of a rectangle with at most so many cells, cut between rows. */
export function slices(rect: Rect, cells: number): readonly Rect[] {
  const rows = Math.max(1, Math.floor(cells / (rect.right - rect.left + 1)));
  const parts: Rect[] = [];
  for (let { top } = rect; top <= rect.bottom; top += rows)
    parts.push({ ...rect, top, bottom: Math.min(rect.bottom, top + rows - 1) });
  return parts;
}
