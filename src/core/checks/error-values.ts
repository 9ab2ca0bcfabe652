import type { Finding } from "../findings/finding";
import { isInside } from "../workbook/address";
import type { ScoringTable } from "../model/scoring-table";
import type { CellSnapshot, SheetSnapshot } from "../workbook/snapshot";
import { isPicture } from "../formula/picture";
import { isCellError } from "../workbook/snapshot";
import type { Check } from "./context";

/** Any error cell inside a table or a base-data table, and at a cell that gives a quantity (SPEC C3). */
export const errorValues: Check = ({ book, tables, baseData, quantities }) =>
  book.sheets.flatMap((sheet) => {
    const here = tables.map(({ table }) => table).filter((table) => table.sheet === sheet.name);
    const ranges = baseData.filter((table) => table.sheet === sheet.name).map((table) => table.range);
    const sources = quantities.flatMap(({ source }) => (source && "at" in source ? [source.at] : []));
    return sheet.cells.flatMap((cell) => {
      if (!isCellError(cell.value) || isPicture(cell)) return [];
      const table = here.find((one) => isInside(cell, one.range)) ?? null;
      const givesQuantity = sources.some(
        (at) => at.sheet === sheet.name && at.row === cell.row && at.column === cell.column,
      );
      return table || givesQuantity || ranges.some((range) => isInside(cell, range))
        ? [errorAt(sheet, cell, table)]
        : [];
    });
  });

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
