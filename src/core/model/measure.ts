import type { Exact } from "./exact";
import { ONE, ratio } from "./exact";

/** A unit of measure: what it measures and how many base units it makes. Words that are no known unit measure themselves. */
export interface Measure {
  readonly name: string;
  /** "percent", "money", "length"… or the word itself: 个, 人次. */
  readonly dimension: string;
  readonly factor: Exact;
}

const DIMENSIONS: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  percent: { "%": [1, 100], 百分比: [1, 100], 百分之: [1, 100], "‰": [1, 1000] },
  money: { 元: [1, 1], 角: [1, 10] },
  length: { 米: [1, 1], m: [1, 1], 公里: [1000, 1], 千米: [1000, 1], km: [1000, 1], 里: [500, 1], 延米: [1, 1] },
  area: {
    平方米: [1, 1],
    平米: [1, 1],
    "㎡": [1, 1],
    m2: [1, 1],
    亩: [2000, 3],
    公顷: [10_000, 1],
    平方公里: [1_000_000, 1],
  },
  volume: { 立方米: [1, 1], 立方: [1, 1], m3: [1, 1], "m³": [1, 1], 方: [1, 1] },
  mass: { 千克: [1, 1], 公斤: [1, 1], kg: [1, 1], 斤: [1, 2], 吨: [1000, 1] },
  day: { 天: [1, 1], 日: [1, 1] },
  month: { 个月: [1, 1], 月: [1, 1] },
};

const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

const KNOWN = new Map<string, Measure>(
  Object.entries(DIMENSIONS).flatMap(([dimension, units]) =>
    Object.entries(units).map(([name, [n, d]]) => [name, { name, dimension, factor: ratio(n, d) }] as const),
  ),
);

/** Reads a unit in canonical text without spaces ("万元", "%", "人次"); null for an empty one. */
export function measureOf(text: string): Measure | null {
  const name = text.replace(/^\((.*)\)$/, "$1");
  if (name === "") return null;
  const known = KNOWN.get(name) ?? KNOWN.get(name.toLowerCase());
  if (known) return known;
  const multiplier = MULTIPLIERS[name.charAt(0)];
  const rest = multiplier === undefined || name.length === 1 ? null : measureOf(name.slice(1));
  if (multiplier === undefined || !rest) return { name, dimension: name, factor: ONE };
  return { name, dimension: rest.dimension, factor: rest.factor.mul(multiplier) };
}
