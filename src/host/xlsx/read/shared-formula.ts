import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, type CellPosition } from "../../../core/workbook/address";
import { formulaTokens } from "../../../core/formula/tokens";

/** A formula that can be written out for any cell. */
export interface MovableFormula {
  /** The formula as it reads at another cell; relative references move along, over the edge to the other side. */
  at(cell: CellPosition): string;
}

type Piece = string | { readonly axis: "row" | "column"; readonly index: number };

/** Takes the formula at its master cell apart once, so that thousands of followers cost little each (SPEC X6). */
export function movableFormula(formula: string, master: CellPosition): MovableFormula {
  const pieces = joinText(formulaPieces(formula));
  return {
    at: (cell) => {
      const down = cell.row - master.row;
      const right = cell.column - master.column;
      let text = "";
      for (const piece of pieces) {
        if (typeof piece === "string") text += piece;
        else if (piece.axis === "row") text += String(wrap(piece.index + down, MAX_ROWS) + 1);
        else text += letters(wrap(piece.index + right, MAX_COLUMNS));
      }
      return text;
    },
  };
}

/** Column names, kept once they were made: the same few stand in thousands of formulas. */
const knownLetters: string[] = [];
const letters = (column: number): string => (knownLetters[column] ??= columnName(column));

const wrap = (index: number, size: number): number => ((index % size) + size) % size;

/** The text of the formula, with the relative rows and columns of its references set apart. */
function* formulaPieces(formula: string): Generator<Piece> {
  let at = 0;
  for (const { type, loc } of formulaTokens(formula)) {
    const start = loc?.[0] ?? at;
    const end = loc?.[1] ?? at;
    yield formula.slice(at, start);
    const text = formula.slice(start, end);
    at = end;
    if (type === "range" || type === "range_beam" || type === "range_ternary") yield* referencePieces(text);
    else yield text;
  }
  yield formula.slice(at);
}

/** A reference is a sheet prefix and one or two corners, each with a column, a row or both. */
function* referencePieces(text: string): Generator<Piece> {
  const bang = text.lastIndexOf("!") + 1;
  yield text.slice(0, bang);
  for (const part of text.slice(bang).split(/(\.?:\.?)/)) {
    const corner = /^(?:(\$)?([A-Za-z]{1,3}))?(?:(\$)?(\d{1,7}))?$/.exec(part);
    if (!corner) {
      yield part;
      continue;
    }
    const [, fixedColumn, column, fixedRow, digits] = corner;
    if (column !== undefined) {
      const index = columnIndex(column);
      yield fixedColumn || index === null ? (fixedColumn ?? "") + column : { axis: "column", index };
    }
    if (digits !== undefined) yield fixedRow ? fixedRow + digits : { axis: "row", index: Number(digits) - 1 };
  }
}

function joinText(pieces: Iterable<Piece>): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === "string" && typeof last === "string") joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
