import { a1 } from "../../workbook/address";
import type { Indicator, StatedNumber, TableCell } from "../../model/scoring-table";
import type { LevelNode } from "./level-tree";
import type { TableLayout } from "../header/table-layout";

/**
 * Gives levels the marks and scores that stand in columns of their own, in the row where the level begins (SPEC R6).
 * `depthOfMarks`: the depth that the only mark column speaks of, where it is not the indicators'.
 */
export function setLevelMarks(
  table: TableLayout,
  nodes: readonly LevelNode[],
  indicators: Indicator[],
  depthOfMarks: number | null,
  levelAt: (depth: number) => number,
): void {
  if (table.levels.length < 2) return;
  for (const node of nodes) {
    const row = node.cells[0]?.at.row ?? 0;
    const isMarked = node.depth === depthOfMarks;
    const marks = isMarked ? table.indicatorColumn("fullMark") : table.levelColumn("fullMark", levelAt(node.depth));
    node.mark = table.markIn(row, marks) ?? node.mark;
    for (const cell of node.cells.slice(1)) cell.mark = table.markIn(cell.at.row, marks) ?? cell.mark;
    node.score = table.numberIn(row, table.levelColumn("score", levelAt(node.depth))) ?? node.score;
    if (isMarked && node.mark) giveToMembers(node, node.mark, indicators);
  }
}

/** A level of one indicator sets that indicator's mark; the first of several that are scored as one carries theirs. */
function giveToMembers(node: LevelNode, mark: StatedNumber, indicators: Indicator[]): void {
  const [first] = node.members;
  const indicator = first === undefined ? undefined : indicators[first];
  if (first === undefined || !indicator || indicator.fullMark) return;
  const score = indicator.score;
  const together = score?.merged != null && node.members.every((each) => sameCell(indicators[each]?.score, score));
  if (node.members.length > 1 && !together) return;
  indicators[first] = { ...indicator, fullMark: mark };
  if (node.members.length === 1) return;
  for (const each of node.members) {
    const member = indicators[each];
    if (member) indicators[each] = { ...member, markGroup: a1(mark.at) };
  }
}

const sameCell = (a: TableCell | null | undefined, b: TableCell): boolean =>
  a?.at.row === b.at.row && a.at.column === b.at.column;
