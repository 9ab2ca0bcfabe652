import { highest } from "../../workbook/long-lists";
import { withBreakdowns } from "./breakdown-rows";
import type { Line, LineKind, NameCell } from "./lines";
import { isKindOfIndicator, isPlaceholder, readName, type NameStyle } from "../words/name-text";
import type { TableLayout } from "../header/table-layout";

/** What each line is, in their order (SPEC R5, R8, R20). */
export function lineKinds(table: TableLayout, lines: readonly Line[], styles: readonly NameStyle[]): readonly LineKind[] {
  const deepest = lines.map((line) => line.names.findLastIndex((name) => name !== null));
  const bottom = highest([...deepest, headedDepth(table, lines)]);
  const kinds = lines.map((line, i): LineKind => {
    const depth = deepest[i] ?? -1;
    const name = line.names[depth] ?? null;
    const figures = line.rows.some((row) => table.hasFigures(row));
    if (!name) return figures ? "indicator" : "rest";
    if (depth < bottom && !line.wide && isLevelRow(line, lines[i + 1], depth, figures)) return "level";
    if (depth < bottom && !line.wide && isColumnOfItsOwn(table, line)) {
      return figures || hasContent(table, line) || readName(name.text, styles[depth]).mark ? "indicator" : "placeholder";
    }
    const isTemplate = isPlaceholder(name.text) || (!figures && isKindOfIndicator(name.text) && !hasText(table, line));
    return isTemplate && !isFilled(table, line) ? "placeholder" : "indicator";
  });
  return withBreakdowns(table, lines, kinds);
} // prettier-ignore

const TEXT_ROLES = ["standard", "explanation", "description"] as const;

/** A row with a standard of its own is meant to be scored. */
const hasText = (table: TableLayout, line: Line): boolean =>
  TEXT_ROLES.some((role) => {
    const column = table.column(role);
    return column !== null && line.rows.some((row) => table.grid.shown(row, column) !== null);
  });

/** In an outline every line is complete; in columns the place of the indicator's name can be blank. */
const isColumnOfItsOwn = (table: TableLayout, line: Line): boolean =>
  line.names.length <= table.levels.length + 1 && table.levels.length > 1;

/** A level has its own row where the next line goes on below it, unless its cell merely reaches down to that line. */
function isLevelRow(line: Line, next: Line | undefined, depth: number, figures: boolean): boolean {
  if (!next) return false;
  const first = next.names.findIndex((name) => name !== null);
  if (first <= depth) return false;
  return figures || !reaches(line.names[depth] ?? null, next);
}

/** The lowest level that the header has a column for: a form whose 三级指标 are all still blank lists no indicator. */
const headedDepth = ({ levels }: TableLayout, lines: readonly Line[]): number =>
  levels.length > 1 && lines.every(({ names }) => names.length === levels.length) ? levels.length - 1 : -1;

const reaches = (name: NameCell | null, next: Line): boolean =>
  name?.merge != null && name.merge.bottom >= (next.rows[0] ?? 0);

const hasContent = (table: TableLayout, line: Line): boolean =>
  (["target", "actual", "rate"] as const).some((role) => contentIn(table, line, role));

/** A placeholder's name with a score or an actual value is an indicator that kept its printed name. */
function isFilled(table: TableLayout, line: Line): boolean {
  const score = table.indicatorColumn("score");
  const scored = line.rows.some((row) => table.hasNumber(row, score));
  return scored || contentIn(table, line, "actual") || contentIn(table, line, "target");
}

function contentIn(table: TableLayout, line: Line, role: "target" | "actual" | "rate"): boolean {
  const column = table.column(role);
  if (column === null) return false;
  return line.rows.some((row) =>
    table.cellsIn(row).some((cell) => cell.column === column && !(typeof cell.value === "string" && isPlaceholder(cell.value))),
  );
} // prettier-ignore
