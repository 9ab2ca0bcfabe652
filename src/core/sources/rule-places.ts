import { readOurs } from "../ours/read-ours";
import { highest, lowest } from "../workbook/long-lists";
import type { CellAddress } from "../workbook/address";
import type { ScoringTable } from "../model/scoring-table";
import { cellsInRows } from "../workbook/sheet-view";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";

/** A text that may print a rule for all rows of a table, with its cell. */
export interface PrintedText {
  readonly text: string;
  readonly at: CellAddress;
}

/** Rows below a table in which its notes are looked for, and rows above that can still be part of its form. */
const BELOW = 40;
const ABOVE = 16;

/**
 * Where a form prints rules for all of its rows (SPEC M19): above the table and in its headers, beside its funding block, in
 * the notes below it, and on sheets of the workbook that hold no table (评分标准说明). In this order; each cell once.
 */
export function ruleTexts(
  book: WorkbookSnapshot,
  table: ScoringTable,
  tables: readonly ScoringTable[],
): readonly PrintedText[] {
  const sheet = book.sheets.find(({ name }) => name === table.sheet);
  return [...(sheet ? aroundTable(sheet, table, tables) : []), ...elsewhere(book, tables)];
}

function aroundTable(
  sheet: SheetSnapshot,
  table: ScoringTable,
  tables: readonly ScoringTable[],
): readonly PrintedText[] {
  const others = tables.filter((one) => one !== table && one.sheet === table.sheet);
  const areas = others.map(({ range, funding }) => ({
    top: Math.min(range.top, funding?.range.top ?? range.top),
    bottom: Math.max(range.bottom, funding?.range.bottom ?? range.bottom),
  }));
  const { top, bottom } = table.range;
  const before = areas.filter((one) => one.bottom < top).map((one) => one.bottom + 1);
  const after = areas.filter((one) => one.top > bottom).map((one) => one.top);
  const from = highest([top - ABOVE, 0, ...before]);
  const end = lowest([bottom + BELOW + 1, ...after]);
  const header = highest([...table.headerRows, top]);
  const { funding } = table;
  const inFunding = (row: number): boolean =>
    funding !== null && row >= funding.range.top && row <= funding.range.bottom;
  const heads = cellsInRows(sheet, [{ top: from, bottom: header }, ...(funding ? [funding.range] : [])]);
  const notes = cellsInRows(sheet, [{ top: bottom + 1, bottom: end - 1 }]).filter(({ row }) => !inFunding(row));
  return textsOf(sheet.name, [...heads, ...notes]);
}

/** Sheets with tables speak of their own tables; what Pinghe added prints nothing. */
function elsewhere(book: WorkbookSnapshot, tables: readonly ScoringTable[]): readonly PrintedText[] {
  const { ownership } = readOurs(book);
  const holding = new Set(tables.map(({ sheet }) => sheet));
  return book.sheets
    .filter(({ name }) => !holding.has(name) && !ownership.isOurSheet(name))
    .flatMap(({ name, cells }) => textsOf(name, cells));
}

const textsOf = (sheet: string, cells: readonly CellSnapshot[]): readonly PrintedText[] =>
  cells.flatMap(({ row, column, value }) =>
    typeof value === "string" ? [{ text: value, at: { sheet, row, column } }] : [],
  );
