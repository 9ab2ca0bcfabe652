import { lowest, pushAll } from "../../workbook/long-lists";
import { compact } from "../../model/text";
import { columnHeads, headerCells, TALLEST_HEADER, type ColumnHead } from "./column-heads";
import { readHeader } from "../words/header-role";
import { hasNumbers, isGroupRow, isHeadBeside, reading } from "./group-row";
import { isFundingHead } from "../funding/funding-header";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";

/** The rows that make up one header, and what stands above each column of it. */
export interface HeaderRows {
  readonly top: number;
  readonly bottom: number;
  readonly heads: readonly ColumnHead[];
  /** All header texts, by which a header printed again after a page break is known. */
  readonly key: string;
  /** The columns that may belong to the table; all of them, unless another table stands beside it. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds every header on a sheet by what a header row is, wherever it stands (SPEC R1): short texts, no numbers, most of
 * them known header words, among them the names' column and at least one column of something else. `taken`: rows of
 * another block, which belong to no header.
 */
export function findHeaders(grid: SheetGrid, taken: ReadonlySet<number> = new Set()): readonly HeaderRows[] {
  const found: HeaderRows[] = [];
  for (let i = 0; i < grid.rows.length; i++) {
    const row = grid.rows[i] ?? 0;
    if (taken.has(row) || !isHeaderRow(grid, row)) continue;
    const above = grid.rows[i - 1];
    const top = above !== undefined && !taken.has(above) && isGroupRow(grid, above, row) ? above : row;
    let bottom = row;
    while (continues(grid, top, bottom, grid.rows[i + 1])) bottom = grid.rows[++i] ?? bottom;
    bottom = commonBottom(grid, row, bottom);
    pushAll(found, sideBySide(top, bottom, columnHeads(grid, top, bottom)));
  }
  return found;
}

/**
 * Two tables beside each other share their header rows: the second begins where the first level's column comes again or,
 * without ordinals, where names come again behind marks and scores.
 */
function sideBySide(top: number, bottom: number, heads: readonly ColumnHead[]): readonly HeaderRows[] {
  const ordinals = heads.flatMap((head) => (head.reading?.role === "level" ? (head.reading.level ?? []) : []));
  const starts = heads.flatMap((head, i) => {
    if (ordinals.length > 0 ? !isLevel(head, lowest(ordinals)) : !beginsNames(heads, i)) return [];
    return heads[i - 1]?.reading?.role === "sequence" ? [i - 1] : [i];
  });
  const parts = starts.map((start, i) => heads.slice(i === 0 ? 0 : start, starts[i + 1]));
  const whole = parts.length > 1 && parts.every((part) => isWhole(part)) ? parts : [heads];
  return whole.map((part, i) => ({
    top,
    bottom,
    heads: part,
    key: keyOf(part),
    from: i === 0 ? 0 : (part[0]?.left ?? 0),
    to: (whole[i + 1]?.[0]?.left ?? Infinity) - 1,
  }));
} // prettier-ignore

/** What stands left of the first known head is a label beside the table, and may differ from header to header. */
function keyOf(heads: readonly ColumnHead[]): string {
  const known = heads.slice(
    Math.max(
      0,
      heads.findIndex(({ reading: read }) => read !== null),
    ),
  );
  return known.map((head) => compact(head.above + head.text)).join("|");
}

const isLevel = ({ reading: read }: ColumnHead, level: number): boolean =>
  read?.role === "level" && read.level === level;

/** A column of names that follows no other one; `项目` and `指标` beside each other are two levels of one table. */
const beginsNames = (heads: readonly ColumnHead[], i: number): boolean =>
  heads[i]?.reading?.role === "level" &&
  (i === 0 || heads[i - 1]?.reading?.role !== "level") &&
  isScored(heads.slice(i));

/** Marks and scores of its own, before the next column of names. */
function isScored(heads: readonly ColumnHead[]): boolean {
  const names = heads.findIndex((head) => head.reading?.role !== "level");
  const end = heads.findIndex((head, i) => i > names && head.reading?.role === "level");
  const roles = heads.slice(0, end < 0 ? undefined : end).map((head) => head.reading?.role);
  return roles.includes("fullMark") && roles.includes("score");
}

/** Names and something about them. */
const isWhole = (heads: readonly ColumnHead[]): boolean =>
  new Set(heads.flatMap((head) => (head.reading ? [`${head.reading.role}${head.reading.level ?? ""}`] : []))).size >= 3;

/** Where most cells of the row are merged down further, the header goes down as far; where few are, they are no headers. */
function commonBottom(grid: SheetGrid, row: number, bottom: number): number {
  const cells = lowestHeads(grid, row, bottom);
  const deeper = cells.filter((cell) => lastRow(cell) > bottom);
  return deeper.length * 2 > cells.length ? lowest(deeper.map(lastRow)) : bottom;
}

/** The header cells with no other one below them. */
function lowestHeads(grid: SheetGrid, row: number, bottom: number): readonly GridCell[] {
  const rows = grid.rowsFrom(row, bottom).map((each) => headerCells(grid, each));
  const isOver = (cell: GridCell, below: GridCell): boolean =>
    below.column >= cell.column && below.column <= lastColumn(cell);
  return rows.flatMap((cells, i) => {
    const below = rows.slice(i + 1).flat();
    return cells.filter((cell) => !below.some((each) => isOver(cell, each)));
  });
}

/** A row of whose heads a person said what they are: names, and something about them (SPEC Z14). */
function isSaidHeader(grid: SheetGrid, row: number): boolean {
  const cells = grid.rowsFrom(row - TALLEST_HEADER, row).flatMap((each) => headerCells(grid, each));
  const said = cells.filter((cell) => lastRow(cell) >= row && grid.isSaid(cell));
  const isName = (cell: GridCell): boolean => reading(cell)?.role === "level";
  return said.some(isName) && !said.every(isName);
}

function isHeaderRow(grid: SheetGrid, row: number): boolean {
  if (grid.hasSaid && isSaidHeader(grid, row)) return true;
  const cells = headerCells(grid, row);
  // numbers are looked for first: they tell nearly every row of a long table apart at no cost
  if (cells.length < 2 || hasNumbers(cells)) return false;
  const readings = cells.flatMap((cell) => reading(cell) ?? []);
  if (readings.length < 2 || readings.length * 2 < cells.length) return false;
  if (isFundingHead(cells)) return false;
  const ordinals = readings.filter((each) => each.role === "level" && each.level !== null).length;
  const named = readings.filter((each) => each.role === "level" && each.level === null).length;
  const leaf = readings.some((each) => each.naming === "leaf");
  const others = new Set(readings.filter((each) => each.role !== "level" && each.strength >= 2).map((each) => each.role));
  // 分数 beside 得分 may set the marks
  const scores = readings.filter(({ role }) => role === "score");
  if (scores.length >= 2 && scores.some(({ strength, party }) => strength < 3 && party === null)) others.add("fullMark");
  others.delete("ignored");
  others.delete("remark");
  others.delete("sequence");
  if (ordinals >= 2 || (ordinals === 1 && others.size >= 1)) return true;
  if (!["fullMark", "score", "standard", "target", "reviewScore", "actual"].some((role) => others.has(role as never))) return false;
  // 指标 beside 得分 and nothing else is a header; with unknown columns, or under words as common as 内容, more must be known
  if (leaf && readings.length === cells.length && (others.has("fullMark") || others.has("score"))) return true;
  if (named === 0 && others.has("fullMark") && others.has("score") && headsResults(grid, row, cells)) return true;
  return named > 0 ? others.size >= 2 : others.size >= 3 && cells.length > readings.length && others.has("fullMark");
} // prettier-ignore

/** 部分 | 分值 | 得分: the word over the names is unknown, but below it stand names with a mark and a score each. */
function headsResults(grid: SheetGrid, row: number, cells: readonly GridCell[]): boolean {
  const [first, ...others] = cells;
  if (!first || reading(first) || cells.length > 5) return false;
  const figures = others.filter((cell) => ["fullMark", "score"].includes(reading(cell)?.role ?? ""));
  return [row + 1, row + 2].every((below) => {
    const name = grid.shown(below, first.column);
    const isName = name?.row === below && typeof name.value === "string" && name.value.length <= 20;
    return isName && figures.every(({ column }) => typeof grid.shown(below, column)?.value === "number");
  });
}

/** The next row belongs to the header where it parts groups of it: readings below blank or grouped places, no data. */
function continues(grid: SheetGrid, top: number, bottom: number, next: number | undefined): boolean {
  if (next === undefined || next !== bottom + 1 || next - top >= TALLEST_HEADER) return false;
  const cells = headerCells(grid, next);
  if (cells.length === 0 || hasNumbers(cells)) return false;
  const known = cells.filter(
    (cell) => reading(cell) !== null || goesOnWith(grid.shown(bottom, cell.column), cell),
  ).length;
  const over = headerCells(grid, bottom);
  const same = cells.filter((cell) => over.some((head) => head.column === cell.column && sameText(head, cell))).length;
  if (same * 2 >= cells.length) return false;
  const grouped = cells.every((cell) => {
    const head = grid.shown(bottom, cell.column);
    return head === null || lastColumn(head) > head.column || known === cells.length;
  });
  if (cells.every((cell) => isHeadBeside(grid, cell, bottom))) return true;
  return grouped && known * 5 >= cells.length * 4 && (known >= 2 || over.some((head) => lastRow(head) >= next));
}

/** 分 over 值: pieces of one word that a paste from Word parted. */
const goesOnWith = (over: GridCell | null, cell: GridCell): boolean =>
  over !== null &&
  !over.merge &&
  !cell.merge &&
  textOf(cell.value).length <= 3 &&
  // A below 分值 numbers the column
  /[\u4e00-\u9fff]/.test(textOf(cell.value)) &&
  readHeader(textOf(over.value) + textOf(cell.value)) !== null;

const sameText = (a: GridCell, b: GridCell): boolean => compact(textOf(a.value)) === compact(textOf(b.value));
