import { compact } from "../../model/text";
import type { FundingBlock, FundingColumn, FundingRow, TableCell } from "../../model/scoring-table";
import { moneyRole, moneyUnitIn } from "../words/funding-words";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { readTextNumber, type TextNumber } from "../words/mark-text";
import { embeddedNumber, tableCell } from "../cells/stated-number";

/**
 * The older form of the funding block has no header: each amount stands behind its own label, and its parts below
 * (`预算数：| 100 | 执行数：| 95`, `其中：财政拨款 | 80 | 其中：财政拨款 | 80`) (SPEC R12).
 */
export function readListedFunding(grid: SheetGrid, row: number): FundingBlock | null {
  const cells = grid.cellsIn(row);
  const pairs = cells.flatMap((cell, i): readonly Pair[] => {
    if (typeof cell.value !== "string") return [];
    const within = amountWithin(cell.value);
    if (within) return [{ role: within.role, label: cell, column: cell.column }];
    const role = moneyRole(cell.value);
    const amount = cells[i + 1];
    return role !== null && typeof amount?.value === "number" ? [{ role, label: cell, column: amount.column }] : [];
  });
  const [first] = pairs;
  if (!first || new Set(pairs.map((pair) => pair.role)).size < 2) return null;
  const tall = cells.find((cell) => cell.column < first.label.column && lastRow(cell) > row);
  const parts = partsBelow(grid, row, pairs, tall);
  const total = { row, label: textOf(first.label.value).trim(), cells: amounts(grid, row, pairs) };
  const bottom = parts[parts.length - 1]?.row ?? row;
  const left = cells[0]?.column ?? first.label.column;
  const right = Math.max(...pairs.map((pair) => pair.column), ...cells.map(lastColumn));
  return {
    range: { top: row, bottom, left, right },
    moneyUnit: unitOf(cells),
    total,
    parts,
    columns: columnsOf(pairs),
  };
}

/** 预算数：5000万元 in one cell. */
function amountWithin(text: string): { readonly role: FundingColumn; readonly amount: TextNumber } | null {
  const [, label = "", number = ""] = /^([^:：\d]{2,20})[:：]\s*([\d.,，０-９．]+)\s*(?:亿元|百万元|万元|千元|元)?$/.exec(text.trim()) ?? [];
  const role = label === "" ? null : moneyRole(label);
  const amount = role && readTextNumber(number);
  return role && amount ? { role, amount } : null;
} // prettier-ignore

interface Pair {
  readonly role: FundingColumn;
  readonly label: GridCell;
  readonly column: number;
}

const columnsOf = (pairs: readonly Pair[]): FundingBlock["columns"] =>
  Object.fromEntries(pairs.map((pair) => [pair.role, pair.column]));

function amounts(
  grid: SheetGrid,
  row: number,
  pairs: readonly Pair[],
): Readonly<Partial<Record<FundingColumn, TableCell>>> {
  return Object.fromEntries(pairs.map((pair) => [pair.role, amountCell(grid, row, pair.column)]));
}

function amountCell(grid: SheetGrid, row: number, column: number): TableCell {
  const cell = tableCell(grid, row, column);
  const within = typeof cell.raw === "string" ? amountWithin(cell.raw) : null;
  return within ? { ...cell, stated: embeddedNumber(within.amount, cell.at) } : cell;
} // prettier-ignore

/** Rows with a label where the first label stands and nothing but numbers behind the labels. */
function partsBelow(grid: SheetGrid, top: number, pairs: readonly Pair[], tall: GridCell | undefined): readonly FundingRow[] {
  const parts: FundingRow[] = [];
  const bottom = tall ? lastRow(tall) : top + 10;
  for (let row = top + 1; row <= bottom; row++) {
    const cell = grid.cellsIn(row).find((each) => each.column === pairs[0]?.label.column);
    const label = cell ? textOf(cell.value).trim() : "";
    if (pairs.every((pair) => pair.column === pair.label.column)) break;
    const isMoney = pairs.every((pair) => {
      const value = grid.shown(row, pair.column)?.value;
      return value === undefined || typeof value === "number" || /^[-/—]?$/.test(compact(textOf(value)));
    });
    if (label === "" || !isMoney) break;
    parts.push({ row, label, cells: amounts(grid, row, pairs) });
  }
  return parts;
} // prettier-ignore

const unitOf = (cells: readonly GridCell[]): string | null =>
  cells.map((cell) => moneyUnitIn(textOf(cell.value))).find((unit) => unit !== null) ?? null;
