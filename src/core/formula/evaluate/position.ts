import { isCellError, type CellError, type CellScalar } from "../../workbook/snapshot";
import { NotEvaluated, type NumberMode } from "./book";
import { compareScalars, equalScalars, rankOf } from "./compare";
import { error } from "./operand";
import { hasWildcard, matchesPattern } from "./pattern";

type SearchKind = "exact" | "ascending" | "descending";

interface Line {
  readonly length: number;
  at(index: number): CellScalar;
}

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
  const pattern = typeof key === "string" && hasWildcard(key) ? key : null;
  for (let index = 0; index < line.length; index++) {
    const value = line.at(index);
    if (value === null || isCellError(value)) continue;
    if (pattern === null ? equalScalars(value, key, mode) : typeof value === "string" && matchesPattern(value, pattern))
      return index;
  }
  return error("#N/A");
}

/** Values of another kind, blanks and errors are passed over, as LOOKUP(2,1/(…)) relies on. */
function lastAtMost(key: CellScalar, line: Line, mode: NumberMode): number | CellError {
  let [found, last, previous]: [number, number, CellScalar] = [-1, -1, null];
  let sorted = true;
  let largest = true;
  for (let index = 0; index < line.length; index++) {
    const value = line.at(index);
    if (value === null || isCellError(value) || rankOf(value) !== rankOf(key)) continue;
    if (previous !== null && compareScalars(previous, value, mode) > 0) sorted = false;
    if (compareScalars(value, key, mode) <= 0) found = index;
    else largest = false;
    [last, previous] = [index, value];
  }
  // A key beyond all values finds the last one, sorted or not: the search always goes right.
  if (!sorted && !largest) throw new NotEvaluated("approximate search in unsorted data");
  const position = largest ? last : found;
  return position < 0 ? error("#N/A") : position;
}

function lastAtLeast(key: CellScalar, line: Line, mode: NumberMode): number | CellError {
  let [found, previous]: [number, CellScalar] = [-1, null];
  for (let index = 0; index < line.length; index++) {
    const value = line.at(index);
    if (value === null || isCellError(value) || rankOf(value) !== rankOf(key)) continue;
    if (previous !== null && compareScalars(previous, value, mode) < 0) {
      throw new NotEvaluated("approximate search in unsorted data");
    }
    if (compareScalars(value, key, mode) >= 0) found = index;
    previous = value;
  }
  return found < 0 ? error("#N/A") : found;
}
