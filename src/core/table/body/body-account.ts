import { pushAll } from "../../workbook/long-lists";
import type { AccountEntry, CellRole, NotUsed } from "../../model/account";
import type { Exact } from "../../model/exact";
import { compact } from "../../model/text";
import type { Indicator, TableCell, TextCell } from "../../model/scoring-table";
import { placeKey, type CellPosition } from "../../workbook/address";
import { accountOf, fitsRole, isWords } from "../cells/cell-kind";
import { textOf, type GridCell } from "../cells/sheet-grid";
import { COLUMN_CELL, type ColumnFate } from "../header/column-fates";
import { readTextNumber } from "../words/mark-text";
import type { TableLayout } from "../header/table-layout";
import type { BodyRows } from "./body-rows";
import type { PassedRow } from "./page-rows";
import type { BodyReading } from "./read-body";

type CellField = { [K in keyof Indicator]-?: TableCell extends Indicator[K] ? K : never }[keyof Indicator];
type TextField = { [K in keyof Indicator]-?: Indicator[K] extends TextCell | null ? K : never }[keyof Indicator];

/** Every cell that an indicator has; a new one does not compile until it says what it is. */
const CELLS: Readonly<Record<CellField, CellRole>> = {
  score: "score",
  itemScore: "itemScore",
  deduction: "deduction",
  reviewScore: "reviewScore",
  reviewOpinion: "reviewOpinion",
  reason: "reason",
  evidence: "evidence",
  remark: "remark",
  rateCell: "rate",
  target: "target",
  targetOperator: "operator",
  unit: "unit",
  actual: "actual",
};
const TEXTS: Readonly<Record<TextField, CellRole>> = {
  standard: "standard",
  explanation: "explanation",
  description: "description",
};

/** What the body's rows were read as, and what of them was not (SPEC Z2): every filled cell of every row, once. */
export function bodyAccount(
  table: TableLayout,
  fates: ReadonlyMap<number, ColumnFate>,
  { rows, passed }: BodyRows,
  body: BodyReading,
): readonly AccountEntry[] {
  const account = new BodyAccount(table, fates, body);
  const entries: AccountEntry[] = [];
  for (const each of rows) {
    // a goal's cell stands in its header's row
    if (each.kind === "band" && each.beside) continue;
    for (const cell of cellsOf(table, each.row)) entries.push(account.entryOf(cell));
  }
  const heads = new Set(table.header.heads.map(({ text }) => compact(text)));
  for (const { row, as } of passed) {
    const [own, others] = account.parted(cellsOf(table, row));
    pushAll(
      entries,
      own.map((cell) => account.entryOf(cell)),
    );
    pushAll(entries, passedEntries(others, as, heads, fates));
  }
  return entries;
}

/** The row's cells in the columns that no table beside this one has. */
const cellsOf = ({ grid, header }: TableLayout, row: number): readonly GridCell[] =>
  grid.cellsIn(row).filter(({ column }) => column >= header.from && column <= header.to);

class BodyAccount {
  private readonly table: TableLayout;
  private readonly fates: ReadonlyMap<number, ColumnFate>;
  private readonly body: BodyReading;
  private readonly taken = new Map<number, CellRole>();
  private readonly statedTotals = new Set<number>();
  /** The mark that rows share, by row: one that stands in each of them is stated again. */
  private readonly sharedMarks = new Map<number, Exact>();
  private readonly unread = new Set<number>();
  /** Cells below no head that only number the rows. */
  private readonly numbered: ReadonlySet<number>;

  constructor(table: TableLayout, fates: ReadonlyMap<number, ColumnFate>, body: BodyReading) {
    this.table = table;
    this.fates = fates;
    this.body = body;
    this.numbered = numberedCells(table, body.lastRow);
    for (const level of body.levels) {
      if (level.statedMark) this.take(level.statedMark.at, "mark");
      for (const mark of level.marksAgain ?? []) this.take(mark.at, "mark");
      if (level.statedScore) this.take(level.statedScore.at, "score");
    }
    for (const indicator of body.indicators) this.takeIndicator(indicator);
    const shared = new Map(
      body.indicators.flatMap(({ markGroup, fullMark }) =>
        markGroup !== undefined && fullMark ? [[markGroup, fullMark.number]] : [],
      ),
    );
    for (const { row, markGroup } of body.indicators) {
      const mark = markGroup === undefined ? undefined : shared.get(markGroup);
      if (mark) this.sharedMarks.set(row, mark);
    }
    for (const { total, used } of body.rows.totals.values()) {
      if (used && total.fullMark) this.taken.set(placeKey(total.fullMark.at), "total");
      if (used && total.score) this.taken.set(placeKey(total.score.at), "total");
      // 86% states no score (SPEC R15)
      if (used && total.score?.stated === null) this.unread.add(placeKey(total.score.at));
    }
    for (const { total } of body.rows.totals.values()) {
      for (const stated of [total.fullMark, total.score?.stated])
        if (stated) this.statedTotals.add(placeKey(stated.at));
    }
    for (const { label } of body.rows.totals.values()) this.taken.set(placeKey(label), "totalLabel");
    // a name stays a name, also where it states its mark
    for (const at of body.rows.levelCells) this.taken.set(placeKey(at), "level");
    for (const { nameAt } of body.indicators) this.taken.set(placeKey(nameAt), "name");
  }

  private take(at: CellPosition, role: CellRole): void {
    if (!this.taken.has(placeKey(at))) this.taken.set(placeKey(at), role);
  }

  private takeIndicator(indicator: Indicator): void {
    if (indicator.fullMark) this.take(indicator.fullMark.at, "mark");
    for (const { nameAt, target, actual } of indicator.parts ?? []) {
      for (const at of [nameAt, target?.at, actual?.at]) if (at) this.take(at, "breakdown");
    }
    for (const field of Object.keys(CELLS) as CellField[]) {
      const cell = indicator[field];
      if (!cell) continue;
      this.take(cell.at, CELLS[field]);
      if (cell.stated === null) this.unread.add(placeKey(cell.at));
    }
    for (const field of Object.keys(TEXTS) as TextField[]) {
      const cell = indicator[field];
      if (cell) this.take(cell.at, TEXTS[field]);
    }
  }

  /** The cells that were taken, though their row holds none of the table's lines (a goal beside a header printed again). */
  parted(cells: readonly GridCell[]): readonly [taken: readonly GridCell[], others: readonly GridCell[]] {
    const isTaken = (cell: GridCell): boolean => this.taken.has(placeKey(cell));
    return cells.some(isTaken) ? [cells.filter(isTaken), cells.filter((cell) => !isTaken(cell))] : [[], cells];
  }

  entryOf(at: GridCell): AccountEntry {
    const role = this.taken.get(placeKey(at));
    // a total may be stated in words: 合计：95分 (SPEC R22)
    if (role === "total" && this.statedTotals.has(placeKey(at))) return { at, role };
    if (role !== undefined) return accountOf(at, role, !this.unread.has(placeKey(at)));
    const { levels } = this.table;
    if (this.body.rows.placeholderRows.has(at.row)) return inRow(at, "placeholder", "template");
    // a figure is no name: in a total row, or below the name of its indicator, nobody reads it
    if (levels.includes(at.column)) return isWords(at) ? { at, role: "name" } : { at, role: "name", why: "leftOutRow" };
    const fate = this.fates.get(at.column);
    if (fate === undefined && this.numbered.has(placeKey(at))) return { at, role: "sequence" };
    if (fate?.why === null && this.body.rows.totals.has(at.row)) return inTotal(at, COLUMN_CELL[fate.role]);
    if (fate?.why === null) return this.besideTaken(at, COLUMN_CELL[fate.role]);
    const why = fate?.why ?? "unknownColumn";
    const reported = fate?.reported === true ? ({ reported: true } as const) : {};
    return {
      at,
      role: "otherColumn",
      why: why === "unknownColumn" && isWords(at) ? "ignoredColumn" : why,
      ...reported,
    };
  }

  /** A cell of a column that is read, in a row where another one was taken or nothing is read from that column. */
  private besideTaken(at: GridCell, role: CellRole): AccountEntry {
    if (this.body.rows.levelRows.has(at.row)) return inRow(at, role, "said");
    if (role === "prose" && isWords(at)) return { at, role };
    if (!fitsRole(role, at.value)) return { at, role, why: "wrongKind" };
    // every row has its own number; a text goes on over the rows of its indicator, a figure does not
    if (role === "sequence" || isText(role)) return { at, role };
    if (isWords(at)) return { at, role, why: "said" };
    const again = role === "mark" && this.table.markIn(at.row, at.column)?.number;
    const twice = again && this.sharedMarks.get(at.row)?.equals(again) === true;
    const isOpen = typeof at.value === "string" && readTextNumber(at.value) === null;
    return { at, role, why: twice ? "statedTwice" : isOpen ? "wrongKind" : "secondCell" };
  }
}

/** 1, 2, 3 before the names, below no head: each number follows the one above, and there are two at least. */
function numberedCells({ grid, header, levels }: TableLayout, lastRow: number): ReadonlySet<number> {
  const found = new Set<number>();
  const below = grid.rowsFrom(header.bottom + 1, lastRow);
  for (let column = Math.max(0, header.from); column < (levels[0] ?? 0); column++) {
    const cells = below.flatMap((row) => grid.cellsIn(row).find((cell) => cell.column === column) ?? []);
    const other = cells.findIndex(({ value }, i) => value !== i + 1);
    const numbers = other < 0 ? cells : cells.slice(0, other);
    if (numbers.length >= 2) for (const cell of numbers) found.add(placeKey(cell));
  }
  return found;
}

const TEXT_ROLES: ReadonlySet<CellRole> = new Set(Object.values(TEXTS));
const isText = (role: CellRole): boolean => TEXT_ROLES.has(role);

/** What the figures of a column come to; only those of marks and scores are held against their sum. */
const inTotal = (at: GridCell, role: CellRole): AccountEntry =>
  SUMMED.has(role) && !isWords(at) ? { at, role: "total", why: "notCompared" } : inRow(at, role, "said");

const SUMMED: ReadonlySet<CellRole> = new Set<CellRole>(["mark", "score", "deduction", "reviewScore"]);

/** Words of a row that is not read are known; a number there is not. */
const inRow = (at: GridCell, role: CellRole, why: NotUsed): AccountEntry =>
  isWords(at) ? { at, role, why } : { at, role, why: "leftOutRow" };

const roleBelow = (fate: ColumnFate | undefined): CellRole =>
  fate?.why === null ? COLUMN_CELL[fate.role] : "otherColumn";

function passedEntries(cells: readonly GridCell[], as: PassedRow["as"], heads: ReadonlySet<string>, fates: ReadonlyMap<number, ColumnFate>): readonly AccountEntry[] {
  switch (as) {
    case "note":
      return []; // for whoever reads the lines around the table
    case "furniture":
      return cells.map((at) => ({ at, role: "pageFurniture", why: "repeated" }));
    case "columnNumbers":
      return cells.map((at) => ({ at, role: "columnNumber", why: "said" }));
    case "headerAgain":
      // a label beside the table may differ from the one before it
      return cells.map((at) => (heads.has(compact(textOf(at.value))) ? { at, role: "header", why: "repeated" } : inRow(at, "sideLabel", "said")));
    case "pageSum":
    case "commonTotal":
      return cells.map((at) => (isWords(at) ? { at, role: "totalLabel", why: "said" } : inTotal(at, roleBelow(fates.get(at.column)))));
  }
} // prettier-ignore
