import { shownDate } from "../../formula/date-format";
import { isPicture } from "../../formula/picture";
import { isBlankText } from "../../model/text";
import type { CellScalar, CellSnapshot, SheetSnapshot } from "../../workbook/snapshot";

/**
 * The sheet as its reader takes it: what is struck through is withdrawn (SPEC R42), and a picture says nothing, whatever a
 * program that can not show it puts in its place (SPEC R43). The snapshot stays as it was.
 */
export function readableSheet(sheet: SheetSnapshot): SheetSnapshot {
  if (!sheet.cells.some(isAltered)) return sheet;
  return { ...sheet, cells: sheet.cells.map((cell) => (isAltered(cell) ? { ...cell, value: valueOf(cell) } : cell)) };
}

const isAltered = (cell: CellSnapshot): boolean => cell.unstruck !== undefined || isPicture(cell);

const valueOf = ({ unstruck }: CellSnapshot): CellScalar =>
  unstruck === undefined || isBlankText(unstruck) ? null : unstruck;

/** The date that a cell shows; null for any other cell. */
export const dateIn = ({ value, numberFormat }: CellSnapshot, date1904: boolean): string | null =>
  typeof value === "number" ? shownDate(value, numberFormat, date1904) : null;

/** The filled cells of a sheet of which its reader has nothing. */
export const silencedIn = (sheet: SheetSnapshot, readable: SheetSnapshot): readonly CellSnapshot[] =>
  sheet === readable
    ? []
    : sheet.cells.filter((cell, i) => isFilled(cell.value) && !isFilled(readable.cells[i]?.value ?? null));

const isFilled = (value: CellScalar): boolean => value !== null && !(typeof value === "string" && isBlankText(value));
