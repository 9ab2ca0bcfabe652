import { lowest } from "../../../core/workbook/long-lists";
import { overlaps, rectA1, type CellPosition, type Rect } from "../../../core/workbook/address";

export const intersect = (a: Rect, b: Rect): Rect | null =>
  overlaps(a, b)
    ? {
        top: Math.max(a.top, b.top),
        left: Math.max(a.left, b.left),
        bottom: Math.min(a.bottom, b.bottom),
        right: Math.min(a.right, b.right),
      }
    : null;

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

export const sameRects = (a: readonly Rect[] | null, b: readonly Rect[] | null): boolean =>
  a === null || b === null
    ? a === b
    : a.length === b.length && a.every((rect, at) => b[at] !== undefined && sameRect(rect, b[at]));

/** The cell from which the relative references of a ranged rule count. */
export const anchorOf = (ranges: readonly Rect[]): CellPosition => ({
  row: lowest(ranges.map(({ top }) => top)),
  column: lowest(ranges.map(({ left }) => left)),
});

export const sqref = (ranges: readonly Rect[]): string => ranges.map(rectA1).join(" ");
