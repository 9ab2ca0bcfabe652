import type { Finding } from "../findings/finding";
import type { Quantity } from "../model/quantity";
import type { SheetView } from "../workbook/sheet-view";
import { sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Ledger, Review, TableReview } from "../review.types";
import type { BaseDataTable } from "../model/base-data";
import type { Settings } from "../rules/setting-types";

/** What a check may look at: the workbook as read and the review as computed. It changes nothing. */
export interface CheckContext {
  readonly book: WorkbookSnapshot;
  readonly tables: readonly TableReview[];
  readonly baseData: readonly BaseDataTable[];
  readonly quantities: readonly Quantity[];
  readonly settings: Settings;
  readonly pack: Review["pack"];
  readonly ledger: Ledger;
}

export type Check = (context: CheckContext) => readonly Finding[];

export const viewsOf = ({ book }: CheckContext): ReadonlyMap<string, SheetView> => sheetViews(book);
