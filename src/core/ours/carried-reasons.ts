import type { CellAddress } from "../workbook/address";
import { append } from "../workbook/lists-by-key";
import type { ScoringTable } from "../model/scoring-table";
import type { SheetView } from "../workbook/sheet-view";
import type { CellScalar } from "../workbook/snapshot";
import { contentOfCell, scalarText } from "../workbook/cell-content";
import type { CellContent } from "../workbook/write-plan";
import type { SheetArea } from "../workbook/sheet-area";

/**
 * What people typed into our column 扣分原因 belongs to the indicator whose name stands in our column 核对指标 beside
 * it. Where a sort or move took the indicator away and left our columns, the text follows its indicator; where names
 * do not tell whose it is, it stays, and planning says so (SPEC P8).
 */
export interface ReasonColumn {
  readonly area: SheetArea;
  /** The column of 核对指标 on the same sheet; null where somebody deleted it: then texts stay in their rows. */
  readonly nameColumn: number | null;
}

export interface CarriedReasons {
  /** Rows of the sheet whose text changes; every other row keeps what it holds. */
  readonly rewritten: ReadonlyMap<number, CellContent>;
  /** Rows whose 核对指标 must keep the old name, since the text beside it could not be placed. */
  readonly keptNames: ReadonlyMap<number, CellScalar>;
  readonly displaced: readonly { readonly at: CellAddress; readonly name: string; readonly text: string }[];
}

export const NOTHING_CARRIED: CarriedReasons = { rewritten: new Map(), keptNames: new Map(), displaced: [] };

interface Entry {
  readonly row: number;
  readonly name: CellScalar;
  readonly content: CellContent;
  readonly text: string;
}

/**
 * `rowOf` gives the row that each indicator's reason will stand in, `nameOf` its name as the table holds it now.
 */
export function carryReasons(
  view: SheetView,
  column: ReasonColumn,
  table: ScoringTable,
  rowOf: (indicator: number) => number,
  nameOf: (indicator: number) => CellScalar,
): CarriedReasons {
  const { nameColumn } = column;
  if (nameColumn === null) return NOTHING_CARRIED;
  const indicatorAt = new Map(table.indicators.map((_, index) => [rowOf(index), index]));
  const named = new Map<CellScalar, number[]>();
  table.indicators.forEach((_, index) => {
    append(named, nameOf(index), index);
  });
  const isAtHome = (row: number, name: CellScalar): boolean => {
    const index = indicatorAt.get(row);
    if (name === null || (index !== undefined && nameOf(index) === name)) return true;
    // A name that no row bears any more was corrected in place, unless the row's indicator is named elsewhere in ours.
    return index !== undefined && !named.has(name) && !keptNames.has(nameOf(index));
  };
  const keptNames = namesInColumn(view, column.area, nameColumn);
  const away = entriesOf(view, column.area, nameColumn).filter((entry) => !isAtHome(entry.row, entry.name));
  return place(away, column.area, view, (name) => {
    const candidates = named.get(name) ?? [];
    const only = candidates.length === 1 ? candidates[0] : undefined;
    return only === undefined ? null : rowOf(only);
  });
}

function place(
  away: readonly Entry[],
  area: SheetArea,
  view: SheetView,
  homeOf: (name: CellScalar) => number | null,
): CarriedReasons {
  const rewritten = new Map<number, CellContent>();
  const homes = new Map<number, Entry[]>();
  const stuck = new Set<Entry>();
  for (const entry of away) {
    const home = homeOf(entry.name);
    if (home === null || entry.content.type === "formula") stuck.add(entry);
    else append(homes, home, entry);
  }
  // A home must be free: empty, or left by a text that itself finds a home. Each text that stays holds up another.
  const leaving = new Map(away.map((entry) => [entry.row, entry]));
  const blocked = [...stuck].map((entry) => entry.row);
  for (const [home, entries] of homes) {
    if (entries.length > 1 || (!leaving.has(home) && view.value(home, area.rect.left) !== null)) blocked.push(home);
  }
  for (let home = blocked.pop(); home !== undefined; home = blocked.pop()) {
    for (const entry of homes.get(home) ?? []) {
      stuck.add(entry);
      blocked.push(entry.row);
    }
    homes.delete(home);
  }
  for (const entry of away) if (!stuck.has(entry)) rewritten.set(entry.row, { type: "blank" });
  for (const [home, [entry]] of homes) if (entry) rewritten.set(home, entry.content);
  return {
    rewritten,
    keptNames: new Map([...stuck].map(({ row, name }) => [row, name])),
    displaced: [...stuck].map(({ row, name, text }) => ({
      at: { sheet: area.sheet, row, column: area.rect.left },
      name: scalarText(name),
      text,
    })),
  };
}

function entriesOf(view: SheetView, area: SheetArea, nameColumn: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let row = area.rect.top + 1; row <= area.rect.bottom; row++) {
    const cell = view.cell(row, area.rect.left);
    const content = contentOfCell(cell);
    if (content.type === "blank") continue;
    entries.push({ row, name: view.value(row, nameColumn), content, text: scalarText(cell?.value ?? null) });
  }
  return entries;
}

function namesInColumn(view: SheetView, area: SheetArea, nameColumn: number): ReadonlySet<CellScalar> {
  const names = new Set<CellScalar>();
  for (let row = area.rect.top + 1; row <= area.rect.bottom; row++) names.add(view.value(row, nameColumn));
  return names;
}
