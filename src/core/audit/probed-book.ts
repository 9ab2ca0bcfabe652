import { createCalculation, snapshotSource } from "../formula/calculate";
import type { Calculation, CalculationSource } from "../formula/calculation";
import { keyOf, SheetNames } from "../formula/sheet-keys";
import type { CellAddress } from "../workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../workbook/snapshot";

/** The formula that a cell should hold, whatever stands there. */
export interface DueFormula {
  readonly at: CellAddress;
  readonly formula: string;
}

/**
 * A workbook in which some cells hold something else while a question is asked, and others go by the formula that is due to
 * them, whatever they hold. The snapshot stays as it was.
 */
export class ProbedBook {
  /** What stands in the workbook. */
  readonly source: CalculationSource;
  private readonly sheets: SheetNames;
  private readonly calculation: Calculation;
  private readonly held = new Map<number, CellScalar>();
  private readonly due = new Map<number, string>();
  /** By the key of a column's first cell: its rows while blank cells of it hold a number. */
  private readonly rows = new Map<number, readonly number[]>();

  constructor(book: WorkbookSnapshot) {
    const source = snapshotSource(book);
    this.source = source;
    this.sheets = new SheetNames(source.sheets);
    this.calculation = createCalculation({
      ...source,
      cell: (sheet, row, column) => {
        const key = this.keyOf({ sheet, row, column });
        const held = this.held.get(key);
        if (held !== undefined) return { value: held };
        const formula = this.due.get(key);
        return formula === undefined ? source.cell(sheet, row, column) : { value: null, formula };
      },
      rows: (sheet, column) =>
        this.rows.get(this.keyOf({ sheet, row: 0, column })) ?? source.rows?.(sheet, column) ?? [],
    });
  }

  /** One number for a cell of the workbook. */
  keyOf(at: CellAddress): number {
    const sheet = this.sheets.get(at.sheet);
    return sheet ? keyOf(sheet, at) : -1;
  }

  /** From now on the cell goes by this formula. */
  follow(at: CellAddress, formula: string): void {
    this.due.set(this.keyOf(at), formula);
  }

  /** From now on the cell gives what it holds; returns the formula that it went by until then. */
  release(at: CellAddress): string | undefined {
    const key = this.keyOf(at);
    const formula = this.due.get(key);
    this.due.delete(key);
    return formula;
  }

  /** The formula that the cell goes by; undefined for an empty or typed one. */
  formulaOf(at: CellAddress): string | undefined {
    return this.due.get(this.keyOf(at)) ?? this.source.cell(at.sheet, at.row, at.column)?.formula;
  }

  /** What the workbook gives where the cells hold these numbers, each told by its place in the list. */
  with<T>(
    cells: readonly CellAddress[],
    value: (index: number) => CellScalar,
    give: (calculation: Calculation) => T,
  ): T {
    cells.forEach((cell, index) => this.held.set(this.keyOf(cell), value(index)));
    this.occupy(cells);
    this.calculation.invalidate();
    const result = give(this.calculation);
    this.held.clear();
    this.rows.clear();
    return result;
  }

  /** A blank cell that holds a number has a row, too. */
  private occupy(cells: readonly CellAddress[]): void {
    const columns = new Map<number, Set<number>>();
    for (const { sheet, row, column } of cells) {
      if (this.source.cell(sheet, row, column)) continue;
      const key = this.keyOf({ sheet, row: 0, column });
      columns.set(key, (columns.get(key) ?? new Set(this.source.rows?.(sheet, column))).add(row));
    }
    for (const [key, rows] of columns) this.rows.set(key, [...rows].sort((a, b) => a - b)); // prettier-ignore
  }
}
