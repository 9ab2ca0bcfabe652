import { MAX_COLUMNS, overlaps, type Rect } from "../workbook/address";
import { cellsInRows } from "../workbook/sheet-view";
import type { HeldArea, SheetSnapshot } from "../workbook/snapshot";

/** Empty cells with looks this far from the table still belong to its form. */
const FORM_MARGIN = 16;

/**
 * The first column right of which nothing of the unit's stands in the rows: no content, merged cell, validation, note,
 * link or object, no blank cell with a look that would be lost, none that its formulas read (`read`). A drawing holds
 * its columns on every row, since it is stretched with them. Null where a look runs on across the sheet: nothing right
 * of the table is free then, or only far away (SPEC P5, P20).
 */
export function firstFreeColumn(
  sheet: SheetSnapshot,
  rows: Rect,
  taken: readonly Rect[],
  read: readonly Rect[],
): number | null {
  const band: Rect = { ...rows, left: 0, right: MAX_COLUMNS - 1 };
  let last = rows.right;
  const beyond = (column: number): void => {
    if (column > last) last = column;
  };
  for (const { column } of cellsInRows(sheet, [rows])) beyond(column);
  for (const { row, column } of sheet.notes ?? []) if (row >= rows.top && row <= rows.bottom) beyond(column);
  for (const areas of [sheet.merges, taken, read, sheet.validations.flatMap(({ ranges }) => ranges)])
    for (const area of areas) if (overlaps(area, band)) beyond(area.right);
  for (const { right } of sheet.printArea ?? []) beyond(right);
  for (const column of sheet.hiddenColumns) beyond(column);
  const held = sheet.held ?? [];
  for (const one of held) if (holdsColumns(one, band)) beyond(one.area.right);
  const looks = held.filter(({ by, area }) => by === "look" && overlaps(area, band));
  for (const { area } of looks) if (area.right - last > FORM_MARGIN) return null;
  for (const { area } of looks) beyond(area.right);
  if (sheet.used && sheet.used.right - last <= FORM_MARGIN) beyond(sheet.used.right);
  return last + 1;
}

function holdsColumns({ by, area }: HeldArea, band: Rect): boolean {
  if (by === "look" || by === "frame") return false;
  return by === "drawing" || overlaps(area, band);
}
