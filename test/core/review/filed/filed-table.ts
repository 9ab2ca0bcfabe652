import type { GridOptions, GridRow } from "../../../support/grid";

/** One table as a unit files it, and what a careful reader finds in it. */
export interface FiledTable {
  /** A sentence: what is particular about it. */
  readonly title: string;
  readonly rows: readonly GridRow[];
  readonly options?: GridOptions;
  /** One entry for each table of the sheet; "path>… mark score", "-" where none is stated. */
  readonly indicators: readonly string[] | readonly (readonly string[])[];
  readonly levels?: readonly string[];
  readonly totals?: readonly string[];
  readonly columns?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** All errors and warnings: "code cell". A clean table has none. */
  readonly findings: readonly string[];
}
