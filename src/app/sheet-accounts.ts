import type { SheetAccount } from "../core/model/account";
import { readTables } from "../core/table/read-tables";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";

const known = new WeakMap<WorkbookSnapshot, readonly SheetAccount[]>();

/** What each cell of a workbook was read as; kept by snapshot, which never changes: one reading is asked for again and again. */
export function sheetAccounts(book: WorkbookSnapshot): readonly SheetAccount[] {
  const accounts = known.get(book) ?? readTables(book).accounts;
  known.set(book, accounts);
  return accounts;
}
