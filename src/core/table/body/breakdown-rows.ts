import type { TableLayout } from "../header/table-layout";
import { itemStyle } from "../../model/item-style";
import { isBreakdown } from "../words/name-text";
import type { Line, LineKind, NameCell } from "./lines";

/**
 * Which indicators only break down the one above (SPEC R20, R28): with neither mark nor score below one that has them,
 * said by 其中 (and then all that follow, up to the next mark), or set apart from it by a dash, a numbering or an
 * indentation that the one above has not.
 */
export function withBreakdowns(table: TableLayout, lines: readonly Line[], kinds: readonly LineKind[]): readonly LineKind[] {
  const result = [...kinds];
  let parent: Line | null = null;
  let among = false;
  for (const [i, line] of lines.entries()) {
    if (kinds[i] === "rest") continue;
    if (kinds[i] !== "indicator") {
      among &&= kinds[i] === "placeholder";
      if (!among) parent = null;
      continue;
    }
    const names = line.names.filter((each) => each !== null);
    const own = names.at(-1);
    const figures = hasFigures(table, line);
    // 其中： may stand alone in the level's column beside its first part
    const deepest = names.length === 1 || names.slice(0, -1).every(({ text }) => isBreakdown(text));
    if (parent && own && deepest && !figures && !hasOwnStandard(table, line)) {
      const said = names.some(({ text }) => isBreakdown(text));
      if (said || (hasFigures(table, parent) && (among || isSetApart(table, parent, line, own)))) {
        result[i] = "breakdown";
        among ||= said;
        continue;
      }
    }
    parent = line;
    among = false;
  }
  return result;
} // prettier-ignore

const hasFigures = (table: TableLayout, { rows }: Line): boolean => rows.some((row) => table.hasFigures(row));

/** A row with a standard of its own is meant to be scored. */
function hasOwnStandard(table: TableLayout, { rows }: Line): boolean {
  const column = table.column("standard");
  return column !== null && rows.some((row) => table.grid.shown(row, column)?.row === row);
}

function isSetApart(table: TableLayout, parent: Line, line: Line, own: NameCell): boolean {
  const above = parent.names.findLast((each) => each !== null);
  if (!above) return false;
  const style = itemStyle(own.text);
  if (indentOf(own.text) > indentOf(above.text)) return true;
  if (style === null || style === itemStyle(above.text)) return false;
  // ①, ② beside one merged mark are what is scored together
  return style === "—" || !sharesMark(table, line);
}

function sharesMark(table: TableLayout, { rows }: Line): boolean {
  const column = table.indicatorColumn("fullMark");
  const [row = 0] = rows;
  return column !== null && table.grid.view.anchor(row, column).row < row;
}

const indentOf = (text: string): number => (/^[\s\u3000]*/.exec(text)?.[0] ?? "").length;
