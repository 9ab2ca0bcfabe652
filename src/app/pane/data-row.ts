import type { CellAddress } from "../../core/workbook/address";

/** A number or choice that the review needs: what it is called, its value, where that stands, and who uses it. */
export interface DataRow {
  /** The name by which an input gives it: 名称, or 名称（指标） where two quantities share a spelling. */
  readonly label: string;
  /** What is asked, without the indicator's name. */
  readonly shown: string;
  readonly unit: string | null;
  readonly scope: string | null;
  /** Further indicators that use it. */
  readonly alsoUsedBy: readonly string[];
  /** What may be chosen; empty for a number. */
  readonly options: readonly string[];
  readonly yesNo: boolean;
  readonly value: string | null;
  readonly from: DataSource;
  /** Where the value stands or will be typed; null while it has no cell. */
  readonly at: CellAddress | null;
  readonly cell: string | null;
  /** True where the cell is on our own sheet 基础数据, so that a number may be typed straight into it. */
  readonly typedInSheet: boolean;
  /** Where the pane notes that the value was typed in it; null where there is no row yet, or a person's own note stands. */
  readonly noteAt: CellAddress | null;
  /** False for what gives no marks (评价要点), so that it is not missing while it is blank. */
  readonly isNeeded: boolean;
  readonly offers: readonly DataOffer[];
}

type DataSource = "none" | "inputs" | "linked" | "baseTable" | "sheet" | "tableCell";

interface DataOffer {
  readonly number: string;
  /** Null for a number of the report beside the workbook. */
  readonly at: CellAddress | null;
  /** The cell, or the place in the report. */
  readonly cell: string;
  readonly excerpt: string;
}
