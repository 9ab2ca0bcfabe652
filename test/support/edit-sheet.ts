import { a1, columnName, parseA1, type CellPosition, type Rect } from "../../src/core/workbook/address";
import type {
  CellScalar,
  CellSnapshot,
  RangedRule,
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../src/core/workbook/snapshot";
import { calculated, sheetOf, usedRange } from "./apply-plan";

/** What people do to a sheet between two runs, with formulas, names and ranges following as they do in Excel. */
type RowMap = (row: number) => number | null;

/** Inserts blank rows before `at`. */
export const insertRows = (book: WorkbookSnapshot, sheet: string, at: number, count = 1): WorkbookSnapshot =>
  moveRows(book, sheet, (row) => (row < at ? row : row + count));

export const deleteRow = (book: WorkbookSnapshot, sheet: string, at: number): WorkbookSnapshot =>
  moveRows(book, sheet, (row) => (row === at ? null : row > at ? row - 1 : row));

function moveRows(book: WorkbookSnapshot, name: string, map: RowMap): WorkbookSnapshot {
  const sheets = book.sheets.map((sheet): SheetSnapshot => {
    const cells = sheet.cells.flatMap((cell): CellSnapshot[] => {
      const row = sheet.name === name ? map(cell.row) : cell.row;
      if (row === null) return [];
      return [
        { ...cell, row, ...(cell.formula !== undefined && { formula: follow(cell.formula, sheet.name, name, map) }) },
      ];
    });
    if (sheet.name !== name) return { ...sheet, cells };
    return {
      ...sheet,
      cells,
      used: usedRange(cells),
      validations: sheet.validations.map((rule) => followRule(rule, name, map)),
      conditionalFormats: sheet.conditionalFormats.map((rule) => followRule(rule, name, map)),
      printArea: sheet.printArea?.flatMap((area) => followRect(area, map) ?? []) ?? null,
    };
  });
  const names = book.names.map((one) => ({ ...one, refersTo: follow(one.refersTo, null, name, map) }));
  return calculated({ ...book, sheets, names });
}

const followRule = (rule: RangedRule, sheet: string, map: RowMap): RangedRule => ({
  ranges: rule.ranges.flatMap((range) => followRect(range, map) ?? []),
  formula: rule.formula === null ? null : follow(rule.formula, sheet, sheet, map),
});

/** The rows that are left of a range. */
function followRect(rect: Rect, map: RowMap): Rect | null {
  const rows = Array.from({ length: rect.bottom - rect.top + 1 }, (_, offset) => map(rect.top + offset)).filter(
    (row) => row !== null,
  );
  const [first] = rows;
  const last = rows.at(-1);
  return first === undefined || last === undefined ? null : { ...rect, top: first, bottom: last };
}

const REFERENCE = /('(?:[^']|'')*'!)?(\$?[A-Z]{1,3}\$?\d+)(:\$?[A-Z]{1,3}\$?\d+)?/g;

/** Rewrites the references of a formula that point at the sheet; texts stay as they are. */
function follow(formula: string, home: string | null, sheet: string, map: RowMap): string {
  return outsideTexts(formula, (piece) =>
    piece.replace(REFERENCE, (all, prefix: string | undefined, first: string, second: string | undefined) => {
      const target = prefix === undefined ? home : prefix.slice(1, -2).replaceAll("''", "'");
      if (target !== sheet) return all;
      const from = parseA1(first);
      const to = parseA1((second ?? `:${first}`).slice(1));
      if (!from || !to) return all;
      const rect = followRect({ top: from.row, bottom: to.row, left: from.column, right: to.column }, map);
      if (!rect) return `${prefix ?? ""}#REF!`;
      const one = placed(first, rect.top);
      return `${prefix ?? ""}${one}${second === undefined ? "" : `:${placed(second.slice(1), rect.bottom)}`}`;
    }),
  );
}

const placed = (reference: string, row: number): string => reference.replace(/\d+$/, String(row + 1));

const outsideTexts = (formula: string, change: (piece: string) => string): string =>
  formula
    .split('"')
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('"');

/** Sorts rows `top`… by the order given, over the columns `left`–`right` only; formulas keep pointing into their own row. */
export function sortRows(
  book: WorkbookSnapshot,
  name: string,
  top: number,
  order: readonly number[],
  left: number,
  right: number,
): WorkbookSnapshot {
  const sheet = sheetOf(book, name);
  const isMoved = ({ row, column }: CellPosition): boolean =>
    row >= top && row < top + order.length && column >= left && column <= right;
  const cells = sheet.cells.map((cell): CellSnapshot => {
    if (!isMoved(cell)) return cell;
    const row = top + order.indexOf(cell.row - top);
    const { formula } = cell;
    return { ...cell, row, ...(formula !== undefined && { formula: shifted(formula, row - cell.row) }) };
  });
  const sorted = { ...sheet, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
  return calculated({ ...book, sheets: book.sheets.map((one) => (one === sheet ? sorted : one)) });
}

const shifted = (formula: string, by: number): string =>
  outsideTexts(formula, (piece) =>
    piece.replace(
      /('(?:[^']|'')*'!)?\b([A-Z]{1,3})(\d+)\b/g,
      (all, prefix: string | undefined, column: string, row: string) =>
        prefix === undefined ? `${column}${Number(row) + by}` : all,
    ),
  );

/** A copied sheet carries copies of the names that point at it, as names of its own. */
export function copySheet(book: WorkbookSnapshot, name: string, copy: string, before: boolean): WorkbookSnapshot {
  const sheet = sheetOf(book, name);
  const index = book.sheets.indexOf(sheet) + (before ? 0 : 1);
  const quoted = `'${name}'!`;
  const names = book.names
    .filter(({ refersTo }) => refersTo.includes(quoted))
    .map((one) => ({ ...one, scope: copy, refersTo: one.refersTo.replaceAll(quoted, `'${copy}'!`) }));
  return {
    ...book,
    sheets: book.sheets.toSpliced(index, 0, { ...sheet, name: copy }),
    names: [...book.names, ...names],
  };
}

/** Types a value into a cell; null empties it. */
export function typeInto(
  book: WorkbookSnapshot,
  name: string,
  address: string,
  value: string | number | null,
): WorkbookSnapshot {
  const at = parseA1(address);
  if (!at) throw new Error(`no address: ${address}`);
  const sheet = sheetOf(book, name);
  const rest = sheet.cells.filter((cell) => a1(cell) !== address);
  const cells =
    value === null ? rest : [...rest, { ...at, value }].sort((a, b) => a.row - b.row || a.column - b.column);
  return calculated({ ...book, sheets: book.sheets.map((one) => (one === sheet ? { ...sheet, cells } : one)) });
}

/** The address in column `column` of the first row that holds this text in column `inColumn`. */
export function addressBeside(
  book: WorkbookSnapshot,
  name: string,
  text: string,
  inColumn: number,
  column: number,
): string {
  const cell = sheetOf(book, name).cells.find((one) => one.column === inColumn && one.value === text);
  if (!cell) throw new Error(`no such text: ${text}`);
  return `${columnName(column)}${cell.row + 1}`;
}

/** Types values into many cells at once, by A1 address; null empties a cell. Nothing is calculated yet. */
export function withCells(
  book: WorkbookSnapshot,
  name: string,
  values: ReadonlyMap<string, CellScalar>,
): WorkbookSnapshot {
  const sheet = sheetOf(book, name);
  const cells = new Map(sheet.cells.map((cell) => [a1(cell), cell]));
  for (const [address, value] of values) {
    const at = parseA1(address);
    if (!at) throw new Error(`no address: ${address}`);
    const numberFormat = cells.get(address)?.numberFormat;
    cells.set(address, { ...at, value, ...(numberFormat === undefined ? {} : { numberFormat }) });
  }
  const changed = { ...sheet, cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column) };
  return { ...book, sheets: book.sheets.map((one) => (one === sheet ? changed : one)) };
}
