import { isInside } from "../workbook/address";
import { readOurs } from "../ours/read-ours";
import type { ScoringTable } from "../model/scoring-table";
import { cellsInRows } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/**
 * The unit's own content of the scoring tables as one canonical text: its hash says whether two rounds hold the same
 * figures and words, whatever was formatted, computed or added beside them. Ours is left out (SPEC V7).
 */
export function contentText(book: WorkbookSnapshot, tables: readonly ScoringTable[]): string {
  const ours = readOurs(book).ownership;
  const lines = tables.map(({ sheet, range }) => {
    const snapshot = book.sheets.find(({ name }) => name === sheet);
    const cells = (snapshot ? cellsInRows(snapshot, [range]) : [])
      .filter((cell) => isInside(cell, range) && !ours.isOurCell(sheet, cell))
      .map(({ row, column, value, formula }) => [row - range.top, column - range.left, formula ?? value]);
    return JSON.stringify([sheet, cells]);
  });
  return lines.join("\n");
}
