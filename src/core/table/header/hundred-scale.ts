import { unspaced } from "../../model/text";
import { columnName } from "../../workbook/address";
import type { ColumnLabel } from "./column-candidate";
import type { TableLayout } from "./table-layout";

const SAMPLE_ROWS = 200;

/**
 * Scores out of a hundred beside weights (权重 10, 评分 95): most are above their marks and none above 100. Whether the weight
 * is still to be applied, the sheet does not say, so both readings are given (SPEC R15). Null for scores in marks.
 */
export function scoresOutOfHundred(table: TableLayout): readonly ColumnLabel[] | null {
  const marks = table.columns.find(({ column }) => column === table.indicatorColumn("fullMark"));
  const scores = table.columns.find(({ column }) => column === table.indicatorColumn("score"));
  if (!marks || !scores) return null;
  let above = 0;
  let within = 0;
  for (const row of table.grid.rows.filter((each) => each > table.header.bottom).slice(0, SAMPLE_ROWS)) {
    const mark = table.markIn(row, marks.column)?.number;
    const score = table.numberIn(row, scores.column)?.number;
    if (!mark || !score) continue;
    if (score.compare(100) > 0) return null;
    if (score.compare(mark) > 0) above++;
    else within++;
  }
  if (above < 2 || above <= within) return null;
  const printed = ({ column, header }: typeof marks): string => `${columnName(column)} ${unspaced(header)}`;
  return [
    { column: scores.column, label: printed(scores) },
    { column: scores.column, label: `${printed(scores)} × ${printed(marks)}` },
  ];
}
