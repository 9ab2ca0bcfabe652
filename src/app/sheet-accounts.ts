import { keptWith } from "../core/workbook/kept-with";
import type { SheetAccount } from "../core/model/account";
import { readTables } from "../core/table/read-tables";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";

/** What each cell of a workbook was read as; kept by snapshot, which never changes: one reading is asked for again and again. */
export const sheetAccounts = keptWith((book: WorkbookSnapshot): readonly SheetAccount[] => readTables(book).accounts);
