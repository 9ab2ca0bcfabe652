import type { CellPosition, Rect } from "../../../src/core/workbook/address";

/** A note (legacy), with the author's name in front of its text as Excel puts it there. */
export interface SheetNote extends CellPosition {
  readonly author: string;
  readonly content: string;
}

/** A thread: the comment, and its answers in their order. */
export interface SheetThread extends CellPosition {
  readonly content: string;
  readonly replies: readonly string[];
}

/** Something that lies over cells, in points. `members` are those of a group. */
export interface SheetShape {
  readonly type: "Image" | "GeometricShape" | "Group" | "Line" | "Unsupported";
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly members: readonly SheetShape[];
}

export type SheetBox = Pick<SheetShape, "left" | "top" | "width" | "height">;

export interface PinnedTable {
  readonly name: string;
  readonly range: Rect;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  readonly columns: readonly string[];
}
