import { MAX_COLUMNS, MAX_ROWS, type CellPosition, type Rect } from "../../../core/workbook/address";
import type { XmlElement } from "../xml/xml-element";
import type { LineSizes } from "./line-sizes";

/** Where the rows and columns of a sheet begin, in English Metric Units, in which drawings are measured. */
export interface SheetRulers {
  readonly rows: LineSizes;
  readonly columns: LineSizes;
}

/** English Metric Units in a point, and in a pixel of a screen of 96 to the inch. */
export const EMU_POINT = 12_700;
export const EMU_PIXEL = 9_525;

/**
 * The cells under a drawing: between the corners that its anchor names, or from one corner or place on for the size that
 * it states. Null for what is no anchor.
 */
export function anchoredArea(anchor: XmlElement, rulers: SheetRulers): Rect | null {
  const from = cornerOf(anchor, "from");
  const to = cornerOf(anchor, "to");
  if (from && to) return boxOf(from, to.rowOffset === 0 ? { ...to, row: to.row - 1 } : to);
  const size = pointOf(anchor, "ext", "cx", "cy");
  const place = from ? placeOf(from, rulers) : pointOf(anchor, "pos", "x", "y");
  if (!place) return null;
  const start = from ?? cellAt(place, rulers);
  // What ends at the edge of a cell does not lie over the next one.
  const end = size && cellAt({ x: place.x + Math.max(0, size.x - 1), y: place.y + Math.max(0, size.y - 1) }, rulers);
  return boxOf(start, end ?? start);
}

/**
 * The anchors of a drawing. Slicers, form controls and other shapes of newer programs stand in a choice between two forms:
 * the first that has an anchor counts, and both lie in the same place.
 */
export const anchorsOf = (drawing: XmlElement): readonly XmlElement[] =>
  drawing.children.flatMap((child) => {
    if (child.local !== "AlternateContent") return [child];
    return child.children.map(anchorsOf).find((anchors) => anchors.length > 0) ?? [];
  });

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Corner extends CellPosition {
  readonly columnOffset: number;
  readonly rowOffset: number;
}

const cellAt = ({ x, y }: Point, { rows, columns }: SheetRulers): CellPosition => ({
  row: rows.lineAt(y),
  column: columns.lineAt(x),
});

const placeOf = ({ row, column, rowOffset, columnOffset }: Corner, { rows, columns }: SheetRulers): Point => ({
  x: columns.startOf(column) + columnOffset,
  y: rows.startOf(row) + rowOffset,
});

function cornerOf(anchor: XmlElement, local: string): Corner | null {
  const corner = anchor.children.find((child) => child.local === local);
  const number = (name: string): number => Number(corner?.children.find((child) => child.local === name)?.text ?? NaN);
  const [row, column] = [number("row"), number("col")];
  if (!(row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS)) return null;
  return { row, column, rowOffset: number("rowOff") || 0, columnOffset: number("colOff") || 0 };
}

function pointOf(anchor: XmlElement, local: string, across: string, down: string): Point | null {
  const attributes = anchor.children.find((child) => child.local === local)?.attributes;
  const [x, y] = [Number(attributes?.get(across) ?? NaN), Number(attributes?.get(down) ?? NaN)];
  return x >= 0 && y >= 0 ? { x, y } : null;
}

const boxOf = (from: CellPosition, to: CellPosition): Rect => ({
  top: from.row,
  left: from.column,
  bottom: Math.max(from.row, to.row),
  right: Math.max(from.column, to.column),
});
