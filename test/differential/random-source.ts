import type { Exact } from "../../src/core/model/exact";

/** Seeded chance for the random rules, and the rates at which rules like to turn. */
export type Random = () => number;

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
export const int = (random: Random, n: number): number => Math.floor(random() * n);
export const text = (x: Exact): string => x.toString(15);

export const EDGES = [
  "0",
  "0.07",
  "0.1",
  "0.29",
  "0.57",
  "0.6",
  "0.7",
  "0.8",
  "0.85",
  "0.9",
  "0.95",
  "1",
  "1.005",
  "1.1",
];
