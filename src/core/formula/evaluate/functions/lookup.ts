import type { CellScalar } from "../../../workbook/snapshot";
import { fixed, type FunctionTable } from "../declare";
import { asGrid, error, gridOf, isGrid, isReference, type Grid, type Operand } from "../operand";
import { NotEvaluated } from "../book";
import { columnLine, lineOf, positionOf, rowLine } from "../position";

const match = fixed(["scalar", "range", "number?"], (place, wanted, range, type = 1) => {
  const grid = asGrid(range, place);
  const line = grid && lineOf(grid);
  if (!line) return error("#N/A");
  const kind = type === 0 ? "exact" : type > 0 ? "ascending" : "descending";
  const position = positionOf(wanted, line, kind, place.mode);
  return typeof position === "number" ? position + 1 : position;
});

/** VLOOKUP looks down the first column, HLOOKUP along the first row. */
const tableLookup = (across: boolean) =>
  fixed(["scalar", "range", "integer", "logical?"], (place, wanted, range, index, approximate = true) => {
    const grid = asGrid(range, place);
    if (!grid) return error("#VALUE!");
    // A value in place of a table: text is none, a number or a truth value is one that never fits.
    if (!isReference(range) && !isGrid(range)) return error(typeof range === "string" ? "#VALUE!" : "#N/A");
    if (index < 1) return error("#VALUE!");
    if (index > (across ? grid.rows : grid.columns)) return error("#REF!");
    const line = across ? rowLine(grid, 0) : columnLine(grid, 0);
    const position = positionOf(wanted, line, approximate ? "ascending" : "exact", place.mode);
    if (typeof position !== "number") return position;
    return across ? grid.at(index - 1, position) : grid.at(position, index - 1);
  });

const lookup = fixed(["scalar", "array", "array?"], (place, wanted, vector, results) => {
  const grid = asGrid(vector, place);
  if (!grid) return error("#VALUE!");
  // A block wider than high is searched along its first row, and answers from its last.
  const across = grid.columns > grid.rows;
  const line = across ? rowLine(grid, 0) : columnLine(grid, 0);
  const position = positionOf(wanted, line, "ascending", place.mode);
  if (typeof position !== "number") return position;
  if (results === undefined) return across ? grid.at(grid.rows - 1, position) : grid.at(position, grid.columns - 1);
  const answers = asGrid(results, place);
  if (!answers) return error("#VALUE!");
  if (answers.rows > 1 && answers.columns > 1) return error("#N/A");
  return answers.columns === 1 ? answers.at(position, 0) : answers.at(0, position);
});

/** INDEX keeps cells as cells, so that A1:INDEX(A:A,5) is a range; 0 stands for the whole row or column. */
const index = fixed(["array", "integer", "integer?", "integer?"], (place, whole, row, column, area = 1) => {
  if (area < 1) return error("#VALUE!");
  const part = isReference(whole) ? whole.areas[area - 1] : undefined;
  if (area > 1 && !part) return error("#REF!");
  const from: Operand = part ? { kind: "reference", areas: [part] } : whole;
  const grid = asGrid(from, place);
  if (!grid) return error("#REF!");
  const along = column === undefined && grid.rows === 1;
  const [r, c] = along ? [1, row] : [row, column ?? (grid.columns === 1 ? 1 : 0)];
  if (r < 0 || c < 0) return error("#VALUE!");
  if (r > grid.rows || c > grid.columns) return error("#REF!");
  return block(from, grid, { top: r === 0 ? 0 : r - 1, bottom: r === 0 ? grid.rows - 1 : r - 1, left: c === 0 ? 0 : c - 1, right: c === 0 ? grid.columns - 1 : c - 1 }); // prettier-ignore
});

/** A part of a block; of cells it is cells again. */
export function block(
  from: Operand,
  grid: Grid,
  part: { top: number; bottom: number; left: number; right: number },
): Operand {
  if (isReference(from)) {
    const [area] = from.areas;
    if (!area) return error("#REF!");
    const { top, left } = area.rect;
    const rect = { top: top + part.top, bottom: top + part.bottom, left: left + part.left, right: left + part.right };
    return { kind: "reference", areas: [{ sheet: area.sheet, rect }] };
  }
  const cells: CellScalar[][] = [];
  for (let row = part.top; row <= part.bottom; row++) {
    const line: CellScalar[] = [];
    for (let column = part.left; column <= part.right; column++) line.push(grid.at(row, column));
    cells.push(line);
  }
  return gridOf(cells);
}

/** ROW and COLUMN: of the cell itself, of a reference, one number for each of its rows or columns. */
const numberOf = (axis: "row" | "column") =>
  fixed(["range?"], (place, range) => {
    if (range === undefined) return place.at[axis] + 1;
    const area = isReference(range) && range.areas.length === 1 ? range.areas[0] : undefined;
    if (!area) return error("#VALUE!");
    const [first, last] = axis === "row" ? [area.rect.top, area.rect.bottom] : [area.rect.left, area.rect.right];
    if (last - first > 100_000) throw new NotEvaluated(`${axis} numbers of a whole sheet`);
    const numbers = Array.from({ length: last - first + 1 }, (_, n) => first + n + 1);
    return gridOf(axis === "row" ? numbers.map((n) => [n]) : [numbers]);
  });

const size = (axis: "rows" | "columns") =>
  fixed(["array"], (place, range) => asGrid(range, place)?.[axis] ?? error("#REF!"));

export const LOOKUP: FunctionTable = {
  MATCH: match,
  VLOOKUP: tableLookup(false),
  HLOOKUP: tableLookup(true),
  LOOKUP: lookup,
  INDEX: index,
  ROW: numberOf("row"),
  COLUMN: numberOf("column"),
  ROWS: size("rows"),
  COLUMNS: size("columns"),
};
