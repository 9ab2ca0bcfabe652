import { pushAll } from "../../../core/workbook/long-lists";
import { MAX_COLUMNS, MAX_ROWS, type Rect } from "../../../core/workbook/address";
import { CLOSE, OPEN, type XmlScanner } from "../xml/scanner";
import { flag } from "../xml/parse-part";
import type { ColumnRun } from "./columns";
import { keyColumn, readReference, readRowNumber } from "./reference";

/** Neighbouring columns that may be edited, both ends inclusive. */
type Span = readonly [first: number, last: number];

/**
 * The cells that stay editable on a protected sheet, as few rectangles: a cell's own style decides, else its row's,
 * else its column's. The scanner stands at the open `sheetData`.
 */
export function readUnlocked(x: XmlScanner, columns: readonly ColumnRun[], locked: readonly boolean[]): Rect[] {
  const isLocked = (style: number): boolean => locked[style] ?? true;
  const ofColumns = columns.filter((run) => !isLocked(run.style)).map((run): Span => [run.first, run.last]);
  const areas = new RowSpans();
  const depth = x.depth;
  let row = -1;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) break;
    if (kind !== OPEN || x.local !== "row") continue;
    const number = x.attribute("r");
    const before = row;
    row = number === null ? row + 1 : readRowNumber(number);
    if (row > before + 1) areas.add(before + 1, row - 1, ofColumns);
    const style = flag(x.attribute("customFormat")) ? Number(x.attribute("s") ?? 0) : null;
    const ofRow: Span[] = style === null ? ofColumns : isLocked(style) ? [] : [[0, MAX_COLUMNS - 1]];
    areas.add(row, row, withCells(ofRow, readCells(x, isLocked)));
  }
  areas.add(row + 1, MAX_ROWS - 1, ofColumns);
  return areas.finish();
}

/** The cells that the open row writes out, and whether each is editable. */
function readCells(x: XmlScanner, isLocked: (style: number) => boolean): Map<number, boolean> {
  const cells = new Map<number, boolean>();
  const depth = x.depth;
  let column = -1;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return cells;
    if (kind !== OPEN || x.depth !== depth + 1 || x.local !== "c") continue;
    const reference = x.attribute("r");
    column = reference === null ? column + 1 : keyColumn(readReference(reference));
    cells.set(column, !isLocked(Number(x.attribute("s") ?? 0)));
  }
}

/** The spans of a row after its own cells have had their say. */
function withCells(spans: readonly Span[], cells: ReadonlyMap<number, boolean>): Span[] {
  const result: [number, number][] = [];
  const add = (first: number, last: number): void => {
    const before = result.at(-1);
    if (before && before[1] + 1 >= first) before[1] = Math.max(before[1], last);
    else if (first <= last) result.push([first, last]);
  };
  const written = [...cells].sort(([a], [b]) => a - b);
  let at = 0;
  for (const [first, last] of spans) {
    let from = first;
    for (; at < written.length && (written[at]?.[0] ?? 0) <= last; at++) {
      const [column, editable] = written[at] ?? [0, false];
      if (column >= from) {
        add(from, column - 1);
        from = column + 1;
      }
      if (editable) add(column, column);
    }
    add(from, last);
  }
  for (const [column, editable] of written.slice(at)) if (editable) add(column, column);
  return result;
}

/** Joins rows with the same spans into rectangles. */
class RowSpans {
  private readonly done: Rect[] = [];
  private open = new Map<string, Rect>();

  /** Rows come in order, without gaps. */
  add(top: number, bottom: number, spans: readonly Span[]): void {
    if (top > bottom) return;
    const open = new Map<string, Rect>();
    for (const [left, right] of spans) {
      const key = `${left}:${right}`;
      const above = this.open.get(key);
      this.open.delete(key);
      open.set(key, { top: above?.top ?? top, left, bottom, right });
    }
    pushAll(this.done, this.open.values());
    this.open = open;
  }

  finish(): Rect[] {
    pushAll(this.done, this.open.values());
    return this.done.sort((a, b) => a.top - b.top || a.left - b.left);
  }
}
