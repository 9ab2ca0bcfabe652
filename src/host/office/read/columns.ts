import { MAX_COLUMNS, type Rect } from "../../../core/workbook/address";
import { rangeOf } from "./areas";

/** What is told of columns beside their cells. */
export interface ColumnLooks {
  readonly hiddenColumns: readonly number[];
  /** In characters, of the columns that are shown and have not the standard width. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** Columns some of which are hidden, nobody knows yet which; null where there are none. */
  readonly columnsToAsk: Rect | null;
}

/** Columns that are asked one by one; the widths of those further right are not read. */
const COLUMNS = 256;

/** The columns that are used, each for itself, and all the rest in one question. */
export function askColumns(sheet: Excel.Worksheet, { right }: Rect): () => ColumnLooks {
  const count = Math.min(right + 1, COLUMNS);
  const columns = Array.from({ length: count }, (_, column) => {
    const range = rangeOf(sheet, firstRow(column, column)).load("columnHidden");
    return { range, format: range.format.load("columnWidth,useStandardWidth") };
  });
  const far = count < MAX_COLUMNS ? firstRow(count, MAX_COLUMNS - 1) : null;
  const rest = far && rangeOf(sheet, far).load("columnHidden");
  const answer = askStandardWidth(sheet);
  return () => {
    const digit = answer();
    const hiddenColumns: number[] = [];
    const columnWidths: Record<number, number> = {};
    for (const [column, { range, format }] of columns.entries()) {
      if (range.columnHidden) hiddenColumns.push(column);
      else if (!format.useStandardWidth) columnWidths[column] = charactersOf(format.columnWidth, digit);
    }
    // True where all are hidden, null where some are.
    const isHidden = rest ? (rest.columnHidden as boolean | null) : false;
    if (isHidden === true && far) for (let at = far.left; at <= far.right; at++) hiddenColumns.push(at);
    return { hiddenColumns, columnWidths, columnsToAsk: isHidden === null ? far : null };
  };
}

const firstRow = (left: number, right: number): Rect => ({ top: 0, bottom: 0, left, right });

/** The margin of a column, in pixels. */
const MARGIN_PIXELS = 5;
const PIXELS_PER_POINT = 4 / 3;

/** Pixels of a digit in Calibri and most fonts of 11 points, where a sheet does not tell. */
export const DIGIT_PIXELS = 7;

/** Pixels of a digit, from the width of a standard column in characters and in points. */
const digitPixels = (standardCharacters: number, standardPoints: number): number =>
  Math.max(0, Math.round((standardPoints * PIXELS_PER_POINT - MARGIN_PIXELS) / standardCharacters)) || DIGIT_PIXELS;

export const pointsOf = (characters: number, digit: number): number =>
  Math.round(characters * digit) / PIXELS_PER_POINT;

export const charactersOf = (points: number, digit: number): number => (points * PIXELS_PER_POINT) / digit;

/** Pixels of a digit on a sheet, learned from its last column, where that is shown and was not widened with all others. */
export function askStandardWidth(sheet: Excel.Worksheet): () => number {
  sheet.load("standardWidth");
  const last = sheet.getRange("XFD:XFD").format.load("columnWidth,useStandardWidth");
  return () =>
    last.useStandardWidth && last.columnWidth > 0 ? digitPixels(sheet.standardWidth, last.columnWidth) : DIGIT_PIXELS;
}
