import type { Severity } from "../../core/findings/finding-kind";
import { append } from "../../core/workbook/lists-by-key";
import { pathKey } from "../../core/model/path";
import { isOpen, type Round, type RoundFinding, type RoundIndicator, type RoundTable } from "../rounds/round";

/** One file of a batch: what its review said, or why it could not be read. */
export type BatchFile =
  | { readonly file: string; readonly round: Round; readonly failure: null }
  | { readonly file: string; readonly round: null; readonly failure: string };

/** One scoring table of one file: what is compared across units. */
export interface BatchTable {
  /** Names it in the summary: the unit that the sheet states, else the file. */
  readonly name: string;
  readonly file: string;
  /** Its place among the tables of the file, from 1. */
  readonly number: number;
  readonly table: RoundTable;
  readonly pack: string | null;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** A cell of one unit's table. */
export interface BatchPlace {
  readonly name: string;
  readonly file: string;
  /** Which table of the file, from 1: a sheet may hold several. */
  readonly table: number;
  readonly sheet: string;
  readonly cell: string | null;
}

/** Every table of the files that were read, in their order. A finding of no table counts for the file's first one. */
export const batchTables = (files: readonly BatchFile[]): readonly BatchTable[] =>
  files.flatMap(({ file, round }) => {
    if (!round) return [];
    const found = new Map<RoundTable | undefined, RoundFinding[]>();
    for (const finding of round.findings) append(found, homeOf(finding, round), finding);
    return round.tables.map((table, index) => ({
      name: table.unit ?? file,
      file,
      number: index + 1,
      table,
      pack: round.pack,
      findings: countOf(found.get(table) ?? []),
    }));
  });

function countOf(own: readonly RoundFinding[]): BatchTable["findings"] {
  const count = (severity: Severity): number =>
    own.filter((finding) => finding.severity === severity && isOpen(finding)).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

/** Of several tables on a sheet the one that has the finding's row or level; what is about no table counts for the first. */
function homeOf({ sheet, path }: RoundFinding, { tables }: Round): RoundTable | undefined {
  const there = tables.filter((table) => table.sheet === sheet);
  const key = pathKey(path);
  const isIn = ({ indicators }: RoundTable): boolean =>
    indicators.some((row) => pathKey(row.path.slice(0, path.length)) === key);
  return (path.length > 0 && there.length > 1 ? there.find(isIn) : undefined) ?? there[0] ?? tables[0];
}

export const placeOf = ({ name, file, number, table }: BatchTable, cell: string | null): BatchPlace => ({
  name,
  file,
  table: number,
  sheet: table.sheet,
  cell,
});

/** Which table of which file a place is in. */
export const tableKey = ({ file, table }: Pick<BatchPlace, "file" | "table">): string => `${file}\n${table}`;

/** Each row with the table that it stands in. */
export const rowsOf = (
  tables: readonly BatchTable[],
): readonly { readonly unit: BatchTable; readonly row: RoundIndicator }[] =>
  tables.flatMap((unit) => unit.table.indicators.map((row) => ({ unit, row })));
