import { highest } from "../../workbook/long-lists";
import { compact } from "../../model/text";
import { isFundingHead } from "../funding/funding-header";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { readHeader, type HeaderReading } from "../words/header-role";
import { FORM_LABEL, GRADE_COLUMN } from "../words/header-words";
import { numberBesideGrade, totalInWords } from "../words/total-text";
import { headerCells } from "./column-heads";

export const reading = (cell: GridCell): HeaderReading | null =>
  typeof cell.value === "string" && cell.value.length <= 60 ? readHeader(cell.value) : null;

export const hasNumbers = (cells: readonly GridCell[]): boolean => cells.some((cell) => typeof cell.value === "number");

/** A row directly above whose cells group the header's columns: merged over several of them, or reaching down into it. */
export function isGroupRow(grid: SheetGrid, above: number, row: number): boolean {
  if (above !== row - 1) return false;
  const cells = headerCells(grid, above);
  if (isTiedUpward(grid, above)) return false;
  if (cells.length === 0 || hasNumbers(cells) || cells.some((cell) => textOf(cell.value).length > 40)) return false;
  if (isFundingHead(cells) || isFormLine(cells)) return false;
  // 自评得分：| 95分 states a figure and groups nothing, nor does 自评等级：优
  if (cells.some((cell, i) => statesFigure(textOf(cell.value)) || statesGrade(cell, cells[i + 1]))) return false;
  if (cells.some((cell) => cell.merge && lastRow(cell) >= row && reading(cell))) return true;
  const below = grid.cellsIn(row);
  const first = below[0]?.column ?? 0;
  const last = highest(below.map(lastColumn));
  if (cells.every((cell) => isHeadBeside(grid, cell, row) && cell.column >= first && cell.column <= last + cells.length)) return true;
  if (cells.some((cell) => groupsNothing(grid, cell, row))) return false;
  // a title spans the whole width; a group spans a part and has several columns below it
  const groups = cells.filter(
    (cell) =>
      !(cell.column <= first && lastColumn(cell) >= last) &&
      below.filter((each) => each.column >= cell.column && each.column <= lastColumn(cell)).length >= (cell.merge ? 2 : 1),
  );
  const known = cells.filter((cell) => reading(cell)).length;
  return groups.length === cells.length && (cells.length >= 2 ? known * 2 >= cells.length : known === 1 && cells[0]?.merge !== null);
} // prettier-ignore

const OF_ONE_COLUMN: readonly string[] = ["reason", "remark", "evidence", "reviewOpinion"];

/** 偏差原因 or 无 over 一级指标: a line of the form, whose words belong to no head below them. */
function groupsNothing(grid: SheetGrid, cell: GridCell, row: number): boolean {
  if (cell.merge) return false;
  if (/^[无/—-]+$/.test(compact(textOf(cell.value)))) return true;
  const below = grid.shown(row, cell.column);
  const [role, other] = [reading(cell)?.role ?? "", below && reading(below)?.role];
  return OF_ONE_COLUMN.includes(role) && other !== null && other !== undefined && other !== role;
}

/** A head whose merge was lost stands in one row of the header, and nothing over or below it in the other. */
export const isHeadBeside = (grid: SheetGrid, cell: GridCell, other: number): boolean =>
  !cell.merge && reading(cell) !== null && grid.shown(other, cell.column) === null;

/** 年度绩效目标 | what it is, in a sentence: a line of the form, which groups nothing. */
function isFormLine(cells: readonly GridCell[]): boolean {
  const [first, ...values] = cells;
  const isSentence = (cell: GridCell): boolean => /[,;。]/.test(compact(textOf(cell.value)).replace(/\([^()]*\)/g, ""));
  if (cells.some((cell) => reading(cell) === null && isSentence(cell))) return true;
  if (!first || values.length === 0 || !FORM_LABEL.test(compact(textOf(first.value)))) return false;
  return values.every((cell) => reading(cell) === null);
}

/** 自评等级 | 优: what the whole came to, beside its label. */
const statesGrade = (label: GridCell, value: GridCell | undefined): boolean =>
  value !== undefined &&
  GRADE_COLUMN.test(compact(textOf(value.value))) &&
  /[级次档](?:为|是)?:?$/.test(compact(textOf(label.value)));

const statesFigure = (text: string): boolean =>
  numberBesideGrade(text) !== null || totalInWords(text) !== null || /^[^:：]{2,10}[:：]\s*\S/.test(text.trim());

/** A label merged down to the row from above ties it to the block that stands there. */
function isTiedUpward(grid: SheetGrid, row: number): boolean {
  const first = grid.cellsIn(row)[0]?.column ?? 0;
  for (let column = 0; column < first; column++) {
    const label = grid.shown(row, column);
    if (label && label.row < row && lastRow(label) === row) return true;
  }
  return false;
}
