/**
 * Addresses are zero-based inside the program and become A1 text only when shown or printed (SPEC A1).
 */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface CellAddress extends CellPosition {
  readonly sheet: string;
}

/** Whether two cells of one sheet are the same. */
export const samePlace = (a: CellPosition, b: CellPosition): boolean => a.row === b.row && a.column === b.column;

export const sameAddress = (a: CellAddress, b: CellAddress): boolean => samePlace(a, b) && a.sheet === b.sheet;

/** A rectangle of cells; all four edges are inclusive. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A cell's place on its sheet as one number, by which it is looked up. */
export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;

export const placeKey = ({ row, column }: CellPosition): number => cellKey(row, column);

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 0, AA → 26; null where the letters name no column of a sheet. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= MAX_COLUMNS ? index - 1 : null;
}

/** "C5" for { row: 4, column: 2 }. */
export const a1 = (at: CellPosition): string => `${columnName(at.column)}${at.row + 1}`;

/** "A2:F31", or "A2" for a single cell. */
export function rectA1(rect: Rect): string {
  const first = a1({ row: rect.top, column: rect.left });
  const last = a1({ row: rect.bottom, column: rect.right });
  return first === last ? first : `${first}:${last}`;
}

/** Reads "C5" or "$C$5"; null for anything else. */
export function parseA1(text: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const column = columnIndex(match[1] ?? "");
  const row = Number(match[2]) - 1;
  return column === null || row >= MAX_ROWS ? null : { row, column };
}

/** Reads "A2:F31" or "A2"; null for anything else. Corners may stand in any order. */
export function parseRect(text: string): Rect | null {
  const parts = text.split(":");
  if (parts.length > 2) return null;
  const first = parseA1(parts[0] ?? "");
  const last = parts.length === 2 ? parseA1(parts[1] ?? "") : first;
  if (!first || !last) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** One cell as a rectangle. */
export const rectAt = ({ row, column }: CellPosition): Rect => ({ top: row, left: column, bottom: row, right: column });

/** The box around cells in row order; null around none. */
export function boxAround(cells: readonly CellPosition[]): Rect | null {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) return null;
  let left = first.column;
  let right = first.column;
  for (const { column } of cells) {
    if (column < left) left = column;
    if (column > right) right = column;
  }
  return { top: first.row, left, bottom: last.row, right };
}

export const isInside = (at: CellPosition, rect: Rect): boolean =>
  at.row >= rect.top && at.row <= rect.bottom && at.column >= rect.left && at.column <= rect.right;

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** What is left of a rectangle when another is cut out of it: at most four. */
export function subtract(from: Rect, cut: Rect): Rect[] {
  if (!overlaps(from, cut)) return [from];
  const top = Math.max(from.top, cut.top);
  const bottom = Math.min(from.bottom, cut.bottom);
  return [
    { ...from, bottom: cut.top - 1 },
    { ...from, top, bottom, right: cut.left - 1 },
    { ...from, top, bottom, left: cut.right + 1 },
    { ...from, top: cut.bottom + 1 },
  ].filter((rect) => rect.top <= rect.bottom && rect.left <= rect.right);
}

/** A sheet name as it stands in a formula: always quoted, so that no name can be read as anything else. */
export const quoteSheet = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** "'自评指标计分表'!C5", for people and for defined names ($ where absolute). */
export const sheetA1 = (at: CellAddress): string => `${quoteSheet(at.sheet)}!${a1(at)}`;

export const absoluteA1 = (at: CellPosition): string => `$${columnName(at.column)}$${at.row + 1}`;

/** $A$1:$B$2. */
export const absoluteRect = (rect: Rect): string =>
  rectA1(rect).replace(/([A-Z]+)(\d+)/g, (_, letters: string, digits: string) => `$${letters}$${digits}`);

export const sameRect = (a: Rect | undefined, b: Rect): boolean =>
  a?.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** A cell as people write it, 自评表!D5: the quotes around a sheet's name belong to formulas. */
export const shownAddress = (at: CellAddress): string => `${at.sheet}!${a1(at)}`;
