import type { GridCell } from "../cells/sheet-grid";
import { lastRow, textOf } from "../cells/sheet-grid";
import type { HeaderRows } from "../header/header-row";
import type { TableLayout } from "../header/table-layout";
import { readName } from "../words/name-text";

/**
 * A form with several goals prints its header once for each, and beside it the goal: 年度绩效目标1（40分）. The second header
 * is no page break, and the goal is the first level of what stands beside it (SPEC R25). The label of each header by its
 * first row; empty where there is one label at most, or the same one again.
 */
export function goalBlocks(table: TableLayout, later: readonly HeaderRows[]): ReadonlyMap<number, GridCell> {
  const own = [table.header, ...later.filter(({ key }) => key === table.header.key)];
  const labels = new Map<number, GridCell>();
  for (const header of own) {
    const cell = sideLabel(table, header);
    // Of a thousand headers the first one without a label decides.
    if (!cell) return new Map();
    labels.set(header.top, cell);
  }
  const names = new Set([...labels.values()].map(({ value }) => readName(textOf(value)).name));
  return names.size > 1 ? labels : new Map();
}

/** The text left of the first level in a header's first row, merged down beside the rows or not. */
function sideLabel(table: TableLayout, header: HeaderRows): GridCell | null {
  const first = table.levels[0] ?? 0;
  const known = new Set(header.heads.filter(({ reading }) => reading !== null).map(({ cell }) => cell));
  const beside = table.grid.cellsIn(header.top).filter((cell) => cell.column < first && cell.column >= header.from);
  const labels = beside.filter((cell) => !known.has(cell) && typeof cell.value === "string");
  return labels.find((cell) => lastRow(cell) > header.bottom) ?? labels[0] ?? null;
}
