import { pushAll } from "../workbook/long-lists";
import { isNotUnderstood, isPassedOver, type AccountedCell, type LedgerItem, type PassedOver } from "../model/account";
import type { CellPosition, Rect } from "../workbook/address";
import { append } from "../workbook/lists-by-key";
import { scalarText } from "../workbook/cell-content";
import type { SheetView } from "../workbook/sheet-view";
import { isCellError } from "../workbook/snapshot";
import { unusedAreas } from "./unused-areas";

/** What the ledger knows of the table whose items it makes. */
export interface ItemSource {
  readonly view: SheetView;
  readonly headerRows: readonly number[];
}

type Passed = PassedOver & Omit<AccountedCell, keyof PassedOver>;

/**
 * What a person is told: one item for columns that stand together, one for cells of one column that are of the wrong kind,
 * one for a block of cells that touch, one for a single cell. What another finding names already (an ambiguous header, an
 * error value, words as a score) is no item (SPEC Z6).
 */
export function itemsOf(cells: readonly AccountedCell[], source: ItemSource): readonly LedgerItem[] {
  const headed: Passed[] = [];
  const columns = new Map<string, Passed[]>();
  const loose: Passed[] = [];
  for (const cell of cells) {
    if (!isPassedOver(cell) || cell.reported || isReported(cell, source.view)) continue;
    if (cell.role === "otherColumn") headed.push(cell);
    else if (BY_COLUMN.includes(cell.why) && !OF_BLOCK.has(cell.role)) append(columns, `${cell.at.column} ${cell.why} ${cell.role ?? ""}`, cell);
    else if (isNotUnderstood(cell.why)) loose.push(cell);
  }
  const items = [
    ...sideBySide(headed).flatMap((group) => columnItems(group, source)),
    ...[...columns.values()].map((group) => toldBy(group.length > 1 ? "column" : "cell", group, source.view)),
    ...blocksOf(loose).map((group) => toldBy(group.length > 1 ? "block" : "cell", group, source.view)),
  ];
  return items.sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
} // prettier-ignore

/** Error values, words in the score's place and dates in a number's have findings of their own. */
const isReported = ({ at, role, why, date }: Passed, view: SheetView): boolean =>
  why === "wrongKind" &&
  (isCellError(view.value(at.row, at.column)) || role === "score" || (date !== undefined && OF_NUMBERS.has(role)));

const OF_NUMBERS: ReadonlySet<AccountedCell["role"]> = new Set<AccountedCell["role"]>(["mark", "itemScore", "deduction", "reviewScore", "rate", "amount", "fundingMark", "fundingRate", "fundingScore"]); // prettier-ignore

/** Cells that a person mends together stand in one column. */
const BY_COLUMN: readonly string[] = ["wrongKind", "secondCell", "figureInText"];

/** A funding block is mended as a whole. */
const OF_BLOCK: ReadonlySet<AccountedCell["role"]> = new Set<AccountedCell["role"]>(["amount", "fundingMark", "fundingRate", "fundingScore", "fundingReason"]); // prettier-ignore

/** The cells of columns that nothing reads, column by column, as far as these stand next to each other. */
function sideBySide(cells: readonly Passed[]): readonly (readonly Passed[])[] {
  const byColumn = new Map<number, Passed[]>();
  for (const cell of cells) append(byColumn, cell.at.column, cell);
  const areas: Passed[][] = [];
  let before = -Infinity;
  for (const [column, group] of [...byColumn].sort(([a], [b]) => a - b)) {
    const area = areas[areas.length - 1];
    if (area && column - before === 1) pushAll(area, group);
    else areas.push([...group]);
    before = column;
  }
  return areas;
}

/** Columns that stand together are one item, or two: those with something that was not understood, and those not used. */
function columnItems(group: readonly Passed[], { view, headerRows }: ItemSource): readonly LedgerItem[] {
  const open = group.filter((cell) => isNotUnderstood(cell.why));
  const unknown = new Set(open.map(({ at }) => at.column));
  const unused = group.filter(({ at }) => !unknown.has(at.column));
  const items: LedgerItem[] = [];
  if (open.length > 0) items.push({ ...toldBy(open.length > 1 ? "column" : "cell", open, view), heads: headsOver(open, view, headerRows) });
  if (unused.length > 0) items.push({ ...toldBy("columnUnused", unused, view), heads: headsOver(unused, view, headerRows) });
  return items;
} // prettier-ignore

/** The heads over the cells, from left to right: the lowest cell of each, with all words that stand over its column. */
function headsOver(cells: readonly Passed[], view: SheetView, rows: readonly number[]): LedgerItem["heads"] {
  return [...new Set(cells.map(({ at }) => at.column))].flatMap((column) => {
    const over = rows.map((row) => view.anchor(row, column)).filter((at) => textAt(view, at) !== "");
    const at = over[over.length - 1];
    return at ? [{ at, text: [...new Set(over.map((each) => textAt(view, each)))].join("/") }] : [];
  });
}

const textAt = (view: SheetView, { row, column }: CellPosition): string =>
  scalarText(view.value(row, column)).replace(/\s+/g, "");

/** The first number speaks for all; where there is none, the first cell. */
function toldBy(kind: LedgerItem["kind"], group: readonly Passed[], view: SheetView): LedgerItem {
  const numbers = group.filter((cell) => isFigure(view, cell.at));
  const first = numbers[0] ?? group[0];
  if (!first) throw new Error("an item without cells");
  const { at } = first;
  return {
    kind,
    at,
    area: areaOf(group.map((cell) => cell.at)),
    heads: [],
    text: first.date ?? scalarText(view.value(at.row, at.column)),
    free: group.every(({ role }) => role === null || role === "otherColumn") ? areasOf(group) : [],
    whys: [...new Set([first.why, ...group.map(({ why }) => why)])],
    cells: group.length,
    numbers: numbers.length,
  };
}

const areasOf = (group: readonly Passed[]): readonly Rect[] =>
  unusedAreas(group.map(({ at }) => ({ at, why: "setAside" }))).map(({ area }) => area);

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
