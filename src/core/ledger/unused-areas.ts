import type { CellLedger, NotUsed } from "../model/account";
import type { CellPosition, Rect } from "../workbook/address";

export interface UnusedCell {
  readonly at: CellPosition;
  readonly why: NotUsed;
}

type Area = CellLedger["unused"][number];

/** Cells not used for the same reason as areas: down a column where they follow each other, then side by side. */
export function unusedAreas(cells: readonly UnusedCell[]): readonly Area[] {
  const areas: (Area & { area: Rect; cells: number })[] = [];
  const open = new Map<number, number>();
  for (const { at, why } of cells) {
    const index = open.get(at.column);
    const above = index === undefined ? undefined : areas[index];
    if (index !== undefined && above?.why === why && above.area.bottom === at.row - 1) {
      areas[index] = { why, cells: above.cells + 1, area: { ...above.area, bottom: at.row } };
      continue;
    }
    open.set(at.column, areas.length);
    areas.push({ why, cells: 1, area: { top: at.row, bottom: at.row, left: at.column, right: at.column } });
  }
  return besideJoined(areas);
}

/** Two areas of the same rows that stand side by side are one. */
function besideJoined(areas: readonly Area[]): readonly Area[] {
  const joined: Area[] = [];
  for (const next of areas) {
    const last = joined[joined.length - 1];
    if (last && isBeside(last, next)) {
      const area = { ...last.area, right: next.area.right };
      joined[joined.length - 1] = { why: last.why, cells: last.cells + next.cells, area };
    } else joined.push({ why: next.why, cells: next.cells, area: next.area });
  }
  return joined;
}

const isBeside = (a: Area, b: Area): boolean =>
  a.why === b.why && a.area.top === b.area.top && a.area.bottom === b.area.bottom && a.area.right === b.area.left - 1;
