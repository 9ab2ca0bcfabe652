import type { CellPosition, Rect } from "../../../core/workbook/address";
import type { CellSnapshot } from "../../../core/workbook/snapshot";
import { rangeOf, sizeOf } from "../read/areas";
import { CELL_PROPERTIES, cellsOf } from "../read/cells";
import { coverOf, slices } from "./cover";
import type { Errand } from "../errands";
import { LOCK, LOOK, type Look } from "./look";

/** A cell as found, with what is needed to bring it back. */
export interface CellState {
  /** Undefined where it is blank. */
  readonly cell: CellSnapshot | undefined;
  readonly format: string;
  /** Null where it was not asked for. */
  readonly look: Look | null;
}

export const BLANK_CELL: CellState = { cell: undefined, format: "General", look: null };

/** About so many bytes for a cell without, and with, its look. */
const CELL_BYTES = 70;
const LOOK_BYTES = 650;
const SLICE_BYTES = 2_000_000;

export type Depth = "content" | "locks" | "looks";

/** The states of some cells of a sheet; the answers are there once the errands' trips are done. */
export class CellStates {
  private readonly answers: (() => void)[] = [];
  private readonly states = new Map<string, CellState>();
  private hasNoSheet = false;

  ask(sheet: Excel.Worksheet, cells: Iterable<CellPosition>, depth: Depth): readonly Errand[] {
    const bytes = depth === "looks" ? LOOK_BYTES : CELL_BYTES;
    const rects = coverOf(cells).flatMap((rect) => slices(rect, Math.floor(SLICE_BYTES / bytes)));
    return rects.map((rect) => ({ weight: sizeOf(rect) * bytes, run: () => this.load(sheet, rect, depth) }));
  }

  /** Whether the sheet is not there; then nothing is. */
  get isMissing(): boolean {
    this.take();
    return this.hasNoSheet;
  }

  at(row: number, column: number): CellState {
    this.take();
    return this.states.get(key(row, column)) ?? BLANK_CELL;
  }

  private take(): void {
    for (const answer of this.answers.splice(0)) answer();
  }

  private load(sheet: Excel.Worksheet, rect: Rect, depth: Depth): void {
    const range = rangeOf(sheet, rect).load(CELL_PROPERTIES);
    const looks = depth === "content" ? null : range.getCellProperties(depth === "looks" ? LOOK : LOCK);
    this.answers.push(() => {
      this.hasNoSheet = range.isNullObject;
      if (range.isNullObject) return;
      const cells = new Map(cellsOf(range, rect).map((cell) => [key(cell.row, cell.column), cell]));
      for (let row = rect.top; row <= rect.bottom; row++)
        for (let column = rect.left; column <= rect.right; column++) {
          const [r, c] = [row - rect.top, column - rect.left];
          const format: unknown = range.numberFormat[r]?.[c];
          this.states.set(key(row, column), {
            cell: cells.get(key(row, column)),
            format: typeof format === "string" && format !== "" ? format : "General",
            look: looks?.value[r]?.[c]?.format ?? null,
          });
        }
    });
  }
}

const key = (row: number, column: number): string => `${row},${column}`;
