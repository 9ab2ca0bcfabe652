import { parseA1 } from "../../../core/workbook/address";
import type { ReadBook, ReadSheet } from "../read/read-book";
import { cellKey, type CellKey } from "../read/reference";
import { Unreadable } from "../unreadable";
import { flag } from "../xml/parse-part";
import { END, OPEN, XmlScanner } from "../xml/scanner";

/**
 * Whether the calculation chain lists a cell that has no formula, or a sheet that is not there, or can not be read: Excel
 * calls such a file damaged. A program that took formulas out and left the chain makes one; Excel makes a chain that is
 * gone anew. Read in one pass, since a chain is as long as the workbook has formulas.
 */
export function hasStaleChain({ parts, workbook, sheets }: ReadBook): boolean {
  const part = parts.related(workbook.relationships, "calcChain");
  if (part === null) return false;
  const formulas = new Map(sheets.map((sheet) => [sheet.entry.element.attributes.get("sheetId"), formulasOf(sheet)]));
  try {
    const chain = parts.text(part);
    return chain !== null && disagrees(chain.text, formulas);
  } catch (error) {
    if (error instanceof Unreadable) return true;
    throw error;
  }
}

const formulasOf = ({ snapshot }: ReadSheet): ReadonlySet<CellKey> =>
  new Set(snapshot.cells.flatMap(({ row, column, formula }) => (formula ? cellKey(row, column) : [])));

function disagrees(source: string, formulas: ReadonlyMap<string | undefined, ReadonlySet<CellKey>>): boolean {
  const x = new XmlScanner(source);
  let sheetId: string | undefined;
  while (x.next() !== END) {
    if (x.kind !== OPEN || x.local !== "c") continue;
    // Without an i of its own an entry is of the sheet of the one before.
    sheetId = x.attribute("i") ?? sheetId;
    const sheet = formulas.get(sheetId);
    const at = parseA1(x.attribute("r") ?? "");
    if (!sheet || !at) return true;
    // Of an array formula the chain lists cells that have none of their own, and marks them.
    if (!flag(x.attribute("a")) && !sheet.has(cellKey(at.row, at.column))) return true;
  }
  return false;
}
