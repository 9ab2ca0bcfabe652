import { MAX_COLUMNS, MAX_ROWS, columnIndex, parseRect, type Rect } from "../../../core/workbook/address";
import { unreadable } from "../unreadable";

/** A cell reference as one number, row × MAX_COLUMNS + column: the form in which cells are looked up. */
export type CellKey = number;

export const cellKey = (row: number, column: number): CellKey => row * MAX_COLUMNS + column;
export const keyRow = (key: CellKey): number => Math.floor(key / MAX_COLUMNS);
export const keyColumn = (key: CellKey): number => key % MAX_COLUMNS;

/** The box around cells; null around none. */
export function boxOf(keys: Iterable<CellKey>): Rect | null {
  const box = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  for (const key of keys) {
    const row = keyRow(key);
    const column = keyColumn(key);
    if (row < box.top) box.top = row;
    if (row > box.bottom) box.bottom = row;
    if (column < box.left) box.left = column;
    if (column > box.right) box.right = column;
  }
  return box.bottom < 0 ? null : box;
}

/** Reads "C5"; anything else is malformed. */
export function readReference(text: string): CellKey {
  let at = 0;
  let column = 0;
  let row = 0;
  for (; at < text.length; at++) {
    const sign = text.charCodeAt(at) & ~32;
    if (sign < 65 || sign > 90) break;
    column = column * 26 + sign - 64;
  }
  const letters = at;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  const sound =
    at === text.length && letters > 0 && letters <= 3 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS;
  return sound
    ? cellKey(row - 1, column - 1)
    : unreadable("bad-xml", `单元格地址 ${text.slice(0, 20)}`, `cell reference ${text.slice(0, 20)}`);
}

/** Reads a row number as files count it, from 1. */
export function readRowNumber(text: string): number {
  const row = Number(text);
  return Number.isInteger(row) && row >= 1 && row <= MAX_ROWS
    ? row - 1
    : unreadable("bad-xml", `行号 ${text.slice(0, 20)}`, `row ${text.slice(0, 20)}`);
}

/** Reads "A2:F31", "$A$2", "A:C", "2:5"; null for anything else. */
export function readArea(text: string): Rect | null {
  const plain = text.replaceAll("$", "");
  const cells = parseRect(plain);
  if (cells) return cells;
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  const first = columns ? columnIndex(columns[1] ?? "") : Number(rows?.[1]) - 1;
  const last = columns ? columnIndex(columns[2] ?? "") : Number(rows?.[2]) - 1;
  if (first === null || last === null || Number.isNaN(first + last)) return null;
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  if (columns) return { top: 0, bottom: MAX_ROWS - 1, left: low, right: high };
  return low >= 0 && high < MAX_ROWS ? { top: low, bottom: high, left: 0, right: MAX_COLUMNS - 1 } : null;
}

/** The areas of an `sqref`, parted by blanks; what is no area is left out. */
export const readAreas = (text: string): Rect[] =>
  text.split(/[ \t\r\n]+/).flatMap((part) => {
    const area = readArea(part);
    return area ? [area] : [];
  });
