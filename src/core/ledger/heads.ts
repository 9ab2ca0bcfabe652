import { isPassedOver, type AccountedCell, type CellRole } from "../model/account";
import type { ScoringTable } from "../model/scoring-table";
import { placeKey, type CellPosition } from "../workbook/address";
import type { SheetView } from "../workbook/sheet-view";

/** The cells that head the columns of a table and of its funding block: what is read below depends on their words. */
export function headsOf({ columns, headerRows, funding }: ScoringTable, cells: readonly AccountedCell[], view: SheetView): readonly CellPosition[] {
  const lowest = (rows: readonly number[], column: number, heads: ReadonlySet<number>): readonly CellPosition[] =>
    rows.map((row) => view.anchor(row, column)).filter((at) => heads.has(placeKey(at))).slice(-1); // prettier-ignore
  const heads = placesOf(cells, "header");
  const money = placesOf(cells, "fundingHeader");
  const { range } = funding ?? {};
  const top = range ? Array.from({ length: range.bottom - range.top + 1 }, (_, i) => range.top + i) : [];
  return [
    ...columns.flatMap(({ column }) => lowest(headerRows, column, heads)),
    ...Object.values(funding?.columns ?? {}).flatMap((column) => lowest(top, column, money)),
  ];
} // prettier-ignore

const placesOf = (cells: readonly AccountedCell[], role: CellRole): ReadonlySet<number> =>
  new Set(cells.flatMap((cell) => (cell.role === role && !isPassedOver(cell) ? [placeKey(cell.at)] : [])));
