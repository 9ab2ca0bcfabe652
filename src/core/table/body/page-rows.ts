import { compact } from "../../model/text";
import type { HeaderRows } from "../header/header-row";
import type { TableLayout } from "../header/table-layout";
import { TOTAL_LABEL } from "../words/header-words";
import { labelOf } from "../words/total-text";
import { lastColumn, textOf, type GridCell } from "../cells/sheet-grid";

/** A row within the body that is none of the table's own, and what it is. */
export interface PassedRow {
  readonly row: number;
  readonly as: "pageSum" | "commonTotal" | "furniture" | "columnNumbers" | "headerAgain" | "note";
}

/** What is printed again on each page: a header, under the title. */
interface Pages {
  readonly headers: readonly HeaderRows[];
  readonly title: string | null;
}

/** Rows that a page of paper needs and the table does not, and a total that is not this table's alone. */
export function passedAs(table: TableLayout, row: number, cells: readonly GridCell[], next: number | undefined, pages: Pages): PassedRow["as"] | null {
  if (isPageSum(table, cells)) return "pageSum";
  if (isCommonTotal(table, row)) return "commonTotal";
  return isPageFurniture(table, cells, next, pages) ? "furniture" : null;
} // prettier-ignore

/** A total merged over two tables beside each other is the sum of both. */
const isCommonTotal = (table: TableLayout, row: number): boolean =>
  table.grid
    .cellsIn(row)
    .some(
      (cell) =>
        ((cell.column < table.header.from && lastColumn(cell) >= table.header.from) ||
          (cell.column <= table.header.to && lastColumn(cell) > table.header.to)) &&
        TOTAL_LABEL.test(labelOf(textOf(cell.value).slice(0, 40))),
    );

/** 本页小计, 过次页: the sum of a page of paper. */
const isPageSum = (table: TableLayout, cells: readonly GridCell[]): boolean =>
  cells.some(
    (cell) =>
      typeof cell.value === "string" &&
      cell.value.includes("页") &&
      table.levels.includes(cell.column) &&
      /^(?:(?:本|此|上|前)页(?:小计|合计|累计)|过次页|承前页)$/.test(labelOf(textOf(cell.value).slice(0, 20))),
  );

/** A title, 续表 or a page number that a page break repeats above the repeated header. */
function isPageFurniture(
  table: TableLayout,
  cells: readonly GridCell[],
  next: number | undefined,
  pages: Pages,
): boolean {
  const [only] = cells;
  if (!only || cells.length > 1) return false;
  const text = compact(textOf(only.value));
  if (/^(?:[([]?(?:续表?|接上页|续上表)[\d一二三四五]*[)\]]?|第?\d+页(?:[,/]?共\d+页)?|-\d+-)$/.test(text)) return true;
  const header = next === undefined ? undefined : pages.headers.find((each) => each.top === next);
  return (
    header?.key === table.header.key &&
    pages.title !== null &&
    withoutContinued(text) === withoutContinued(compact(pages.title))
  );
}

const withoutContinued = (title: string): string =>
  title.replace(/^续表?[\d一二三四五]*[:、.]?|[([]?(?:续表?|接上页|续上表)[\d一二三四五]*[)\]]?$/g, "");
