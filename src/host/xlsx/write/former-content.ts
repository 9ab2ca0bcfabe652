import type { CellSnapshot } from "../../../core/workbook/snapshot";

/** A cell from before the plan, as it stood in the file. */
export interface FormerCell {
  readonly xml: string;
  readonly cell: CellSnapshot | undefined;
}
