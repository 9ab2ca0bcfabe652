import { refuse } from "../protocol/host-error";
import type { Area } from "../workbook/area";
import type { Cell } from "../workbook/cell";

/** Beyond this a get gives null in place of values (office-js-docs, excel/performance). */
const MAX_CELLS = 5_000_000;

/** A property of every cell of a range, as rows. */
export function grid<T>(area: Area, read: (row: number, column: number) => T): readonly (readonly T[])[] | null {
  const { top, left } = area.rect;
  if (area.height * area.width > MAX_CELLS) return null;
  return Array.from({ length: area.height }, (_, r) =>
    Array.from({ length: area.width }, (_, c) => read(top + r, left + c)),
  );
}

/** Hands each cell its value: one for all, or a matrix of exactly the range's shape, in which null leaves a cell alone. */
export function spread(area: Area, values: unknown, put: (value: unknown, row: number, column: number) => void): void {
  const { left } = area.rect;
  const rows = matrix(area, values);
  for (const [r, row] of rowsPut(area).entries()) {
    for (let c = 0; c < area.width; c++) {
      const value = rows ? rows[r]?.[c] : values;
      if (value !== null && value !== undefined) put(value, row, left + c);
    }
  }
}

/** Where a filter hides rows, what is put into a range lands in the rows that are shown (office-js#224). */
export function rowsPut({ sheet, rect, height, width }: Area): readonly number[] {
  const rows = Array.from({ length: height }, (_, r) => rect.top + r);
  return height * width === 1 ? rows : rows.filter((row) => !sheet.filteredRows.has(row));
}

function matrix(area: Area, values: unknown): readonly (readonly unknown[])[] | null {
  if (!Array.isArray(values)) return null;
  const rows: readonly unknown[] = values;
  const fits = rows.length === area.height && rows.every((row) => Array.isArray(row) && row.length === area.width);
  if (fits) return rows as readonly (readonly unknown[])[];
  return refuse(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

/** The value that all cells share; null where they differ. */
export function uniform(area: Area, read: (row: number, column: number) => unknown): unknown {
  const { top, left, bottom, right } = area.rect;
  const first = read(top, left);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) if (read(row, column) !== first) return null;
  return first;
}

/** Refuses where a cell of the range is locked on a protected sheet. */
export function refuseLocked({ sheet, rect }: Area): void {
  if (!sheet.isProtected) return;
  if ((rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > MAX_CELLS) refuse("AccessDenied");
  for (let row = rect.top; row <= rect.bottom; row++)
    for (let column = rect.left; column <= rect.right; column++)
      if (sheet.isLocked(row, column)) refuse("AccessDenied");
}

/** Formats of a protected sheet can not be changed at all. */
export function refuseProtected({ sheet }: Area): void {
  if (sheet.isProtected) refuse("AccessDenied");
}

export function eachCell({ sheet, rect }: Area, change: (cell: Cell, row: number, column: number) => void): void {
  for (let row = rect.top; row <= rect.bottom; row++)
    for (let column = rect.left; column <= rect.right; column++) change(sheet.ensure(row, column), row, column);
}
