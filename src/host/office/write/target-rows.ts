import { rectAt, type CellPosition, type Rect } from "../../../core/workbook/address";
import { SMALL, type Errand } from "../errands";
import { rangeOf } from "../read/areas";
import { coverOf } from "./cover";

/**
 * The rows that a step puts cells into. What is put into a range some of whose rows a filter hides lands in other cells
 * (office-js#224); so cells of hidden rows are put one by one.
 */
export class TargetRows {
  private readonly rows: readonly number[];
  private isAnyHidden: () => boolean = () => false;
  private readonly answers: (() => number | null)[] = [];

  constructor(cells: readonly CellPosition[]) {
    this.rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  }

  /** Asks whether any of the rows is hidden. */
  ask(sheet: Excel.Worksheet): readonly Errand[] {
    const top = this.rows[0];
    const bottom = this.rows.at(-1);
    if (top === undefined || bottom === undefined) return [];
    return [
      {
        weight: SMALL,
        run: () => {
          const span = rangeOf(sheet, { top, bottom, left: 0, right: 0 }).load("rowHidden");
          // Null where some are.
          this.isAnyHidden = () => !span.isNullObject && (span.rowHidden as boolean | null) !== false;
        },
      },
    ];
  }

  /** Asks which of them are. */
  askMore(sheet: Excel.Worksheet): readonly Errand[] {
    if (!this.isAnyHidden()) return [];
    return this.rows.map((row) => ({
      weight: SMALL,
      run: () => {
        const range = rangeOf(sheet, { top: row, bottom: row, left: 0, right: 0 }).load("rowHidden");
        this.answers.push(() => (range.rowHidden ? row : null));
      },
    }));
  }

  /** The rectangles that hold exactly these cells and can be put as wholes. */
  cover(cells: readonly CellPosition[]): readonly Rect[] {
    const hidden = new Set(this.answers.map((answer) => answer()));
    const alone = cells.filter(({ row }) => hidden.has(row));
    const shown = hidden.size === 0 ? cells : cells.filter(({ row }) => !hidden.has(row));
    return [...coverOf(shown), ...alone.map(rectAt)];
  }
}
