import type { Rect } from "../../../core/model/address";
import type { RangedRule } from "../../../core/model/snapshot";
import { areasOf, askRects, rangeOf } from "./areas";
import type { SheetFacts } from "./sheet-facts";

/** What is asked of a sheet beside its cells, in the same round trip as these. */
export interface SheetLooks {
  readonly merges: readonly Rect[];
  readonly hiddenColumns: readonly number[];
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly conditionalFormats: readonly RangedRule[];
}

export function askSheetLooks(sheet: Excel.Worksheet, facts: SheetFacts): () => SheetLooks {
  const formats = facts.formats.map((format) => askFormat(sheet, format));
  const { area } = facts;
  if (!area)
    return () => ({
      merges: [],
      hiddenColumns: [],
      columnWidths: {},
      conditionalFormats: formats.map((answer) => answer()),
    });
  // The API gives only those merged areas whose first cell is inside (office-js#3611): so it is asked from the first cell.
  const merges = askRects(rangeOf(sheet, area).getMergedAreasOrNullObject());
  const columns = askColumns(sheet, area);
  return () => ({
    merges: merges(),
    ...columns(),
    conditionalFormats: formats.map((answer) => answer()),
  });
}

/** The width of a digit of the default font, in pixels, and the margin of a column. */
const MARGIN_PIXELS = 5;
const PIXELS_PER_POINT = 4 / 3;

/** Pixels of a digit, from the width of a standard column in characters and in points. */
export const digitPixels = (standardCharacters: number, standardPoints: number): number =>
  Math.round((standardPoints * PIXELS_PER_POINT - MARGIN_PIXELS) / standardCharacters) || 7;

export const pointsOf = (characters: number, digit: number): number =>
  Math.round(characters * digit) / PIXELS_PER_POINT;

export const charactersOf = (points: number, digit: number): number => (points * PIXELS_PER_POINT) / digit;

/** Columns that are asked one by one; the looks of those further right are not read. */
const COLUMNS = 256;

function askColumns(sheet: Excel.Worksheet, { right }: Rect): () => Pick<SheetLooks, "hiddenColumns" | "columnWidths"> {
  const columns = Array.from({ length: Math.min(right + 1, COLUMNS) }, (_, column) => {
    const range = rangeOf(sheet, { top: 0, bottom: 0, left: column, right: column }).load("columnHidden");
    return { range, format: range.format.load("columnWidth,useStandardWidth") };
  });
  const standard = askStandardWidth(sheet);
  return () => {
    const digit = standard();
    const hiddenColumns: number[] = [];
    const columnWidths: Record<number, number> = {};
    for (const [column, { range, format }] of columns.entries()) {
      if (range.columnHidden) hiddenColumns.push(column);
      else if (!format.useStandardWidth) columnWidths[column] = charactersOf(format.columnWidth, digit);
    }
    return { hiddenColumns, columnWidths };
  };
}

/** Pixels of a digit on this sheet, learned from its last column, which nobody widens. */
export function askStandardWidth(sheet: Excel.Worksheet): () => number {
  sheet.load("standardWidth");
  const last = sheet.getRange("XFD:XFD").format.load("columnWidth");
  return () => digitPixels(sheet.standardWidth, last.columnWidth);
}

/** A conditional format's ranges and first formula; kinds that the API states without a formula have none. */
function askFormat(sheet: Excel.Worksheet, { id, type }: { id: string; type: string }): () => RangedRule {
  const format = sheet.getRange().conditionalFormats.getItem(id);
  const ranges = format.getRanges().load("address");
  const custom = type === "Custom" ? format.custom.rule.load("formula") : null;
  const cellValue = type === "CellValue" ? format.cellValue.load("rule") : null;
  return () => ({
    ranges: areasOf(ranges.address),
    formula: withSign(custom?.formula ?? cellValue?.rule.formula1 ?? null),
  });
}

const withSign = (formula: string | null): string | null =>
  formula === null || formula === "" ? null : formula.replace(/^=?/, "=");
