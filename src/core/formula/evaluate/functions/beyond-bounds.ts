import type { Criterion } from "../criterion";
import type { Grid } from "../operand";
import { ColumnVector, type Stretch } from "../vector";

/**
 * Conditions that ask for numbers above or below a bound, over single columns: ten thousand SUMIF over ten thousand rows
 * look at a hundred million numbers, so they lie in blocks and the loops do nothing else (SPEC E11). The numbers found
 * come in the order of the rows, so that what is added up is, to the last bit, what adding cell by cell gives.
 */

export interface Condition {
  readonly grid: Grid;
  readonly criterion: Criterion;
}

interface Bounded {
  readonly numbers: Float64Array;
  readonly criterion: Criterion;
  readonly low: number;
  readonly high: number;
  readonly above: boolean;
}

/** Where all conditions hold: positions in the first one's column, in order. Valid until the next question. */
interface Found {
  readonly asked: Stretch;
  readonly places: Int32Array;
}

/** Reused from question to question: each is answered before the next is asked. */
let places = new Int32Array(0);
let picked = new Float64Array(0);

/** The columns that conditions ask about, by the positions of the first one's. */
interface BoundedColumns {
  readonly asked: Stretch;
  /** The sheet's row of the first range. */
  readonly top: number;
  readonly bounded: readonly Bounded[];
}

/** Null where a condition is of another kind, or where no column lies behind it. */
export function boundedColumns(conditions: readonly Condition[]): BoundedColumns | null {
  const [first] = conditions;
  const asked = first?.grid.columns === 1 ? first.grid.stretch?.(0) : undefined;
  if (!first || !asked) return null;
  const bounded: Bounded[] = [];
  for (const { grid, criterion } of conditions) {
    const { bound } = criterion;
    const stretch = grid.columns === 1 ? grid.stretch?.(0) : undefined;
    if (!bound || !stretch) return null;
    bounded.push({ ...bound, criterion, numbers: numbersBeside(asked, stretch, grid.top - first.grid.top) });
  }
  return { asked, top: first.grid.top, bounded };
}

/** Where all conditions hold; null where one is of another kind, or where no column lies behind it. */
export function placesBeyond(conditions: readonly Condition[]): Found | null {
  const columns = boundedColumns(conditions);
  if (!columns) return null;
  const { asked, bounded } = columns;
  const room = asked.to - asked.from;
  if (places.length < room) places = new Int32Array(room * 2);
  let count = 0;
  bounded.forEach((one, at) => (count = at === 0 ? pick(one, asked, places) : keep(one, places, count)));
  return { asked, places: places.subarray(0, count) };
}

/** The numbers of a column at the positions of another; null where an error among them may decide. */
export function numbersOf(asked: Stretch, values: Grid, top: number): Float64Array | null {
  const added = values.columns === 1 ? values.stretch?.(0) : undefined;
  if (!added || added.vector.hasErrors(added.from, added.to)) return null;
  return numbersBeside(asked, added, values.top - top);
}

/** The numbers that stand beside the places found; null where an error among them may decide. */
export function numbersAt({ asked, places: found }: Found, values: Grid, top: number): Float64Array | null {
  const beside = numbersOf(asked, values, top);
  if (!beside) return null;
  if (picked.length < found.length) picked = new Float64Array(found.length * 2);
  let count = 0;
  for (const place of found) {
    const number = beside[place] ?? NaN;
    picked[count] = number;
    // What is no number is written over by the next one.
    count += number === number ? 1 : 0;
  }
  return picked.subarray(0, count);
}

function pick({ numbers, criterion, low, high, above }: Bounded, { from, to }: Stretch, into: Int32Array): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const number = numbers[at] ?? NaN;
    into[count] = at;
    if (above ? number > high : number < low) count++;
    else if (number >= low && number <= high && criterion.holds(number)) count++;
  }
  return count;
}

function keep({ numbers, criterion, low, high, above }: Bounded, list: Int32Array, length: number): number {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const at = list[i] ?? 0;
    const number = numbers[at] ?? NaN;
    list[count] = at;
    if (above ? number > high : number < low) count++;
    else if (number >= low && number <= high && criterion.holds(number)) count++;
  }
  return count;
}

/** Numbers of one column at the filled cells of another, as far as both have been calculated. */
interface Beside {
  readonly numbers: Float64Array;
  from: number;
  to: number;
}

const known = new WeakMap<ColumnVector, WeakMap<ColumnVector, Map<number, Beside>>>();

function numbersBeside(asked: Stretch, added: Stretch, shift: number): Float64Array {
  if (asked.vector === added.vector && shift === 0) return asked.vector.numbers;
  const beside = besideOf(asked.vector, added.vector, shift);
  const apart = asked.from > beside.to || asked.to < beside.from;
  if (apart) {
    beside.from = asked.from;
    beside.to = asked.from;
  }
  if (asked.from < beside.from) fill(beside.numbers, asked, added, shift, asked.from, beside.from);
  if (asked.to > beside.to) fill(beside.numbers, asked, added, shift, beside.to, asked.to);
  beside.from = Math.min(beside.from, asked.from);
  beside.to = Math.max(beside.to, asked.to);
  return beside.numbers;
}

function besideOf(asked: ColumnVector, added: ColumnVector, shift: number): Beside {
  const byAdded = known.get(asked) ?? new WeakMap<ColumnVector, Map<number, Beside>>();
  known.set(asked, byAdded);
  const byShift = byAdded.get(added) ?? new Map<number, Beside>();
  byAdded.set(added, byShift);
  const beside = byShift.get(shift) ?? { numbers: new Float64Array(asked.rows.length).fill(NaN), from: 0, to: 0 };
  byShift.set(shift, beside);
  return beside;
}

/** Both columns are in order, so one walk meets both. */
function fill(into: Float64Array, asked: Stretch, added: Stretch, shift: number, from: number, to: number): void {
  const { rows, numbers } = added.vector;
  let at = added.vector.positionOf((asked.vector.rows[from] ?? 0) + shift, added.from);
  for (let position = from; position < to; position++) {
    const row = (asked.vector.rows[position] ?? 0) + shift;
    while (at < added.to && (rows[at] ?? 0) < row) at++;
    into[position] = at < added.to && rows[at] === row ? (numbers[at] ?? NaN) : NaN;
  }
}
