import { pushAll } from "../../workbook/long-lists";
import { isPassedOver, type AccountedCell, type AccountEntry, type SheetAccount } from "../../model/account";
import type { ScoringTable } from "../../model/scoring-table";
import { placeKey, type CellPosition, type Rect } from "../../workbook/address";
import { contentKind, isWords } from "../cells/cell-kind";
import { textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { CLOSING_LABEL, SIGNED } from "../words/header-words";
import { compact } from "../../model/text";
import { aroundAccount } from "./around-account";
import { GoalBlock } from "./goal-block";
import { figuresInLabels } from "./figures-in-labels";

/** What the readers of one table or block wrote down. */
export interface AccountPart {
  /** The id of the scoring table or base-data table. */
  readonly of: string;
  readonly range: Rect;
  readonly title: string | null;
  readonly table: ScoringTable | null;
  readonly entries: readonly AccountEntry[];
}

/** What was written down of a funding block; null: no table has it. */
export interface BlockPart {
  readonly of: string | null;
  readonly range: Rect;
  readonly entries: readonly AccountEntry[];
}

/** A header whose table could not be read, down to where the next one begins. */
export type GivenUp = Pick<Rect, "top" | "bottom">;

/** After so many rows a cell has nothing to do with a table. */
const FAR = 200;

/**
 * Joins what the readers of a sheet wrote down and walks what none of them took, so that every filled cell stands in the
 * account once: the first writer of a cell wins, and `twice` names what two of them wrote (SPEC Z1). Null where the sheet
 * has no table.
 */
export function joinAccount(grid: SheetGrid, parts: readonly AccountPart[], blocks: readonly BlockPart[], givenUp: readonly GivenUp[]): JoinedAccount | null {
  if (parts.length === 0) return null;
  const region = { grid, parts, ownerOf: ownerFinder(grid, parts), isFar: distanceFinder(parts) };
  const known = new Map<number, AccountedCell>();
  const twice: CellPosition[] = [];
  const write = (entries: readonly AccountEntry[], of: string): void => {
    for (const entry of entries) {
      if (known.has(placeKey(entry.at))) twice.push(entry.at);
      else known.set(placeKey(entry.at), { ...entry, of });
    }
  };
  for (const { of, table, entries } of parts) write(withFigures(grid, table, entries), of);
  for (const { of, range, entries } of blocks) {
    const owner = parts.find((part) => part.of === of);
    write(withFigures(grid, owner?.table ?? null, entries), owner?.of ?? region.ownerOf({ row: range.top, column: range.left }));
  }
  const walked = walkRest(region, known, givenUp);
  const cells = [...known.values(), ...walked.cells, ...coveredCells(region, known), ...silencedCells(region, known)];
  cells.sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
  return { sheet: grid.name, cells: cells.map((cell) => dated(grid, cell)), outside: walked.outside, twice };
} // prettier-ignore

/** A date is told as the date that it shows, never as its number. */
function dated(grid: SheetGrid, cell: AccountedCell): AccountedCell {
  const date = isPassedOver(cell) ? grid.dateAt(cell.at.row, cell.at.column) : null;
  return date === null ? cell : { ...cell, date };
}

interface Region {
  readonly grid: SheetGrid;
  readonly parts: readonly AccountPart[];
  readonly ownerOf: (at: CellPosition) => string;
  readonly isFar: (row: number) => boolean;
}

export type JoinedAccount = SheetAccount & { readonly twice: readonly CellPosition[] };

function walkRest({ grid, parts, ownerOf, isFar }: Region, known: ReadonlyMap<number, AccountedCell>, givenUp: readonly GivenUp[]): Pick<SheetAccount, "cells" | "outside"> {
  const titles = new Set(parts.flatMap(({ title }) => title ?? []));
  const goals = new GoalBlock();
  const cells: AccountedCell[] = [];
  const outside: CellPosition[] = [];
  for (const row of grid.rows) {
    const whole = grid.cellsIn(row);
    const left = whole.filter((cell) => !known.has(placeKey(cell)));
    if (left.length === 0) continue;
    if (isFar(row)) {
      pushAll(outside, left);
      continue;
    }
    const above = (cell: GridCell): GridCell | null => (row === 0 ? null : freeCell(grid, known, row - 1, cell.column));
    goals.enter(row, whole);
    const isLost = givenUp.some(({ top, bottom }) => row >= top && row <= bottom);
    const entries = aroundAccount({ cells: left, whole, above, titles, isGoal: (cell) => goals.holds(cell) });
    for (const entry of entries) cells.push({ ...(isLost ? lost(entry) : entry), of: ownerOf(entry.at) });
  }
  const figured = parts.map(({ of, table }) => withFigures(grid, table, cells.filter((cell) => cell.of === of)).map((entry) => ({ ...entry, of })));
  return { cells: figured.flat(), outside: areaOf(outside) };
} // prettier-ignore

const withFigures = (grid: SheetGrid, table: ScoringTable | null, entries: readonly AccountEntry[]): readonly AccountEntry[] =>
  figuresInLabels(table, entries, (at) => grid.view.value(at.row, at.column)); // prettier-ignore

const lost = (entry: AccountEntry): AccountEntry => (isPassedOver(entry) ? { ...entry, why: "tableGivenUp" } : entry);

function freeCell(grid: SheetGrid, known: ReadonlyMap<number, AccountedCell>, row: number, column: number): GridCell | null {
  const cell = grid.shown(row, column);
  return cell && !known.has(placeKey(cell)) ? cell : null;
} // prettier-ignore

/** Filled cells that a merge covers: a number there is in nobody's sight, but a formula may add it. */
function coveredCells({ grid, ownerOf, isFar }: Region, known: ReadonlyMap<number, AccountedCell>): readonly AccountedCell[] {
  return grid.covered.filter(({ row }) => !isFar(row)).map((at): AccountedCell => {
    const anchor = grid.view.anchor(at.row, at.column);
    const of = known.get(placeKey(anchor))?.of ?? ownerOf(at);
    if (at.value === grid.view.value(anchor.row, anchor.column)) return { at, role: "underMerge", why: "repeated", of };
    return { at, role: "underMerge", why: isWords(at) ? "said" : "underMerge", of };
  });
} // prettier-ignore

/** What is struck through, a picture, what a person left aside: none of them is there for a reader. */
const silencedCells = (
  { grid, ownerOf, isFar }: Region,
  known: ReadonlyMap<number, AccountedCell>,
): readonly AccountedCell[] =>
  grid.silenced
    .filter((cell) => !isFar(cell.row) && !known.has(placeKey(cell)))
    .map(({ row, column, why }) => ({ at: { row, column }, role: null, why, of: ownerOf({ row, column }) }));

const areaOf = (cells: readonly CellPosition[]): SheetAccount["outside"] =>
  cells.length === 0
    ? null
    : {
        cells: cells.length,
        area: cells.reduce<Rect>(
          (area, { row, column }) => ({
            top: Math.min(area.top, row),
            bottom: Math.max(area.bottom, row),
            left: Math.min(area.left, column),
            right: Math.max(area.right, column),
          }),
          { top: Infinity, bottom: 0, left: Infinity, right: 0 },
        ),
      };

function distanceFinder(parts: readonly AccountPart[]): (row: number) => boolean {
  const far = ({ range }: AccountPart, row: number): boolean => row < range.top - FAR || row > range.bottom + FAR;
  return (row) => parts.every((part) => far(part, row));
}

/**
 * Whose line a cell around the tables is: beside a table within its rows that table's; between two the upper one's down to
 * its closing lines, then the lower one's.
 */
function ownerFinder(grid: SheetGrid, parts: readonly AccountPart[]): (at: CellPosition) => string {
  const ordered = [...parts].sort((a, b) => a.range.top - b.range.top);
  const closing = grid.rows.filter((row) => isClosingLine(grid.cellsIn(row)));
  return ({ row, column }) => {
    const beside = ordered.filter(({ range }) => row >= range.top && row <= range.bottom);
    const nearest = beside.reduce<AccountPart | null>((a, b) => (a && gap(a.range, column) <= gap(b.range, column) ? a : b), null);
    if (nearest) return nearest.of;
    const above = ordered.findLast(({ range }) => range.bottom < row);
    const below = ordered.find(({ range }) => range.top > row);
    if (!above || !below) return (above ?? below)?.of ?? "";
    const last = closing.findLast((each) => each > above.range.bottom && each < below.range.top) ?? -1;
    return row <= last ? above.of : below.of;
  };
} // prettier-ignore

const gap = ({ left, right }: Rect, column: number): number => Math.max(left - column, column - right, 0);

const isClosingLine = (cells: readonly GridCell[]): boolean =>
  cells.some((cell) => {
    const text = contentKind(cell.value) === "words" ? compact(textOf(cell.value).slice(0, 60)) : "";
    return /^注\d*[:.、]/.test(text) || CLOSING_LABEL.test(text) || SIGNED.test(text);
  });
