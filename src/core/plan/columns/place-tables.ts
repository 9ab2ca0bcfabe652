import { tableColumn, type HelperColumn } from "../../ours/added-columns";
import { placeTable, type Placement } from "../../ours/placement";
import { readBeyond } from "./read-beyond";
import type { Tag } from "../../ours/tags";
import type { Review, TableReview } from "../../review.types";
import type { Rect } from "../../workbook/address";
import { append } from "../../workbook/lists-by-key";
import type { SheetView } from "../../workbook/sheet-view";
import type { WorkbookSnapshot } from "../../workbook/snapshot";

/** A reviewed table, the sheet it stands on, and where our columns for it stand. */
export interface PlacedTable {
  readonly review: TableReview;
  readonly view: SheetView;
  readonly placement: Placement;
}

/** Every table of the review with a place for its columns; none takes what an earlier one was given (SPEC P5). */
export function placeTables(
  book: WorkbookSnapshot,
  { tables }: Review,
  views: ReadonlyMap<string, SheetView>,
  tags: readonly Tag[],
  calculationSheet: string,
): readonly PlacedTable[] {
  const taken = new Map<string, Rect[]>();
  const read = readBeyond(book);
  return tables.flatMap((review) => {
    const view = views.get(review.table.sheet);
    if (!view) return [];
    const placement = placeTable(review.table, view, {
      tags,
      calculationSheet,
      taken,
      read,
      helpers: helpersOf(review),
    });
    for (const area of columnAreas(placement)) append(taken, placement.sheet, area);
    return [{ review, view, placement }];
  });
}

/** A table of targets gets them as numbers of one scale, so that no formula holds the conversion again and again (SPEC P42). */
function helpersOf({ table, totalRules }: TableReview): ReadonlySet<HelperColumn> {
  if (tableColumn(table, "target") === null || tableColumn(table, "actual") === null) return new Set();
  const deviation: readonly HelperColumn[] = (totalRules?.deductions.length ?? 0) > 0 ? ["deviation"] : [];
  return new Set<HelperColumn>(["target", "actual", ...deviation]);
}

/** The cells of each of our columns, from the header down. */
export const columnAreas = ({ columns, rows }: Placement): readonly Rect[] =>
  Object.values(columns).map((column) => ({ ...rows, left: column, right: column }));
