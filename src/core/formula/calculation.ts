import type { CellAddress, Rect } from "../workbook/address";
import type { CellScalar, LinkedBook } from "../workbook/snapshot";
import type { FormulaOutcome } from "./evaluate/book";
import type { LocatedTable } from "./table-areas";

/**
 * Calculates a whole workbook lazily: a cell when it is asked for, once, whatever the length of the chain behind it
 * (SPEC E8). It keeps nothing but results; the source is asked again after `invalidate`.
 */
export interface Calculation {
  /** What the cell shows: its constant, or the value of its formula calculated from the others. */
  valueAt(at: CellAddress): CalculatedCell;
  /** The value of a formula that stands in no cell, as if it stood at `at`. */
  evaluate(formula: string, at: CellAddress): CalculatedCell;
  /** Forgets all results: something in the source has changed. Costs nothing; what is asked for again is calculated again. */
  invalidate(): void;
}

export type CalculatedCell =
  | Exclude<FormulaOutcome, { readonly kind: "notEvaluated" }>
  | {
      readonly kind: "notEvaluated";
      readonly reason: string;
      /** The cells that refer to each other in a circle, in the order in which they refer; absent for other reasons. */
      readonly circle?: readonly CellAddress[];
    };

/** A workbook as the calculation reads it; a host may keep it in any form. */
export interface CalculationSource {
  readonly sheets: readonly string[];
  cell(sheet: string, row: number, column: number): SourceCell | undefined;
  used(sheet: string): Rect | null;
  /** The rows of a column that hold something, in order; without it the used rows are asked one by one. */
  rows?(sheet: string, column: number): readonly number[];
  /** What a defined name refers to, seen from a sheet (its own names first); null where there is none. */
  resolveName(name: string, sheet: string): string | null;
  isRowHidden?(sheet: string, row: number): boolean;
  readonly date1904?: boolean;
  /** For structured references; without it they are not evaluated. */
  readonly tables?: readonly LocatedTable[];
  /** Other workbooks by the numbers that formulas call them by, with what is kept of them. */
  readonly links?: readonly LinkedBook[];
}

/** As in the snapshot: with a formula, `value` is what was stored and is not looked at. */
export interface SourceCell {
  readonly value: CellScalar;
  readonly formula?: string;
  readonly array?: Rect;
}

/**
 * What a formula reads where another formula stands: its value calculated anew ("chain": what a full recalculation
 * gives), or the one that was stored ("stored": this cell's own fault alone). What was never stored is calculated.
 */
export type Precedents = "chain" | "stored";
