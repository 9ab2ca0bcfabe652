import { a1 } from "../workbook/address";
import { findingAt } from "../findings/finding-at";
import type { Check } from "./context";

/** Excel does not tell an add-in from which year days count: 1900 is taken, and said once where a date cell is read (SPEC H11). */
export const datesFrom1900: Check = ({ book, tables }) => {
  if (book.date1904 !== null) return [];
  return tables.flatMap(({ table }) => {
    const cells = table.indicators.flatMap(({ target, actual }) => [target, actual].filter((cell) => cell?.date !== undefined));
    const [first] = cells;
    if (!first) return [];
    const data = { cells: cells.flatMap((cell) => (cell ? [a1(cell.at)] : [])), date: first.date ?? "" };
    return [findingAt("dates-from-1900", table, first.at, { data })];
  });
}; // prettier-ignore
