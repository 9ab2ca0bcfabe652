import { isInside, parseA1, type CellPosition, type Rect } from "../workbook/address";
import { keptWith } from "../workbook/kept-with";
import type { PrintedTable, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { Language } from "./catalogue";

/**
 * The cells of a document's tables in the words of a person, who sees no letters over its columns: 表2 第3行第4列 (SPEC I2).
 * Rows and columns are counted as printed, from 1; what is merged counts where it begins.
 */
export class PlaceNames {
  private readonly sheets: ReadonlyMap<string, PrintedSheet>;
  private readonly language: Language;
  private readonly printedTokens: ReadonlySet<string>;

  constructor(book: WorkbookSnapshot, language: Language) {
    this.sheets = printedSheets(book);
    this.printedTokens = tokensPrinted(book);
    this.language = language;
  }

  /** Null where the sheet is none of a document. */
  cell(sheet: string | null, at: CellPosition): string | null {
    const printed = sheet === null ? undefined : this.sheets.get(sheet);
    return printed ? shownPlace(this.place(printed, at)) : null;
  }

  /** Anything that a finding carries, with every address in it put into words; `sheet`: whose they are where none is named. */
  named<T>(value: T, sheet: string | null): T {
    return this.walk(value, sheet) as T;
  }

  private walk(value: unknown, sheet: string | null): unknown {
    if (typeof value === "string") return this.text(value, sheet);
    if (Array.isArray(value)) return value.map((one) => this.walk(one, sheet));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.walk(one, sheet)]));
  }

  /** A text of ours; what looks like an address and is printed in the document itself is left as it stands there. */
  text(text: string, sheet: string | null): string {
    let before = { end: -1, table: "" };
    return text.replace(ADDRESS, (whole, named: string | undefined, first: string, last: string | undefined, offset: number) => {
      const printed = this.sheets.get(unquoted(named ?? sheet ?? ""));
      const rect = rectOf(first, last ?? first);
      if (!printed?.used || !rect || this.printedTokens.has(first)) return whole;
      if (!isInside({ row: rect.top, column: rect.left }, printed.used)) return whole;
      const from = this.place(printed, { row: rect.top, column: rect.left });
      // of places in a row of one table the first names it
      const isNext = before.end >= 0 && from.table === before.table && /^[ 、,]{1,2}$/.test(text.slice(before.end, offset));
      before = { end: offset + whole.length, table: from.table };
      const start = isNext ? from.inTable : shownPlace(from);
      if (last === undefined) return start;
      const to = this.place(printed, { row: rect.bottom, column: rect.right });
      const end = to.table === from.table ? to.inTable : shownPlace(to);
      return this.language === "zh" ? `${start}至${end}` : `${start} to ${end}`;
    }); // prettier-ignore
  }

  private place({ name, printed }: PrintedSheet, { row, column }: CellPosition): PlaceInTable {
    const piece = printed.findLast(({ top }) => top <= row);
    const say = (zh: string, en: string): string => (this.language === "zh" ? zh : en);
    if (!piece) return { table: name, inTable: say(`上方第${row + 1}行文字`, `line ${row + 1} above the table`) };
    const printedRow = row - piece.top + piece.row + 1;
    return {
      table: piece.table,
      inTable: say(`第${printedRow}行第${column + 1}列`, `row ${printedRow} column ${column + 1}`),
    };
  }
}

/** The names for the places of a workbook; null where no sheet of it is a table of a document. */
export const placeNames = (book: WorkbookSnapshot, language: Language): PlaceNames | null =>
  book.sheets.some(({ printed }) => printed) ? new PlaceNames(book, language) : null;

/** D5, D5:D9, 表2!D5: never a part of a longer word. */
const ADDRESS =
  /(?<![\w$.])(?:((?:'[^']+'|[^\s!'“”（）、，：；]+))!)?([A-Z]{1,2}[1-9]\d{0,4})(?::([A-Z]{1,2}[1-9]\d{0,4}))?(?![\w.])/g;
const unquoted = (name: string): string => name.replace(/^'|'$/g, "");

interface PrintedSheet {
  readonly name: string;
  readonly used: Rect | null;
  readonly printed: readonly PrintedTable[];
}

const printedSheets = keptWith(
  ({ sheets }: WorkbookSnapshot): ReadonlyMap<string, PrintedSheet> =>
    new Map(sheets.flatMap(({ name, used, printed }) => (printed ? [[name, { name, used, printed }] as const] : []))),
);

/** Codes such as A1 that the document's own cells print. */
const tokensPrinted = keptWith(({ sheets }: WorkbookSnapshot): ReadonlySet<string> => {
  const texts = sheets.flatMap(({ cells }: SheetSnapshot) => cells.map(({ value }) => value));
  const tokens = texts.flatMap((text) =>
    typeof text === "string" ? [...text.matchAll(/(?<![A-Za-z\d])[A-Z]{1,2}[1-9]\d{0,4}(?!\d)/g)].map(([token]) => token) : [],
  );
  return new Set(tokens);
}); // prettier-ignore

function rectOf(first: string, last: string): Rect | null {
  const [from, to] = [parseA1(first), parseA1(last)];
  return from && to && { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

interface PlaceInTable {
  readonly table: string;
  readonly inTable: string;
}

const shownPlace = ({ table, inTable }: PlaceInTable): string => `${table} ${inTable}`;
