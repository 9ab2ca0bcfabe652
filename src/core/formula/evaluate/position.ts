import { isCellError, type CellError, type CellScalar } from "../../workbook/snapshot";
import { NotEvaluated, type NumberMode } from "./book";
import { compareScalars, equalScalars, rankOf } from "./compare";
import { error, type Grid } from "./operand";
import { hasWildcard, matchesPattern } from "./pattern";
import { firstAtLeast, keyOf, type Stretch } from "./vector";

export type SearchKind = "exact" | "ascending" | "descending";

/** A row or column that is searched; a column of a sheet comes with its vector and the sheet's row that it begins in. */
export interface Line {
  readonly length: number;
  at(index: number): CellScalar;
  readonly column?: { readonly stretch: Stretch; readonly top: number };
}

/** One column of a block, or one row. */
export const columnLine = (grid: Grid, column: number): Line => ({
  length: grid.extent.rows,
  at: (index) => grid.at(index, column),
  ...(grid.stretch && column < grid.extent.columns && { column: { stretch: grid.stretch(column), top: grid.top } }),
});
export const rowLine = (grid: Grid, row: number): Line => ({
  length: grid.extent.columns,
  at: (index) => grid.at(row, index),
});
/** The values of a single row or column; null for a block. */
export const lineOf = (grid: Grid): Line | null =>
  grid.columns === 1 ? columnLine(grid, 0) : grid.rows === 1 ? rowLine(grid, 0) : null;

/**
 * Where a value stands in a row or column, from 0. Approximate search wants sorted data: what Excel's
 * binary search happens to hit in unsorted data is not guessed, nor whether an empty key finds a zero.
 */
export function positionOf(wanted: CellScalar, line: Line, kind: SearchKind, mode: NumberMode): number | CellError {
  if (isCellError(wanted)) return wanted;
  const position = searched(wanted ?? 0, line, kind, mode);
  if (wanted === null && typeof position === "number") throw new NotEvaluated("search for an empty cell");
  return position;
}

function searched(key: CellScalar, line: Line, kind: SearchKind, mode: NumberMode): number | CellError {
  if (kind === "exact") return exactPosition(key, line, mode);
  return kind === "ascending" ? lastAtMost(key, line, mode) : lastAtLeast(key, line, mode);
}

function exactPosition(key: CellScalar, line: Line, mode: NumberMode): number | CellError {
  if (typeof key !== "string" || !hasWildcard(key)) return plainPosition(key, line, mode);
  for (let index = 0; index < line.length; index++) {
    const value = line.at(index);
    if (typeof value === "string" && matchesPattern(value, key)) return index;
  }
  return error("#N/A");
}

/** The first place of an equal value; the signs of patterns stand for themselves. */
export function plainPosition(key: CellScalar, line: Line, mode: NumberMode): number | CellError {
  if (line.column) return indexedPosition(key, line.column, mode);
  for (let index = 0; index < line.length; index++) {
    const value = line.at(index);
    if (value !== null && !isCellError(value) && equalScalars(value, key, mode)) return index;
  }
  return error("#N/A");
}

function indexedPosition(
  key: CellScalar,
  { stretch: { vector, from, to }, top }: NonNullable<Line["column"]>,
  mode: NumberMode,
): number | CellError {
  const positions = vector.positionsWith(keyOf(key));
  for (let i = firstAtLeast(positions, from, 0); i < positions.length; i++) {
    const position = positions[i] ?? to;
    if (position >= to) break;
    const value = vector.values[position] ?? null;
    if (!isCellError(value) && equalScalars(value, key, mode)) return (vector.rows[position] ?? 0) - top;
  }
  return error("#N/A");
}

/** Values of the key's kind, in order, with their places; blanks, errors and other kinds are passed over. */
interface Candidates {
  readonly values: readonly CellScalar[];
  readonly places: readonly number[];
  readonly ascending: boolean;
  readonly descending: boolean;
}

const kept = new WeakMap<object, Map<string, Candidates>>();

/** Kept for a column that has settled: a table is looked up many times. */
function candidatesOf(line: Line, rank: number, mode: NumberMode): Candidates {
  if (!line.column) return collected(line, rank, mode);
  const { vector, from, to } = line.column.stretch;
  const known = kept.get(vector) ?? new Map<string, Candidates>();
  kept.set(vector, known);
  const name = `${from} ${to} ${rank} ${mode} ${line.column.top}`;
  const candidates = known.get(name) ?? collected(line, rank, mode);
  known.set(name, candidates);
  return candidates;
}

function collected(line: Line, rank: number, mode: NumberMode): Candidates {
  const values: CellScalar[] = [];
  const places: number[] = [];
  let [ascending, descending] = [true, true];
  const add = (value: CellScalar, place: number): void => {
    if (value === null || isCellError(value) || rankOf(value) !== rank) return;
    const order = values.length === 0 ? 0 : compareScalars(values.at(-1) ?? null, value, mode);
    if (order > 0) ascending = false;
    if (order < 0) descending = false;
    values.push(value);
    places.push(place);
  };
  if (line.column) {
    const { stretch, top } = line.column;
    for (let at = stretch.from; at < stretch.to; at++) {
      add(stretch.vector.values[at] ?? null, (stretch.vector.rows[at] ?? 0) - top);
    }
  } else for (let index = 0; index < line.length; index++) add(line.at(index), index);
  return { values, places, ascending, descending };
}

/** LOOKUP(2,1/(…)) relies on errors being passed over. */
function lastAtMost(key: CellScalar, line: Line, mode: NumberMode): number | CellError {
  const { values, places, ascending } = candidatesOf(line, rankOf(key), mode);
  // A key beyond all values finds the last one, sorted or not: the search always goes right.
  if (!ascending && values.some((value) => compareScalars(value, key, mode) > 0)) {
    throw new NotEvaluated("approximate search in unsorted data");
  }
  const found = ascending ? firstWhere(values, (value) => compareScalars(value, key, mode) > 0) - 1 : values.length - 1;
  return places[found] ?? error("#N/A");
}

function lastAtLeast(key: CellScalar, line: Line, mode: NumberMode): number | CellError {
  const { values, places, descending } = candidatesOf(line, rankOf(key), mode);
  if (!descending) throw new NotEvaluated("approximate search in unsorted data");
  return places[firstWhere(values, (value) => compareScalars(value, key, mode) < 0) - 1] ?? error("#N/A");
}

/** The first place in a list where a test holds that holds from there on. */
function firstWhere(values: readonly CellScalar[], holds: (value: CellScalar) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? null)) high = middle;
    else low = middle + 1;
  }
  return low;
}
