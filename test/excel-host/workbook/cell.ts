import type { Rect } from "../../../src/core/workbook/address";
import type { CellScalar } from "../../../src/core/workbook/snapshot";

/** A cell of the emulated workbook; sheets hold only those that are not as an empty sheet has them. */
export interface Cell {
  /** A constant, or what a formula showed when the file was saved. */
  value: CellScalar;
  formula: string | null;
  array: Rect | null;
  format: string;
  look: Look;
}

/** The look as far as this emulation knows it. Absent: as on an empty sheet. */
type Look = Partial<Record<LookProperty, unknown>>;

/** Paths of the format object, as getCellProperties names them. */
export type LookProperty =
  | "fill/color"
  | "fill/pattern"
  | "font/bold"
  | "font/italic"
  | "font/underline"
  | "font/strikethrough"
  | "font/color"
  | "font/name"
  | "font/size"
  | "horizontalAlignment"
  | "verticalAlignment"
  | "wrapText"
  | "indentLevel"
  | "shrinkToFit"
  | "textOrientation"
  | "protection/locked"
  | "protection/formulaHidden"
  | BorderProperty;

type Edge = "top" | "bottom" | "left" | "right";
type BorderProperty = `borders/${Edge}/${"style" | "color" | "weight"}`;

const EDGES: readonly Edge[] = ["top", "bottom", "left", "right"];

export const LOOK_DEFAULTS: Readonly<Record<LookProperty, unknown>> = {
  "fill/color": "#FFFFFF",
  "fill/pattern": "None",
  "font/bold": false,
  "font/italic": false,
  "font/underline": "None",
  "font/strikethrough": false,
  "font/color": "#000000",
  "font/name": "宋体",
  "font/size": 11,
  horizontalAlignment: "General",
  verticalAlignment: "Center",
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
  textOrientation: 0,
  "protection/locked": true,
  "protection/formulaHidden": false,
  ...(Object.fromEntries(
    EDGES.flatMap((edge) => [
      [`borders/${edge}/style`, "None"],
      [`borders/${edge}/color`, "#000000"],
      [`borders/${edge}/weight`, "Thin"],
    ]),
  ) as Record<BorderProperty, unknown>),
};

export const isLookProperty = (name: string): name is LookProperty => Object.hasOwn(LOOK_DEFAULTS, name);

export const GENERAL = "General";

export const emptyCell = (): Cell => ({ value: null, formula: null, array: null, format: GENERAL, look: {} });

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.value === null && cell.formula === null);

/** A cell without any look of its own, as one that was only looked at. */
export const isPlain = ({ look, format }: Cell): boolean => format === GENERAL && Object.keys(look).length === 0;
