import { trimmed } from "../model/text";
import type { Rect } from "../workbook/address";
import type { SheetView } from "../workbook/sheet-view";

/**
 * Where each column of a sheet of ours stands now, told by its header in the first row of the area, wherever a person has
 * moved it; the first of two that bear the same header. Null where a header is missing.
 */
export function headerColumns<K extends string>(
  view: SheetView,
  { top, left, right }: Rect,
  headers: Readonly<Record<K, string>>,
): Readonly<Record<K, number>> | null {
  const keys = Object.keys(headers) as K[];
  const columns: Partial<Record<K, number>> = {};
  for (let column = left; column <= right; column++) {
    const header = cellText(view, top, column);
    const key = keys.find((candidate) => headers[candidate] === header);
    if (key && columns[key] === undefined) columns[key] = column;
  }
  return keys.every((key) => columns[key] !== undefined) ? (columns as Record<K, number>) : null;
}

/** What a person reads in a cell of ours, without spaces around it; "" for a truth value or an error, which none of ours is. */
export function cellText(view: SheetView, row: number, column: number): string {
  const value = view.value(row, column);
  return typeof value === "string" ? trimmed(value) : typeof value === "number" ? String(value) : "";
}
