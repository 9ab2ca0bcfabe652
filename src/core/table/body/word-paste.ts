import { pushAll } from "../../workbook/long-lists";
import { compact } from "../../model/text";
import { ratio, sumExact, type Exact } from "../../model/exact";
import type { Line, NameCell } from "./lines";
import { isBreakdown, isKindOfIndicator, isTemplateName, isUsualKind, readName } from "../words/name-text";
import type { GridCell } from "../cells/sheet-grid";
import type { TableLayout } from "../header/table-layout";

/**
 * Puts together what a paste from Word took apart: a line break in a Word cell becomes a row of its own, so that one
 * name or text goes on over several rows (SPEC R10). Lines are joined only on evidence that rows are pieces;
 * without it every named row stays an indicator of its own.
 */
export function joinPieces(table: TableLayout, lines: readonly Line[], total: Exact | null): readonly Line[] {
  const begins = beginningOf(table, lines, total);
  return begins ? join(table, lines, begins) : lines;
}

/** Tells whether an indicator begins at line i. */
type Begins = (line: Line, index: number) => boolean;

function beginningOf(table: TableLayout, lines: readonly Line[], total: Exact | null): Begins | null {
  const mark = table.indicatorColumn("fullMark");
  if (mark !== null && mostMarksSpanRows(table, lines, mark)) {
    return (line) => table.grid.view.anchor(rowOf(line), mark).row === rowOf(line);
  }
  if (lines.some((line) => leafOf(line)?.merge)) return null;
  if (!hasPieces(table, lines) && !(mark !== null && marksAreComplete(table, lines, mark, total))) return null;
  return firstUseful(table, lines, mark);
}

const rowOf = (line: Line): number => line.rows[0] ?? 0;
const leafOf = (line: Line): NameCell | null => line.names[line.names.length - 1] ?? null;

/**
 * Excel merges the whole cells of a pasted Word row over the rows of its broken ones. Where most marks are merged so,
 * rows are pieces; a mark that a few indicators share is merged here and there only.
 */
function mostMarksSpanRows(table: TableLayout, lines: readonly Line[], mark: number): boolean {
  const { view } = table.grid;
  let single = 0;
  let spanning = 0;
  let ofLevels = 0;
  for (const line of lines) {
    const row = rowOf(line);
    const merge = view.mergeAt(row, mark);
    if (merge && merge.top < row && table.hasFigures(row)) return false;
    if (!table.hasNumber(row, mark)) continue;
    if (merge && merge.bottom > merge.top) spanning++;
    else single++;
    // a mark as tall as a level's cell may be that level's
    if (merge && table.levels.slice(0, -1).some((level) => view.mergeAt(row, level)?.bottom === merge.bottom)) ofLevels++;
  }
  const broken = lines.some((line) => leafOf(line) && view.anchor(rowOf(line), mark).row < rowOf(line));
  return broken && spanning >= 2 && spanning > single && ofLevels < spanning;
} // prettier-ignore

/** A mark or a closing bracket alone in a cell, a bracket or quote left open, or text with neither name nor figure. */
function hasPieces(table: TableLayout, lines: readonly Line[]): boolean {
  const open = new Set<number>();
  for (const [i, line] of lines.entries()) {
    for (const [depth, name] of line.names.entries()) {
      if (!name) continue;
      if (open.has(depth)) return true;
      if (!/[([{（【〔“"”)\]）】〕，、；。]/.test(name.text)) continue;
      const text = compact(name.text);
      if (isFragment(text)) return true;
      if (isOpen(text)) open.add(depth);
    }
    if (i > 0 && line.names.every((name) => name === null) && hasOnlyTexts(table, line)) return true;
  }
  return false;
}

/** `（5分）`, `）变动率`, `”变动率`: the end of something. */
const isFragment = (text: string): boolean =>
  /^[)\]”,、;。.]/.test(text) || /^[([](?:\d{1,3}(?:\.\d+)?分?)[)\]]$/.test(text);

/** A bracket or a quote that opens and does not close: “三公. */
function isOpen(text: string): boolean {
  const opened = (text.match(/[([]/g) ?? []).length;
  const closed = (text.match(/[)\]]/g) ?? []).length;
  return opened > closed || (text.match(/"/g) ?? []).length % 2 === 1;
}

const TEXT_ROLES = ["standard", "explanation", "description", "reason", "evidence", "remark"] as const;

function hasOnlyTexts(table: TableLayout, line: Line): boolean {
  const cells = table.cellsIn(rowOf(line));
  const texts = new Set(TEXT_ROLES.map((role) => table.column(role)));
  return cells.length > 0 && cells.every((cell) => texts.has(cell.column) && typeof cell.value === "string");
}

/** Pieces of a name broken in a narrow column are this short. */
const SHORT_PIECE = 6;

/**
 * Rows with nothing but short names, and texts that go on from the row above, in a table whose marks already make the stated total (or 100) without them:
 * every mark has its row, so these rows are no indicators that lack one. A table that begins with such a row has headings.
 */
function marksAreComplete(table: TableLayout, lines: readonly Line[], mark: number, total: Exact | null): boolean {
  const score = table.indicatorColumn("score");
  const bare = lines.filter((line) => !table.hasFigures(rowOf(line)) && !isTemplateRow(line));
  if (bare.length === 0 || bare[0] === lines[0] || bare.some((line) => isHeading(table, line)) || score === null || !lines.some((line) => table.hasNumber(rowOf(line), score))) return false;
  if (!bare.every((line) => table.cellsIn(rowOf(line)).every((cell) => isShortName(table, cell.column, cell.value) || goesOnFromAbove(table, cell)))) return false;
  const sum = sumExact(lines.flatMap((line) => table.markIn(rowOf(line), mark)?.number ?? []));
  return sum.equals(total ?? ratio(100));
} // prettier-ignore

/** 指标2, ……, or the name of a kind alone, left to be filled in: a row of the form, and no piece of the name above it. */
function isTemplateRow(line: Line): boolean {
  const names = line.names.filter((name) => name !== null);
  const last = names[names.length - 1];
  return last !== undefined && (isTemplateName(last.text) || isKindOfIndicator(last.text) || isUsualKind(last.text));
}

/** Numbered, or merged across, and without figures: 二、产出. */
function isHeading(table: TableLayout, line: Line): boolean {
  const [name, ...others] = line.names.filter((each) => each !== null);
  if (!name || others.length > 0 || table.hasFigures(rowOf(line))) return false;
  const across = name.merge !== null && name.merge.right > name.merge.left;
  return across || readName(name.text).numbering !== null;
}

const isShortName = (table: TableLayout, column: number, value: unknown): boolean =>
  table.levels.includes(column) && typeof value === "string" && compact(value).length <= SHORT_PIECE;

const goesOnFromAbove = (table: TableLayout, { row, column, value }: GridCell): boolean =>
  typeof value === "string" &&
  TEXT_ROLES.some((role) => table.column(role) === column) &&
  typeof table.grid.shown(row - 1, column)?.value === "string";

/** The surest sign that an indicator begins, of those the table has: its number, its mark, the end of the name before. */
function firstUseful(table: TableLayout, lines: readonly Line[], mark: number | null): Begins {
  if (lines.filter((line) => line.sequence !== null).length >= 2) return (line) => line.sequence !== null;
  for (const column of [mark, table.indicatorColumn("score")]) {
    const count = column === null ? 0 : lines.filter((line) => table.hasNumber(rowOf(line), column)).length;
    if (count >= 2 && !namesCarryMarks(lines)) return (line) => table.hasNumber(rowOf(line), column);
  }
  if (namesCarryMarks(lines)) return afterCompleteName();
  return afterClosedName();
}

function namesCarryMarks(lines: readonly Line[]): boolean {
  const names = lines.flatMap((line) => leafOf(line) ?? []);
  const marked = names.filter((name) => readName(name.text).mark !== null).length;
  return marked >= 2 && marked * 4 >= names.length;
}

/** Where marks stand in names, a name is complete with its mark. */
function afterCompleteName(): Begins {
  let complete = true;
  return (line) => {
    const leaf = leafOf(line);
    if (!leaf) return false;
    const begins = complete;
    complete = readName(`名${leaf.text}`).mark !== null;
    return begins;
  };
}

function afterClosedName(): Begins {
  let name = "";
  return (line) => {
    const leaf = leafOf(line);
    if (!leaf) return false;
    const text = compact(leaf.text);
    const begins = !isFragment(text) && !isOpen(name);
    name = begins ? text : name + text;
    return begins;
  };
}

function join(table: TableLayout, lines: readonly Line[], begins: Begins): readonly Line[] {
  const joined: Line[] = [];
  const open: (NameCell | null)[] = [];
  const marked = depthsWithMarks(lines);
  for (const [index, line] of lines.entries()) {
    const start = begins(line, index) || joined.length === 0 || isHeading(table, line) || isBreakdown(leafOf(line)?.text ?? "") || isTemplateRow(line); // prettier-ignore
    const names = line.names.map((name, depth): NameCell | null => {
      const current = open[depth];
      if (!name) return null;
      if (current && goesOn(current, name, start, marked.has(depth))) {
        current.text += name.text;
        return null;
      }
      open[depth] = { ...name };
      open.length = depth + 1;
      return open[depth] ?? null;
    });
    const last = joined[joined.length - 1];
    if (start || !last) joined.push({ ...line, rows: [...line.rows], names });
    else {
      pushAll(last.rows, line.rows);
      // a level may begin beside a row that goes on with the indicator before it; it belongs to the next one
      last.names = last.names.map((name, depth) => name ?? names[depth] ?? null);
    }
  }
  return joined;
}

/** Depths whose names mostly end with their mark: there a name goes on until its mark has come. */
function depthsWithMarks(lines: readonly Line[]): ReadonlySet<number> {
  const depths = new Set<number>();
  for (let depth = 0; depth < (lines[0]?.names.length ?? 0); depth++) {
    const names = lines.flatMap((line) => line.names[depth] ?? []);
    if (names.some((name) => readName(`名${name.text}`).mark !== null)) depths.add(depth);
  }
  return depths;
}

function goesOn(current: NameCell, name: NameCell, start: boolean, marked: boolean): boolean {
  if (name.merge || current.merge) return false;
  if (!start) return true;
  if (isFragment(compact(name.text)) || isOpen(compact(current.text))) return true;
  return marked && readName(current.text).mark === null;
}
