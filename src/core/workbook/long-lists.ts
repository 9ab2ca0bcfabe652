/**
 * What a call with every item as an argument would do, for lists whose length a file decides: JavaScript takes some
 * hundred thousand arguments and no more, so `push(...rows)` ends a review of a long sheet (SPEC X17).
 */

/** The highest of the numbers; -Infinity of none, as Math.max says. */
export function highest(values: Iterable<number>): number {
  let found = -Infinity;
  for (const value of values) if (value > found || Number.isNaN(value)) found = value;
  return found;
}

/** The lowest of the numbers; Infinity of none, as Math.min says. */
export function lowest(values: Iterable<number>): number {
  let found = Infinity;
  for (const value of values) if (value < found || Number.isNaN(value)) found = value;
  return found;
}

/** Puts all items behind those of the list. */
export function pushAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
