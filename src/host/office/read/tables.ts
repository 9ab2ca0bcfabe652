import type { HeldArea, SheetTable } from "../../../core/workbook/snapshot";
import { askRect } from "./areas";
import { askAll, type Asked } from "./ask-all";
import type { PinnedLists } from "./pinned-lists";

/** A table of Excel's own, and the cells on which it stands. */
interface FoundTable {
  readonly table: SheetTable;
  readonly held: readonly HeldArea[];
}

/** Ranges and columns of a sheet's tables. */
export const askTables = ({ tables }: PinnedLists): Asked<FoundTable> =>
  askAll(tables.items, (table) => {
    const area = askRect(table.getRange());
    const columns = table.columns.load("items/name");
    return () =>
      foundTable({
        name: table.name,
        range: area(),
        hasHeader: table.showHeaders,
        hasTotals: table.showTotals,
        columns: columns.items.map(({ name }) => name),
      });
  });

function foundTable(table: SheetTable): FoundTable {
  const { range, hasHeader, hasTotals } = table;
  const held: HeldArea[] = [{ by: "table", area: range }];
  if (hasHeader) held.push({ by: "tableEdge", area: { ...range, bottom: range.top } });
  if (hasTotals) held.push({ by: "tableEdge", area: { ...range, top: range.bottom } });
  return { table, held };
}

/** The cells on which a sheet's pivot tables stand. */
export const askPivots = ({ pivots }: PinnedLists): Asked<HeldArea> =>
  askAll(pivots.items, (pivot) => {
    const area = askRect(pivot.layout.getRange());
    return () => ({ by: "pivot", area: area() });
  });
