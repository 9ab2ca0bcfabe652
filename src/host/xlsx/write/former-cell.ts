import { isCellError, type CellSnapshot } from "../../../core/workbook/snapshot";
import { holds } from "../../../core/workbook/cell-content";
import type { CellContent } from "../../../core/workbook/write-plan";
import { cellContext } from "../read/cells";
import type { ReadBook } from "../read/read-book";
import { keyColumn, keyRow, type CellKey } from "../read/reference";
import { readSheet } from "../read/sheet";
import { encodeText } from "../xml/characters";
import { readElement } from "../xml/read-element";
import { applyEdits } from "../xml/edits";
import { XmlScanner } from "../xml/scanner";
import { Unreadable } from "../unreadable";
import type { SheetDraft } from "./sheet-draft";
import type { FormerCell } from "./former-content";

/**
 * The XML by which a cell is brought back to the last detail: rich text, its place among the shared texts, its style.
 * A shared formula is written out, since its group may have changed by then.
 */
export function formerXml(sheet: SheetDraft, key: CellKey, cell: CellSnapshot | undefined): string | null {
  const place = sheet.place(key);
  if (!place) return null;
  const { prefix } = sheet.layout;
  const xml = sheet.source.text.slice(place.start, place.end);
  if (!xml.includes("shared")) return xml;
  const element = readElement(openAt(wrapped(prefix, sheet, keyRow(key), xml), 4));
  const shared = element.children.find((child) => child.local === "f" && child.attributes.get("t") === "shared");
  if (!shared || cell?.formula === undefined) return xml;
  const formula = `<${prefix}f>${encodeText(cell.formula.slice(1))}</${prefix}f>`;
  const offset = element.start;
  return applyEdits(xml, [{ start: shared.start - offset, end: shared.end - offset, text: formula }]);
}

/**
 * A former cell by its XML: one cell that stands there, holds the content, and names only styles that exist;
 * null where it is anything else.
 */
export function readFormer(
  xml: string,
  sheet: SheetDraft,
  key: CellKey,
  content: CellContent,
  book: ReadBook,
): FormerCell | null {
  try {
    const text = wrapped(sheet.layout.prefix, sheet, keyRow(key), xml);
    const context = cellContext(book.strings, [], book.workbook.date1904);
    const { cells } = readSheet(text, context, []).snapshot;
    const row = readElement(openAt(text, 3));
    const element = row.children[0];
    const cell = cells[0];
    const inPlace = cell === undefined || (cell.row === keyRow(key) && cell.column === keyColumn(key));
    const known = Number(element?.attributes.get("s") ?? 0) < (book.styles?.formats.length ?? 1);
    const single = row.children.length === 1 && element?.local === "c";
    return single && inPlace && known && isRestoredBy(cell, content) ? { xml, cell } : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Booleans and errors, which no typed content can say, stand in the content as text. */
function isRestoredBy(cell: CellSnapshot | undefined, content: CellContent): boolean {
  const value = cell?.value ?? null;
  if (cell?.formula !== undefined || typeof value === "number" || value === null) return holds(cell, content);
  return content.type === "text" && content.text === (isCellError(value) ? value.error : String(value));
}

/** A sheet with nothing but the cell. */
function wrapped(prefix: string, sheet: SheetDraft, row: number, xml: string): string {
  const root = sheet.source.text.slice(0, sheet.layout.rootOpenEnd).replace(/^\ufeff/, "");
  return `${root}<${prefix}sheetData><${prefix}row r="${row + 1}">${xml}</${prefix}row></${prefix}sheetData></${prefix}worksheet>`;
}

/** A scanner at the first element of the depth: 3 is the row, 4 its cell. */
function openAt(text: string, depth: number): XmlScanner {
  const x = new XmlScanner(text);
  while (x.depth < depth) x.next();
  return x;
}
