import { highest, lowest } from "../../workbook/long-lists";
import { compact, trimmed } from "../../model/text";
import { inUnit, readAmount, type Amount } from "../../model/amount";
import type { MoneyUnit } from "../../model/money-units";
import type { FundingBlock, FundingColumn, FundingRow, TableCell } from "../../model/scoring-table";
import { isMoneySource, moneyRole } from "../words/funding-words";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { embeddedNumber, tableCell } from "../cells/stated-number";
import { fundingCells, holdsAmount, MONEY, moneyUnit } from "./funding-cells";
import { otherRole } from "./funding-header";

/**
 * The older form of the funding block has no header: each amount stands behind its own label, and its parts below
 * (`预算数：| 100 | 执行数：| 95`, `其中：财政拨款 | 80 | 其中：财政拨款 | 80`) (SPEC R12).
 */
export function readListedFunding(grid: SheetGrid, row: number): FundingBlock | null {
  const cells = grid.cellsIn(row);
  const pairs = pairsIn(grid, row);
  const money = pairs.filter(({ role }) => MONEY.includes(role));
  const [first] = money;
  if (!first || new Set(money.map(({ role }) => role)).size < 2 || new Set(pairs.map(({ role }) => role)).size < pairs.length) return null;
  const tall = cells.find((cell) => cell.column < first.label.column && lastRow(cell) > row);
  const within = new Set(money.flatMap(({ label }) => amountWithin(textOf(label.value))?.amount.unit ?? []));
  const [named = null] = within.size === 1 ? within : [];
  const amounts = money.map(({ column }) => grid.shown(row, column));
  const unit = moneyUnit(grid, row, [...cells, ...(tall ? [tall] : [])], amounts) ?? named;
  const parts = partsBelow(grid, row, money, tall, unit);
  const total = { row, label: trimmed(textOf(first.label.value)), cells: figures(grid, row, pairs, unit) };
  return {
    range: {
      top: lowest([row, ...pairs.map(({ label }) => label.row)]),
      bottom: parts[parts.length - 1]?.row ?? row,
      left: cells[0]?.column ?? first.label.column,
      right: highest([...pairs.map((pair) => pair.column), ...cells.map(lastColumn)]),
    },
    moneyUnit: unit,
    total,
    parts,
    columns: Object.fromEntries(pairs.map((pair) => [pair.role, pair.column])),
  };
} // prettier-ignore

interface Pair {
  readonly role: FundingColumn;
  readonly label: GridCell;
  readonly column: number;
}

/** Labels with their figures behind them, in the same cell, or, for a rate or mark, below a heading of its own. */
function pairsIn(grid: SheetGrid, row: number): readonly Pair[] {
  const cells = grid.cellsIn(row);
  return cells.flatMap((cell, i): readonly Pair[] => {
    if (typeof cell.value === "string") {
      const within = amountWithin(cell.value);
      if (within) return [{ role: within.role, label: cell, column: cell.column }];
      const role = moneyRole(cell.value) ?? otherRole(cell.value);
      const figure = cells[i + 1];
      const isAnswer = role === "reason" ? isReason : holdsAmount;
      return role !== null && figure && isAnswer(figure) ? [{ role, label: cell, column: figure.column }] : [];
    }
    const before = cells[i - 1];
    const above = row === 0 ? null : grid.shown(row - 1, cell.column);
    const isOwn = before === undefined || typeof before.value !== "string" || lastColumn(before) < cell.column - 1;
    const role = isOwn && above?.column === cell.column ? otherRole(textOf(above.value)) : null;
    return role !== null && above ? [{ role, label: above, column: cell.column }] : [];
  });
}

/** Words behind 偏差原因 that are no label of the block themselves. */
const isReason = ({ value }: GridCell): boolean =>
  typeof value === "string" && moneyRole(value) === null && otherRole(value) === null && amountWithin(value) === null;

/** 预算数：5000万元 in one cell. */
function amountWithin(text: string): { readonly role: FundingColumn; readonly amount: Amount } | null {
  const [, label = "", number = ""] = /^([^:：\d]{2,20})[:：]\s*([^:：]{1,24})$/.exec(trimmed(text)) ?? [];
  const role = label === "" ? null : moneyRole(label);
  const amount = role && readAmount(number);
  return role && amount ? { role, amount } : null;
}

function figures(grid: SheetGrid, row: number, pairs: readonly Pair[], unit: MoneyUnit | null): FundingRow["cells"] {
  const places = Object.fromEntries(pairs.map(({ role, column }) => [role, { row, column }]));
  const cells: Partial<Record<FundingColumn, TableCell>> = { ...fundingCells(grid, places, unit) };
  for (const { role, column } of pairs) {
    const cell = tableCell(grid, row, column);
    const within = typeof cell.raw === "string" ? amountWithin(cell.raw) : null;
    if (!within) continue;
    const { number, decimals } = unit === null ? within.amount : inUnit(within.amount, unit);
    cells[role] = { ...cell, stated: embeddedNumber({ number, decimals, unit: null }, cell.at) };
  }
  return cells;
}

/** Rows with a label where the first label stands and nothing but numbers behind the labels. */
function partsBelow(grid: SheetGrid, top: number, pairs: readonly Pair[], tall: GridCell | undefined, unit: MoneyUnit | null): readonly FundingRow[] {
  const parts: FundingRow[] = [];
  const bottom = tall ? lastRow(tall) : top + 10;
  if (pairs.every((pair) => pair.column === pair.label.column)) return parts;
  for (let row = top + 1; row <= bottom; row++) {
    const cell = grid.cellsIn(row).find((each) => each.column === pairs[0]?.label.column);
    const label = cell ? trimmed(textOf(cell.value)) : "";
    const isMoney = pairs.every((pair) => {
      const figure = grid.shown(row, pair.column);
      return figure === null || holdsAmount(figure) || /^[-/—]?$/.test(compact(textOf(figure.value)));
    });
    if (label === "" || !isMoney || !(isMoneySource(label) || pairs.some((pair) => holdsAmount(grid.shown(row, pair.column))))) break;
    parts.push({ row, label, cells: figures(grid, row, pairs, unit) });
  }
  return parts;
} // prettier-ignore
