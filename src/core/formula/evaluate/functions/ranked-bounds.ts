import type { Grid } from "../operand";
import { boundedColumns, numbersOf, type Condition } from "./beyond-bounds";
import type { Criterion } from "../criterion";

/**
 * Sums and counts of numbers between bounds, for columns that are asked again and again. Each number knows its rank in its
 * column, so that whether it lies beyond a bound is the sign of a difference of whole numbers, and no branch. Amounts are
 * added in the order of the rows, or by sums that are kept where every order gives the same: to the last bit it is what
 * adding cell by cell gives (SPEC E11).
 */
export interface Tally {
  readonly sum: () => number;
  readonly count: () => number;
  /** Both in one walk. */
  readonly both: () => { readonly sum: number; readonly count: number };
}

/** Null where a condition is of another kind, where an error may decide, and the first times that columns are asked. */
export function tallyBetween(conditions: readonly Condition[], values: Grid | null): Tally | null {
  const columns = conditions.length > 2 ? null : boundedColumns(conditions);
  if (!columns) return null;
  const { asked, bounded, top } = columns;
  const { from, to } = asked;
  const tests: Test[] = [];
  for (const { numbers, criterion, above } of bounded) {
    const ranked = rankings.of(numbers, from, to);
    if (!ranked) return null;
    tests.push(testOf(ranked, criterion, above));
  }
  const [first, second = null] = tests;
  const added = values ? numbersOf(asked, values, top) : null;
  const kept = added && amounts.of(added, from, to);
  if (!first || (values && !kept)) return null;
  const span = spanOf(first, second);
  const sums = span && kept ? sumsInOrder(first.ranked, kept) : null;
  const sum = (): number => {
    if (!kept) return 0;
    return sums && span ? between(sums, span) : sumWhere(kept.numbers, first, second, from, to);
  };
  const count = (): number =>
    span && !kept ? span[1] - span[0] : countWhere(kept?.counted ?? null, first, second, from, to);
  const both = () => (kept && !sums ? bothWhere(kept, first, second ?? first, from, to) : { sum: sum(), count: count() });
  return { sum, count, both };
} // prettier-ignore

/** The numbers of a column by their rank from below and from above; -1 for what is no number. */
interface Ranked {
  readonly fromBelow: Int32Array;
  readonly fromAbove: Int32Array;
  readonly sorted: Float64Array;
  /** By rank from below. */
  readonly places: Int32Array;
}

/** Holds where the rank is greater than the limit. */
interface Test {
  readonly ranked: Ranked;
  readonly ranks: Int32Array;
  readonly limit: number;
}

/** Those that meet a bound lie together at one end of the order; where, is found by halves. */
function testOf(ranked: Ranked, criterion: Criterion, above: boolean): Test {
  const { sorted, fromBelow, fromAbove } = ranked;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (criterion.holds(sorted[middle] ?? 0) === above) high = middle;
    else low = middle + 1;
  }
  return above ? { ranked, ranks: fromBelow, limit: low - 1 } : { ranked, ranks: fromAbove, limit: sorted.length - 1 - low }; // prettier-ignore
}

type Span = readonly [first: number, end: number];

/** The ranks from below that meet all tests, where these are of one column. */
function spanOf(first: Test, second: Test | null): Span | null {
  if (second && second.ranked !== first.ranked) return null;
  let [low, end] = [0, first.ranked.sorted.length];
  for (const { ranks, limit, ranked } of second ? [first, second] : [first]) {
    if (ranks === ranked.fromBelow) low = Math.max(low, limit + 1);
    else end = Math.min(end, ranked.sorted.length - 1 - limit);
  }
  return [low, Math.max(low, end)];
}

/** Amounts by position, 0 and not counted where none stands. */
interface Amounts {
  readonly numbers: Float64Array;
  readonly counted: Int32Array;
  /** Whole multiples of a small power of two, so few that no sum of them is ever rounded. */
  readonly addsExactly: boolean;
}

const between = (sums: Float64Array, [first, end]: Span): number => (sums[end] ?? 0) - (sums[first] ?? 0);

const knownSums = new WeakMap<Ranked, WeakMap<Amounts, Float64Array>>();

/** What the amounts beside the lowest numbers come to, for each rank; null where it depends on the order. */
function sumsInOrder(ranked: Ranked, of: Amounts): Float64Array | null {
  if (!of.addsExactly) return null;
  const byAmounts = knownSums.get(ranked) ?? new WeakMap<Amounts, Float64Array>();
  knownSums.set(ranked, byAmounts);
  const known = byAmounts.get(of);
  if (known) return known;
  const sums = new Float64Array(ranked.places.length + 1);
  ranked.places.forEach((at, rank) => (sums[rank + 1] = (sums[rank] ?? 0) + (of.numbers[at] ?? 0)));
  byAmounts.set(of, sums);
  return sums;
}

const ASKED_OFTEN = 3;

/** What was made of the numbers of a stretch, once it was asked for often: a growing one never is. */
class Kept<T extends object> {
  private readonly known = new WeakMap<Float64Array, { from: number; to: number; asked: number; made: T | null }>();
  private readonly make: (numbers: Float64Array, from: number, to: number) => T;

  constructor(make: (numbers: Float64Array, from: number, to: number) => T) {
    this.make = make;
  }

  of(numbers: Float64Array, from: number, to: number): T | null {
    let kept = this.known.get(numbers);
    if (kept?.from !== from || kept.to !== to) {
      kept = { from, to, asked: 0, made: null };
      this.known.set(numbers, kept);
    }
    kept.asked++;
    if (kept.asked > ASKED_OFTEN) kept.made ??= this.make(numbers, from, to);
    return kept.made;
  }
}

const rankings = new Kept<Ranked>((numbers, from, to) => {
  const places = Int32Array.from({ length: to - from }, (_, i) => from + i).filter((at) => !Number.isNaN(numbers[at] ?? NaN)); // prettier-ignore
  places.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const [fromBelow, fromAbove] = [new Int32Array(to).fill(-1), new Int32Array(to).fill(-1)];
  places.forEach((at, rank) => {
    fromBelow[at] = rank;
    fromAbove[at] = places.length - 1 - rank;
  });
  return { fromBelow, fromAbove, places, sorted: Float64Array.from(places, (at) => numbers[at] ?? 0) };
});

const GRAIN = 2 ** 16;

const amounts = new Kept<Amounts>((numbers, from, to) => {
  const [own, counted] = [new Float64Array(to), new Int32Array(to)];
  let [addsExactly, size] = [true, 0];
  for (let at = from; at < to; at++) {
    const number = numbers[at] ?? NaN;
    if (Number.isNaN(number)) continue;
    own[at] = number;
    counted[at] = 1;
    size += Math.abs(number);
    addsExactly &&= Number.isInteger(number * GRAIN);
  }
  return { numbers: own, counted, addsExactly: addsExactly && size * GRAIN < 2 ** 53 };
});

/** The sign bit of a difference of whole numbers is 1 where the first is less. */
function sumWhere(numbers: Float64Array, first: Test, second: Test | null, from: number, to: number): number {
  const { ranks, limit } = first;
  let sum = 0;
  if (!second) {
    for (let at = from; at < to; at++) sum += (numbers[at] ?? 0) * ((limit - (ranks[at] ?? 0)) >>> 31);
    return sum;
  }
  const { ranks: others, limit: most } = second;
  for (let at = from; at < to; at++)
    sum += (numbers[at] ?? 0) * (((limit - (ranks[at] ?? 0)) & (most - (others[at] ?? 0))) >>> 31);
  return sum;
}

function bothWhere({ numbers, counted }: Amounts, first: Test, second: Test, from: number, to: number) {
  const { ranks, limit } = first;
  const { ranks: others, limit: most } = second;
  let sum = 0;
  let count = 0;
  for (let at = from; at < to; at++) {
    const holds = ((limit - (ranks[at] ?? 0)) & (most - (others[at] ?? 0))) >>> 31;
    sum += (numbers[at] ?? 0) * holds;
    count += holds & (counted[at] ?? 0);
  }
  return { sum, count };
}

/** Of the places where something is counted, of all where nothing is said of that. */
function countWhere(counted: Int32Array | null, first: Test, second: Test | null, from: number, to: number): number {
  const { ranks, limit } = first;
  const { ranks: others, limit: most } = second ?? first;
  let count = 0;
  for (let at = from; at < to; at++)
    count += (((limit - (ranks[at] ?? 0)) & (most - (others[at] ?? 0))) >>> 31) & (counted ? (counted[at] ?? 0) : 1);
  return count;
}
