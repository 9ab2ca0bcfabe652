import { reasonInRow } from "./reason-row";
import { highest, lowest } from "../../workbook/long-lists";
import { compact, trimmed } from "../../model/text";
import { moneyUnitOf } from "../../model/amount";
import type { MoneyUnit } from "../../model/money-units";
import type { FundingBlock, FundingColumn, FundingRow, OtherUnit, TableCell } from "../../model/scoring-table";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { embeddedNumber, isBlank } from "../cells/stated-number";
import { FORM_LABEL, MONEY_PLAIN_TOTAL, MONEY_TOTAL_LABEL } from "../words/header-words";
import { isMoneySource, moneyUnitIn, isMoneyAside } from "../words/funding-words";
import { readMark, type TextNumber } from "../words/mark-text";
import { readFundingAcross } from "./funding-across";
import { fundingCells, holdsAmount, isMoneyCell, MONEY, moneyUnit } from "./funding-cells";
import { fundingHeader, isFundingHead, otherRole, type FundingHeader } from "./funding-header";
import { readListedFunding } from "./funding-list";

/** A block as it was read, and the columns of it that may equally well be meant. */
export interface FundingReading {
  readonly block: FundingBlock;
  readonly disputes: FundingHeader["disputes"];
}

/**
 * Finds 项目资金 blocks: a row with at least two of 年初预算数, 全年预算数, 全年执行数, and below it one row for each
 * source of money; or the same turned over, or as a list (SPEC R12).
 */
export function findFunding(grid: SheetGrid): readonly FundingReading[] {
  const found: FundingReading[] = [];
  let end = -1;
  for (const row of grid.rows) {
    if (row <= end) continue;
    const across = readBlock(grid, row) ?? withoutDispute(readFundingAcross(grid, row) ?? readListedFunding(grid, row));
    if (!across) continue;
    found.push(across);
    end = across.block.range.bottom;
  }
  return found;
}

const withoutDispute = (block: FundingBlock | null): FundingReading | null => block && { block, disputes: [] };

function readBlock(grid: SheetGrid, row: number): FundingReading | null {
  if (!isFundingHead(grid.cellsIn(row))) return null;
  const header = fundingHeader(grid, row);
  const money = [...header.heads, ...header.disputes.flat()].filter(({ role }) => MONEY.includes(role));
  if (money.length === 0) return null;
  const left = lowest(money.map(({ column }) => column));
  const labels = grid.cellsIn(row).filter((cell) => cell.column < left);
  const rows = moneyRows(grid, header, left, labels);
  if (rows.length === 0) return null;
  const heads = [...labels, ...header.heads.map(({ cell }) => cell)];
  const amounts = rows.flatMap(({ row: at }) => money.map(({ column }) => grid.shown(at, column)));
  const unit = moneyUnit(grid, row, heads, amounts);
  const otherUnits = unitsBeside(header, unit);
  const sources = rows.flatMap((each) => sourcesIn(grid, header, each, unit)).map((each) => withoutUnits(each, otherUnits));
  const lastMoney = highest([header.bottom, ...rows.map((each) => each.row)]);
  const reason = reasonInRow(grid, lastMoney + 1);
  const summed = totalOf(sources);
  const total = withReason(summed, reason);
  const lefts = rows.map((each) => grid.cellsIn(each.row).find((cell) => cell.column < left)?.column ?? left);
  const block: FundingBlock = {
    range: {
      top: row,
      bottom: reason ? reason.at.row : lastMoney,
      left: lowest([...heads.map((cell) => cell.column), ...lefts]),
      right: highest([...[...heads, ...asideOf(grid, row)].map(lastColumn), ...header.disputes.flat().map(({ column }) => column)]),
    },
    moneyUnit: unit,
    ...(otherUnits.length > 0 ? { otherUnits } : {}),
    total: total && withPrintedMark(total, header.heads.map(({ cell }) => cell), labels),
    parts: partsBeside(sources, summed),
    columns: columnsOf(header),
  };
  return { block, disputes: header.disputes };
} // prettier-ignore

/** Columns of the block behind the last one that is read: 结余, 到位率. */
const asideOf = (grid: SheetGrid, row: number): readonly GridCell[] =>
  grid.cellsIn(row).filter((cell) => isMoneyAside(textOf(cell.value)));

/** 全年执行数（元） beside 全年预算数（万元）: a column in another unit than the others. */
function unitsBeside({ heads }: FundingHeader, unit: MoneyUnit | null): readonly OtherUnit[] {
  return heads.flatMap(({ role, cell }): readonly OtherUnit[] => {
    const text = textOf(cell.value);
    const own = MONEY.includes(role) ? moneyUnitOf(moneyUnitIn(text) ?? "") : null;
    return own !== null && unit !== null && own !== unit ? [{ role, unit: own, head: { text, at: { row: cell.row, column: cell.column } } }] : [];
  });
} // prettier-ignore

/** Its figures are not put into the block's unit, since a formula would still read what the cell holds (SPEC R29). */
function withoutUnits(row: FundingRow, others: readonly OtherUnit[]): FundingRow {
  if (others.length === 0) return row;
  const cells: Partial<Record<FundingColumn, TableCell>> = { ...row.cells };
  for (const { role } of others) {
    const cell = cells[role];
    if (cell) cells[role] = { ...cell, stated: null };
  }
  return { ...row, cells };
}

const columnsOf = ({ heads }: FundingHeader): FundingBlock["columns"] =>
  Object.fromEntries(heads.filter(({ source }) => source === null).map(({ role, column }) => [role, column]));

interface MoneyRow {
  readonly row: number;
  readonly label: string;
}

/** As far down as the block's own label reaches, or as rows have a label and money only. */
function moneyRows(grid: SheetGrid, header: FundingHeader, left: number, labels: readonly GridCell[]): readonly MoneyRow[] {
  const tall = labels.find((cell) => cell.merge && lastRow(cell) > header.bottom);
  const bottom = tall ? lastRow(tall) : Infinity;
  const columns = [...header.heads, ...header.disputes.flat()].filter(({ role }) => MONEY.includes(role)).map(({ column }) => column);
  const rows: MoneyRow[] = [];
  let before = header.bottom;
  for (const row of grid.rowsFrom(header.bottom + 1, Infinity)) {
    if (row > bottom || row > before + 2 || reasonInRow(grid, row)) break;
    const label = labelIn(grid, row, left, tall) ?? (columns.some((column) => holdsAmount(grid.shown(row, column))) ? "" : null);
    const isMoney = label !== null && !(FORM_LABEL.test(compact(label)) && !isMoneySource(label)) && isMoneyRow(grid, row, columns);
    if (!isMoney && !tall) break;
    if (!isMoney) continue;
    rows.push({ row, label });
    before = row;
  }
  return rows;
} // prettier-ignore

/** The last text before the money, but not the block's own label that reaches down beside all rows. */
function labelIn(grid: SheetGrid, row: number, left: number, tall: GridCell | undefined): string | null {
  const cells = grid
    .cellsIn(row)
    .filter((cell) => cell.column < left && cell !== tall && typeof cell.value === "string");
  return cells.length === 0 ? null : cells.map((cell) => trimmed(textOf(cell.value))).join("");
}

/** Where money stands there is a number, nothing, or a dash; words mean that another block has begun. */
const isMoneyRow = (grid: SheetGrid, row: number, columns: readonly number[]): boolean =>
  columns.every((column) => {
    const cell = grid.shown(row, column);
    if (cell?.row !== row) return true;
    if (cell.merge && columns.some((other) => other > column && other <= lastColumn(cell))) return false;
    return isMoneyCell(cell);
  });

/** The sources of one row: itself, and those that stand in columns of their own. */
function sourcesIn(grid: SheetGrid, header: FundingHeader, { row, label }: MoneyRow, unit: Parameters<typeof fundingCells>[2]): readonly FundingRow[] {
  const names = new Set([null, ...header.heads.map(({ source }) => source)]);
  return [...names].flatMap((source): readonly FundingRow[] => {
    const heads = header.heads.filter((head) => head.source === source);
    const places = Object.fromEntries(heads.map(({ role, column }) => [role, { row, column }]));
    const cells = fundingCells(grid, places, unit);
    return source === null || Object.values(cells).some((cell) => !isBlank(cell.raw)) ? [{ row, label: source ?? label, cells }] : [];
  });
} // prettier-ignore

const isTotal = (label: string): boolean => {
  const text = compact(label);
  return !text.startsWith("其中") && (MONEY_TOTAL_LABEL.test(text) || MONEY_PLAIN_TOTAL.test(text));
};

/** The row that says so; where one row is all there is, it is the total; else the only one with a score. */
function totalOf(rows: readonly FundingRow[]): FundingRow | null {
  const named = rows.find((each) => isTotal(each.label)) ?? rows.find((each) => each.label === "");
  const lines = new Set(rows.map(({ row }) => row));
  const [first] = rows;
  const only = lines.size === 1 && first && !compact(first.label).startsWith("其中") ? first : null;
  return named ?? only ?? scoredRow(rows);
}

/** Where no row is a total, the only one with a score carries the block's; its money is a part's. */
function scoredRow(rows: readonly FundingRow[]): FundingRow | null {
  const [row, ...others] = rows.filter(({ cells }) => cells.score?.stated);
  if (!row || others.length > 0) return null;
  const { fullMark, score, rate, reason } = row.cells;
  const cells = { ...(fullMark ? { fullMark } : {}), ...(score ? { score } : {}), ...(rate ? { rate } : {}), ...(reason ? { reason } : {}) };
  return rows.length === 1 ? row : { ...row, cells };
} // prettier-ignore

/** A line of its own says why, where no column does. */
const withReason = (total: FundingRow | null, reason: TableCell | null): FundingRow | null =>
  total && reason && !total.cells.reason ? { ...total, cells: { ...total.cells, reason } } : total;

/** Every other row; of one that carries the block's score only its money. */
const partsBeside = (rows: readonly FundingRow[], total: FundingRow | null): readonly FundingRow[] =>
  rows.flatMap((each): readonly FundingRow[] => {
    if (each === total) return [];
    if (each.cells.score === undefined || each.cells.score !== total?.cells.score) return [each];
    const { initialBudget, budget, executed } = each.cells;
    const cells = { ...(initialBudget && { initialBudget }), ...(budget && { budget }), ...(executed && { executed }) };
    return [{ ...each, cells }];
  });

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
    const printed: TableCell = { at, raw: value, formula: null, merged: null, stated };
    return { ...total, cells: { ...total.cells, ["fullMark" satisfies FundingColumn]: printed } };
  }
  return total;
}

/** The one mark within brackets; a formula begins with it. */
function printedMark(text: string): TextNumber | null {
  const brackets = [...compact(text).matchAll(/[([]([^()[\]]*)[)\]]/g)];
  const marks = brackets.flatMap(([, inside = ""]) => readMark(inside.replace(/分[*×].*$/, "分"), false) ?? []);
  return marks.length === 1 ? (marks[0] ?? null) : null;
}
