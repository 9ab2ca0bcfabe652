import { unspaced } from "../../model/text";
import { columnName } from "../../workbook/address";
import type { Dispute } from "./column-candidate";
import type { TableLayout } from "./table-layout";

const SAMPLE_ROWS = 200;

/**
 * Scores out of a hundred beside weights (权重 10, 评分 95): most are above their marks and none above 100. Whether the weight
 * is still to be applied, the sheet does not say, so both readings are given (SPEC R15). Null for scores in marks, and
 * where a person says what the column is.
 */
export function scoresOutOfHundred(table: TableLayout): Dispute | null {
  const marks = table.columns.find(({ column }) => column === table.indicatorColumn("fullMark"));
  const scores = table.columns.find(({ column }) => column === table.indicatorColumn("score"));
  const head = table.header.heads.find(({ left, right }) => scores && left <= scores.column && right >= scores.column);
  if (!marks || !scores || !head || table.grid.isSaid(head.cell)) return null;
  let above = 0;
  let within = 0;
  for (const row of table.grid.rowsBelow(table.header.bottom, SAMPLE_ROWS)) {
    const mark = table.markIn(row, marks.column)?.number;
    const score = table.numberIn(row, scores.column)?.number;
    if (!mark || !score) continue;
    if (score.compare(100) > 0) return null;
    if (score.compare(mark) > 0) above++;
    else within++;
  }
  if (above < 2 || above <= within) return null;
  const printed = ({ column, header }: typeof marks): string => `${columnName(column)} ${unspaced(header)}`;
  const at = { column: scores.column, head: head.cell };
  const labels = [printed(scores), `${printed(scores)} × ${printed(marks)}`];
  return { role: "score", level: null, columns: labels.map((label) => ({ ...at, label })) };
}
