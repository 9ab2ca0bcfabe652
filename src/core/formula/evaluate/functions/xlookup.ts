import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { compareScalars, equalScalars, rankOf } from "../compare";
import { fixed, withDefaults, type FunctionTable } from "../declare";
import { asGrid, error, type Operand, type Place } from "../operand";
import { hasWildcard, matchesPattern } from "../pattern";
import { lineOf, plainPosition, type Line } from "../position";
import { block } from "./lookup";

/** XLOOKUP and XMATCH: what fits is asked of every value, in the order given. */

interface Search {
  /** 0 exactly, −1 or the next smaller, 1 or the next larger, 2 by a pattern. */
  readonly match: number;
  /** 1 from the first, −1 from the last, 2 and −2 in data sorted upward or downward. */
  readonly order: number;
}

const MATCHES = [0, -1, 1, 2];
const ORDERS = [1, -1, 2, -2];

function found(wanted: CellScalar, line: Line, search: Search, place: Place): number | CellError {
  if (isCellError(wanted)) return wanted;
  if (wanted === null) throw new NotEvaluated("search for an empty cell");
  const { match, order } = search;
  if (match === 2 && (order === 2 || order === -2)) return error("#VALUE!");
  if (match === 0 && order === 1) return plainPosition(wanted, line, place.mode);
  if (order === 2 || order === -2) expectSorted(wanted, line, order, place);
  const places = Array.from({ length: line.length }, (_, at) => at);
  if (order === -1) places.reverse();
  if (match === 2) return places.find((at) => fits(line.at(at), wanted, place)) ?? error("#N/A");
  return nearest(wanted, line, places, match, place);
}

function fits(value: CellScalar, wanted: CellScalar, { mode }: Place): boolean {
  if (typeof value === "string" && typeof wanted === "string" && hasWildcard(wanted)) return matchesPattern(value, wanted); // prettier-ignore
  return value !== null && !isCellError(value) && equalScalars(value, wanted, mode);
}

/** The first value that is equal, or else the first of those that lie nearest on the side asked for. */
function nearest(
  wanted: CellScalar,
  line: Line,
  places: readonly number[],
  match: number,
  { mode }: Place,
): number | CellError {
  let best: { readonly at: number; readonly value: CellScalar } | null = null;
  for (const at of places) {
    const value = line.at(at);
    if (value === null || isCellError(value)) continue;
    const side = equalScalars(value, wanted, mode) ? 0 : match === 0 ? null : compareScalars(value, wanted, mode);
    if (side === 0) return at;
    if (side === null || Math.sign(side) !== match) continue;
    if (best === null || Math.sign(compareScalars(best.value, value, mode)) === match) best = { at, value };
  }
  return best?.at ?? error("#N/A");
}

/** A search by halves finds in sorted data what a walk finds; what it hits in unsorted data, or of equal values, is not guessed. */
function expectSorted(wanted: CellScalar, line: Line, order: number, { mode }: Place): void {
  let before: CellScalar = null;
  for (let at = 0; at < line.length; at++) {
    const value = line.at(at);
    if (value === null || isCellError(value) || rankOf(value) !== rankOf(wanted)) continue;
    const step = before === null ? order : compareScalars(value, before, mode);
    if (Math.sign(step) !== Math.sign(order)) throw new NotEvaluated("approximate search in unsorted data");
    before = value;
  }
}

function searchOf(match: number, order: number): Search | null {
  if (match === 3) throw new NotEvaluated("search by a regular expression");
  return MATCHES.includes(match) && ORDERS.includes(order) ? { match, order } : null;
}

const xmatch = withDefaults(
  fixed(["scalar", "range", "integer?", "integer?"], (place, wanted, range, match = 0, order = 1) => {
    const grid = asGrid(range, place);
    const line = grid && lineOf(grid);
    const search = searchOf(match, order);
    if (!line || !search) return error("#VALUE!");
    const at = found(wanted, line, search, place);
    return typeof at === "number" ? at + 1 : at;
  }),
);

const xlookup = withDefaults(fixed(["scalar", "range", "range", "any?", "integer?", "integer?"], (place, wanted, range, results, instead, match = 0, order = 1): Operand => {
  const [grid, answers] = [asGrid(range, place), asGrid(results, place)];
  const search = searchOf(match, order);
  const line = grid && lineOf(grid);
  if (!line || !answers || !search) return error("#VALUE!");
  const down = grid.columns === 1;
  if (down ? answers.rows !== grid.rows : answers.columns !== grid.columns) return error("#VALUE!");
  const at = found(wanted, line, search, place);
  if (typeof at !== "number") return at.error === "#N/A" && !isCellError(wanted) && instead !== undefined ? instead : at;
  const [last, wide] = [answers.rows - 1, answers.columns - 1];
  return block(results, answers, down ? { top: at, bottom: at, left: 0, right: wide } : { top: 0, bottom: last, left: at, right: at });
})); // prettier-ignore

export const XLOOKUP: FunctionTable = { XMATCH: xmatch, XLOOKUP: xlookup };
