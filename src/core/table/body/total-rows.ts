import { compact, hasPartedDigits, trimmed } from "../../model/text";
import { sumExact } from "../../model/exact";
import type { StatedNumber, TableCell, TotalRow } from "../../model/scoring-table";
import type { BodyRow } from "./body-rows";
import { readMark, readTextNumber } from "../words/mark-text";
import { numberBesideGrade, totalInWords, totalLabel } from "../words/total-text";
import { lastColumn, textOf, type GridCell } from "../cells/sheet-grid";
import { embeddedNumber, figureCell, isBlank, tableCell } from "../cells/stated-number";
import { scoreCell } from "./score-cell";
import type { TableLayout } from "../header/table-layout";

export type Total = Extract<BodyRow, { kind: "total" | "subtotal" }>;

/** 综合绩效, 总体评价: words for the whole, which may also name an indicator. */
const NAMES_WHOLE = /^(?:综合|总体|整体|全部|最终)(?:绩效|评价|评分|得分|评定|结果|情况|水平)*$/;

/**
 * A last row without any name whose marks (or scores, where there are no marks) are the sum of all above is the total,
 * though it does not say so; one that is named as the whole is it, where its marks are a hundred or its scores bear it out.
 */
export function withUnnamedTotal(table: TableLayout, body: readonly BodyRow[]): readonly BodyRow[] {
  const last = body[body.length - 1];
  const column = table.indicatorColumn("fullMark") ?? table.indicatorColumn("score");
  if (last?.kind !== "line" || column === null) return body;
  const named = table.cellsIn(last.row).filter((cell) => table.levels.includes(cell.column));
  const whole = named.length === 1 && NAMES_WHOLE.test(compact(textOf(named[0]?.value ?? null)));
  if (!whole && isNamed(table, last.row)) return body;
  const sums = (at: number): boolean => {
    const above = body.slice(0, -1).flatMap((each) => (each.kind === "line" ? (table.numberIn(each.row, at) ?? []) : []));
    const sum = sumExact(above.map((each) => each.number));
    return above.length >= 2 && table.numberIn(last.row, at)?.number.equals(sum) === true;
  };
  const score = table.indicatorColumn("score");
  const isHundred = table.markIn(last.row, column)?.number.equals(100) === true;
  if (!sums(column) || (whole && !isHundred && !(score !== null && sums(score)))) return body;
  const own = whole ? named[0] : undefined;
  const label: GridCell = own ?? { row: last.row, column: table.levels[0] ?? table.left, value: "合计", merge: null };
  return [...body.slice(0, -1), { kind: "total", row: last.row, label }];
} // prettier-ignore

const isNamed = (table: TableLayout, row: number): boolean =>
  table.levels.some((level) => table.grid.shown(row, level) !== null && table.grid.shown(row, level)?.row === row) ||
  table.grid.shown(row, table.levels[table.levels.length - 1] ?? 0) !== null;

/** What a total or sub-total row states, in its cells or within its label: 总分（100分）, 合计：93分 (SPEC R7). */
export function readTotal(table: TableLayout, total: Total): TotalRow {
  const { label, row } = total;
  const text = textOf(label.value);
  const inBrackets = /[([]([^()[\]]*)[)\]]/.exec(compact(text))?.[1];
  const mark = inBrackets === undefined ? null : readMark(inBrackets, true);
  const fullMark = markOf(table, row, label) ?? (mark && embeddedNumber(mark, at(label)));
  const score = scoreOf(table, row, label);
  return { row, label: trimmed(text), fullMark, score: score && scoreCell(table, score, fullMark) };
}

const at = ({ row, column }: GridCell): { row: number; column: number } => ({ row, column });

function markOf(table: TableLayout, row: number, label: GridCell): StatedNumber | null {
  const column = table.indicatorColumn("fullMark") ?? table.levelColumn("fullMark", 1);
  if (column === null || (column >= label.column && column <= lastColumn(label))) return null;
  const stated = figureCell(table.grid, row, column).stated;
  return stated && table.asMark(stated);
}

/** The score column's cell; where the label or a wide cell covers it, the number that the wide cell or the label states. */
function scoreOf(table: TableLayout, row: number, label: GridCell): TableCell | null {
  const column = table.indicatorColumn("score") ?? table.levelColumn("score", 1);
  if (column === null) return null;
  const cell = tableCell(table.grid, row, column);
  if (!isBlank(cell.raw)) return cell.stated ? cell : (scoreInWords(cell) ?? cell);
  const cover = table.grid.shown(row, column);
  if (cover && cover.column !== column && cover.row === row) {
    const wide = tableCell(table.grid, row, cover.column);
    if (cover.column !== label.column && !isMarkColumn(table, cover.column)) return wide;
  }
  return cell.formula === null ? (scoreInLabel(label) ?? scoreBeside(table, row, label) ?? cell) : cell;
}

/** 自评总分 | 95分: the number right of a label that calls for a score, where the score's own column says nothing. */
function scoreBeside(table: TableLayout, row: number, label: GridCell): TableCell | null {
  const column = lastColumn(label) + 1;
  if (totalLabel(textOf(label.value)) !== "score" || isMarkColumn(table, column)) return null;
  const cell = tableCell(table.grid, row, column);
  return cell.stated ? cell : scoreInWords(cell);
}

/** 合计：95分, 总分95, 九十五分 or 95分（优） in the score's own cell. */
function scoreInWords(cell: TableCell): TableCell | null {
  const read =
    typeof cell.raw === "string" && !hasPartedDigits(cell.raw)
      ? (totalInWords(cell.raw)?.number ?? numberBesideGrade(cell.raw))
      : null;
  return read && { ...cell, stated: embeddedNumber(read, cell.at) };
}

const isMarkColumn = (table: TableLayout, column: number): boolean =>
  table.columns.some((each) => each.role === "fullMark" && each.column === column);

/** 合计：93分 states the score where the score column says nothing. */
function scoreInLabel(label: GridCell): TableCell | null {
  const text = textOf(label.value);
  // 合计：9 5 may be 95 or 9.5 (SPEC R40)
  if (hasPartedDigits(text)) return null;
  const number = /[:=]?([+-]?\d+(?:\.\d+)?分?)$/.exec(compact(text))?.[1];
  const read = number === undefined ? (totalInWords(text)?.number ?? null) : readTextNumber(number);
  if (!read) return null;
  return { at: at(label), raw: label.value, formula: null, merged: null, stated: embeddedNumber(read, at(label)) };
}
