import { columnIndex, MAX_ROWS, type CellPosition } from "../workbook/address";

/** Text in quotes, numbers, words (also references, functions, names), and any other single character. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\d[\w.]*|[A-Za-z_$\\\u0080-\uffff][\w.$\\\u0080-\uffff]*|[^]/g;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;

/**
 * A formula's text as seen from its cell: formulas that were filled down or across have the same one, so that a column
 * of ten thousand is parsed once. Null where the text is not to be compared in this way (brackets of tables and links).
 */
export function relativeText(formula: string, at: CellPosition): string | null {
  if (formula.includes("[")) return null;
  return formula.replace(PIECE, (piece, offset: number) => {
    const next = formula.charAt(offset + piece.length);
    return next === "(" || next === "!" ? piece : relativeCell(piece, at);
  });
}

function relativeCell(piece: string, at: CellPosition): string {
  const cell = CELL.exec(piece);
  if (!cell) return piece;
  const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] = cell;
  const column = columnIndex(letters);
  const row = Number(digits) - 1;
  if (column === null || row >= MAX_ROWS) return piece;
  return `\u0001${fixedColumn}${fixedColumn ? column : column - at.column},${fixedRow}${fixedRow ? row : row - at.row};`;
}
