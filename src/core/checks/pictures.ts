import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { isPicture } from "../formula/picture";
import { unspaced } from "../model/text";
import type { ScoringTable, TableCell } from "../model/scoring-table";
import { a1, columnName, isInside, type CellPosition } from "../workbook/address";
import { cellsInRows } from "../workbook/sheet-view";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { Check } from "./context";
import { cellText } from "./figures";

/** Pictures in a table's rows: one note for a column, however many there are (SPEC R43). */
export const pictures: Check = ({ book, tables }) =>
  tables.flatMap(({ table }) => {
    const sheet = book.sheets.find(({ name }) => name === table.sheet);
    return sheet ? picturesOf(table, sheet) : [];
  });

function picturesOf(table: ScoringTable, sheet: SheetSnapshot): readonly Finding[] {
  const byColumn = new Map<number, { cells: Map<string, CellPosition>; byWps: boolean }>();
  const add = (at: CellPosition, byWps: boolean): void => {
    const column = byColumn.get(at.column) ?? { cells: new Map(), byWps: false };
    column.cells.set(a1(at), { row: at.row, column: at.column });
    byColumn.set(at.column, { cells: column.cells, byWps: column.byWps || byWps });
  };
  for (const cell of cellsInRows(sheet, [table.range]))
    if (isInside(cell, table.range) && isPicture(cell))
      add(cell, /DISPIMG/i.test(cell.formula ?? cellText(cell.value)));
  for (const { kind, area } of sheet.drawings ?? [])
    if (kind === "picture" && isBesideRows(table, area.top, area.bottom))
      add({ row: Math.max(area.top, table.range.top), column: area.left }, false);
  return [...byColumn].map(([column, { cells, byWps }]) => {
    const [first] = cells.values();
    const header = table.columns.find((one) => one.column === column)?.header;
    const data = { cells: [...cells.keys()], column: header ? unspaced(header) : columnName(column), byWps };
    const at = first ?? { row: table.range.top, column };
    return findingAt("picture-not-read", table, at, { subject: data.column, data });
  });
}

const isBesideRows = (table: ScoringTable, top: number, bottom: number): boolean =>
  table.indicators.some(({ row, lastRow }) => top <= lastRow && bottom >= row);

/** Whether a picture lies over the cell, or is in it. */
export function holdsPicture(book: WorkbookSnapshot, { sheet }: ScoringTable, cell: TableCell): boolean {
  if (cell.picture) return true;
  const drawings = book.sheets.find(({ name }) => name === sheet)?.drawings ?? [];
  return drawings.some(({ kind, area }) => kind === "picture" && isInside(cell.at, area));
}
