import { createCalculation, snapshotSource } from "../formula/calculate";
import type { Calculation, CalculationSource } from "../formula/calculation";
import type { CellAddress, CellPosition } from "../workbook/address";
import { a1, MAX_COLUMNS } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** What a formula makes of the cells that it should add up. */
export interface Additive {
  /** What it gives where all of them are 0. */
  readonly constant: number;
  readonly missing: readonly CellPosition[];
  readonly twice: readonly CellPosition[];
}

/**
 * Whether a cell is the sum of others, decided by what it gives and not by how it is spelled: the others are set to
 * many values and the workbook is recalculated (SPEC G6). Null where it is no sum of them at all, or can not be
 * recalculated: then nothing is said.
 */
export class SumProbe {
  private readonly calculation: Calculation;
  private readonly sheet: string;
  private readonly values = new Map<number, number>();
  /** The rows of each column that hold something while the probe runs: a blank cell that is set has a row, too. */
  private readonly rows = new Map<number, readonly number[]>();
  private readonly source: CalculationSource;
  private target = -1;

  /** `due`: formulas by which other cells of the sheet go while the probe runs, whatever they hold. */
  constructor(book: WorkbookSnapshot, sheet: string, due: ReadonlyMap<string, string>) {
    const source = snapshotSource(book);
    this.sheet = sheet;
    this.source = source;
    const probed: CalculationSource = {
      ...source,
      cell: (name, row, column) => {
        const value = name === sheet ? this.values.get(keyOf({ row, column })) : undefined;
        if (value !== undefined) return { value };
        const formula =
          name === sheet && this.target !== keyOf({ row, column }) ? due.get(a1({ row, column })) : undefined;
        return formula === undefined ? source.cell(name, row, column) : { value: null, formula };
      },
      rows: (name, column) => (name === sheet ? this.rows.get(column) : undefined) ?? source.rows?.(name, column) ?? [],
    };
    this.calculation = createCalculation(probed);
  }

  sumOf(at: CellPosition, leaves: readonly CellPosition[]): Additive | null {
    const target = { sheet: this.sheet, ...at };
    this.target = keyOf(at);
    this.occupy(leaves);
    const constant = this.resultWith(target, leaves, () => 0);
    const ones = this.resultWith(target, leaves, () => 1);
    if (constant === null || ones === null || ones === constant) return null;
    const alternating = this.resultWith(target, leaves, (index) => index % 2);
    const thirds = this.resultWith(target, leaves, (index) => (index % 3 === 0 ? 1 : 0));
    const counts = [leaves.length, Math.floor(leaves.length / 2), Math.ceil(leaves.length / 3)];
    const found = [ones, alternating, thirds].map((value) => (value === null ? NaN : value - constant));
    if (found.every((value, i) => value === counts[i])) return { constant, missing: [], twice: [] };
    const linear = this.coefficients(target, leaves, constant);
    // MAX(…)*2 takes each of them twice, and all of them together once.
    const together = linear && leaves.length - linear.missing.length + linear.twice.length;
    return together === found[0] ? linear : null;
  }

  private occupy(leaves: readonly CellPosition[]): void {
    const columns = new Map<number, Set<number>>();
    for (const { row, column } of leaves) {
      const rows = columns.get(column) ?? new Set(this.source.rows?.(this.sheet, column));
      columns.set(column, rows.add(row));
    }
    this.rows.clear();
    for (const [column, rows] of columns) this.rows.set(column, Array.from(rows).sort((a, b) => a - b)); // prettier-ignore
  }

  /** One leaf at a time; only where the whole did not come out, and only for tables of a size that people fill in. */
  private coefficients(target: CellAddress, leaves: readonly CellPosition[], constant: number): Additive | null {
    if (leaves.length > 500) return null;
    const missing: CellPosition[] = [];
    const twice: CellPosition[] = [];
    for (const [index, leaf] of leaves.entries()) {
      const value = this.resultWith(target, leaves, (i) => (i === index ? 1 : 0));
      if (value === null) return null;
      const coefficient = value - constant;
      if (coefficient === 0) missing.push(leaf);
      else if (coefficient === 2) twice.push(leaf);
      else if (coefficient !== 1) return null;
    }
    return { constant, missing, twice };
  }

  private resultWith(
    at: CellAddress,
    leaves: readonly CellPosition[],
    value: (index: number) => number,
  ): number | null {
    leaves.forEach((leaf, index) => this.values.set(keyOf(leaf), value(index)));
    this.calculation.invalidate();
    const result = this.calculation.valueAt(at);
    this.values.clear();
    if (result.kind !== "value") return null;
    // A total that shows nothing while all is 0.
    return result.value === "" ? 0 : typeof result.value === "number" ? result.value : null;
  }
}

const keyOf = ({ row, column }: CellPosition): number => row * MAX_COLUMNS + column;
