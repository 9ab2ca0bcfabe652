import { compact } from "../language/text";
import { readHeader, type HeaderReading } from "./header-role";
import { moneyRole } from "./funding-words";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "./sheet-grid";

/** The rows that make up one header, and what stands above each column of it. */
export interface HeaderRows {
  readonly top: number;
  readonly bottom: number;
  readonly heads: readonly ColumnHead[];
  /** All header texts, by which a header printed again after a page break is known. */
  readonly key: string;
}

/** One header cell, seen from the columns below: its text, and the texts of the groups above it. */
export interface ColumnHead {
  readonly cell: GridCell;
  /** The columns it stands over. */
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly above: string;
  readonly reading: HeaderReading | null;
}

/** A label beside a table may be merged down over it; a header is never that tall. */
const TALLEST_HEADER = 4;

/**
 * Finds every header on a sheet by what a header row is, wherever it stands (SPEC R1): short texts, no numbers, most of
 * them known header words, among them the names' column and at least one column of something else.
 */
export function findHeaders(grid: SheetGrid): readonly HeaderRows[] {
  const found: HeaderRows[] = [];
  for (let i = 0; i < grid.rows.length; i++) {
    const row = grid.rows[i] ?? 0;
    if (!isHeaderRow(grid, row)) continue;
    const top = isGroupRow(grid, grid.rows[i - 1], row) ? (grid.rows[i - 1] ?? row) : row;
    let bottom = row;
    while (continues(grid, top, bottom, grid.rows[i + 1])) bottom = grid.rows[++i] ?? bottom;
    const heads = columnHeads(grid, top, bottom);
    found.push({ top, bottom, heads, key: heads.map((head) => compact(head.above + head.text)).join("|") });
  }
  return found;
}

const headerCells = (grid: SheetGrid, row: number): readonly GridCell[] =>
  grid.cellsIn(row).filter((cell) => !cell.merge || cell.merge.bottom - cell.merge.top < TALLEST_HEADER);

const reading = (cell: GridCell): HeaderReading | null =>
  typeof cell.value === "string" && cell.value.length <= 60 ? readHeader(cell.value) : null;

function isHeaderRow(grid: SheetGrid, row: number): boolean {
  const cells = headerCells(grid, row);
  // numbers are looked for first: they tell nearly every row of a long table apart at no cost
  if (cells.length < 2 || hasNumbers(cells)) return false;
  const readings = cells.flatMap((cell) => reading(cell) ?? []);
  if (readings.length < 2 || readings.length * 2 < cells.length) return false;
  if (cells.filter((cell) => moneyRole(textOf(cell.value)) !== null).length >= 2) return false;
  const ordinals = readings.filter((each) => each.role === "level" && each.level !== null).length;
  const named = readings.filter((each) => each.role === "level" && each.level === null).length;
  const others = new Set(readings.filter((each) => each.role !== "level" && each.strength >= 2).map((each) => each.role));
  others.delete("ignored");
  others.delete("remark");
  others.delete("sequence");
  if (ordinals >= 2 || (ordinals === 1 && others.size >= 1)) return true;
  if (!["fullMark", "score", "standard", "target", "reviewScore", "actual"].some((role) => others.has(role as never))) return false;
  // 指标 or 考核内容 are common words: two more columns must be known. Unknown names' columns need three known ones.
  return named > 0 ? others.size >= 2 : others.size >= 3 && cells.length > readings.length && others.has("fullMark");
} // prettier-ignore

const hasNumbers = (cells: readonly GridCell[]): boolean => cells.some((cell) => typeof cell.value === "number");

/** A row directly above whose cells group the header's columns: merged over several of them, or reaching down into it. */
function isGroupRow(grid: SheetGrid, above: number | undefined, row: number): boolean {
  if (above === undefined || above !== row - 1) return false;
  const cells = headerCells(grid, above);
  if (cells.length === 0 || hasNumbers(cells) || cells.some((cell) => textOf(cell.value).length > 40)) return false;
  if (cells.filter((cell) => moneyRole(textOf(cell.value)) !== null).length >= 2) return false;
  if (cells.some((cell) => cell.merge && lastRow(cell) >= row && reading(cell))) return true;
  const below = grid.cellsIn(row);
  const first = below[0]?.column ?? 0;
  const last = Math.max(...below.map(lastColumn));
  // a title spans the whole width; a group spans a part and has several columns below it
  const groups = cells.filter(
    (cell) =>
      !(cell.column <= first && lastColumn(cell) >= last) &&
      below.filter((each) => each.column >= cell.column && each.column <= lastColumn(cell)).length >= (cell.merge ? 2 : 1),
  );
  const known = cells.filter((cell) => reading(cell)).length;
  return groups.length === cells.length && (cells.length >= 2 ? known * 2 >= cells.length : known === 1 && cells[0]?.merge !== null);
} // prettier-ignore

/** The next row belongs to the header where it parts groups of it: readings below blank or grouped places, no data. */
function continues(grid: SheetGrid, top: number, bottom: number, next: number | undefined): boolean {
  if (next === undefined || next !== bottom + 1 || next - top >= TALLEST_HEADER) return false;
  const cells = headerCells(grid, next);
  if (cells.length === 0 || hasNumbers(cells)) return false;
  const known = cells.filter((cell) => reading(cell) !== null).length;
  const over = headerCells(grid, bottom);
  const same = cells.filter((cell) => over.some((head) => head.column === cell.column && sameText(head, cell))).length;
  if (same * 2 >= cells.length) return false;
  const grouped = cells.every((cell) => {
    const head = grid.shown(bottom, cell.column);
    return head === null || lastColumn(head) > head.column || known === cells.length;
  });
  return grouped && known * 5 >= cells.length * 4 && (known >= 2 || over.some((head) => lastRow(head) >= next));
}

const sameText = (a: GridCell, b: GridCell): boolean => compact(textOf(a.value)) === compact(textOf(b.value));

/** The lowest header cell over each column, with the groups above it. */
function columnHeads(grid: SheetGrid, top: number, bottom: number): readonly ColumnHead[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row++) for (const cell of headerCells(grid, row)) columns.add(cell.column);
  const heads: ColumnHead[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const stack = stackOver(grid, top, bottom, column);
    const cell = stack[stack.length - 1];
    if (!cell) continue;
    const before = heads[heads.length - 1];
    if (before?.cell === cell) continue;
    const above = (stack.length > 1 ? stack.slice(0, -1) : lostGroup(grid, top, bottom, column)).map((each) => textOf(each.value)).join("");
    const text = textOf(cell.value);
    heads.push({ cell, left: column, right: Math.max(column, lastColumn(cell)), text, above, reading: readHeader(text, above) });
  }
  return heads;
} // prettier-ignore

/** The header cells over one column, top down, each once. */
function stackOver(grid: SheetGrid, top: number, bottom: number, column: number): readonly GridCell[] {
  const stack: GridCell[] = [];
  for (let row = top; row <= bottom; row++) {
    const cell = grid.shown(row, column);
    if (cell && cell.row >= top && cell !== stack[stack.length - 1] && !isTall(cell)) stack.push(cell);
  }
  return stack;
}

const isTall = (cell: GridCell): boolean => cell.merge !== null && cell.merge.bottom - cell.merge.top >= TALLEST_HEADER;

/**
 * Where merges were lost, a group's text stands over its first column only: a column with nothing above its own header
 * belongs to the nearest group to the left, and a group is what has another header below it.
 */
function lostGroup(grid: SheetGrid, top: number, bottom: number, column: number): readonly GridCell[] {
  if (top === bottom || grid.shown(top, column)) return [];
  for (let left = column - 1; left >= 0; left--) {
    const group = grid.shown(top, left);
    if (!group) continue;
    return !group.merge && stackOver(grid, top, bottom, left).length > 1 ? [group] : [];
  }
  return [];
}
