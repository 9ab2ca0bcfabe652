import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import type { ColumnRole, ScoringTable } from "../model/scoring-table";
import { unspaced } from "../model/text";
import { columnName } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Check, CheckContext } from "./context";

/** Hidden sheets, and hidden rows and columns of sheets with tables: listed first (SPEC R44). */
export const hiddenParts: Check = (context) => {
  const [first] = context.tables;
  if (!first) return [];
  const unit = context.book.sheets;
  const sheets = unit.filter(({ visibility }) => visibility !== "visible").map(({ name }) => name);
  const hidden =
    sheets.length > 0 ? [partFinding(first.table, first.table.sheet, { sheets, rows: [], columns: [] })] : [];
  return [...hidden, ...unit.flatMap((sheet) => linesOf(context, sheet, first.table))];
};

/** A table on a hidden sheet is named, and told what becomes of it (SPEC P40). */
export const hiddenTables: Check = ({ book, tables }) => {
  const hidden = new Set(book.sheets.filter(({ visibility }) => visibility !== "visible").map(({ name }) => name));
  return tables.flatMap(({ table }) => {
    const at = { row: table.headerRows[0] ?? table.range.top, column: table.range.left };
    return hidden.has(table.sheet) ? [findingAt("table-hidden", table, at, { data: { sheets: table.sheet } })] : [];
  });
};

interface Parts {
  readonly sheets: readonly string[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counting?: readonly string[];
}

/** Columns whose numbers the sums count. */
const COUNTED: ReadonlySet<ColumnRole> = new Set(["fullMark", "score", "deduction", "itemScore", "reviewScore"]);

const countingIn = (sheet: SheetSnapshot, tables: CheckContext["tables"]): Pick<Parts, "counting"> => {
  const hidden = new Set(sheet.hiddenColumns);
  const counting = tables.flatMap(({ table }) =>
    table.sheet === sheet.name
      ? table.columns
          .filter(({ role, column }) => COUNTED.has(role) && hidden.has(column))
          .map(({ column, header }) => `${columnName(column)} ${unspaced(header)}`.trim())
      : [],
  );
  return counting.length > 0 ? { counting: [...new Set(counting)] } : {};
};

/** `of`: the base-data table whose sheet it is, where no scoring table stands there. */
const partFinding = (table: ScoringTable, sheet: string, data: Parts, of = ""): Finding => ({
  code: "hidden-part",
  table: table.id,
  sheet,
  at: null,
  path: [],
  subject: data.sheets.length > 0 ? "sheets" : of,
  data,
});

/** Only lines that hold something: a form may well hide the rest of its sheet. */
function linesOf({ tables, baseData }: CheckContext, sheet: SheetSnapshot, first: ScoringTable): Finding[] {
  if (sheet.hiddenRows.length === 0 && sheet.hiddenColumns.length === 0) return [];
  const table = tables.find((one) => one.table.sheet === sheet.name)?.table;
  const base = table ? undefined : baseData.find((one) => one.sheet === sheet.name);
  if (!table && !base) return [];
  const { cells } = sheet;
  const [rows, columns] = [new Set(cells.map(({ row }) => row)), new Set(cells.map(({ column }) => column))];
  const data = {
    sheets: [],
    rows: spans(sheet.hiddenRows.filter((row) => rows.has(row))).map(([a, b]) => named(String(a + 1), String(b + 1))),
    columns: spans(sheet.hiddenColumns.filter((one) => columns.has(one))).map(([a, b]) =>
      named(columnName(a), columnName(b)),
    ),
    ...countingIn(sheet, tables),
  };
  return data.rows.length + data.columns.length > 0 ? [partFinding(table ?? first, sheet.name, data, base?.id)] : [];
}

const named = (first: string, last: string): string => (first === last ? first : `${first}–${last}`);

/** Neighbours together: 4, 5, 6, 9 as 4–6 and 9. */
function spans(lines: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && last[1] + 1 === line) last[1] = line;
    else found.push([line, line]);
  }
  return found;
}
