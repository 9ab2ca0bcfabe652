import { isNotUnderstood, isPassedOver, type AccountedCell, type LedgerItem, type PassedOver } from "../model/account";
import type { CellPosition, Rect } from "../workbook/address";
import { scalarText } from "../workbook/cell-content";
import type { SheetView } from "../workbook/sheet-view";
import { isCellError } from "../workbook/snapshot";

/** What the ledger knows of the table whose items it makes. */
export interface ItemSource {
  readonly view: SheetView;
  readonly headerRows: readonly number[];
}

type Passed = PassedOver & { readonly of: string };

/**
 * What a person is told: one item for a column, one for a block of cells that touch, one for a single cell. What another
 * finding names already (an ambiguous header, an error value, words as a score) is no item (SPEC Z6).
 */
export function itemsOf(cells: readonly AccountedCell[], source: ItemSource): readonly LedgerItem[] {
  const columns = new Map<string, Passed[]>();
  const loose: Passed[] = [];
  for (const cell of cells) {
    if (!isPassedOver(cell) || cell.reported || isReported(cell, source.view)) continue;
    const key = columnKey(cell);
    if (key === null) {
      if (isNotUnderstood(cell.why)) loose.push(cell);
      continue;
    }
    const group = columns.get(key);
    if (group) group.push(cell);
    else columns.set(key, [cell]);
  }
  const items = [...columns.values()].map((group) => columnItem(group, source));
  return [...items, ...blocksOf(loose).map((group) => blockItem(group, source.view))].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
} // prettier-ignore

/** Error values and words in the score's place have findings of their own. */
const isReported = ({ at, role, why }: Passed, view: SheetView): boolean =>
  why === "wrongKind" && (isCellError(view.value(at.row, at.column)) || role === "score");

const BY_COLUMN = ["wrongKind", "secondCell", "figureInText"];

/** Cells that a person mends together stand in one column: one that is not used, or one whose cells are of the wrong kind. */
function columnKey({ at, role, why }: Passed): string | null {
  if (role === "otherColumn") return `${at.column}`;
  return BY_COLUMN.includes(why) ? `${at.column} ${why} ${role ?? ""}` : null;
}

function columnItem(group: readonly Passed[], { view, headerRows }: ItemSource): LedgerItem {
  const open = group.filter((cell) => isNotUnderstood(cell.why));
  const told = open.length > 0 ? open : group;
  const unused = open.length === 0;
  const head = group[0]?.role === "otherColumn" ? headOf(view, headerRows, group[0].at.column) : "";
  return { kind: unused ? "columnUnused" : told.length > 1 ? "column" : "cell", head, ...toldBy(told, view) };
}

const headOf = (view: SheetView, rows: readonly number[], column: number): string =>
  [...new Set(rows.map((row) => scalarText(view.shown(row, column)).replace(/\s+/g, "")))].filter((text) => text !== "").join("/"); // prettier-ignore

const blockItem = (group: readonly Passed[], view: SheetView): LedgerItem => ({
  kind: group.length > 1 ? "block" : "cell",
  head: "",
  ...toldBy(group, view),
});

/** The first number speaks for all; where there is none, the first cell. */
function toldBy(group: readonly Passed[], view: SheetView): Omit<LedgerItem, "kind" | "head"> {
  const numbers = group.filter((cell) => isFigure(view, cell.at));
  const first = numbers[0] ?? group[0];
  if (!first) throw new Error("an item without cells");
  const { at, why } = first;
  const text = scalarText(view.value(at.row, at.column));
  return { at, area: areaOf(group.map((cell) => cell.at)), text, why, cells: group.length, numbers: numbers.length };
}

const isFigure = (view: SheetView, { row, column }: CellPosition): boolean => {
  const value = view.value(row, column);
  return typeof value === "number" || (typeof value === "string" && /^\s*[￥¥+-]?\d[\d,.]*\s*\D{0,3}$/.test(value));
};

/** The smallest area that holds all of the cells. */
function areaOf(cells: readonly CellPosition[]): Rect {
  const area = { top: Infinity, bottom: 0, left: Infinity, right: 0 };
  for (const { row, column } of cells) {
    area.top = Math.min(area.top, row);
    area.bottom = Math.max(area.bottom, row);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, column);
  }
  return area;
}

/** Cells in rows that follow each other are one block; they come in reading order. */
function blocksOf(cells: readonly Passed[]): readonly (readonly Passed[])[] {
  const blocks: Passed[][] = [];
  for (const cell of cells) {
    const block = blocks[blocks.length - 1];
    const before = block?.[block.length - 1];
    if (block && before && cell.at.row - before.at.row <= 1) block.push(cell);
    else blocks.push([cell]);
  }
  return blocks;
}
