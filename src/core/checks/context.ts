import type { FindingCode, FindingData } from "../findings/catalogue";
import type { Finding, FindingOf } from "../findings/finding";
import type { CellPosition } from "../workbook/address";
import type { Quantity } from "../model/quantity";
import type { ScoringTable } from "../model/scoring-table";
import type { SheetView } from "../workbook/sheet-view";
import { sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Review, TableReview } from "../review.types";
import type { Settings } from "../rules/settings";
import type { BaseDataTable } from "../table/base/read-base-data";

/** What a check may look at: the workbook as read and the review as computed. It changes nothing. */
export interface CheckContext {
  readonly book: WorkbookSnapshot;
  readonly tables: readonly TableReview[];
  readonly baseData: readonly BaseDataTable[];
  readonly quantities: readonly Quantity[];
  readonly settings: Settings;
  readonly pack: Review["pack"];
}

export type Check = (context: CheckContext) => readonly Finding[];

const views = new WeakMap<WorkbookSnapshot, ReadonlyMap<string, SheetView>>();

/** Views of the workbook's sheets, made once for all checks. */
export function viewsOf({ book }: CheckContext): ReadonlyMap<string, SheetView> {
  const made = views.get(book) ?? sheetViews(book);
  views.set(book, made);
  return made;
}

/** What a finding says beside its code, table and cell. */
interface About<C extends FindingCode> {
  readonly data: FindingData[C];
  readonly path?: readonly string[];
  readonly subject?: string;
  readonly group?: string;
}

/** A finding about a cell of a table's sheet. */
export const findingAt = <C extends FindingCode>(
  code: C,
  table: ScoringTable,
  at: CellPosition,
  { data, path = [], subject = "", group }: About<C>,
): FindingOf<C> => ({
  code,
  table: table.id,
  sheet: table.sheet,
  at: { sheet: table.sheet, row: at.row, column: at.column },
  path,
  subject,
  data,
  ...(group === undefined ? {} : { group: `${code}:${table.id}:${group}` }),
});

/** The name by which people know a path: its last part. */
export const nameOf = (path: readonly string[]): string => path.at(-1) ?? "";

/** A row's label as a name: 年度资金总额： → 年度资金总额. */
export const nameOfRow = (label: string): string => label.trim().replace(/[:：]$/, "");
