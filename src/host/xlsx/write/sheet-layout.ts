import { unreadable } from "../unreadable";
import { cellKey, keyColumn, keyRow, readReference, readRowNumber, type CellKey } from "../read/reference";
import { columnRuns, type ColumnRun } from "../read/columns";
import { readElement } from "../xml/read-element";
import { CLOSE, END, OPEN, XmlScanner } from "../xml/scanner";
import { flag } from "../xml/parse-part";
import type { XmlElement } from "../xml/xml-element";

/** The places in a sheet part that a patch may touch. */
export interface SheetLayout {
  /** How SpreadsheetML's elements are prefixed: "x:" or nothing. */
  readonly prefix: string;
  readonly rootOpenEnd: number;
  /** The children of the root in their order. */
  readonly sections: readonly Section[];
  readonly columns: readonly ColumnRun[];
  /** The rows asked for, as far as the file writes them out. */
  readonly rows: ReadonlyMap<number, RowPlace>;
  /** Where the others of them belong. */
  readonly newRowAt: ReadonlyMap<number, number>;
}

/** One child of the root. The small ones that a patch changes are read in full. */
export interface Section extends Place {
  readonly local: string;
  readonly element: XmlElement | null;
}

interface Place {
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  /** Written `<row/>`. */
  readonly empty: boolean;
}

export interface RowPlace extends Place {
  /** The style of the whole row, where it has one of its own. */
  readonly style: number | null;
  readonly spans: string | null;
  /** Nothing but a number and spans. */
  readonly bare: boolean;
  readonly cells: readonly CellPlace[];
}

export interface CellPlace {
  readonly key: CellKey;
  readonly start: number;
  readonly end: number;
  readonly style: number;
}

const READ_IN_FULL: ReadonlySet<string> = new Set([
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "dataValidations",
  "conditionalFormatting",
]);

/** Finds the places in one pass; null asks for every row. */
export function locate(source: string, wanted: Iterable<CellKey> | null): SheetLayout {
  const rowsWanted = wanted && [...new Set([...wanted].map(keyRow))].sort((a, b) => a - b);
  const x = new XmlScanner(source);
  const sections: Section[] = [];
  const rows = new Map<number, RowPlace>();
  const newRowAt = new Map<number, number>();
  let columns: ColumnRun[] = [];
  let prefix = "";
  let rootOpenEnd = 0;
  while (x.next() !== END) {
    if (x.kind !== OPEN) continue;
    if (x.depth === 1) {
      prefix = x.prefix;
      rootOpenEnd = x.end;
      continue;
    }
    const open = { local: x.main ? x.local : "", start: x.start, openEnd: x.end, empty: x.empty };
    const element = READ_IN_FULL.has(open.local) ? readElement(x) : null;
    if (open.local === "cols")
      columns = columnRuns((element?.children ?? []).map((col) => (name) => col.attributes.get(name) ?? null));
    if (open.local === "sheetData") locateRows(x, rowsWanted, rows, newRowAt);
    else if (!element) x.skip();
    sections.push({ ...open, closeStart: open.empty ? x.end : x.start, end: x.end, element });
  }
  return { prefix, rootOpenEnd, sections, columns, rows, newRowAt };
}

function locateRows(
  x: XmlScanner,
  asked: readonly number[] | null,
  rows: Map<number, RowPlace>,
  newRowAt: Map<number, number>,
): void {
  const depth = x.depth;
  const rowsWanted = asked ?? [];
  const wanted = new Set(rowsWanted);
  let next = 0;
  let row = -1;
  for (;;) {
    const kind = x.next();
    const ended = kind === CLOSE && x.depth === depth;
    if (!ended && kind !== OPEN) continue;
    if (!ended && (x.local !== "row" || !x.main)) {
      x.skip();
      continue;
    }
    const number = ended ? null : x.attribute("r");
    if (!ended) row = number === null ? row + 1 : readRowNumber(number);
    for (; next < rowsWanted.length && (ended || (rowsWanted[next] ?? 0) < row); next++)
      newRowAt.set(rowsWanted[next] ?? 0, x.start);
    if (ended) break;
    if (!asked || wanted.has(row)) rows.set(row, locateCells(x, row));
    else x.skip();
  }
  for (const found of rows.keys()) newRowAt.delete(found);
}

function locateCells(x: XmlScanner, row: number): RowPlace {
  const attributes = x.allAttributes();
  const style = flag(x.attribute("customFormat")) ? Number(x.attribute("s") ?? 0) : null;
  const open = { start: x.start, openEnd: x.end, empty: x.empty, style, spans: x.attribute("spans") };
  const bare = attributes.every(([name]) => name === "r" || name === "spans" || name.includes(":"));
  const cells: CellPlace[] = [];
  const depth = x.depth;
  let column = -1;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) break;
    if (kind !== OPEN) continue;
    if (x.local === "c" && x.main) {
      const reference = x.attribute("r");
      const key = reference === null ? cellKey(row, column + 1) : readReference(reference);
      column = keyColumn(key);
      const cellStyle = Number(x.attribute("s") ?? 0);
      const start = x.start;
      x.skip();
      cells.push({ key, start, end: x.end, style: cellStyle });
    } else x.skip();
  }
  return { ...open, bare, cells, closeStart: open.empty ? x.end : x.start, end: x.end };
}

/** The sheet's rows, which every sheet part has. */
export const sheetData = (layout: SheetLayout): Section =>
  layout.sections.find(({ local }) => local === "sheetData") ??
  unreadable("bad-xml", "工作表没有 sheetData", "a sheet without sheetData");

/** The order in which the schema wants the children of a worksheet. */
const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
  "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
  "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
  "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
]; // prettier-ignore

/** Where a new child belongs: after the last one that the schema puts before it. */
export function placeFor(layout: SheetLayout, local: string): number {
  const before = new Set(ORDER.slice(0, ORDER.indexOf(local) + 1));
  return layout.sections.findLast((section) => before.has(section.local))?.end ?? layout.rootOpenEnd;
}
