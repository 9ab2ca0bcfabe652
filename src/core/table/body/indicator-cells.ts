import { a1 } from "../../workbook/address";
import type { ColumnRole, Indicator, StatedNumber, TableCell, TextCell } from "../../model/scoring-table";
import type { Line, NameCell } from "./lines";
import { textOf as printed } from "../cells/sheet-grid";
import { scoreCell } from "./score-cell";
import { figureCell, isBlank, tableCell } from "../cells/stated-number";
import type { TableLayout } from "../header/table-layout";

/** What the table knows of an indicator before its cells are read. */
export interface IndicatorHead {
  readonly path: readonly string[];
  readonly name: NameCell | null;
  readonly nameMark: StatedNumber | null;
  /** Where its marks stand; null: only in names or in levels. */
  readonly markColumn: number | null;
  readonly scoreColumn: number | null;
}

export function indicatorOf(table: TableLayout, line: Line, head: IndicatorHead): Indicator {
  const row = line.rows[0] ?? 0;
  const cell = (role: ColumnRole): TableCell | null => cellOf(table, line, table.column(role));
  const text = (role: ColumnRole): TextCell | null => textIn(table, line, table.column(role));
  const fullMark = markOf(table, line, head.markColumn) ?? head.nameMark;
  const score = figureOf(table, line, head.scoreColumn);
  const deduction = cell("deduction");
  const item = cell("itemScore");
  const reviewed = figureOf(table, line, table.column("reviewScore"));
  return {
    path: head.path,
    row,
    lastRow: Math.max(line.rows[line.rows.length - 1] ?? row, row),
    nameAt: head.name?.at ?? { row, column: table.levels[table.levels.length - 1] ?? 0 },
    sequence: line.sequence,
    fullMark,
    score: score && scoreCell(table, score, fullMark),
    scoreGroup: null,
    ...(item ? { itemScore: item } : {}),
    ...(deduction ? { deduction } : {}),
    reviewScore: reviewed && scoreCell(table, reviewed, fullMark),
    reviewOpinion: cell("reviewOpinion"),
    reason: cell("reason"),
    evidence: cell("evidence"),
    remark: cell("remark"),
    rateCell: cell("rate"),
    target: cell("target"),
    targetOperator: cell("targetOperator"),
    unit: cell("unit"),
    actual: cell("actual"),
    standard: text("standard"),
    explanation: text("explanation"),
    description: text("description"),
  };
}

/** The mark that begins in the line; one that reaches down from an earlier line is that line's. */
function markOf(table: TableLayout, line: Line, column: number | null): StatedNumber | null {
  for (const row of line.rows) {
    const mark = table.markIn(row, column);
    if (mark) return mark;
  }
  return null;
}

/** The first of the line's cells that holds something; its first cell where none does. */
export function cellOf(table: TableLayout, line: Line, column: number | null): TableCell | null {
  if (column === null) return null;
  const cells = line.rows.map((row) => tableCell(table.grid, row, column));
  return cells.find((cell) => !isBlank(cell.raw)) ?? cells[0] ?? null;
}

/** The same of a mark or a score. */
function figureOf(table: TableLayout, line: Line, column: number | null): TableCell | null {
  const cell = cellOf(table, line, column);
  return cell && figureCell(table.grid, cell.at.row, cell.at.column);
}

/** Pieces of a pasted text are joined as the line breaks that they were. */
function textIn(table: TableLayout, line: Line, column: number | null): TextCell | null {
  if (column === null) return null;
  const cells = new Set(line.rows.map((row) => table.grid.shown(row, column)));
  const pieces = [...cells].filter((cell) => cell !== null).filter((cell) => cell.column === column);
  const [first] = pieces;
  if (!first) return null;
  return { text: pieces.map((cell) => printed(cell.value)).join("\n"), at: { row: first.row, column } };
}

/**
 * Marks which merged mark or score cells several indicators share. The first of them carries the shared mark.
 */
export function withGroups(table: TableLayout, indicators: readonly Indicator[], markColumn: number | null): readonly Indicator[] {
  const byScore = countBy(indicators, (each) => (each.score?.merged ? a1(each.score.at) : null));
  const markAt = (each: Indicator): string | null => sharedMark(table, each, markColumn);
  const byMark = countBy(indicators, markAt);
  return indicators.map((each) => {
    const score = each.score?.merged ? a1(each.score.at) : null;
    const mark = markAt(each);
    if (score === null && mark === null) return each;
    return {
      ...each,
      scoreGroup: score !== null && (byScore.get(score) ?? 0) > 1 ? score : null,
      ...(mark !== null && (byMark.get(mark) ?? 0) > 1 ? { markGroup: mark } : {}),
    };
  });
} // prettier-ignore

function sharedMark(table: TableLayout, each: Indicator, column: number | null): string | null {
  if (column === null || !table.grid.view.mergeAt(each.row, column)) return null;
  const cell = tableCell(table.grid, each.row, column);
  return cell.merged && cell.stated ? a1(cell.at) : null;
}

function countBy(indicators: readonly Indicator[], keyOf: (each: Indicator) => string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of indicators) {
    const key = keyOf(each);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
} // prettier-ignore
