import type { CellScalar } from "../../../core/workbook/snapshot";
import type { CellKey } from "../read/reference";

/** A formula that stands in a cell and is not written over. */
export interface FormulaCell {
  readonly sheet: string;
  readonly key: CellKey;
  readonly formula: string;
  /** The value stored until now. */
  readonly value: CellScalar;
}
