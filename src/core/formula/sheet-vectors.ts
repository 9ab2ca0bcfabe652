import type { CellScalar } from "../workbook/snapshot";
import type { CalculationSource } from "./calculation";
import { ColumnVector, type Stretch } from "./evaluate/vector";
import { keyOf, type Sheet } from "./sheet-keys";

/** The columns of a workbook that a range was read of, each as one vector (SPEC E11). */
export class SheetVectors {
  private readonly source: CalculationSource;
  /** By the key of a column's first cell. */
  private vectors = new Map<number, ColumnVector>();

  constructor(source: CalculationSource) {
    this.source = source;
  }

  /** Forgets all values. */
  clear(): void {
    this.vectors = new Map();
  }

  /** The part of a column between two rows; `known` tells what has a value already, `read` calculates what has none. */
  stretch(
    sheet: Sheet,
    { column, top, bottom }: { readonly column: number; readonly top: number; readonly bottom: number },
    known: (row: number) => CellScalar | undefined,
    read: (row: number) => CellScalar,
  ): Stretch {
    const key = keyOf(sheet, { row: 0, column });
    let vector = this.vectors.get(key);
    if (!vector) {
      vector = new ColumnVector(this.rowsOf(sheet.name, column), known);
      this.vectors.set(key, vector);
    }
    const from = vector.positionOf(top);
    const to = vector.positionOf(bottom + 1, from);
    for (let at = vector.nextWaiting(from); at < to; at = vector.nextWaiting(at)) {
      vector.settle(at, read(vector.rows[at] ?? 0));
    }
    return { vector, from, to };
  }

  /** A cell has been calculated: where its column was read of, the value is known from now on. */
  settle(sheet: Sheet, { row, column }: { readonly row: number; readonly column: number }, value: CellScalar): void {
    const vector = this.vectors.get(keyOf(sheet, { row: 0, column }));
    const position = vector?.positionOf(row) ?? 0;
    if (vector?.rows[position] === row) vector.settle(position, value);
  }

  private rowsOf(sheet: string, column: number): readonly number[] {
    if (this.source.rows) return this.source.rows(sheet, column);
    const used = this.source.used(sheet);
    const rows: number[] = [];
    for (let row = used?.top ?? 0; used && row <= used.bottom; row++) {
      if (this.source.cell(sheet, row, column)) rows.push(row);
    }
    return rows;
  }
}
