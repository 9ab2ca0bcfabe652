import {
  isPassedOver,
  isNotUnderstood,
  type AccountedCell,
  type CellLedger,
  type CellRole,
  type OpenCell,
  type OtherSheet,
  type SheetAccount,
} from "../model/account";
import type { BaseDataTable } from "../model/base-data";
import type { Quantity } from "../model/quantity";
import type { Ledger, TableReview } from "../review.types";
import { scalarText } from "../workbook/cell-content";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { CellPosition } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { examine } from "./examine";
import { itemsOf, type ItemSource } from "./items";
import { closeCell } from "./state";
import { unusedAreas, type UnusedCell } from "./unused-areas";
import { headsOf } from "./heads";
import { boundCells, labelsOf, usesOf, type Uses } from "./uses";
import { append } from "../workbook/lists-by-key";

/** What the account is closed against: the review as computed, from which alone a cell's state follows. */
export interface Reviewed {
  readonly book: WorkbookSnapshot;
  readonly accounts: readonly SheetAccount[];
  readonly others: readonly OtherSheet[];
  readonly tables: readonly TableReview[];
  readonly baseData: readonly BaseDataTable[];
  readonly quantities: readonly Quantity[];
}

/** Closes the account of every cell (SPEC Z): it reads no text and decides nothing that a reader or check has not. */
export function closeLedger(reviewed: Reviewed): Ledger {
  const { tables, baseData, accounts } = reviewed;
  const owners = new Map(openAccounts(reviewed).map((account) => [account.of, account]));
  const close = (of: string, headerRows: readonly number[]): CellLedger => {
    const owner = owners.get(of);
    if (!owner) throw new Error(`no account of ${of}`);
    return closeCells(owner, headerRows);
  };
  return {
    tables: tables.map(({ table, indicators }) => ({ table, examined: indicators.map(examine), cells: close(table.id, table.headerRows) })),
    baseData: baseData.map((base) => ({ base, cells: close(base.id, []) })),
    others: reviewed.others,
    outside: accounts.flatMap(({ sheet, outside }) => (outside ? [{ sheet, ...outside }] : [])),
  };
} // prettier-ignore

/** The cells of one scoring table or base-data table, and which of them the review used. */
export interface OpenAccount {
  readonly of: string;
  readonly view: SheetView;
  readonly cells: readonly AccountedCell[];
  readonly uses: Uses;
}

/** The accounts by their owner, each with what the review at hand used of it. */
export function openAccounts({ book, accounts, tables, baseData, quantities }: Omit<Reviewed, "others">): readonly OpenAccount[] {
  const owned = new Map<string, AccountedCell[]>();
  for (const { cells } of accounts) for (const cell of cells) append(owned, cell.of, cell);
  const views = sheetViews(book);
  const bound = boundCells(quantities);
  const account = (of: string, sheet: string, usesIn: (cells: readonly AccountedCell[], view: SheetView) => Uses): OpenAccount => {
    const view = views.get(sheet);
    if (!view) throw new Error(`no sheet ${sheet}`);
    const cells = owned.get(of) ?? [];
    return { of, view, cells, uses: joined(usesIn(cells, view), bound.get(sheet)) };
  };
  return [
    ...tables.map((reviewed) =>
      account(reviewed.table.id, reviewed.table.sheet, (cells, view) =>
        usesOf(reviewed, reviewed.indicators.map(examine), headsOf(reviewed.table, cells, view)),
      ),
    ),
    ...baseData.map((base) => account(base.id, base.sheet, () => labelsOf(base, bound.get(base.sheet)))),
  ];
} // prettier-ignore

const joined = (a: Uses, b: Uses | undefined): Uses => (b ? new Set([...a, ...b]) : a);

function closeCells({ of, cells, uses, view }: OpenAccount, headerRows: readonly number[]): CellLedger {
  const source: ItemSource = { view, headerRows };
  const hidden = hiddenIn(view.sheet);
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
    hidden: cells.filter(({ at }) => hidden(at)).length,
    roles,
    unused: unusedAreas(unused),
    notUnderstood: cells.flatMap((cell) => openCell(cell, view, hidden)),
    items: itemsOf(cells, source),
  };
}

function hiddenIn({ visibility, hiddenRows, hiddenColumns }: SheetSnapshot): (at: CellPosition) => boolean {
  const [rows, columns] = [new Set(hiddenRows), new Set(hiddenColumns)];
  return ({ row, column }) => visibility !== "visible" || rows.has(row) || columns.has(column);
}

function openCell(cell: AccountedCell, view: SheetView, hidden: (at: CellPosition) => boolean): readonly OpenCell[] {
  if (!isPassedOver(cell) || !isNotUnderstood(cell.why)) return [];
  const { row, column } = cell.at;
  return [
    {
      at: { row, column },
      hidden: hidden(cell.at),
      text: cell.date ?? scalarText(view.value(row, column)),
      why: cell.why,
    },
  ];
}
