import { displayText } from "../core/formula/number-format";
import type { CellAddress } from "../core/workbook/address";
import type { OpenBook } from "../host/workbench/open-book";

/**
 * The next cell that shows the text, sheet by sheet in reading order, beginning behind `from` and coming round to it;
 * null where there is none. Capital and full-width letters do not count.
 */
export function findText(book: OpenBook, text: string, from: CellAddress): CellAddress | null {
  const wanted = folded(text);
  if (wanted === "") return null;
  const { sheets, date1904 } = book.snapshot;
  const start = Math.max(
    0,
    sheets.findIndex(({ name }) => name === from.sheet),
  );
  for (let turn = 0; turn <= sheets.length; turn++) {
    const sheet = sheets[(start + turn) % sheets.length];
    for (const { row, column } of sheet?.cells ?? []) {
      const isBehind = row > from.row || (row === from.row && column > from.column);
      if ((turn === 0 && !isBehind) || (turn === sheets.length && isBehind)) continue;
      const at = { sheet: sheet?.name ?? "", row, column };
      const cell = book.cell(at);
      if (folded(displayText(book.shown(at).value, cell?.numberFormat, date1904 ?? false)).includes(wanted)) return at;
    }
  }
  return null;
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();
