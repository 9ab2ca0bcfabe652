import { compareExact } from "../../../model/exact";
import { type Measure, measureOf } from "../../../model/measure";
import type { Token } from "./token";

/**
 * 达到1万人次…8000人次以上…: where one text counts the same thing on several scales, all its numbers are put on the
 * smallest (10000人次). Units of different dimensions are left as printed, and so is a text with one scale.
 */
export function onOneScale(tokens: readonly Token[]): readonly Token[] {
  const smallest = new Map<string, Measure>();
  const mixed = new Set<string>();
  for (const token of tokens) {
    const unit = scaleOf(token);
    if (!unit) continue;
    const known = smallest.get(unit.dimension);
    const order = known ? compareExact(unit.factor, known.factor) : -1;
    if (known && order !== 0) mixed.add(unit.dimension);
    if (order < 0) smallest.set(unit.dimension, unit);
  }
  if (mixed.size === 0) return tokens;
  return tokens.map((token) => {
    const unit = scaleOf(token);
    const base = unit && mixed.has(unit.dimension) ? smallest.get(unit.dimension) : undefined;
    if (token.type !== "number" || !unit || !base) return token;
    return { ...token, value: token.value.mul(unit.factor).div(base.factor), unit: { of: "counter", name: base.name } };
  });
}

const scaleOf = (token: Token): Measure | null =>
  token.type === "number" && token.unit.of === "counter" ? measureOf(token.unit.name) : null;
