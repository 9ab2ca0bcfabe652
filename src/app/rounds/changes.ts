import type { IndicatorPair, PairedIndicators } from "./pair-indicators";
import type { FundingField, RoundTable, RowField } from "./round";

/** One value of a row that is another than it was; null where the table has no such column. */
export interface RowChange {
  readonly field: RowField;
  readonly before: string | null;
  readonly now: string | null;
}

export interface RowChanges extends IndicatorPair {
  readonly changes: readonly RowChange[];
}

export interface TableChanges extends Omit<PairedIndicators, "pairs"> {
  readonly before: RoundTable;
  readonly now: RoundTable;
  /** Rows of which something changed, in the order of the table as it is now. */
  readonly rows: readonly RowChanges[];
  readonly funding: readonly { readonly field: FundingField; readonly before: string | null; readonly now: string | null }[];
} // prettier-ignore

export interface InputChange {
  readonly name: string;
  readonly before: string | null;
  readonly now: string | null;
  readonly usedBy: readonly (readonly string[])[];
}
