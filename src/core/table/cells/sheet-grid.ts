import { dateIn, NOTHING_GIVEN, readableSheet, type GivenRoles, type SilencedCell } from "./readable-cell";
import { isBlankText } from "../../model/text";
import { placeKey, type CellPosition, type Rect } from "../../workbook/address";
import { AreaIndex } from "../../workbook/area-index";
import type { Ownership } from "../../ours/ownership";
import { append } from "../../workbook/lists-by-key";
import { cellsByRow, SheetView } from "../../workbook/sheet-view";
import type { CellScalar, CellSnapshot, SheetSnapshot } from "../../workbook/snapshot";

/** A cell that shows something: the anchor of its merge, or a cell that no merge covers. */
export interface GridCell extends CellPosition {
  readonly value: Exclude<CellScalar, null>;
  /** The merged area that it is the anchor of; null for a single cell. */
  readonly merge: Rect | null;
}

/** Our headers stand at most this far above the first cell that their name covers. */
const OWN_HEADER_ROWS = 2;

/**
 * One sheet as the unit sees it: what Pinghe added is left out, white space is blank, cells hidden below a merge do
 * not exist. Only rows that show something are listed, so that an empty million of rows costs nothing.
 */
export class SheetGrid {
  readonly name: string;
  readonly view: SheetView;
  readonly date1904: boolean;
  /** Rows that show something, ascending. */
  readonly rows: readonly number[];
  /** Filled cells that a merge covers: nobody sees them. */
  readonly covered: readonly CellSnapshot[];
  /** Filled cells that say nothing to the reader: struck through as a whole, a picture, or left aside by a person. */
  readonly silenced: readonly SilencedCell[];
  private readonly byRow = new Map<number, GridCell[]>();
  private readonly ours: AreaIndex;
  private readonly source: ConstructorParameters<typeof SheetGrid>;
  /** Made when a part of the sheet is first asked for. */
  private sourceRows: ReadonlyMap<number, readonly CellSnapshot[]> | null = null;

  /** `date1904`: null where the host can not tell, and 1900 is taken (SPEC H11). */
  constructor(
    snapshot: SheetSnapshot,
    ownership: Ownership,
    date1904: boolean | null = null,
    given: GivenRoles = NOTHING_GIVEN,
  ) {
    this.source = [snapshot, ownership, date1904, given];
    const { sheet, silenced } = readableSheet(snapshot, given);
    this.name = sheet.name;
    this.date1904 = date1904 ?? false;
    this.view = new SheetView(sheet);
    this.ours = new AreaIndex(
      ownership.ourRanges(sheet.name).map((rect) => ({ ...rect, top: Math.max(0, rect.top - OWN_HEADER_ROWS) })),
    );
    const covered: CellSnapshot[] = [];
    for (const cell of sheet.cells) {
      if (cell.value === null || isBlank(cell.value) || this.isOurs(cell)) continue;
      const merge = this.view.mergeAt(cell.row, cell.column) ?? null;
      if (merge && (merge.top !== cell.row || merge.left !== cell.column)) {
        covered.push(cell);
        continue;
      }
      const { row, column, value } = cell;
      append(this.byRow, row, { row, column, value: dateIn(cell, this.date1904) ?? value, merge });
    }
    for (const row of this.byRow.values()) row.sort((a, b) => a.column - b.column);
    this.covered = covered;
    this.silenced = silenced.filter((cell) => !this.isOurs(cell));
    this.rows = [...this.byRow.keys()].sort((a, b) => a - b);
  }

  /** The same sheet as if only the cells in the area were filled. Costs no more than what its rows hold. */
  within({ top, bottom, left, right }: Rect): SheetGrid {
    const [snapshot] = this.source;
    this.sourceRows ??= cellsByRow(snapshot);
    const seen: CellSnapshot[] = [];
    for (let row = top; row <= bottom; row++) {
      for (const cell of this.sourceRows.get(row) ?? [])
        if (cell.column >= left && cell.column <= right) seen.push(cell);
    }
    return this.holding(
      seen,
      snapshot.merges.filter((merge) => merge.top <= bottom && merge.bottom >= top),
    );
  }

  /** The same sheet as if the cells in the areas were blank. */
  without(areas: readonly Rect[]): SheetGrid {
    const [{ cells, merges }] = this.source;
    const index = new AreaIndex(areas);
    return this.holding(
      cells.filter(({ row, column }) => !index.at(row, column)),
      merges,
    );
  }

  private holding(cells: readonly CellSnapshot[], merges: readonly Rect[]): SheetGrid {
    const [snapshot, ownership, date1904, given] = this.source;
    return new SheetGrid({ ...snapshot, cells, merges }, ownership, date1904, given);
  }

  /** The place in `rows` of the first one below the given row; their number where none is. */
  firstBelow(row: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first rows below one that show something, at most so many: a sample never walks through the whole sheet. */
  rowsBelow(row: number, most: number): readonly number[] {
    const first = this.firstBelow(row);
    return this.rows.slice(first, first + most);
  }

  /** The rows that show something from one to another, both included; found without a walk through all. */
  rowsFrom(first: number, last: number): readonly number[] {
    return this.rows.slice(this.firstBelow(first - 1), this.firstBelow(last));
  }

  /** The cells that begin in the row, left to right. */
  cellsIn(row: number): readonly GridCell[] {
    return this.byRow.get(row) ?? NONE;
  }

  /** The date that the cell shows, where it is one. */
  dateAt(row: number, column: number): string | null {
    const cell = this.view.cell(row, column);
    return cell ? dateIn(cell, this.date1904) : null;
  }

  /** Whether a person said of any cell of the sheet what it is. */
  get hasSaid(): boolean {
    return (this.source[3]?.size ?? 0) > 0;
  }

  /** Whether its words are what a person said that the cell is (SPEC Z10). */
  isSaid(at: CellPosition): boolean {
    const [, , , given] = this.source;
    return typeof given?.get(placeKey(at)) === "string";
  }

  /** What the cell shows, seen through merges; null where it is blank or ours. */
  shown(row: number, column: number): GridCell | null {
    const at = this.view.anchor(row, column);
    return this.byRow.get(at.row)?.find((cell) => cell.column === at.column) ?? null;
  }

  text(row: number, column: number): string {
    const cell = this.shown(row, column);
    return cell ? textOf(cell.value) : "";
  }

  private isOurs(at: CellPosition): boolean {
    return this.ours.at(at.row, at.column) !== undefined;
  }
}

const NONE: readonly GridCell[] = [];

const isBlank = (value: CellScalar): boolean => typeof value === "string" && isBlankText(value);

/** A value as text, for names and labels; errors and truth values say nothing. */
export const textOf = (value: CellScalar): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const lastRow = (cell: GridCell): number => cell.merge?.bottom ?? cell.row;
export const lastColumn = (cell: GridCell): number => cell.merge?.right ?? cell.column;
