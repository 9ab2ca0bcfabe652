import { inUnit, moneyUnitOf, readAmount } from "../../model/amount";
import type { MoneyUnit } from "../../model/money-units";
import { compact } from "../../model/text";
import type { FundingColumn, FundingRow, StatedNumber, TableCell } from "../../model/scoring-table";
import { isPercent } from "../cells/percent";
import { percentCell } from "../cells/scaled-cell";
import { textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { figureCell, tableCell } from "../cells/stated-number";
import { moneyUnitIn } from "../words/funding-words";

/** What the cells of a funding block state, each in the block's own unit of money (SPEC R12, R19). */

export const MONEY: readonly FundingColumn[] = ["initialBudget", "budget", "executed"];

export type FundingPlaces = Readonly<Partial<Record<FundingColumn, { readonly row: number; readonly column: number }>>>;

/** The cells of one source of money, each at its own place. */
export function fundingCells(grid: SheetGrid, places: FundingPlaces, unit: MoneyUnit | null): FundingRow["cells"] {
  const cells: Partial<Record<FundingColumn, TableCell>> = {};
  for (const role of Object.keys(places) as FundingColumn[]) {
    const place = places[role];
    if (!place) continue;
    const isMark = role === "fullMark" || role === "score";
    const cell = (isMark ? figureCell : tableCell)(grid, place.row, place.column);
    cells[role] = MONEY.includes(role) ? { ...cell, stated: cell.stated ?? statedAmount(cell, unit) } : cell;
  }
  return inMarks(grid, cells);
}

/** A weight of 10% is a mark of 10, as among the indicators; 95% is a score only beside such a weight. */
function inMarks(grid: SheetGrid, cells: FundingRow["cells"]): FundingRow["cells"] {
  const { fullMark, score } = cells;
  const isShare = (cell: TableCell | undefined): boolean => cell?.stated != null && isPercent(grid, cell.at);
  const shares = isShare(fullMark);
  return {
    ...cells,
    ...(fullMark && shares ? { fullMark: percentCell(fullMark) } : {}),
    ...(score && isShare(score) ? { score: shares ? percentCell(score) : { ...score, stated: null } } : {}),
  };
}

/** An amount typed as text; with a unit only where the block says which unit its numbers are in. */
function statedAmount({ raw, at }: TableCell, unit: MoneyUnit | null): StatedNumber | null {
  const amount = typeof raw === "string" ? readAmount(raw) : null;
  if (!amount || (amount.unit !== null && unit === null)) return null;
  const { number, decimals } = unit === null ? amount : inUnit(amount, unit);
  return { number, at, decimals, asText: true, embedded: false };
}

/** Whether a cell of a money column may be one: a number, an amount, nothing, a dash, or a figure that is not understood. */
export function isMoneyCell(cell: GridCell | null): boolean {
  if (typeof cell?.value !== "string") return true;
  const text = cell.value;
  return (
    readAmount(text) !== null || /^[/\\\-.…]*$/.test(compact(text)) || (text.length <= 20 && /[\d０-９]/.test(text))
  );
}

export const holdsAmount = (cell: GridCell | null): boolean =>
  typeof cell?.value === "number" || (typeof cell?.value === "string" && readAmount(cell.value) !== null);

/** The unit that the block prints beside its words or above them; else one that its amounts name, where all of them name theirs. */
export function moneyUnit(
  grid: SheetGrid,
  top: number,
  heads: readonly GridCell[],
  amounts: readonly (GridCell | null)[],
): MoneyUnit | null {
  for (const cell of [...heads, ...grid.cellsIn(top - 1), ...grid.cellsIn(top - 2)]) {
    const unit = moneyUnitIn(textOf(cell.value));
    if (unit !== null) return moneyUnitOf(unit);
  }
  const units = new Set(amounts.flatMap((cell) => (cell && cell.value !== 0 && holdsAmount(cell) ? [unitOf(cell)] : [])));
  // 150万 beside 1,520,000元: each says what it is, and one unit serves all
  return units.has(null) ? null : ([...units].find((unit) => unit === "万元") ?? [...units][0] ?? null);
} // prettier-ignore

const unitOf = ({ value }: GridCell): MoneyUnit | null =>
  typeof value === "string" ? (readAmount(value)?.unit ?? null) : null;
