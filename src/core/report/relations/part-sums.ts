import { sumExact } from "../../model/exact";
import type { Prose } from "../text/prose";
import type { PartsRelation, Statement } from "../types";
import { PARTITIONS, TRAITS } from "../words/lists";
import { listReadings } from "./list-readings";
import { baseValue, compareSum } from "./rounding";

/** What the sums of a list come to: it contradicts only where no whole and no reading of the list holds. */
export function judgeParts(
  prose: Prose,
  wholes: readonly Statement[],
  items: readonly Statement[],
  beyond: readonly Statement[],
  list: PartsRelation["list"],
): PartsRelation | null {
  const outcomes = wholes.flatMap((whole) =>
    listReadings(prose, items, beyond, whole).map((parts) => ({ whole, parts, sum: compareSum(whole, parts) })),
  ); // prettier-ignore
  const [first] = outcomes;
  if (!first) return null;
  const held = outcomes.find(({ sum }) => sum === 0);
  if (held) return { is: "parts", whole: held.whole, parts: held.parts, list, verdict: holds(held.whole, held.parts) };
  const printed = { is: "parts", whole: first.whole, parts: items, list } as const;
  const sum = sumExact(items.map(baseValue));
  const isExact = !items.some(({ isAbout }) => isAbout) && !wholes.some(({ isAbout }) => isAbout);
  const isMore = isExact && outcomes.every((one) => one.sum > 0) && !cutsAcross(items);
  const isLess = isExact && outcomes.every((one) => one.sum < 0) && list === "complete";
  if (isMore || isLess) return { ...printed, verdict: { is: "contradicts", computed: sum, hint: null } };
  const why = list === "complete" || outcomes.some((one) => one.sum > 0) ? "readingsDiffer" : "openList";
  return { ...printed, verdict: { is: "open", why } };
}

/** The verdict on parts that make their whole. */
export const holds = (whole: Statement, parts: readonly Statement[]): PartsRelation["verdict"] => ({
  is: "holds",
  rounded: !sumExact(parts.map(baseValue)).equals(baseValue(whole)),
});

/** Parts by different traits, or by a trait that only some of them name, may be more than their whole (女 and 党员). */
function cutsAcross(items: readonly Statement[]): boolean {
  if (items.every(({ measure }) => measure.dimension === "money") || isPartition(items)) return false;
  const traits = items.map(({ label }) => TRAITS.findIndex((trait) => trait.test(label)));
  const named = new Set(traits.filter((trait) => trait >= 0));
  return named.size > 1 || (named.size === 1 && traits.includes(-1));
}

/** All kinds of which people know that they make the whole, and no other beside them. */
export const isPartition = (items: readonly Statement[]): boolean =>
  PARTITIONS.some(({ members, core }) => {
    const found = new Set(items.map(({ label }) => members.findIndex((member) => member.test(label))));
    return !found.has(-1) && found.size >= core;
  });
