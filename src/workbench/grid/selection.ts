import type { CellPosition, Rect } from "../../core/workbook/address";
import type { Geometry } from "./geometry";

/** The selected area: where it began, and where it reaches. The cell that is edited is the one where it began. */
export interface Selection {
  readonly anchor: CellPosition;
  readonly reach: CellPosition;
}

export const single = (at: CellPosition): Selection => ({ anchor: at, reach: at });

type MergeAt = (at: CellPosition) => Rect | undefined;

/** The rectangle of a selection, grown over every merged area that it meets. */
export function selectedArea({ anchor, reach }: Selection, mergeAt: MergeAt): Rect {
  let area: Rect = {
    top: Math.min(anchor.row, reach.row),
    bottom: Math.max(anchor.row, reach.row),
    left: Math.min(anchor.column, reach.column),
    right: Math.max(anchor.column, reach.column),
  };
  for (;;) {
    const grown = grownOnce(area, mergeAt);
    if (
      grown.top === area.top &&
      grown.bottom === area.bottom &&
      grown.left === area.left &&
      grown.right === area.right
    )
      return area;
    area = grown;
  }
}

/** Merged areas that reach out of the rectangle are met along its border. */
function grownOnce(area: Rect, mergeAt: MergeAt): Rect {
  const grown = { ...area };
  const meet = (row: number, column: number): void => {
    const merge = mergeAt({ row, column });
    if (!merge) return;
    grown.top = Math.min(grown.top, merge.top);
    grown.bottom = Math.max(grown.bottom, merge.bottom);
    grown.left = Math.min(grown.left, merge.left);
    grown.right = Math.max(grown.right, merge.right);
  };
  for (let row = area.top; row <= area.bottom; row++) {
    meet(row, area.left);
    meet(row, area.right);
  }
  for (let column = area.left; column <= area.right; column++) {
    meet(area.top, column);
    meet(area.bottom, column);
  }
  return grown;
}

export type Direction = "up" | "down" | "left" | "right";

/** The cell that an arrow leads to: past a merged area as a whole, never into a hidden row or column. */
export function moved(from: CellPosition, direction: Direction, geometry: Geometry, mergeAt: MergeAt): CellPosition {
  const merge = mergeAt(from);
  const { rows, columns } = geometry;
  const to =
    direction === "up"
      ? { row: rows.next(merge?.top ?? from.row, -1), column: from.column }
      : direction === "down"
        ? { row: rows.next(merge?.bottom ?? from.row, 1), column: from.column }
        : direction === "left"
          ? { row: from.row, column: columns.next(merge?.left ?? from.column, -1) }
          : { row: from.row, column: columns.next(merge?.right ?? from.column, 1) };
  const into = mergeAt(to);
  return into ? { row: into.top, column: into.left } : to;
}
