import { compact } from "../../model/text";
import { readHeader } from "../words/header-role";
import type { FundingBlock, FundingColumn, FundingRow, TableCell } from "../../model/scoring-table";
import { readListedFunding } from "./funding-list";
import { moneyRole, moneyUnitIn } from "../words/funding-words";
import { FORM_LABEL, MONEY_PLAIN_TOTAL, MONEY_TOTAL_LABEL } from "../words/header-words";
import { readMark, readTextNumber, type TextNumber } from "../words/mark-text";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { embeddedNumber, isBlank, tableCell } from "../cells/stated-number";

/**
 * Finds 项目资金 blocks: a row with at least two of 年初预算数, 全年预算数, 全年执行数, and below it one row for each
 * source of money (SPEC R12).
 */
export function findFunding(grid: SheetGrid): readonly FundingBlock[] {
  const blocks: FundingBlock[] = [];
  let end = -1;
  for (const row of grid.rows) {
    if (row <= end) continue;
    const block = readBlock(grid, row) ?? readListedFunding(grid, row);
    if (!block) continue;
    blocks.push(block);
    end = block.range.bottom;
  }
  return blocks;
}

type Columns = Partial<Record<FundingColumn, number>>;

function readBlock(grid: SheetGrid, row: number): FundingBlock | null {
  if (!isFundingHead(grid.cellsIn(row))) return null;
  const { columns, heads } = fundingColumns(grid, row);
  const money = [columns.initialBudget, columns.budget, columns.executed].filter((column) => column !== undefined);
  if (money.length === 0) return null;
  const left = Math.min(...money);
  const labels = grid.cellsIn(row).filter((cell) => cell.column < left);
  const rows = fundingRows(grid, row, left, columns, labels);
  if (rows.length === 0) return null;
  const cells = [...labels, ...heads];
  const total = rows.find((each) => isTotal(each.label)) ?? scoredRow(rows);
  return {
    range: {
      top: row,
      bottom: Math.max(...rows.map((each) => each.row)),
      left: Math.min(...cells.map((cell) => cell.column), ...rows.map((each) => labelColumn(grid, each.row, left) ?? left)),
      right: Math.max(...cells.map(lastColumn)),
    },
    moneyUnit: moneyUnit(grid, row, cells),
    total: total && withPrintedMark(total, heads, labels),
    parts: rows.filter((each) => each.row !== total?.row),
    columns,
  };
} // prettier-ignore

function fundingColumns(
  grid: SheetGrid,
  row: number,
): { readonly columns: Columns; readonly heads: readonly GridCell[] } {
  const columns: Columns = {};
  const heads: GridCell[] = [];
  for (const cell of grid.cellsIn(row)) {
    const text = textOf(cell.value);
    const role = moneyRole(text) ?? otherRole(text);
    if (role === null || columns[role] !== undefined || holdsLabels(grid, cell)) continue;
    columns[role] = cell.column;
    heads.push(cell);
  }
  return { columns, heads };
}

/** Two columns of money; one is enough beside a rate and a mark or score. */
export function isFundingHead(cells: readonly GridCell[]): boolean {
  const money = cells.filter(({ value }) => typeof value === "string" && moneyRole(value) !== null).length;
  if (money !== 1) return money >= 2;
  const others = cells.map(({ value }) => otherRole(textOf(value)));
  const names = cells.some(({ value }) => readHeader(textOf(value).slice(0, 40))?.role === "level");
  return !names && others.includes("rate") && (others.includes("fullMark") || others.includes("score"));
}

/** 年度预算数 may also head the column in which the sources of money are named. */
function holdsLabels(grid: SheetGrid, head: GridCell): boolean {
  const below = grid.shown(head.row + 1, head.column);
  return below?.row === head.row + 1 && typeof below.value === "string" && /[\u4e00-\u9fff]{2}/.test(below.value);
}

function otherRole(text: string): FundingColumn | null {
  const role = text.length > 30 ? undefined : readHeader(text)?.role;
  return role === "fullMark" || role === "rate" || role === "score" || role === "reason" ? role : null;
}

/** The sources of money: as far down as the block's own label reaches, or as rows have a label and money only. */
function fundingRows(grid: SheetGrid, header: number, left: number, columns: Columns, labels: readonly GridCell[]): readonly FundingRow[] {
  const tall = labels.find((cell) => cell.merge && lastRow(cell) > header);
  const bottom = tall ? lastRow(tall) : Infinity;
  const rows: FundingRow[] = [];
  let before = header;
  for (const row of grid.rows.slice(firstAfter(grid.rows, header))) {
    if (row > bottom || row > before + 2) break;
    const label = labelIn(grid, row, left, tall);
    if (!label || !isMoneyRow(grid, row, columns) || FORM_LABEL.test(compact(label))) break;
    rows.push({ row, label, cells: cellsOf(grid, row, columns) });
    before = row;
  }
  return rows;
} // prettier-ignore

const firstAfter = (rows: readonly number[], row: number): number => {
  const index = rows.indexOf(row);
  return index < 0 ? rows.length : index + 1;
};

/** The last text before the money, but not the block's own label that reaches down beside all rows. */
function labelIn(grid: SheetGrid, row: number, left: number, tall: GridCell | undefined): string | null {
  const cells = grid
    .cellsIn(row)
    .filter((cell) => cell.column < left && cell !== tall && typeof cell.value === "string");
  return cells.length === 0 ? null : cells.map((cell) => textOf(cell.value).trim()).join("");
}

const labelColumn = (grid: SheetGrid, row: number, left: number): number | undefined =>
  grid.cellsIn(row).find((cell) => cell.column < left)?.column;

/** Where money stands there is a number, nothing, or a dash; words mean that another block has begun. */
function isMoneyRow(grid: SheetGrid, row: number, columns: Columns): boolean {
  const money = [columns.initialBudget, columns.budget, columns.executed].filter((column) => column !== undefined);
  return money.every((column) => {
    const cell = grid.shown(row, column);
    if (cell?.row !== row) return true;
    if (cell.merge && money.some((other) => other > column && other <= lastColumn(cell))) return false;
    return typeof cell.value !== "string" || readTextNumber(cell.value.replace(/(?:万元|元)$/, "")) !== null || /^[\s/\\\-—–－.…]*$/.test(cell.value);
  });
} // prettier-ignore

function cellsOf(grid: SheetGrid, row: number, columns: Columns): FundingRow["cells"] {
  const cells: Partial<Record<FundingColumn, TableCell>> = {};
  for (const role of Object.keys(columns) as FundingColumn[]) {
    const column = columns[role];
    if (column !== undefined) cells[role] = tableCell(grid, row, column);
  }
  return cells;
}

const isTotal = (label: string): boolean => {
  const text = compact(label);
  return !text.startsWith("其中") && (MONEY_TOTAL_LABEL.test(text) || MONEY_PLAIN_TOTAL.test(text));
};

/** Where no row is a total, the only one with a score carries the block's; unless it stands alone, its money is a part's. */
function scoredRow(rows: readonly FundingRow[]): FundingRow | null {
  const [row, ...others] = rows.filter(({ cells }) => cells.score?.stated);
  if (!row || others.length > 0) return null;
  const { fullMark, score, rate, reason } = row.cells;
  const cells = { ...(fullMark ? { fullMark } : {}), ...(score ? { score } : {}), ...(rate ? { rate } : {}), ...(reason ? { reason } : {}) };
  return rows.length === 1 ? row : { ...row, cells };
} // prettier-ignore

/**
 * Where the mark has no cell, or a blank one, it is printed: 分值（10分） or 得分（20分*执行率） in the header, or
 * 预算执行情况（20分） as the block's label.
 */
function withPrintedMark(total: FundingRow, heads: readonly GridCell[], labels: readonly GridCell[]): FundingRow {
  const cell = total.cells.fullMark;
  if (cell && !isBlank(cell.raw)) return total;
  const headed = heads.filter((each) => ["fullMark", "score"].includes(otherRole(textOf(each.value)) ?? ""));
  for (const { row, column, value } of [...headed, ...labels]) {
    const mark = printedMark(textOf(value));
    if (!mark) continue;
    const at = { row, column };
    const stated = embeddedNumber(mark, at);
    return { ...total, cells: { ...total.cells, fullMark: { at, raw: value, formula: null, merged: null, stated } } };
  }
  return total;
}

/** The one mark within brackets; a formula begins with it. */
function printedMark(text: string): TextNumber | null {
  const brackets = [...compact(text).matchAll(/[([]([^()[\]]*)[)\]]/g)];
  const marks = brackets.flatMap(([, inside = ""]) => readMark(inside.replace(/分[*×].*$/, "分"), false) ?? []);
  return marks.length === 1 ? (marks[0] ?? null) : null;
}

function moneyUnit(grid: SheetGrid, row: number, cells: readonly GridCell[]): string | null {
  for (const cell of [...cells, ...grid.cellsIn(row - 1), ...grid.cellsIn(row - 2)]) {
    const unit = moneyUnitIn(textOf(cell.value));
    if (unit !== null) return unit;
  }
  return null;
}
