import { parseA1 } from "../../../core/workbook/address";
import type { ReadBook } from "../read/read-book";
import { cellKey } from "../read/reference";
import { flag } from "../xml/parse-part";

/**
 * Whether the calculation chain lists a cell that has no formula, or a sheet that is not there: Excel calls such a file
 * damaged. A program that took formulas out and left the chain makes one. Excel makes a chain that is gone anew.
 */
export function hasStaleChain({ parts, workbook, sheets }: ReadBook): boolean {
  const part = parts.related(workbook.relationships, "calcChain");
  const chain = part === null ? null : parts.tree(part);
  if (!chain) return false;
  const bySheetId = new Map(sheets.map((sheet) => [sheet.entry.element.attributes.get("sheetId"), sheet]));
  const withFormula = new Map(
    sheets.map((sheet) => [
      sheet,
      new Set(sheet.snapshot.cells.flatMap(({ row, column, formula }) => (formula ? cellKey(row, column) : []))),
    ]),
  );
  let sheetId: string | undefined;
  return chain.root.children.some(({ attributes }) => {
    // Without an i of its own an entry is of the sheet of the one before.
    sheetId = attributes.get("i") ?? sheetId;
    const sheet = bySheetId.get(sheetId);
    const at = parseA1(attributes.get("r") ?? "");
    if (!sheet || !at) return true;
    // Of an array formula the chain lists cells that have none of their own, and marks them.
    return !flag(attributes.get("a")) && withFormula.get(sheet)?.has(cellKey(at.row, at.column)) !== true;
  });
}
