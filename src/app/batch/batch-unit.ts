import type { Severity } from "../../core/findings/finding-kind";
import type { Round, RoundIndicator, RoundTable } from "../rounds/round";

/** One file of a batch: what its review said, or why it could not be read. */
export type BatchFile =
  | { readonly file: string; readonly round: Round; readonly failure: null }
  | { readonly file: string; readonly round: null; readonly failure: string };

/** One scoring table of one file: what is compared across units. */
export interface BatchTable {
  /** Names it in the summary: the unit that the sheet states, else the file. */
  readonly name: string;
  readonly file: string;
  readonly table: RoundTable;
  readonly pack: string | null;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** A cell of one unit's table. */
export interface BatchPlace {
  readonly name: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string | null;
}

/** Every table of the files that were read, in their order. A finding of no table counts for the file's first one. */
export const batchTables = (files: readonly BatchFile[]): readonly BatchTable[] =>
  files.flatMap(({ file, round }) =>
    (round?.tables ?? []).map((table, index) => ({
      name: table.unit ?? file,
      file,
      table,
      pack: round?.pack ?? null,
      findings: countOf(round, table, index === 0),
    })),
  );

function countOf(round: Round | null, { sheet }: RoundTable, isFirst: boolean): BatchTable["findings"] {
  const sheets = new Set(round?.tables.map((table) => table.sheet));
  const own = (round?.findings ?? []).filter(
    (finding) => finding.sheet === sheet || (isFirst && !sheets.has(finding.sheet ?? "")),
  );
  const count = (severity: Severity): number => own.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

export const placeOf = ({ name, file, table }: BatchTable, cell: string | null): BatchPlace => ({
  name,
  file,
  sheet: table.sheet,
  cell,
});

/** Which table of which file a place is in. */
export const tableKey = ({ file, sheet }: Pick<BatchPlace, "file" | "sheet">): string => `${file}\n${sheet}`;

/** Each row with the table that it stands in. */
export const rowsOf = (
  tables: readonly BatchTable[],
): readonly { readonly unit: BatchTable; readonly row: RoundIndicator }[] =>
  tables.flatMap((unit) => unit.table.indicators.map((row) => ({ unit, row })));
