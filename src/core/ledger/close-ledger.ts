import {
  isPassedOver,
  isNotUnderstood,
  type AccountedCell,
  type CellLedger,
  type CellRole,
  type OpenCell,
  type SheetAccount,
} from "../model/account";
import type { BaseDataTable } from "../model/base-data";
import type { Quantity } from "../model/quantity";
import type { Ledger, TableReview } from "../review.types";
import { scalarText } from "../workbook/cell-content";
import { SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { examine } from "./examine";
import { itemsOf, type ItemSource } from "./items";
import { closeCell } from "./state";
import { unusedAreas, type UnusedCell } from "./unused-areas";
import { boundCells, usesOf, type Uses } from "./uses";

/** What the account is closed against: the review as computed, from which alone a cell's state follows. */
export interface Reviewed {
  readonly book: WorkbookSnapshot;
  readonly accounts: readonly SheetAccount[];
  readonly tables: readonly TableReview[];
  readonly baseData: readonly BaseDataTable[];
  readonly quantities: readonly Quantity[];
}

/** Closes the account of every cell (SPEC Z): it reads no text and decides nothing that a reader or check has not. */
export function closeLedger({ book, accounts, tables, baseData, quantities }: Reviewed): Ledger {
  const owned = new Map<string, AccountedCell[]>();
  for (const cell of accounts.flatMap((account) => account.cells)) {
    const cells = owned.get(cell.of);
    if (cells) cells.push(cell);
    else owned.set(cell.of, [cell]);
  }
  const views = new Map(accounts.map(({ sheet }) => [sheet, new SheetView(sheetOf(book, sheet))]));
  const bound = boundCells(quantities);
  const close = (of: string, sheet: string, uses: Uses, headerRows: readonly number[]): CellLedger => {
    const view = views.get(sheet);
    if (!view) throw new Error(`no account of sheet ${sheet}`);
    return closeCells(of, owned.get(of) ?? [], uses, { view, headerRows });
  };
  return {
    tables: tables.map((reviewed) => {
      const { table } = reviewed;
      const examined = reviewed.indicators.map(examine);
      const uses = joined(usesOf(reviewed, examined), bound.get(table.sheet));
      return { table, examined, cells: close(table.id, table.sheet, uses, table.headerRows) };
    }),
    baseData: baseData.map((base) => ({ base, cells: close(base.id, base.sheet, bound.get(base.sheet) ?? new Set(), []) })),
    outside: accounts.flatMap(({ sheet, outside }) => (outside ? [{ sheet, ...outside }] : [])),
  };
} // prettier-ignore

function sheetOf(book: WorkbookSnapshot, name: string): WorkbookSnapshot["sheets"][number] {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const joined = (a: Uses, b: Uses | undefined): Uses => (b ? new Set([...a, ...b]) : a);

function closeCells(of: string, cells: readonly AccountedCell[], uses: Uses, source: ItemSource): CellLedger {
  const counts = { judged: 0, kept: 0, unused: 0, notUnderstood: 0 };
  const roles = new Map<CellRole, number>();
  const unused: UnusedCell[] = [];
  for (const cell of cells) {
    const closed = closeCell(cell, uses);
    counts[closed.state]++;
    if (cell.role !== null) roles.set(cell.role, (roles.get(cell.role) ?? 0) + 1);
    if (closed.unused !== null) unused.push({ at: cell.at, why: closed.unused });
  }
  return {
    of,
    filled: cells.length,
    judged: counts.judged,
    kept: counts.kept,
    roles,
    unused: unusedAreas(unused),
    notUnderstood: cells.flatMap((cell) => openCell(cell, source)),
    items: itemsOf(cells, source),
  };
}

function openCell(cell: AccountedCell, { view }: ItemSource): readonly OpenCell[] {
  if (!isPassedOver(cell) || !isNotUnderstood(cell.why)) return [];
  const { row, column } = cell.at;
  return [{ at: { row, column }, text: scalarText(view.value(row, column)), why: cell.why }];
}
