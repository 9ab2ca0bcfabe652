import { compact } from "../../model/text";
import { readHeader, SAID, type HeaderReading } from "../words/header-role";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";

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
export const TALLEST_HEADER = 4;

/** The cells of a header row that may be headers. */
export const headerCells = (grid: SheetGrid, row: number): readonly GridCell[] =>
  grid.cellsIn(row).filter((cell) => !cell.merge || cell.merge.bottom - cell.merge.top < TALLEST_HEADER);

/**
 * The lowest header cell over each column, with the groups above it. A header of names stands over everything up to the
 * next header: where its merge was lost, the columns beside it have none.
 */
export function columnHeads(grid: SheetGrid, top: number, bottom: number): readonly ColumnHead[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row++) for (const cell of headerCells(grid, row)) columns.add(cell.column);
  const heads: ColumnHead[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const stack = stackOver(grid, top, bottom, column);
    if (headsItself(stack)) stack.pop();
    const cell = stack[stack.length - 1];
    if (!cell) continue;
    const before = heads[heads.length - 1];
    if (before?.cell === cell) continue;
    const above = (stack.length > 1 ? stack.slice(0, -1) : lostGroup(grid, top, bottom, column)).map((each) => textOf(each.value)).join("");
    const text = textOf(cell.value);
    if (before?.reading?.role === "level") heads[heads.length - 1] = { ...before, right: column - 1 };
    const read = readHeader(text, above) ?? readPart(text, stack.slice(0, -1));
    const reading = read && grid.isSaid(cell) ? { ...read, strength: SAID } as const : read;
    heads.push({ cell, left: column, right: Math.max(column, lastColumn(cell)), text, above, reading });
  }
  return heads;
} // prettier-ignore

const MARK_UNIT = /^[([]?(?:单位:?)?(?:分|%|百分比)[)\]]?$/;
const MARKED: readonly string[] = ["fullMark", "score", "reviewScore", "deduction"];

/** 分 below 分值 or 得分 is the unit in which these are stated, and no head of its own. */
function headsItself(stack: readonly GridCell[]): boolean {
  const [over, unit] = stack.slice(-2);
  if (!over || !unit || lastColumn(over) > over.column || !MARK_UNIT.test(compact(textOf(unit.value)))) return false;
  const read = readHeader(textOf(over.value));
  return read !== null && MARKED.includes(read.role);
}

/** 年初 and 调整后 under 目标值 are both targets: a word that only tells the parts of a group apart stands before its head. */
function readPart(text: string, groups: readonly GridCell[]): HeaderReading | null {
  const parted = groups.filter((group) => lastColumn(group) > group.column);
  const readings = parted.map((group) => readHeader(text + textOf(group.value)));
  const read = readings.findLast((each) => each?.role === "target" || each?.role === "actual");
  // which of the parts counts is not for their words to say
  return read ? { ...read, strength: 2 } : null;
}

/** The header cells over one column, top down, each once. */
function stackOver(grid: SheetGrid, top: number, bottom: number, column: number): GridCell[] {
  const stack: GridCell[] = [];
  for (let row = top; row <= bottom; row++) {
    const cell = grid.shown(row, column);
    // a label merged down beside the body is none of its headers
    if (cell && cell.row >= top && cell !== stack[stack.length - 1] && lastRow(cell) <= bottom) stack.push(cell);
  }
  return stack;
}

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
