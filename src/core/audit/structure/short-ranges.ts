import type { Rect } from "../../workbook/address";
import { aggregatedRange } from "./aggregates";
import type { Axis, LineCell, SheetLines } from "./sheet-lines";

/** A sum over its own line that stops before a number like those it adds. */
export interface ShortRange {
  readonly cell: LineCell;
  readonly area: Rect;
  /** The numbers beside its end that it leaves out, from the end on. */
  readonly left: readonly LineCell[];
  /** Sums beside it that reach further. */
  readonly siblings: readonly LineCell[];
}

/** Aggregates that do not reach what stands between them and their numbers (SPEC G12). */
export function shortRanges(lines: SheetLines): readonly ShortRange[] {
  return lines.columns.flatMap(({ cells }) => cells.flatMap((cell) => (cell.aggregate ? (shortRange(lines, cell) ?? []) : []))); // prettier-ignore
}

function shortRange(lines: SheetLines, cell: LineCell): ShortRange | null {
  const found = cell.formula?.meaning ? aggregatedRange(cell.formula.meaning) : null;
  if (found?.area.sheet !== null || found.area.whole !== null) return null;
  const { rect } = found.area;
  const axis = ownLine(rect, cell);
  if (!axis) return null;
  const inside = numbersOf(lines, axis, rect);
  if (inside.length < 2) return null;
  const { near, far } = ends(axis, rect, cell);
  const siblings = siblingsOf(lines, axis, cell);
  const left = [...beyond(lines, axis, cell, near, inside), ...beyond(lines, axis, null, far, inside).slice(0, 1)];
  const [first] = left;
  if (!first) return null;
  const further = siblings.filter((sibling) => covers(axis, sibling, first));
  // Every sum beside it leaves out the same line: they were made so.
  if (further.length === 0 && siblings.length > 0) return null;
  const atNear = left.filter((one) => isBetween(axis, one, rect, cell));
  return atNear.length > 0 || further.length > 0
    ? { cell, area: rect, left: atNear.length > 0 ? atNear : left, siblings: further }
    : null;
}

/** Along which line a range lies that the formula's own cell ends or begins. */
function ownLine({ top, left, bottom, right }: Rect, { row, column }: LineCell): Axis | null {
  if (left === right && left === column && (bottom < row || top > row)) return "column";
  return top === bottom && top === row && (right < column || left > column) ? "row" : null;
}

const span = (axis: Axis, rect: Rect): readonly [first: number, last: number] =>
  axis === "column" ? [rect.top, rect.bottom] : [rect.left, rect.right];
const placeOf = (axis: Axis, { row, column }: LineCell): number => (axis === "column" ? row : column);
const cellAt = (lines: SheetLines, axis: Axis, cell: LineCell, place: number): LineCell | undefined =>
  axis === "column" ? lines.at(place, cell.column) : lines.at(cell.row, place);

function numbersOf(lines: SheetLines, axis: Axis, rect: Rect): readonly LineCell[] {
  const [first, last] = span(axis, rect);
  const found: LineCell[] = [];
  for (let place = first; place <= Math.min(last, first + 2000); place++) {
    const cell = axis === "column" ? lines.at(place, rect.left) : lines.at(rect.top, place);
    if (typeof cell?.value === "number") found.push(cell);
  }
  return found;
}

interface End {
  readonly from: number;
  readonly step: 1 | -1;
}

/** The end that looks to the formula's own cell, and the other one. */
function ends(axis: Axis, rect: Rect, cell: LineCell): { readonly near: End; readonly far: End } {
  const [first, last] = span(axis, rect);
  const [before, after]: readonly [End, End] = [
    { from: first - 1, step: -1 },
    { from: last + 1, step: 1 },
  ];
  return last < placeOf(axis, cell) ? { near: after, far: before } : { near: before, far: after };
}

/** Numbers like those inside that follow the end directly, up to the formula's own cell. */
function beyond(
  lines: SheetLines,
  axis: Axis,
  stop: LineCell | null,
  { from, step }: End,
  inside: readonly LineCell[],
): LineCell[] {
  const found: LineCell[] = [];
  const [model] = inside;
  for (let place = from; model; place += step) {
    const one = cellAt(lines, axis, model, place);
    if (!one || (one.row === stop?.row && one.column === stop.column)) break;
    if (!isLike(lines, axis, one, inside)) break;
    found.push(one);
  }
  return found;
}

/** Neither a heading in numbers (a year, a date, a serial number) nor a sub-total. */
function isLike(lines: SheetLines, axis: Axis, cell: LineCell, inside: readonly LineCell[]): boolean {
  if (typeof cell.value !== "number" || cell.aggregate || lines.isTotal(axis, cell)) return false;
  if (!inside.some(({ format }) => format === cell.format)) return false;
  const isYear = (one: LineCell): boolean => typeof one.value === "number" && Number.isInteger(one.value) && one.value >= 1900 && one.value <= 2100; // prettier-ignore
  if (isYear(cell) && !inside.some(isYear)) return false;
  // What is calculated among typed numbers, or typed among calculated ones, is another kind of line.
  const formulas = inside.filter(({ formula }) => formula !== null).length;
  return cell.formula === null ? formulas < inside.length : formulas > 0;
}

/** Aggregates of the same shape in the line across. */
function siblingsOf(lines: SheetLines, axis: Axis, cell: LineCell): readonly LineCell[] {
  const found: LineCell[] = [];
  for (const step of [-1, 1]) {
    for (let n = 1; n <= 12; n++) {
      const one = lines.across(axis, cell, step * n);
      if (one?.aggregate && one.shape === cell.shape && ownRange(axis, one)) found.push(one);
    }
  }
  return found;
}

function ownRange(axis: Axis, cell: LineCell): Rect | null {
  const found = cell.formula?.meaning ? aggregatedRange(cell.formula.meaning) : null;
  return found?.area.sheet === null && ownLine(found.area.rect, cell) === axis ? found.area.rect : null;
}

function covers(axis: Axis, sibling: LineCell, left: LineCell): boolean {
  const rect = ownRange(axis, sibling);
  if (!rect) return false;
  const [first, last] = span(axis, rect);
  const place = placeOf(axis, left);
  return place >= first && place <= last;
}

function isBetween(axis: Axis, one: LineCell, rect: Rect, cell: LineCell): boolean {
  const [first, last] = span(axis, rect);
  const [place, own] = [placeOf(axis, one), placeOf(axis, cell)];
  return own > last ? place > last && place < own : place < first && place > own;
}
