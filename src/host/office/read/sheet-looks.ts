import type { Rect } from "../../../core/workbook/address";
import { askRects, rangeOf } from "./areas";
import { askColumns, type ColumnLooks } from "./columns";
import type { SheetFacts } from "./sheet-facts";

/** What is asked of a sheet beside its cells, in the same round trip as these. */
export interface SheetLooks extends ColumnLooks {
  readonly merges: readonly Rect[];
}

export function askSheetLooks(sheet: Excel.Worksheet, facts: SheetFacts): () => SheetLooks {
  const { area } = facts;
  if (!area) return () => ({ merges: [], hiddenColumns: [], columnWidths: {}, columnsToAsk: null });
  // The API gives only those merged areas whose first cell is inside (office-js#3611): so it is asked from the first cell.
  const merges = askRects(rangeOf(sheet, area).getMergedAreasOrNullObject());
  const columns = askColumns(sheet, area);
  return () => ({ merges: merges(), ...columns() });
}
