import type { DefinedName, SheetSnapshot, Unseen, WorkbookSnapshot } from "../../../core/workbook/snapshot";
import { BookPackage } from "../package/book-package";
import { readStyles, type Styles } from "../package/styles";
import { isBuiltIn, PRINT_AREA, readWorkbook, type BookSheet, type Workbook } from "../package/workbook";
import type { PartText } from "../xml/encoding";
import { unreadable } from "../unreadable";
import { Archive } from "../zip/archive";
import { cellContext, type CellContext } from "./cells";
import { readLinkedBooks } from "./linked-books";
import { readPrintArea } from "./print-area";
import { readBesides } from "./besides";
import { readSharedStrings, type SharedStrings } from "./shared-strings";
import { readSheet, type SheetContent } from "./sheet";

/** A workbook package opened for reading; its sheets are read one at a time. */
export interface OpenBook {
  readonly parts: BookPackage;
  readonly workbook: Workbook;
  readonly styles: Styles | null;
  readonly strings: readonly string[];
  readonly runs: SharedStrings["runs"];
}

export interface ReadSheet {
  readonly entry: BookSheet;
  readonly part: string;
  readonly source: PartText;
  readonly content: SheetContent;
  readonly snapshot: SheetSnapshot;
  /** What of the sheet could not be looked at. */
  readonly unseen: readonly Unseen[];
}

/** A whole workbook as it stands in one package: the snapshot, and the sources that a patch starts from. */
export interface ReadBook extends OpenBook {
  readonly sheets: readonly ReadSheet[];
  readonly snapshot: WorkbookSnapshot;
}

export function openBook(bytes: Uint8Array): OpenBook {
  const parts = new BookPackage(new Archive(bytes));
  const workbook = readWorkbook(parts);
  return {
    parts,
    workbook,
    styles: readStyles(parts, workbook.relationships),
    ...readSharedStrings(parts, workbook.relationships),
  };
}

/** Reads the worksheets in their order, one at each step, so that the caller may report and stop in between. */
export function* readSheets(book: OpenBook): Generator<ReadSheet> {
  const context: CellContext = {
    ...cellContext(book.strings, book.styles?.formats ?? [], book.workbook.date1904),
    runs: book.runs,
    struck: book.styles?.struck ?? [],
    drawn: book.styles?.drawn ?? [],
    hasPictures: book.workbook.relationships.some(({ type }) => type === "richValueRel"),
  };
  for (const [index, entry] of book.workbook.sheets.entries()) {
    if (entry.part === null) continue;
    const source =
      book.parts.text(entry.part) ??
      unreadable("not-a-workbook", `缺少 ${entry.part}`, `the part ${entry.part} is missing`);
    const content = readSheet(source.text, context, book.styles?.locked ?? []);
    const { unseen, held, ...besides } = readBesides(book.parts, entry.part, content.rulers);
    const all = [...held, ...content.held];
    const snapshot = {
      ...sheetSnapshot(book.workbook, index, entry, content),
      ...besides,
      ...(all.length > 0 && { held: all }),
    };
    yield { entry, part: entry.part, source, content, snapshot, unseen };
  }
}

export const finishBook = (book: OpenBook, sheets: readonly ReadSheet[]): ReadBook => ({
  ...book,
  sheets,
  snapshot: {
    sheets: sheets.map((sheet) => sheet.snapshot),
    names: book.workbook.names.filter(({ name }) => !isBuiltIn(name)).map(plainName),
    calculation: book.workbook.calculation,
    date1904: book.workbook.date1904,
    structureProtected: book.workbook.structureProtected,
    ...(book.workbook.readOnly && { readOnly: true }),
    ...(book.workbook.iterative && { iterative: true }),
    ...(book.workbook.precisionAsDisplayed && { precisionAsDisplayed: true }),
    ...linksOf(book),
    ...unseenIn(sheets),
  },
});

function linksOf({ parts, workbook }: OpenBook): Pick<WorkbookSnapshot, "links"> {
  const links = readLinkedBooks(parts, workbook);
  return links.length > 0 ? { links } : {};
}

function unseenIn(sheets: readonly ReadSheet[]): Pick<WorkbookSnapshot, "unseen"> {
  const unseen = [...new Set(sheets.flatMap((sheet) => sheet.unseen))];
  return unseen.length > 0 ? { unseen } : {};
}

/** Opens and reads in one go. */
export function readBook(bytes: Uint8Array): ReadBook {
  const book = openBook(bytes);
  return finishBook(book, [...readSheets(book)]);
}

export const worksheetCount = (book: OpenBook): number =>
  book.workbook.sheets.filter(({ part }) => part !== null).length;

const plainName = ({ name, scope, refersTo, hidden }: DefinedName): DefinedName => ({ name, scope, refersTo, hidden });

function sheetSnapshot(workbook: Workbook, index: number, entry: BookSheet, content: SheetContent): SheetSnapshot {
  const printed = workbook.names.find(({ name, sheetIndex }) => name === PRINT_AREA && sheetIndex === index);
  const printArea = printed ? readPrintArea(printed.refersTo) : null;
  return { name: entry.name, visibility: entry.visibility, printArea, ...content.snapshot };
}
