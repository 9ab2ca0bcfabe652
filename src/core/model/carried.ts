import Fraction from "fraction.js";
import type { Exact } from "./exact";

/**
 * Exact numbers on their way between threads: a structured clone keeps their parts, which object is which, and all data
 * around them, but not that they are numbers. `exactsIn` is asked before, `asExact` told after.
 */

/** Every exact number in a value, each once: in lists, maps, sets and plain objects, however deep. */
export function exactsIn(value: unknown): readonly Exact[] {
  const found: Exact[] = [];
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof Fraction) found.push(next);
    else for (const part of partsOf(next)) if (typeof part === "object") open.push(part);
  }
  return found;
}

function partsOf(whole: object): Iterable<unknown> {
  if (whole instanceof Set) return whole;
  if (Array.isArray(whole)) return whole as readonly unknown[];
  return whole instanceof Map ? [...whole.keys(), ...whole.values()] : (Object.values(whole) as readonly unknown[]);
}

/** The clones of exact numbers are numbers again, wherever they stand in what was cloned with them. */
export function asExact(clones: readonly object[]): void {
  for (const clone of clones) Object.setPrototypeOf(clone, Fraction.prototype);
}
