import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { bareFormula } from "./entry";
import { Book } from "./book";
import { GENERAL } from "./cell";
import { DIGIT_PIXELS, type Sheet } from "./sheet";

/** The emulated workbook as Excel has it after opening the file. */
export async function loadBook(bytes: Uint8Array): Promise<Book> {
  const read = await createXlsxHost(bytes).read();
  if (!read.ok) throw new Error(`EMULATOR: the workbook can not be read: ${JSON.stringify(read.failure)}`);
  return bookOf(read.value);
}

export function bookOf(snapshot: WorkbookSnapshot): Book {
  const book = new Book();
  book.date1904 = snapshot.date1904 ?? false;
  book.isReadOnly = snapshot.readOnly ?? false;
  book.isStructureProtected = snapshot.structureProtected;
  book.calculationMode = MODES[snapshot.calculation];
  for (const sheet of snapshot.sheets) fill(book, book.newSheet(sheet.name), sheet);
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
  for (const { row, column, value, formula, array, numberFormat } of snapshot.cells) {
    const cell = sheet.ensure(row, column);
    cell.value = value;
    cell.formula = formula === undefined ? null : bareFormula(formula);
    cell.array = array ?? null;
    cell.format = numberFormat ?? GENERAL;
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
