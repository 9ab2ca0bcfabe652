import type { HostResult, Words, WorkbookHost } from "./port";

/** A workbook in a file. */
export interface PackageHost extends WorkbookHost {
  /** Why nothing can be written into it; absent where it can. */
  readonly onlyRead?: Words;
  /** The package as it stands now, after whatever was written. */
  bytes(): Uint8Array;
  /** How it looks now; a sheet's looks are read when they are asked for. */
  looks(): Promise<HostResult<BookLooks>>;
}

/**
 * How a workbook looks, for a host that shows it. It stands beside the snapshot and never enters core: no review
 * depends on a colour (SPEC B2).
 */
export interface BookLooks {
  /** By the style index of a cell; index 0 is the default look. */
  readonly looks: readonly Look[];
  /** Null where the workbook has no such sheet. */
  sheet(name: string): SheetLooks | null;
}

export interface SheetLooks {
  /** The style index of a cell: its own, else its row's, else its column's, else 0. */
  styleAt(row: number, column: number): number;
  /** Cells that state a style of their own, content or not: they may carry a fill or an edge. */
  readonly styled: readonly StyledCell[];
  /** Stated heights in points, by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Points. */
  readonly defaultHeight: number;
  /** Characters of the default font. */
  readonly defaultWidth: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridLines: boolean;
}

interface StyledCell {
  readonly row: number;
  readonly column: number;
}

/** One cell format, resolved: colours are #rrggbb, sizes points. */
export interface Look {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Null: the text colour of the page. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly left: Edge | null;
  readonly right: Edge | null;
  readonly top: Edge | null;
  readonly bottom: Edge | null;
  readonly horizontal: Horizontal;
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  readonly indent: number;
  /** Degrees counter-clockwise, -90 to 90; "stacked" for letters one above the other. */
  readonly rotation: number | "stacked";
  readonly shrink: boolean;
  /** Number format code; undefined for General. */
  readonly format: string | undefined;
  readonly locked: boolean;
}

export type Horizontal = "general" | "left" | "center" | "right" | "fill" | "justify" | "distributed";

export interface Edge {
  /** Pixels: thin 1, medium 2, thick and double 3. */
  readonly width: 1 | 2 | 3;
  readonly line: "solid" | "dashed" | "dotted" | "double";
  readonly color: string;
}

/** The look of a cell that states none. */
export const PLAIN_LOOK: Look = {
  font: "宋体",
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
  fill: null,
  left: null,
  right: null,
  top: null,
  bottom: null,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  rotation: 0,
  shrink: false,
  format: undefined,
  locked: true,
};
