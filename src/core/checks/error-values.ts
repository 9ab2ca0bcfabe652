import type { Finding } from "../findings/finding";
import { isInside } from "../model/address";
import type { ScoringTable } from "../model/scoring-table";
import type { CellSnapshot, SheetSnapshot } from "../model/snapshot";
import { isCellError } from "../model/snapshot";
import type { Check, CheckContext } from "./context";

/** Any error cell inside a table, or on a sheet that holds base data (SPEC C3). */
export const errorValues: Check = (context) => {
  const baseSheets = baseDataSheets(context);
  return context.book.sheets.flatMap((sheet) => {
    const tables = context.tables.map(({ table }) => table).filter((table) => table.sheet === sheet.name);
    if (tables.length === 0 && !baseSheets.has(sheet.name)) return [];
    return sheet.cells.flatMap((cell) => {
      if (!isCellError(cell.value)) return [];
      const table = tables.find((one) => isInside(cell, one.range));
      return table || baseSheets.has(sheet.name) ? [errorAt(sheet, cell, table ?? null)] : [];
    });
  });
};

function baseDataSheets({ quantities, book }: CheckContext): ReadonlySet<string> {
  const named = book.sheets.map((sheet) => sheet.name).filter((name) => name.includes("基础数据"));
  const sources = quantities.flatMap(({ source }) => (source && "at" in source ? [source.at.sheet] : []));
  return new Set([...named, ...sources]);
}

function errorAt(sheet: SheetSnapshot, cell: CellSnapshot, table: ScoringTable | null): Finding {
  const { row, column, formula, value } = cell;
  const indicator = table?.indicators.find((one) => row >= one.row && row <= one.lastRow);
  return {
    code: "error-value",
    table: table?.id ?? null,
    sheet: sheet.name,
    at: { sheet: sheet.name, row, column },
    path: indicator?.path ?? [],
    subject: table?.columns.find((one) => one.column === column)?.role ?? "",
    data: { error: isCellError(value) ? value.error : "", formula: formula ?? null },
  };
}
