import { lowest, pushAll } from "../../workbook/long-lists";
import { compact } from "../../model/text";
import type { FundingBlock } from "../../model/scoring-table";
import { isFundingHead } from "../funding/funding-header";
import { isHeaderNote } from "../header/header-note";
import type { HeaderRows } from "../header/header-row";
import { goalBlocks } from "./goal-blocks";
import { passedAs, type PassedRow } from "./page-rows";
import { CLOSING_LABEL, FORM_LABEL, SIGNED, SUBTOTAL_LABEL, TOTAL_LABEL } from "../words/header-words";
import { readName } from "../words/name-text";
import { labelOf } from "../words/total-text";
import { lastColumn, textOf, type GridCell } from "../cells/sheet-grid";
import type { TableLayout } from "../header/table-layout";

/** What each row of a table's body is (SPEC R7–R9). Rows that a page break repeats are left out. */
export type BodyRow =
  | { readonly kind: "line"; readonly row: number; readonly afterPageBreak: boolean }
  /** A heading across the table: 一、投入（20分）; `beside`: a goal beside a header and what follows it. */
  | { readonly kind: "band"; readonly row: number; readonly cell: GridCell; readonly beside?: true }
  | { readonly kind: "total"; readonly row: number; readonly label: GridCell }
  | { readonly kind: "subtotal"; readonly row: number; readonly label: GridCell; readonly of: string };

export interface BodyRows {
  readonly rows: readonly BodyRow[];
  readonly passed: readonly PassedRow[];
}

export interface BodyEnd {
  /** Header rows of later tables, ascending; one with the same texts may be a page break. */
  readonly headers: readonly HeaderRows[];
  /** First rows of blocks that are no scoring table (funding, base data). */
  readonly stops: ReadonlySet<number>;
  readonly funding: readonly FundingBlock[];
  readonly title: string | null;
}

/** After so many rows without anything, what follows is not this table. */
const LONGEST_GAP = 200;
const LONGEST_NAME = 60;

/**
 * Reads down from the header until the table ends: at a signature, a note, a form field or another block. After the
 * total row only rows with marks or scores still belong to it, since what stands below a total is said about it.
 */
export function bodyRows(table: TableLayout, end: BodyEnd): BodyRows {
  const body: BodyRow[] = [];
  const passed: PassedRow[] = [];
  const rows = table.grid.rows;
  let afterPageBreak = false;
  let totalled = false;
  let before = table.header.bottom;
  const goals = goalBlocks(table, end.headers);
  const isGroup = groupNames(table, body);
  pushAll(body, goalAt(goals, table.header.top));
  for (let i = table.grid.firstBelow(table.header.bottom); i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const header = end.headers.find((each) => row >= each.top && row <= each.bottom);
    if (header) {
      if (header.key !== table.header.key || totalled) break;
      afterPageBreak = !goals.has(header.top);
      before = row;
      passed.push({ row, as: "headerAgain" });
      pushAll(body, goalAt(goals, row));
      continue;
    }
    const cells = table.cellsIn(row);
    // what stands below the total behind a blank row is no part of the table
    if (row - before > LONGEST_GAP || (totalled && rows[i - 1] !== row - 1)) break;
    const block = end.funding.find(({ range }) => row >= range.top && row <= range.bottom);
    if (block && !totalled && totalFollows(table, rows, table.grid.firstBelow(block.range.bottom) - 1, end)) {
      before = row;
      continue;
    }
    if (end.stops.has(row)) break;
    if (cells.length === 0) continue;
    const isFirst = row === before + 1 && !body.some((each) => each.kind === "line");
    const as = passedAs(table, row, cells, rows[i + 1], end) ?? (isFirst && isHeaderNote(cells) ? "columnNumbers" : null);
    if (as) {
      passed.push({ row, as });
      continue;
    }
    const read: BodyRow | null = (totalled ? recapRow(table, row, isGroup) : null) ?? readRow(table, row, cells, totalled, afterPageBreak);
    if (!read && !totalled && !isSignatureRow(cells) && totalFollows(table, rows, i, end)) {
      passed.push({ row, as: "note" });
      continue;
    }
    if (!read || beginsAnother(cells, rows[i + 1], end)) break;
    totalled ||= read.kind === "total" && body.some((each) => each.kind === "line");
    body.push(read);
    afterPageBreak = false;
    before = row;
  }
  return { rows: body, passed };
} // prettier-ignore

const goalAt = (goals: ReadonlyMap<number, GridCell>, row: number): readonly BodyRow[] => {
  const cell = goals.get(row);
  // its merge reaches down beside rows that are its own
  return cell ? [{ kind: "band", row, cell: { ...cell, merge: null }, beside: true }] : [];
};

/** Null where the table has ended. */
function readRow(table: TableLayout, row: number, cells: readonly GridCell[], totalled: boolean, afterPageBreak: boolean): BodyRow | null {
  const first = cells[0];
  if (!first) return null;
  const figures = table.hasFigures(row);
  const total = totalRow(table, row, cells);
  if (total) return total;
  if (!figures && (totalled || isClosing(table, first, cells))) return null;
  // 填表人：张三 | 审核人： | 12: who signs below the total is no indicator, whatever strayed into the line
  if (totalled && (!isMarked(table, row, cells) || isClosingLine(first))) return null;
  const across = cells.find((cell) => spansBeyondNames(table, cell));
  if (across && !figures) return cells.length === 1 && isName(across) ? { kind: "band", row, cell: across } : null;
  if (cells.length === 1 && isNameColumn(table, first.column) && !isName(first)) return null;
  return { kind: "line", row, afterPageBreak };
} // prettier-ignore

const isName = (cell: GridCell): boolean => compact(textOf(cell.value)).length <= LONGEST_NAME;

const isNameColumn = (table: TableLayout, column: number): boolean => table.levels.includes(column);

/** A cell merged from a names' column over a column of something else names no indicator. */
const spansBeyondNames = (table: TableLayout, cell: GridCell): boolean =>
  cell.merge !== null &&
  (isNameColumn(table, cell.column) || cell.column <= table.left) &&
  table.columns.some(
    (each) =>
      each.role !== "level" && each.role !== "sequence" && each.column > cell.column && each.column <= lastColumn(cell),
  );

const firstNameColumn = (table: TableLayout): number =>
  lowest(table.columns.filter((each) => each.role === "level" || each.role === "sequence").map((each) => each.column));

function isClosing(table: TableLayout, first: GridCell, cells: readonly GridCell[]): boolean {
  if (isSignatureRow(cells)) return true;
  if (isFundingHead(cells)) return true;
  if (first.column > firstNameColumn(table)) return false;
  const text = compact(textOf(first.value).slice(0, 40));
  if (FORM_LABEL.test(text) && text.length <= 14 && cells.length >= 2) return true;
  const last = table.levels[table.levels.length - 1] ?? first.column;
  const named = last !== first.column && cells.some((cell) => cell.column === last && !spansBeyondNames(table, cell));
  return CLOSING_LABEL.test(text) && (!named || text.includes(":"));
} // prettier-ignore

function isClosingLine(first: GridCell): boolean {
  const text = compact(textOf(first.value).slice(0, 40));
  return CLOSING_LABEL.test(text) && text.includes(":");
}

/** A note between the rows does not end a table whose total is still to come, before any other header or block. */
function totalFollows(table: TableLayout, rows: readonly number[], from: number, end: BodyEnd): boolean {
  for (const row of rows.slice(from + 1, from + LONGEST_GAP)) {
    if (end.stops.has(row) || end.headers.some((each) => row >= each.top && row <= each.bottom)) return false;
    const cells = table.cellsIn(row);
    if (isSignatureRow(cells)) return false;
    if (totalRow(table, row, cells)?.kind === "total" && table.hasFigures(row)) return true;
  }
  return false;
}

/** What stands below the total with a score and without a mark is said about the table: 财政评价得分 95. */
function isMarked(table: TableLayout, row: number, cells: readonly GridCell[]): boolean {
  const marks = table.columns.filter((each) => each.role === "fullMark");
  if (marks.length === 0) return true;
  return marks.some((each) => table.hasNumber(row, each.column)) || cells.some((cell) => readName(textOf(cell.value)).mark !== null);
} // prettier-ignore

const isSignatureRow = (cells: readonly GridCell[]): boolean => cells.some((cell) => isSigned(textOf(cell.value)));

/** A place to sign or to stamp; the common units are looked for before the whole is read. */
const isSigned = (text: string): boolean => text.length < 60 && /[章字名]/.test(text) && SIGNED.test(compact(text));

/** 总分, 合计 or 小计 in a names' column; the label may carry its number: 总分（100分）, 合计：93分. */
function totalRow(table: TableLayout, row: number, cells: readonly GridCell[]): BodyRow | null {
  for (const cell of [...table.cellsBeside(row), ...cells]) {
    if (!isNameColumn(table, cell.column) && cell !== cells[0] && cell.column >= table.left) continue;
    const text = textOf(cell.value);
    if (text.length > 40 || !/[总计分和评绩]/.test(text)) continue;
    const label = labelOf(text);
    if (TOTAL_LABEL.test(label)) return { kind: "total", row, label: cell };
    const sub = SUBTOTAL_LABEL.exec(label);
    if (sub) return { kind: "subtotal", row, label: cell, of: sub[1] ?? "" };
  }
  return null;
}

/** 其中：产出 | 80 below the total states again what that level comes to. */
function recapRow(table: TableLayout, row: number, isGroup: (name: string) => boolean): BodyRow | null {
  const [label, ...others] = table.cellsIn(row).filter((cell) => isNameColumn(table, cell.column));
  if (!label || others.length > 0 || typeof label.value !== "string") return null;
  const name = readName(label.value.replace(/^\s*其中\s*[:：]?/, "")).name;
  return name !== "" && isGroup(name) ? { kind: "subtotal", row, label, of: name } : null;
}

/** Tells the names of bands and of levels above the indicators; `body` may grow, and each of its rows is looked at once. */
function groupNames(table: TableLayout, body: readonly BodyRow[]): (name: string) => boolean {
  const groups = table.levels.slice(0, -1);
  const names = new Set<string>();
  let seen = 0;
  const cellsOf = (each: BodyRow): readonly GridCell[] => {
    if (each.kind === "band") return [each.cell];
    return each.kind === "line" ? table.cellsIn(each.row).filter(({ column }) => groups.includes(column)) : [];
  };
  return (name) => {
    for (const cell of body.slice(seen).flatMap(cellsOf)) names.add(readName(textOf(cell.value)).name);
    seen = body.length;
    return names.has(name);
  };
}

/** A row of one cell directly above another header is that table's title. */
const beginsAnother = (cells: readonly GridCell[], next: number | undefined, end: BodyEnd): boolean =>
  cells.length === 1 && end.headers.some((each) => each.top === next);
