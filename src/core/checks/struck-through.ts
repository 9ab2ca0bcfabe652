import type { Finding } from "../findings/finding";
import { isBlankText, trimmed } from "../model/text";
import { isInside } from "../workbook/address";
import type { Check } from "./context";
import { cellText } from "./figures";

/** Whatever is struck through in a table or in base data is withdrawn, and told (SPEC R42). */
export const struckThrough: Check = ({ book, tables, baseData }) =>
  book.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell): Finding[] => {
      const { row, column, unstruck, value } = cell;
      const text = cellText(value);
      if (unstruck === undefined || text === "") return [];
      const table = tables.find((one) => one.table.sheet === sheet.name && isInside(cell, one.table.range))?.table;
      if (!table && !baseData.some((one) => one.sheet === sheet.name && isInside(cell, one.range))) return [];
      const indicator = table?.indicators.find((one) => row >= one.row && row <= one.lastRow);
      const about = { table: table?.id ?? null, sheet: sheet.name, at: { sheet: sheet.name, row, column } };
      const subject = table?.columns.find((one) => one.column === column)?.role ?? "";
      const left = isBlankText(unstruck) ? "" : trimmed(unstruck);
      return [{ code: "struck-through", ...about, path: indicator?.path ?? [], subject, data: { text, left } }];
    }),
  );
