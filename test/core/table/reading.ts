import { readTables, type TableReading } from "../../../src/core/table/read-tables";
import { a1 } from "../../../src/core/workbook/address";
import { decimalText } from "../../../src/core/model/exact";
import type { ScoringTable, StatedNumber } from "../../../src/core/model/scoring-table";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { gridBook, type GridOptions, type GridRow } from "../../support/grid";

export const readGrid = (rows: readonly GridRow[], options: GridOptions = {}): TableReading =>
  readTables(gridBook(rows, options));

/** The only table of a workbook. */
export function tableOf(book: WorkbookSnapshot): ScoringTable {
  const { tables } = readTables(book);
  const [table, ...others] = tables;
  if (!table || others.length > 0) throw new Error(`${tables.length} tables where one was expected`);
  return table;
}

export const tableIn = (rows: readonly GridRow[], options: GridOptions = {}): ScoringTable =>
  tableOf(gridBook(rows, options));

export const number = (stated: StatedNumber | null | undefined): string =>
  stated ? decimalText(stated.number, 6) : "-";

/** "投入>预算配置>在职人员控制率 5 4": path, full mark, score. */
export const indicators = (table: ScoringTable): readonly string[] =>
  table.indicators.map((each) => `${each.path.join(">")} ${number(each.fullMark)} ${number(each.score?.stated)}`);

/** "投入 20 18": path, stated mark, stated score. */
export const levels = (table: ScoringTable): readonly string[] =>
  table.levels.map((each) => `${each.path.join(">")} ${number(each.statedMark)} ${number(each.statedScore)}`);

/** "score D": role (with level where it is not the only one) and column. */
export const columns = (table: ScoringTable): Readonly<Record<string, string>> =>
  Object.fromEntries(
    table.columns.map((each) => {
      const name = each.role === "level" ? `level${each.level ?? "?"}` : each.role;
      return [name, a1({ row: 0, column: each.column }).replace(/\d+$/, "")];
    }),
  );

export const totals = (table: ScoringTable): readonly string[] =>
  table.totalRows.map((each) => `${each.label} ${number(each.fullMark)} ${number(each.score?.stated)}`);

export const codes = (reading: TableReading): readonly string[] => reading.findings.map((each) => each.code);
