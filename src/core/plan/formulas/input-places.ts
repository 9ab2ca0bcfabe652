import type { Quantity } from "../../model/quantity";
import type { IndicatorReview, RuleAnswer } from "../../review.types";
import { targetSides } from "../../rules/target-sides";

/** The quantity behind each variable of each definition. */
export function quantityIndex(quantities: readonly Quantity[]): (use: UseKey) => Quantity | null {
  const byUse = new Map<string, Quantity>();
  for (const quantity of quantities) for (const use of quantity.usedBy) byUse.set(keyOf(use), quantity);
  return (use) => byUse.get(keyOf(use)) ?? null;
}

interface UseKey {
  readonly table: string;
  readonly path: readonly string[];
  readonly variable: string;
}

const keyOf = ({ table, path, variable }: UseKey): string => JSON.stringify([table, path, variable]);

/** Whether the answer is one side of a comparison of target and actual value, which stand on one scale together. */
export function comparedSide({ rule }: IndicatorReview, { input, cell }: RuleAnswer): "target" | "actual" | null {
  if (!cell) return null;
  for (const clause of rule?.rule.clauses ?? []) {
    const sides = targetSides(clause);
    if (sides?.target.name === input.name) return "target";
    if (sides?.actual.name === input.name) return "actual";
  }
  return null;
}
