import type { Rect } from "../../workbook/address";
import type { CellScalar, LinkedBook } from "../../workbook/snapshot";
import type { LocatedTable } from "../table-areas";
import type { Stretch } from "./vector";

/** What the evaluator asks of a workbook. Sheet names compare as Excel compares them, without regard to case. */
export interface FormulaBook {
  /** The cell's value; null where it is empty. */
  cell(sheet: string, row: number, column: number): CellScalar;
  /** The cells of one column between two rows, all of them calculated; a book without it is asked cell by cell. */
  stretch?(sheet: string, column: number, top: number, bottom: number): Stretch;
  /** Answers of functions that ask much of many cells, by what was asked; forgotten when a cell changes. */
  readonly answers?: Map<string, CellScalar>;
  /** How many values may still be worked out in arrays before the rest is not evaluated; a book without it sets no limit. */
  readonly arrays?: { left: number };
  /** The cells outside are known to be empty; null for an empty sheet. */
  used(sheet: string): Rect | null;
  hasSheet(name: string): boolean;
  /** The text that the name refers to, seen from the sheet; null where there is no such name. */
  resolveName(name: string, sheet: string): string | null;
  /** For SUBTOTAL; a book without it has no hidden rows. */
  isRowHidden?(sheet: string, row: number): boolean;
  /** For SUBTOTAL, which skips cells that are sub-totals themselves. */
  formula?(sheet: string, row: number, column: number): string | null;
  readonly date1904?: boolean;
  /** In their order, for references over several of them; without it such a reference is not evaluated. */
  readonly sheets?: readonly string[];
  readonly tables?: readonly LocatedTable[];
  /** Of other workbooks what their names refer to; the cells that are kept of them stand on sheets of their own. */
  readonly links?: readonly LinkedBook[];
}

/**
 * "excel": comparisons look at 15 significant digits, and a tiny last difference is zero.
 * "ieee": plain doubles, so that a missing ROUND guard shows (SPEC N3, E7). ROUND is decimal in both.
 */
export type NumberMode = "excel" | "ieee";

export type FormulaOutcome =
  | { readonly kind: "value"; readonly value: CellScalar }
  /** Outside the declared set, or Excel's answer depends on its language or version: never a guess. */
  | { readonly kind: "notEvaluated"; readonly reason: string };

/** Thrown inside the evaluator, caught at its door. */
export class NotEvaluated extends Error {
  override readonly name = "NotEvaluated";
}
