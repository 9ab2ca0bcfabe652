import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { a1, sameRect, type Rect } from "../../../src/core/workbook/address";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { bareFormula } from "./entry";
import { Book } from "./book";
import { GENERAL } from "./cell";
import type { SheetBox, SheetShape } from "./pinned";
import { DIGIT_PIXELS, type Sheet } from "./sheet";
import { threadedCells } from "./threaded-cells";

/** The emulated workbook as Excel has it after opening the file. */
export async function loadBook(bytes: Uint8Array): Promise<Book> {
  const read = await createXlsxHost(bytes).read();
  if (!read.ok) throw new Error(`EMULATOR: the workbook can not be read: ${JSON.stringify(read.failure)}`);
  return bookOf(read.value, threadedCells(bytes));
}

/** `threads`: the sheets' names and addresses ("S!B2") of the notes that are threads. */
export function bookOf(snapshot: WorkbookSnapshot, threads: ReadonlySet<string> = new Set()): Book {
  const book = new Book();
  book.precisionAsDisplayed = snapshot.precisionAsDisplayed ?? false;
  book.date1904 = snapshot.date1904 ?? false;
  book.isReadOnly = snapshot.readOnly ?? false;
  book.isStructureProtected = snapshot.structureProtected;
  book.calculationMode = MODES[snapshot.calculation];
  for (const sheet of snapshot.sheets) {
    const own = book.newSheet(sheet.name);
    fill(book, own, sheet);
    pin(own, sheet, threads);
  }
  for (const { name, scope, refersTo, hidden } of snapshot.names) {
    const formula = bareFormula(`=${refersTo}`);
    book.names.push({ name, scope: scope === null ? null : book.sheetNamed(scope), formula, visible: !hidden });
  }
  book.active = book.sheets.find(({ visibility }) => visibility === "Visible") ?? null;
  return book;
}

const MODES = { automatic: "Automatic", manual: "Manual", automaticExceptTables: "AutomaticExceptTables" } as const;
const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

function fill(book: Book, sheet: Sheet, snapshot: SheetSnapshot): void {
  sheet.visibility = VISIBILITY[snapshot.visibility];
  sheet.isProtected = snapshot.protected;
  sheet.unlocked = snapshot.unlocked;
  sheet.merges = snapshot.merges;
  for (const row of snapshot.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of snapshot.hiddenColumns) sheet.hiddenColumns.add(column);
  for (const [column, width] of Object.entries(snapshot.columnWidths))
    sheet.columnPixels.set(Number(column), Math.round(width * DIGIT_PIXELS));
  if (snapshot.printArea) book.setPrintArea(sheet, snapshot.printArea);
  for (const { row, column, value, formula, array, numberFormat, unstruck } of snapshot.cells) {
    const cell = sheet.ensure(row, column);
    cell.value = value;
    cell.formula = formula === undefined ? null : bareFormula(formula);
    cell.array = array ?? null;
    cell.format = numberFormat ?? GENERAL;
    // Of a text struck through in part Excel says that the look of the cell is not one.
    if (unstruck !== undefined) cell.look["font/strikethrough"] = unstruck === "" ? true : null;
  }
  for (const { ranges, formula } of snapshot.validations) {
    const rule = formula === null ? {} : validationRule(formula);
    const type = formula === null ? "None" : "list" in rule ? "List" : "Custom";
    sheet.validations.push({ ranges, rule, type, prompt: null, errorAlert: null, ignoreBlanks: true });
  }
  for (const { ranges, formula } of snapshot.conditionalFormats) {
    const type = formula === null ? "ColorScale" : "Custom";
    const bare = formula === null ? null : bareFormula(formula);
    sheet.conditionalFormats.push({ id: book.newFormatId(), ranges, type, formula: bare, look: {} });
  }
}

/** A file states a literal list as a text; every other first formula is taken as a custom rule. */
function validationRule(formula: string): Readonly<Record<string, unknown>> {
  const literal = /^="([^"]*)"$/.exec(formula)?.[1];
  return literal === undefined
    ? { custom: { formula: bareFormula(formula) } }
    : { list: { inCellDropDown: true, source: literal } };
}

/** What the file says of things beside the cells' content, as Excel has it. */
function pin(
  sheet: Sheet,
  { notes = [], drawings = [], tables = [], held = [] }: SheetSnapshot,
  threads: ReadonlySet<string>,
): void {
  for (const { row, column, text } of notes) {
    const [content = "", ...replies] = text.split("\n");
    if (threads.has(`${sheet.name}!${a1({ row, column })}`)) sheet.threads.push({ row, column, content, replies });
    else sheet.notes.push({ row, column, author: "作者", content: `作者:\n${text}` });
  }
  for (const { kind, area, text } of drawings) {
    const type = kind === "picture" ? "Image" : "GeometricShape";
    sheet.shapes.push({ ...boxOver(sheet, area), type, text, members: [] } satisfies SheetShape);
  }
  const isShape = (area: Rect): boolean => drawings.some((one) => sameRect(one.area, area));
  for (const { by, area } of held) {
    if (by === "drawing" && !isShape(area)) sheet.charts.push(boxOver(sheet, area));
    if (by === "pivot") sheet.pivots.push(area);
  }
  sheet.tables.push(...tables);
}

/** In points, two of them within the edges of the cells. */
function boxOver(sheet: Sheet, { top, left, bottom, right }: Rect): SheetBox {
  const [x, y] = [sheet.columnLeft(left) + 2, sheet.rowTop(top) + 2];
  return { left: x, top: y, width: sheet.columnLeft(right + 1) - 2 - x, height: sheet.rowTop(bottom + 1) - 2 - y };
}
