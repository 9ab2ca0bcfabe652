import { isInside, type Rect } from "../workbook/address";
import { compact } from "../model/text";
import { baseRunsIn } from "./base/base-header";
import { findBaseData, type BaseReading } from "./base/read-base-data";
import { isWords } from "./cells/cell-kind";
import { lastColumn, textOf, type GridCell, type SheetGrid } from "./cells/sheet-grid";
import { findHeaders, type HeaderRows } from "./header/header-row";
import { readHeader } from "./words/header-role";

/** A base-data table that stands beside a scoring table, and the sheet as if it stood there alone. */
export interface BesideBlock {
  readonly reading: BaseReading;
  readonly grid: SheetGrid;
}

/**
 * Base data beside a scoring table are a table of their own, with labels of their own (SPEC R47): their columns are none of
 * the scoring table's, though they stand in its rows. Columns of base data without labels hold something of each indicator
 * and stay with it.
 */
export function besideBlocks(grid: SheetGrid): readonly BesideBlock[] {
  const runs = grid.rows.flatMap((row) => baseRunsIn(grid, row));
  if (runs.length === 0) return [];
  const headers = findHeaders(grid);
  const found: BesideBlock[] = [];
  for (const run of runs) {
    const block = blockOf(grid, headers, run, found);
    if (block && !found.some(({ reading }) => overlaps(reading.table.range, block.reading.table.range))) found.push(block);
  }
  return found;
} // prettier-ignore

function blockOf(grid: SheetGrid, headers: readonly HeaderRows[], run: readonly GridCell[], found: readonly BesideBlock[]): BesideBlock | null {
  const [first] = run;
  const last = run[run.length - 1];
  if (!first || !last) return null;
  const left = labelColumn(grid, first);
  const header = headers.findLast(({ top }) => top <= first.row);
  if (left === null || !header) return null;
  const columns = { left, right: lastColumn(last) };
  // a year over 预算数 and 决算数 stands one row higher
  const top = first.row - 1;
  // heads further down in a block that was found are its own
  if (found.some(({ reading }) => holds(reading.table.range, { top, bottom: first.row, ...columns }))) return null;
  const next = headers.find((each) => each.top > header.bottom)?.top ?? Infinity;
  const alone = grid.within({ top, bottom: lastBelow(grid, first.row, columns, next), ...columns });
  const reading = findBaseData(alone, () => false).find(({ headerRows }) => headerRows.has(first.row));
  return reading && isBeside(grid, header, reading.table.range) ? { reading, grid: alone } : null;
} // prettier-ignore

const holds = (outer: Rect, { top, bottom, left, right }: Rect): boolean =>
  isInside({ row: top, column: left }, outer) && isInside({ row: bottom, column: right }, outer);

/** Base data end for certain where so many rows say nothing. */
const LONGEST_GAP = 4;

/** The last row below the heads that may still belong to their block: to look further would read the rest of the sheet for each. */
function lastBelow(grid: SheetGrid, from: number, { left, right }: Pick<Rect, "left" | "right">, next: number): number {
  let last = from;
  for (let row = from + 1; row < next && row - last <= LONGEST_GAP; row++) {
    if (grid.cellsIn(row).some(({ column }) => column >= left && column <= right)) last = row;
  }
  return last;
}

/** Words that may stand over the labels of base data. */
const LABEL_HEAD = /数据|情况|项目|科目|经费|支出|收入|人员|资产|名称|内容|明细|事项|类别|编制/;

/** Where the labels of the values stand: left of them, below a head of their own or below none. */
function labelColumn(grid: SheetGrid, first: GridCell): number | null {
  const column = first.column - 1;
  if (column < 0) return null;
  const head = grid.shown(first.row, column);
  const left = head?.column ?? column;
  const below = [1, 2].map((rows) => grid.shown(first.row + rows, left));
  if (!below.some((cell) => cell && isWords(cell) && cell.row > first.row)) return null;
  if (!head) return left;
  const text = compact(textOf(head.value));
  const reading = readHeader(text);
  return reading ? (reading.role === "level" && reading.level === null ? left : null) : LABEL_HEAD.test(text) ? left : null;
} // prettier-ignore

/** In one of its rows the scoring table has a mark or a score, in a column that is none of the block's. */
function isBeside({ view }: SheetGrid, header: HeaderRows, range: Rect): boolean {
  const scored = header.heads.filter(
    ({ reading, left }) =>
      (reading?.role === "fullMark" || reading?.role === "score") && (left < range.left || left > range.right),
  );
  for (let row = Math.max(range.top, header.bottom) + 1; row <= range.bottom; row++) {
    if (scored.some(({ left }) => typeof view.shown(row, left) === "number")) return true;
  }
  return false;
}

const overlaps = (a: Rect, b: Rect): boolean =>
  isInside({ row: a.top, column: a.left }, b) || isInside({ row: b.top, column: b.left }, a);

/** The sheet without the blocks that stand beside its tables. */
export const besideLeftOut = (grid: SheetGrid, blocks: readonly BesideBlock[]): SheetGrid =>
  blocks.length === 0 ? grid : grid.without(blocks.map(({ reading }) => reading.table.range));
