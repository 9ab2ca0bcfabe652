import { isBlankText } from "../../model/text";
import type { CellPosition } from "../../workbook/address";
import { decimalPlaces, exactFromDouble, exactFromText } from "../../model/exact";
import type { StatedNumber, TableCell } from "../../model/scoring-table";
import type { CellScalar, CellSnapshot } from "../../workbook/snapshot";
import { displayText, isPercentFormat, printedDecimals } from "../../formula/number-format";
import { isPicture } from "../../formula/picture";
import type { SheetGrid } from "./sheet-grid";
import { readFigure, readTextNumber, type TextNumber } from "../words/mark-text";

/** The number that a cell states, typed as a number or as text (SPEC R6); null for anything else. */
function statedNumber(grid: SheetGrid, at: CellPosition): StatedNumber | null {
  const cell = grid.view.cell(at.row, at.column);
  if (!cell) return null;
  if (grid.dateAt(at.row, at.column) !== null) return null;
  if (typeof cell.value === "number" && Number.isFinite(cell.value)) {
    const number = exactFromDouble(cell.value);
    const decimals = cell.numberFormat === undefined ? decimalPlaces(number) : printedDecimals(cell.numberFormat, cell.value);
    const shown = cell.numberFormat !== undefined && isPercentFormat(cell.numberFormat) ? ({ percent: true } as const) : {};
    return { number, at, decimals, asText: false, embedded: false, ...shown };
  }
  const text = typeof cell.value === "string" ? readTextNumber(cell.value) : null;
  return text && { number: text.number, at, decimals: text.decimals, asText: true, embedded: false };
} // prettier-ignore

export const isBlank = (value: CellScalar): boolean =>
  value === null || (typeof value === "string" && isBlankText(value));

/** A mark that stands inside a longer text. */
export const embeddedNumber = (text: TextNumber, at: CellPosition): StatedNumber => ({
  number: text.number,
  at,
  decimals: text.decimals,
  asText: false,
  embedded: true,
});

/** The cell of a mark or a score, which may be written in numerals, too. */
export function figureCell(grid: SheetGrid, row: number, column: number): TableCell {
  const cell = tableCell(grid, row, column);
  const read = cell.stated === null && typeof cell.raw === "string" ? readFigure(cell.raw) : null;
  if (!read) return cell;
  const { number, decimals } = read;
  return { ...cell, stated: { number, decimals, at: cell.at, asText: true, embedded: false } };
}

/** A format may put a sign or a unit around the number: "≥"0"公里". One that shows another number says nothing (SPEC C41). */
function wordsAround({ value, numberFormat = "" }: CellSnapshot): Pick<TableCell, "shown"> {
  if (typeof value !== "number" || !SAYS_MORE.test(numberFormat.replace(/\[[^\]]*\]/g, ""))) return {};
  const shown = displayText(value, numberFormat);
  const number = exactFromText(/-?\d[\d,]*(?:\.\d+)?/.exec(shown)?.[0].replaceAll(",", "") ?? "");
  const [held, scale] = [exactFromDouble(value), isPercentFormat(numberFormat) ? 100 : 1];
  return number?.equals(held.mul(scale)) === true ? { shown } : {};
}

const SAYS_MORE = /[≥≤\u4e00-\u9fff]|["\\][<>=]/;

/** The cell as a table shows it at that place: the anchor of its merge, blank where nothing stands there. */
export function tableCell(grid: SheetGrid, row: number, column: number): TableCell {
  const merge = grid.view.mergeAt(row, column);
  // a merge that begins in another column belongs to that column
  const own = merge?.left === column ? merge : undefined;
  const at = { row: own?.top ?? row, column };
  const cell = merge && !own ? undefined : grid.view.cell(at.row, at.column);
  const date = cell ? grid.dateAt(at.row, at.column) : null;
  return {
    at,
    raw: cell?.value ?? null,
    formula: cell?.formula ?? null,
    merged: own && own.bottom > own.top ? own : null,
    stated: cell ? statedNumber(grid, at) : null,
    ...(date !== null && { date }),
    ...(cell && date === null && wordsAround(cell)),
    ...(cell?.unstruck !== undefined && { struck: true }),
    ...(cell && isPicture(cell) && { picture: true }),
  };
}
