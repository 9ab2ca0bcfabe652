import type { Rect } from "../../../core/workbook/address";
import { parseReference } from "../../../core/workbook/sheet-area";

/** The rectangles of an address as Excel gives it: "Sheet1!A1:B2,Sheet1!D4". */
export const areasOf = (address: string): readonly Rect[] =>
  parseReference(address.includes("!") ? address : qualified(address)).map(({ rect }) => rect);

const qualified = (address: string): string =>
  address
    .split(",")
    .map((part) => `x!${part}`)
    .join(",");

export const rectOf = (address: string): Rect | null => areasOf(address)[0] ?? null;

export const heightOf = ({ top, bottom }: Rect): number => bottom - top + 1;
export const widthOf = ({ left, right }: Rect): number => right - left + 1;
export const sizeOf = (rect: Rect): number => heightOf(rect) * widthOf(rect);

/** The range object of a rectangle. */
export const rangeOf = (sheet: Excel.Worksheet, rect: Rect): Excel.Range =>
  sheet.getRangeByIndexes(rect.top, rect.left, heightOf(rect), widthOf(rect));

/** Asks for the rectangles of areas, by their numbers: a long list of addresses is cut off. */
export function askRects(found: Excel.RangeAreas): () => readonly Rect[] {
  const areas = found.load("areaCount").areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return () => (found.isNullObject ? [] : areas.items.map(rectIn));
}

/** Asks for the rectangle of a range, by its numbers. */
export function askRect(range: Excel.Range): () => Rect {
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  return () => rectIn(range);
}

const rectIn = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rect => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});
