import { highest } from "../../workbook/long-lists";
import type { CellAddress, Rect } from "../../workbook/address";
import { isCellError, type CellError, type CellErrorCode, type CellScalar } from "../../workbook/snapshot";
import { NotEvaluated, type FormulaBook, type NumberMode } from "./book";
import { ColumnVector, type Stretch } from "./vector";

/** What an expression yields: a scalar, cells of the workbook, or a block of values. */
export type Operand = CellScalar | Reference | Grid;

export interface Area {
  readonly sheet: string;
  readonly rect: Rect;
}

/** Cells by place; several areas only where a union says so. */
export interface Reference {
  readonly kind: "reference";
  readonly areas: readonly Area[];
}

/** A block of values. Outside `extent` every value is null, so that A:A costs what it holds. */
export interface Grid {
  readonly kind: "grid";
  readonly rows: number;
  readonly columns: number;
  readonly extent: { readonly rows: number; readonly columns: number };
  at(row: number, column: number): CellScalar;
  /** Of cells of a sheet: one column of the block as a stretch of its vector. Absent for values that stand nowhere. */
  readonly stretch?: (column: number) => Stretch;
  /** The sheet's row of the block's first row; 0 for values that stand nowhere. */
  readonly top: number;
}

/** Where and how a formula is evaluated. */
export interface Place {
  readonly book: FormulaBook;
  readonly at: CellAddress;
  readonly mode: NumberMode;
  /** Nesting of names that are being resolved. */
  readonly names: number;
  /** How far the cell lies from the one that the formula's tree was read for: relative references move along. */
  readonly shift: { readonly rows: number; readonly columns: number };
}

export const NO_SHIFT = { rows: 0, columns: 0 };

/** More values than any scoring table holds; beyond it an array is refused rather than spread. */
const MAX_GRID = 4_194_304;

export const error = (code: CellErrorCode): CellError => ({ error: code });

export const isReference = (operand: Operand): operand is Reference =>
  typeof operand === "object" && operand !== null && "kind" in operand && operand.kind === "reference";
export const isGrid = (operand: Operand): operand is Grid =>
  typeof operand === "object" && operand !== null && "kind" in operand && operand.kind === "grid";
export const isErrorOperand = (operand: Operand): operand is CellError =>
  !isReference(operand) && !isGrid(operand) && isCellError(operand);

export const gridOf = (cells: readonly (readonly CellScalar[])[]): Grid => {
  const columns = cells[0]?.length ?? 0;
  return {
    kind: "grid",
    rows: cells.length,
    columns,
    extent: { rows: cells.length, columns },
    top: 0,
    at: (row, column) => cells[row]?.[column] ?? null,
  };
};

/** The cells of one area, read when they are asked for. */
export function areaGrid({ sheet, rect }: Area, book: FormulaBook): Grid {
  const used = book.used(sheet);
  return {
    kind: "grid",
    rows: rect.bottom - rect.top + 1,
    columns: rect.right - rect.left + 1,
    extent: {
      rows: used ? Math.max(0, Math.min(rect.bottom, used.bottom) - rect.top + 1) : 0,
      columns: used ? Math.max(0, Math.min(rect.right, used.right) - rect.left + 1) : 0,
    },
    top: rect.top,
    at: (row, column) => book.cell(sheet, rect.top + row, rect.left + column),
    // A single cell is read as it is.
    ...(rect.bottom > rect.top && {
      stretch: (column: number) => stretchOf(book, { sheet, rect }, rect.left + column),
    }),
  };
}

function stretchOf(book: FormulaBook, { sheet, rect }: Area, column: number): Stretch {
  if (book.stretch) return book.stretch(sheet, column, rect.top, rect.bottom);
  const rows: number[] = [];
  const last = Math.min(rect.bottom, book.used(sheet)?.bottom ?? -1);
  for (let row = rect.top; row <= last; row++) if (book.cell(sheet, row, column) !== null) rows.push(row);
  return { vector: new ColumnVector(rows, (row) => book.cell(sheet, row, column)), from: 0, to: rows.length };
}

/** A block of values for any operand; null for a reference of several areas. */
export function asGrid(operand: Operand, place: Place): Grid | null {
  if (isGrid(operand)) return operand;
  if (!isReference(operand)) return gridOf([[operand]]);
  const [area] = operand.areas;
  return area && operand.areas.length === 1 ? areaGrid(area, place.book) : null;
}

/** All blocks of an operand: one for each area. */
export const gridsOf = (operand: Operand, place: Place): readonly Grid[] =>
  isReference(operand) ? operand.areas.map((area) => areaGrid(area, place.book)) : [asGrid(operand, place)].flatMap((grid) => grid ?? []); // prettier-ignore

/** Visits what a block holds, row by row, leaving out empty cells of a sheet. */
export function visit(grid: Grid, each: (value: CellScalar) => void): void {
  const { stretch } = grid;
  if (!stretch) {
    for (let row = 0; row < grid.extent.rows; row++) {
      for (let column = 0; column < grid.extent.columns; column++) each(grid.at(row, column));
    }
    return;
  }
  const stretches = Array.from({ length: grid.extent.columns }, (_, column) => stretch(column));
  const [only] = stretches;
  if (only && stretches.length === 1) {
    for (let at = only.from; at < only.to; at++) each(only.vector.values[at] ?? null);
    return;
  }
  const next = stretches.map(({ from }) => from);
  for (;;) {
    let row = Infinity;
    stretches.forEach(({ vector, to }, i) => {
      const at = next[i] ?? to;
      if (at < to) row = Math.min(row, vector.rows[at] ?? Infinity);
    });
    if (row === Infinity) return;
    stretches.forEach(({ vector, to }, i) => {
      const at = next[i] ?? to;
      if (at >= to || vector.rows[at] !== row) return;
      each(vector.values[at] ?? null);
      next[i] = at + 1;
    });
  }
}

/** Reads a block whose rows are mostly asked for in order: each search in a column begins where the last one ended. */
export function readerOf(grid: Grid): (row: number, column: number) => CellScalar {
  const { stretch, extent, top } = grid;
  if (!stretch) return (row, column) => grid.at(row, column);
  const columns: ReturnType<typeof stretch>[] = [];
  const places: number[] = [];
  return (row, column) => {
    if (column >= extent.columns) return null;
    const { vector, from, to } = (columns[column] ??= stretch(column));
    const { rows, values } = vector;
    const wanted = top + row;
    let at = places[column] ?? from;
    if (rows[at] !== wanted) {
      if (rows[at + 1] === wanted) at += 1;
      else at = vector.positionOf(wanted, (rows[at] ?? Infinity) < wanted ? at : from);
      places[column] = at;
    }
    return at < to && rows[at] === wanted ? (values[at] ?? null) : null;
  };
}

/** The scalar that a plain cell formula takes of a reference: the cell itself, or the one in its own row or column. */
export function intersection(reference: Reference, place: Place): CellScalar {
  const [area] = reference.areas;
  if (!area || reference.areas.length > 1) return error("#VALUE!");
  const { rect, sheet } = area;
  const row = rect.top === rect.bottom ? rect.top : place.at.row;
  const column = rect.left === rect.right ? rect.left : place.at.column;
  const inside = row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
  // A block wide and high gives nothing, even where the cell stands inside it.
  const line = rect.top === rect.bottom || rect.left === rect.right;
  return inside && line ? place.book.cell(sheet, row, column) : error("#VALUE!");
}

/** A scalar or a block where a value is wanted; `spread` is true inside array formulas and SUMPRODUCT. */
export function valueOf(operand: Operand, place: Place, spread: boolean): CellScalar | Grid {
  if (!isReference(operand))
    return isGrid(operand) && operand.rows * operand.columns === 1 ? operand.at(0, 0) : operand;
  if (!spread) return intersection(operand, place);
  const grid = asGrid(operand, place);
  if (!grid) return error("#VALUE!");
  return grid.rows * grid.columns === 1 ? grid.at(0, 0) : grid;
}

/** Applies a function of scalars over blocks, value by value; what has no partner is #N/A. */
export function lift(
  values: readonly (CellScalar | Grid)[],
  { book }: Pick<Place, "book">,
  apply: (scalars: readonly CellScalar[]) => Operand,
): CellScalar | Grid {
  const grids = values.filter(isGrid);
  if (grids.length === 0) {
    const result = apply(values as readonly CellScalar[]);
    return isGrid(result) ? result : scalarResult(result);
  }
  const rows = highest(grids.map((grid) => grid.rows));
  const columns = highest(grids.map((grid) => grid.columns));
  if (rows * columns > MAX_GRID) throw new NotEvaluated("an array too large");
  if (book.arrays && (book.arrays.left -= rows * columns) < 0)
    throw new NotEvaluated("more arrays than one recalculation works out");
  const partners = values.map((value) => (isGrid(value) ? partnerIn(value) : () => value));
  // One list for all: what is applied takes its values out at once.
  const scalars: CellScalar[] = values.map(() => null);
  const cells: CellScalar[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: CellScalar[] = [];
    for (let column = 0; column < columns; column++) {
      for (let i = 0; i < partners.length; i++) scalars[i] = partners[i]?.(row, column) ?? null;
      line.push(scalarResult(apply(scalars)));
    }
    cells.push(line);
  }
  return gridOf(cells);
}

/** What a block has for a place of a larger one: a single row or column goes for all. */
function partnerIn(grid: Grid): (row: number, column: number) => CellScalar {
  const [oneRow, oneColumn] = [grid.rows === 1, grid.columns === 1];
  // A single row is asked for again and again, not in order.
  const read = oneRow ? (row: number, column: number) => grid.at(row, column) : readerOf(grid);
  return (row, column) => {
    const r = oneRow ? 0 : row;
    const c = oneColumn ? 0 : column;
    return r < grid.rows && c < grid.columns ? read(r, c) : error("#N/A");
  };
}

const scalarResult = (operand: Operand): CellScalar => {
  if (isGrid(operand)) return operand.at(0, 0);
  if (isReference(operand)) throw new NotEvaluated("a reference inside an array");
  return operand;
};

/** The smallest rectangle around both, for A1:INDEX(…). */
export function hull(a: Reference, b: Reference): Operand {
  const [first, second] = [a.areas[0], b.areas[0]];
  if (!first || !second || a.areas.length > 1 || b.areas.length > 1) return error("#VALUE!");
  if (first.sheet !== second.sheet) return error("#VALUE!");
  const rect = {
    top: Math.min(first.rect.top, second.rect.top),
    left: Math.min(first.rect.left, second.rect.left),
    bottom: Math.max(first.rect.bottom, second.rect.bottom),
    right: Math.max(first.rect.right, second.rect.right),
  };
  return { kind: "reference", areas: [{ sheet: first.sheet, rect }] };
}

/** The cells that both cover: SUM(A1:C3 B2:D4). */
export function common(a: Reference, b: Reference): Operand {
  const areas = a.areas.flatMap((x) =>
    b.areas.flatMap((y) => {
      const rect = {
        top: Math.max(x.rect.top, y.rect.top),
        left: Math.max(x.rect.left, y.rect.left),
        bottom: Math.min(x.rect.bottom, y.rect.bottom),
        right: Math.min(x.rect.right, y.rect.right),
      };
      return x.sheet === y.sheet && rect.top <= rect.bottom && rect.left <= rect.right ? [{ sheet: x.sheet, rect }] : []; // prettier-ignore
    }),
  );
  return areas.length > 0 ? { kind: "reference", areas } : error("#NULL!");
}
