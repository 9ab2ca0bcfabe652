import { pushAll } from "../../workbook/long-lists";
import { ZERO, type Exact } from "../../model/exact";
import type { Line } from "./lines";
import type { TableLayout } from "../header/table-layout";

/**
 * Where nothing else tells the groups of a single column of names from their members, the marks do: 业务指标 60 above three
 * marks of 20, and so on down to the last row. The scores must bear it out, blank beside every group or summed there too
 * (SPEC R5). Null where they do not; else 0 for a group and 1 for a member.
 */
export function depthsBySums(table: TableLayout, lines: readonly Line[]): readonly number[] | null {
  const [markColumn, scoreColumn] = [table.indicatorColumn("fullMark"), table.indicatorColumn("score")];
  if (markColumn === null || scoreColumn === null) return null;
  const rows = lines.map((line) => line.rows[0] ?? 0);
  const marks = rows.map((row) => table.markIn(row, markColumn)?.number ?? null);
  const scores = rows.map((row) => table.numberIn(row, scoreColumn)?.number ?? null);
  const depths: number[] = [];
  let groups = 0;
  for (let head = 0; head < lines.length; groups++) {
    const end = endOfGroup(marks, head);
    if (end === null || !bearsOut(scores[head] ?? null, scores.slice(head + 1, end))) return null;
    pushAll(depths, [0, ...Array<number>(end - head - 1).fill(1)]);
    head = end;
  }
  return groups >= 2 && depths.length > groups * 2 ? depths : null;
}

/** Where the marks that follow the head sum to its own; null where they never do. */
function endOfGroup(marks: readonly (Exact | null)[], head: number): number | null {
  const whole = marks[head];
  let sum = ZERO;
  for (let i = head + 1; whole && i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.s <= 0n) return null;
    sum = sum.add(mark);
    const order = sum.compare(whole);
    if (order >= 0) return order === 0 ? i + 1 : null;
  }
  return null;
}

function bearsOut(whole: Exact | null, scores: readonly (Exact | null)[]): boolean {
  if (scores.some((score) => score === null)) return false;
  return whole === null || whole.equals(scores.reduce<Exact>((sum, score) => sum.add(score ?? ZERO), ZERO));
}
