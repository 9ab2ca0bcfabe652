import type { AccountEntry, CellRole } from "../../model/account";
import type { FundingBlock, FundingColumn, FundingRow } from "../../model/scoring-table";
import { placeKey } from "../../workbook/address";
import { accountOf, isWords } from "../cells/cell-kind";
import { textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { isMoneyAside } from "../words/funding-words";
import { readHeader } from "../words/header-role";

const CELLS: Readonly<Record<FundingColumn, CellRole>> = {
  initialBudget: "amount",
  budget: "amount",
  executed: "amount",
  fullMark: "fundingMark",
  rate: "fundingRate",
  score: "fundingScore",
  reason: "fundingReason",
};

/**
 * What the cells of a funding block were read as. Of a block that belongs to no table no figure counts; of a part only its
 * money and its rate do, since the total row states the block's mark and score.
 */
export function fundingAccount(grid: SheetGrid, block: FundingBlock, owned: boolean): readonly AccountEntry[] {
  const total = new Map([...takenOf(block.total ? [block.total] : []), ...tableTotalOf(block)]);
  const parts = takenOf(block.parts);
  const columns = new Set(Object.values(block.columns));
  const unread = unreadIn(block);
  const inOtherUnit = new Set((block.otherUnits ?? []).map(({ head }) => head.at.column));
  const { top, bottom, left, right } = block.range;
  const numbered = new Set(grid.cellsIn(top).flatMap((head) => (readHeader(textOf(head.value))?.role === "sequence" ? [head.column] : [])));
  const rows = grid.rowsFrom(top, bottom);
  const cells = rows.flatMap((row) => grid.cellsIn(row)).filter(({ column }) => column >= left && column <= right);
  return cells.map((at): AccountEntry => {
    const ofTotal = total.get(placeKey(at));
    const role = ofTotal ?? parts.get(placeKey(at));
    if (role === undefined && numbered.has(at.column)) return { at, role: at.row === top ? "fundingHeader" : "fundingLabel" };
    const isRead = !unread.has(placeKey(at));
    if (role === undefined || at.row === top) return besideAmounts(grid, at, block, columns, role, isRead);
    if (!owned) return { at, role, why: "noOwner" };
    const own = ofTotal === undefined && (role === "fundingMark" || role === "fundingScore");
    // that the column is in another unit is told of its head
    const told = inOtherUnit.has(at.column) ? ({ reported: true } as const) : {};
    if (role === "amount" && !isWords(at) && !isRead) return { at, role, why: "wrongKind", ...told };
    return own && !isWords(at) ? { at, role, why: "partOfBlock" } : accountOf(at, role, isRead);
  });
} // prettier-ignore

/** What the total row holds of the whole table. */
const tableTotalOf = ({ tableTotal }: FundingBlock): readonly (readonly [number, CellRole])[] =>
  [tableTotal?.fullMark, tableTotal?.score].flatMap((cell) => (cell ? [[placeKey(cell.at), "total"] as const] : []));

/** Cells of the block that state no number: 150万 where nothing says which unit the others are in. */
const unreadIn = ({ total, parts }: FundingBlock): ReadonlySet<number> =>
  new Set(
    [...(total ? [total] : []), ...parts]
      .flatMap(({ cells }) => Object.values(cells))
      .flatMap((cell) => (cell.stated === null ? [placeKey(cell.at)] : [])),
  );

function takenOf(rows: readonly FundingRow[]): ReadonlyMap<number, CellRole> {
  const taken = new Map<number, CellRole>();
  for (const { cells } of rows) {
    for (const role of Object.keys(cells) as FundingColumn[]) {
      const cell = cells[role];
      if (cell) taken.set(placeKey(cell.at), CELLS[role]);
    }
  }
  return taken;
}

/** By the head of its column, or in the form without a header by the label that stands before the first figure. */
function isKnownAside(grid: SheetGrid, { row, column }: GridCell, { range }: FundingBlock): boolean {
  const label = grid.cellsIn(row).findLast((cell) => cell.column < column);
  const heads = [column, ...(label && isWords(label) ? [label.column] : [])].map((each) => grid.text(range.top, each));
  return heads.some(isMoneyAside);
}

/** Labels and heads are words; the older form without a header has its amounts in the first row, too. */
function besideAmounts(grid: SheetGrid, at: GridCell, block: FundingBlock, columns: ReadonlySet<number>, role: CellRole | undefined, isRead: boolean): AccountEntry {
  if (!isWords(at) && role === undefined && isKnownAside(grid, at, block)) return { at, role: "amount", why: "ignoredColumn" };
  if (!isWords(at)) return role === undefined ? { at, role: null, why: "unknownColumn" } : accountOf(at, role, isRead);
  const isHead = at.row === block.range.top && columns.has(at.column);
  return { at, role: isHead ? "fundingHeader" : "fundingLabel" };
} // prettier-ignore
