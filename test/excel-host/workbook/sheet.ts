import { MAX_COLUMNS, isInside, type CellPosition, type Rect } from "../../../src/core/workbook/address";
import { Area } from "./area";
import type { PinnedTable, SheetBox, SheetNote, SheetShape, SheetThread } from "./pinned";
import { emptyCell, isBlank, isPlain, LOOK_DEFAULTS, type Cell, type LookProperty } from "./cell";

export interface Validation {
  ranges: readonly Rect[];
  /** As the API states it: { custom: { formula: "=…" } }. */
  rule: Readonly<Record<string, unknown>>;
  type: string;
  prompt: unknown;
  errorAlert: unknown;
  ignoreBlanks: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  ranges: readonly Rect[];
  readonly type: string;
  formula: string | null;
  look: Record<string, unknown>;
}

/** Excel's default width in characters, and the width of a digit in the default font, in pixels. */
export const STANDARD_WIDTH = 8.43;
export const DIGIT_PIXELS = 7;

/** In points. */
const STANDARD_HEIGHT = 14.25;

/** A worksheet of the emulated workbook. */
export class Sheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  isProtected = false;
  /** A chart or macro sheet: it has a name and a place, and no cells. */
  hasNoCells = false;
  /** What stays editable on a protected sheet, unless a cell says otherwise. */
  unlocked: readonly Rect[] = [];
  merges: readonly Rect[] = [];
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  frozenRows = 0;
  notes: SheetNote[] = [];
  threads: SheetThread[] = [];
  shapes: SheetShape[] = [];
  charts: SheetBox[] = [];
  tables: PinnedTable[] = [];
  pivots: Rect[] = [];
  /** In points, of the rows that do not have the standard height. */
  readonly rowPoints = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  /** Rows that a filter hides; they are among the hidden ones. */
  readonly filteredRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** In pixels, of the columns that do not have the standard width. */
  readonly columnPixels = new Map<number, number>();
  private wasUsed: Rect | null = null;
  private readonly cells = new Map<number, Cell>();

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(row * MAX_COLUMNS + column);
  }

  ensure(row: number, column: number): Cell {
    const key = row * MAX_COLUMNS + column;
    const cell = this.cells.get(key) ?? emptyCell();
    this.cells.set(key, cell);
    return cell;
  }

  /**
   * Takes contents and looks away, and the conditional formats that lie within. What was used counts as used until the
   * file is saved, as Excel may have it.
   */
  clear(rect: Rect): void {
    this.wasUsed = this.used(false)?.rect ?? null;
    for (const [{ row, column }] of this.entries())
      if (isInside({ row, column }, rect)) this.cells.delete(row * MAX_COLUMNS + column);
    this.conditionalFormats = this.conditionalFormats.filter(
      ({ ranges }) => !ranges.every((one) => isWithin(one, rect)),
    );
  }

  /** Cells in row order. */
  *entries(): Generator<readonly [CellPosition, Cell]> {
    for (const [key, cell] of [...this.cells].sort(([a], [b]) => a - b))
      yield [{ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS }, cell];
  }

  /** The used range: with formats and merged cells, or only what is not blank. */
  used(valuesOnly: boolean): Area | null {
    let used = this.filledRect(valuesOnly);
    if (!valuesOnly && this.wasUsed) used = joined(used, this.wasUsed);
    if (!valuesOnly) for (const merge of this.merges) used = joined(used, merge);
    return used && new Area(this, used);
  }

  /** The rectangle around the cells with content, or around those with a look too: asked for often, of many cells. */
  private filledRect(valuesOnly: boolean): Rect | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, cell] of this.cells) {
      if (isBlank(cell) && (valuesOnly || isPlain(cell))) continue;
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  look(row: number, column: number, property: LookProperty): unknown {
    const own = this.cell(row, column)?.look[property];
    if (own !== undefined) return own;
    if (property === "protection/locked") return !this.unlocked.some((rect) => isInside({ row, column }, rect));
    return LOOK_DEFAULTS[property];
  }

  isLocked(row: number, column: number): boolean {
    return this.isProtected && this.look(row, column, "protection/locked") === true;
  }

  filter(...rows: readonly number[]): void {
    for (const row of rows) {
      this.filteredRows.add(row);
      this.hiddenRows.add(row);
    }
  }

  mergeAt(at: CellPosition): Rect | undefined {
    return this.merges.find((merge) => isInside(at, merge));
  }

  /** In points, as the API gives it; a hidden column has none. */
  columnWidth(column: number): number {
    if (this.hiddenColumns.has(column)) return 0;
    return (this.columnPixels.get(column) ?? pixelsOf(STANDARD_WIDTH)) * 0.75;
  }

  rowHeight(row: number): number {
    return this.hiddenRows.has(row) ? 0 : (this.rowPoints.get(row) ?? STANDARD_HEIGHT);
  }

  /** Where a row or column begins, in points from the corner of the sheet. */
  rowTop(row: number): number {
    let top = row * STANDARD_HEIGHT;
    for (const at of new Set([...this.rowPoints.keys(), ...this.hiddenRows]))
      if (at < row) top += this.rowHeight(at) - STANDARD_HEIGHT;
    return top;
  }

  columnLeft(column: number): number {
    const standard = pixelsOf(STANDARD_WIDTH) * 0.75;
    let left = column * standard;
    for (const at of new Set([...this.columnPixels.keys(), ...this.hiddenColumns]))
      if (at < column) left += this.columnWidth(at) - standard;
    return left;
  }

  isStandardWidth(column: number): boolean {
    return !this.columnPixels.has(column) && !this.hiddenColumns.has(column);
  }
}

const isWithin = (a: Rect, b: Rect): boolean =>
  a.top >= b.top && a.left >= b.left && a.bottom <= b.bottom && a.right <= b.right;

/** Pixels of a column whose width is given in characters without its margin. */
const pixelsOf = (characters: number): number => Math.round(characters * DIGIT_PIXELS + 5);

const joined = (a: Rect | null, b: Rect): Rect =>
  a
    ? {
        top: Math.min(a.top, b.top),
        left: Math.min(a.left, b.left),
        bottom: Math.max(a.bottom, b.bottom),
        right: Math.max(a.right, b.right),
      }
    : b;
