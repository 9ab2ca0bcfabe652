import { highest } from "../../workbook/long-lists";
import type { Line, LineKind } from "./lines";
import { compact } from "../../model/text";
import { textOf } from "../cells/sheet-grid";
import type { TableLayout } from "../header/table-layout";

/**
 * Which depth the only mark column speaks of (SPEC R6). Marks stand where what they are for begins: beside every
 * indicator, or only where a level begins. Merged and unmerged tables look the same in this. Null: the indicators.
 */
export function markDepth(table: TableLayout, lines: readonly Line[], kinds: readonly LineKind[]): number | null {
  const column = table.indicatorColumn("fullMark");
  if (column === null || table.levels.length < 2) return null;
  const counted = lines.filter((_, i) => kinds[i] === "indicator" || kinds[i] === "placeholder");
  const marked = counted.map((line) =>
    line.rows.some((row) => table.hasNumber(row, column) || isUnreadable(table, row, column)),
  );
  const indicators = lines.filter((_, i) => kinds[i] === "indicator").length;
  const own = marked.filter(Boolean).length;
  if (own === 0 || own >= indicators) return null;
  const width = lines[0]?.names.length ?? 0;
  const fitting = Array.from({ length: width - 1 }, (_, depth) => depth).filter((depth) => {
    const begins = beginningsAt(counted, depth);
    return marked.every((isMarked, i) => isMarked === begins[i]);
  });
  // where levels begin together, a mark is written beside the name that it is for
  const beside = highest(table.levels.filter((level) => level < column));
  const named = table.levels.indexOf(beside) + width - table.levels.length;
  return fitting.includes(named) ? named : (fitting[fitting.length - 1] ?? null);
}

/** A date, a range (5-10) or digits apart (1 0) in a mark's own cell: its own mark, which can not be read. */
const isUnreadable = ({ grid }: TableLayout, row: number, column: number): boolean =>
  grid.cellsIn(row).some((cell) => cell.column === column && /\d/.test(compact(textOf(cell.value))));

/** Whether a level of that depth, or one above it, begins in the line; a name repeated from the line before does not. */
function beginningsAt(lines: readonly Line[], depth: number): readonly boolean[] {
  let current = "";
  return lines.map((line) => {
    const names = line.names.slice(0, depth + 1);
    if (names.every((name) => name === null)) return false;
    const text = names.map((name) => name?.text ?? "").join("\n");
    const isNew = text !== current;
    current = text;
    return isNew;
  });
}
