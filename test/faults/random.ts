import { randomSource } from "../support/random-source";

/** A small seeded generator: the same tables and faults in every run. */
export class Random {
  /** A fraction in [0, 1). */
  readonly fraction: () => number;

  constructor(seed: number) {
    this.fraction = randomSource(seed >>> 0 || 1);
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  pick<T>(from: readonly T[]): T {
    const item = from[this.whole(0, from.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}
