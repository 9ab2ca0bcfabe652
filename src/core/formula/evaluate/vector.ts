import { isCellError, type CellError, type CellScalar } from "../../workbook/snapshot";
import { fifteenDigits } from "./fifteen-digits";
import { plainNumber } from "./plain-number";

const ASKED_OFTEN = 3;

/**
 * One column of a sheet as functions over ranges read it: only cells that hold something, in order, with their numbers
 * in one block and an index by value. So a sum costs what it adds, and a lookup does not walk the column (SPEC E11).
 * Cells that are not calculated yet wait; what is asked of the vector looks only at what has settled.
 */
export class ColumnVector {
  readonly rows: readonly number[];
  readonly values: CellScalar[];
  /** NaN where the value is no number. */
  readonly numbers: Float64Array;
  /** For each position the nearest one from there on that may still wait. */
  private readonly waiting: Int32Array;
  private readonly errors: number[] = [];
  private byKey: Map<string, number[]> | null = null;
  /** Sorted copies of stretches that were asked for more than once; how often, until then. */
  private readonly sorted = new Map<string, Float64Array | number>();
  /** The last sum, from where a longer one from the same start goes on: a running total costs one addition a row. */
  private summed = { from: 0, to: 0, sum: 0 };

  /** `known` gives the value of a row, or undefined where it waits. */
  constructor(rows: readonly number[], known: (row: number) => CellScalar | undefined) {
    this.rows = rows;
    this.values = new Array<CellScalar>(rows.length).fill(null);
    this.numbers = new Float64Array(rows.length).fill(NaN);
    this.waiting = Int32Array.from({ length: rows.length + 1 }, (_, position) => position);
    rows.forEach((row, position) => {
      const value = known(row);
      if (value !== undefined) this.settle(position, value);
    });
  }

  /** Nothing where the position has its value already: whoever reads a cell and the cell itself may both tell it. */
  settle(position: number, value: CellScalar): void {
    if (this.waiting[position] !== position) return;
    this.waiting[position] = position + 1;
    this.values[position] = value;
    if (typeof value === "number") this.numbers[position] = value;
    else if (isCellError(value)) insertInOrder(this.errors, position);
    if (this.byKey) insert(this.byKey, keyOf(value), position);
  }

  /** Whether one of the settled positions holds an error. */
  hasErrors(from: number, to: number): boolean {
    const failed = this.errors[firstAtLeast(this.errors, from, 0)];
    return failed !== undefined && failed < to;
  }

  /** What SUM gives of settled positions: the first error, or the numbers added from top to bottom. */
  sum(from: number, to: number): number | CellError {
    const failed = this.errors[firstAtLeast(this.errors, from, 0)];
    const failure = failed !== undefined && failed < to ? (this.values[failed] ?? null) : null;
    if (isCellError(failure)) return failure;
    const { summed, numbers } = this;
    const goesOn = summed.from === from && summed.to <= to;
    let sum = goesOn ? summed.sum : 0;
    for (let at = goesOn ? summed.to : from; at < to; at++) {
      const number = numbers[at] ?? NaN;
      if (!Number.isNaN(number)) sum += number;
    }
    this.summed = { from, to, sum };
    return sum;
  }

  /**
   * The numbers of settled positions in order, each as `compared` takes it in this mode; null on the first times a stretch is asked for,
   * since a stretch that grows from row to row is never asked for again and its copies would fill the memory.
   */
  numbersInOrder(from: number, to: number, mode: string, compared: (x: number) => number): Float64Array | null {
    const name = `${from} ${to} ${mode}`;
    const known = this.sorted.get(name) ?? 0;
    if (typeof known !== "number") return known;
    if (known < ASKED_OFTEN) {
      // Only the stretch of the moment is counted, so that growing ones cost nothing.
      if (known === 0) for (const [other, copy] of this.sorted) if (typeof copy === "number") this.sorted.delete(other);
      this.sorted.set(name, known + 1);
      return null;
    }
    const numbers = this.numbers.subarray(from, to).filter((number) => !Number.isNaN(number));
    const ordered = numbers.map(compared).sort();
    this.sorted.set(name, ordered);
    return ordered;
  }

  /** The first position from `from` on whose value is not known yet; the length of the vector where there is none. */
  nextWaiting(from: number): number {
    const { waiting } = this;
    let end = from;
    for (let next = waiting[end] ?? end; next !== end; next = waiting[end] ?? end) end = next;
    for (let at = from; at !== end;) {
      const next = waiting[at] ?? end;
      waiting[at] = end;
      at = next;
    }
    return end;
  }

  /** The position of the first row at or after `row`. */
  positionOf(row: number, from = 0): number {
    return firstAtLeast(this.rows, row, from);
  }

  /** Positions whose values have this key, in order; equal values have equal keys, but not the other way round. */
  positionsWith(key: string): readonly number[] {
    this.byKey ??= this.indexed();
    return this.byKey.get(key) ?? [];
  }

  private indexed(): Map<string, number[]> {
    const index = new Map<string, number[]>();
    for (let position = 0; position < this.rows.length; position++) {
      if (this.waiting[position] !== position) insert(index, keyOf(this.values[position] ?? null), position);
    }
    return index;
  }
}

/** The part of a vector that a range covers: positions from `from` up to and without `to`. */
export interface Stretch {
  readonly vector: ColumnVector;
  readonly from: number;
  readonly to: number;
}

/** What values that some comparison of Excel's takes for equal have in common: 5 and "5", "a" and "A". */
export function keyOf(value: CellScalar): string {
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "b1" : "b0";
  const number = typeof value === "string" ? plainNumber(value) : value;
  return number === null ? `t${String(value).toUpperCase()}` : `n${fifteenDigits(number) + 0}`;
}

/** Settled mostly from top to bottom, so the place is mostly the end. */
function insert(index: Map<string, number[]>, key: string, position: number): void {
  const positions = index.get(key);
  if (positions) insertInOrder(positions, position);
  else index.set(key, [position]);
}

function insertInOrder(positions: number[], position: number): void {
  if (position > (positions.at(-1) ?? -1)) positions.push(position);
  else positions.splice(firstAtLeast(positions, position, 0), 0, position);
}

/** The place of the first number at least as large, in a list in order. */
export function firstAtLeast(list: ArrayLike<number>, wanted: number, from: number): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
