import { highest, lowest } from "../../workbook/long-lists";
import type { ColumnRole, StatedNumber, TableColumn } from "../../model/scoring-table";
import { sumExact, type Exact } from "../../model/exact";
import type { HeaderRows } from "./header-row";
import { isPercent, timesHundred } from "../cells/percent";
import { lastColumn, lastRow, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { readFigure } from "../words/mark-text";
import { figureCell } from "../cells/stated-number";

/** Enough rows to tell how a column is written. */
const SAMPLE_ROWS = 200;

/** One table's header and columns on its sheet: what the readers of its body ask. */
export class TableLayout {
  readonly grid: SheetGrid;
  readonly header: HeaderRows;
  readonly columns: readonly TableColumn[];
  /** Columns of names, outermost first. */
  readonly levels: readonly number[];
  readonly left: number;
  readonly right: number;
  private readonly markColumns: readonly TableColumn[];
  private readonly scoreColumns: readonly TableColumn[];
  private readonly figureColumns: readonly number[];
  private readonly shares = new Map<number, boolean>();
  private readonly percentages = new Map<number, boolean>();

  constructor(grid: SheetGrid, header: HeaderRows, columns: readonly TableColumn[], levels: readonly number[]) {
    this.grid = grid;
    this.header = header;
    this.columns = columns;
    this.levels = levels;
    this.left = lowest([...header.heads.map((head) => head.left), ...sideLabels(grid, header)]);
    this.right = highest([...header.heads.map((head) => head.right), ...levels]);
    this.markColumns = columns.filter((each) => each.role === "fullMark");
    this.scoreColumns = columns.filter((each) => each.role === "score");
    const figures: readonly ColumnRole[] = ["fullMark", "score", "reviewScore"];
    this.figureColumns = columns.filter((each) => figures.includes(each.role)).map((each) => each.column);
  }

  column(role: ColumnRole): number | null {
    return this.columns.find((each) => each.role === role)?.column ?? null;
  }

  /** The column that carries the marks (or scores) of that level, counted from 1; null where there is none. */
  levelColumn(role: "fullMark" | "score", level: number): number | null {
    const columns = role === "fullMark" ? this.markColumns : this.scoreColumns;
    return columns.find((each) => each.level === level)?.column ?? null;
  }

  /** The column that carries the indicators' own marks (or scores). */
  indicatorColumn(role: "fullMark" | "score"): number | null {
    return this.levelColumn(role, this.levels.length);
  }

  /** The cells of the table that begin in the row. */
  cellsIn(row: number): readonly GridCell[] {
    const cells = this.grid.cellsIn(row);
    const isInside = (cell: GridCell | undefined): boolean =>
      cell !== undefined && lastColumn(cell) >= this.left && cell.column <= this.right;
    if (isInside(cells[0]) && isInside(cells[cells.length - 1])) return cells;
    return cells.filter(isInside);
  }

  /** Cells left of the table, in the column of a label beside it: a total may be named there. */
  cellsBeside(row: number): readonly GridCell[] {
    return this.grid.cellsIn(row).filter((cell) => cell.column >= this.header.from && lastColumn(cell) < this.left);
  }

  /** Whether a number begins in exactly that row of a column. */
  hasNumber(row: number, column: number | null): boolean {
    if (column === null) return false;
    const cell = this.grid.cellsIn(row).find((each) => each.column === column);
    return typeof cell?.value === "number" || (typeof cell?.value === "string" && readFigure(cell.value) !== null);
  }

  /** The number that begins in exactly that row of a column; null for a blank column. */
  numberIn(row: number, column: number | null): StatedNumber | null {
    if (column === null) return null;
    const cell = figureCell(this.grid, row, column);
    return cell.at.row === row ? cell.stated : null;
  }

  /** A mark that begins in exactly that row; a weight of 20% is a mark of 20. */
  markIn(row: number, column: number | null): StatedNumber | null {
    const number = this.numberIn(row, column);
    return number && this.asMark(number);
  }

  /** A weight of 20%, or of 0.2 where the column shares out 1 and no score is such a share, is a mark of 20. */
  asMark(stated: StatedNumber): StatedNumber {
    return isPercent(this.grid, stated.at) || this.sharesOutOne(stated.at.column) ? timesHundred(stated) : stated;
  }

  private sharesOutOne(column: number): boolean {
    const known = this.shares.get(column) ?? this.looksLikeShares(column);
    this.shares.set(column, known);
    return known;
  }

  private looksLikeShares(column: number): boolean {
    const marks: Exact[] = [];
    // One mark beyond 1 answers it: marks are told apart from weights by their first row, as a rule.
    for (const mark of this.numbersBelow(column)) {
      if (mark.s <= 0n || mark.compare(1) > 0) return false;
      marks.push(mark);
    }
    const scores = this.scoreColumns.flatMap((each) => [...this.numbersBelow(each.column)]);
    const inMarks = scores.length === 0 || scores.some((score) => score.compare(1) > 0);
    const parts = marks.filter((mark) => mark.compare(1) < 0);
    return inMarks && parts.length >= 2 && sumExact(marks).d === 1n;
  }

  private *numbersBelow(column: number): Generator<Exact> {
    for (const row of this.grid.rowsBelow(this.header.bottom, SAMPLE_ROWS)) {
      const number = this.numberIn(row, column)?.number;
      if (number) yield number;
    }
  }

  /** Whether a column shows a number as a percentage. */
  hasPercentages(column: number): boolean {
    const known = this.percentages.get(column);
    if (known !== undefined) return known;
    const rows = this.grid.rowsBelow(this.header.bottom, SAMPLE_ROWS);
    const found = rows.some((row) => this.hasNumber(row, column) && isPercent(this.grid, { row, column }));
    this.percentages.set(column, found);
    return found;
  }

  /** True where a mark or a score, the unit's or the reviewer's, begins in the row. */
  hasFigures(row: number): boolean {
    return this.figureColumns.some((column) => this.hasNumber(row, column));
  }
}

/** A label merged down beside header and body is no column, but the table begins with it. */
const sideLabels = (grid: SheetGrid, header: HeaderRows): readonly number[] =>
  grid
    .cellsIn(header.top)
    .filter((cell) => lastRow(cell) > header.bottom && cell.column >= header.from)
    .map((cell) => cell.column);
