import { sumExact } from "../../model/exact";
import type { Prose } from "../text/prose";
import type { PartsRelation, Statement } from "../types";
import { PARTITIONS, TRAITS } from "../words/lists";
import { listReadings } from "./list-readings";
import { baseValue, compareSum } from "./rounding";

/** A list as it was found behind its opening. */
export interface FoundList {
  readonly wholes: readonly Statement[];
  /** The numbers of its own sentence that may be its parts, with the names of their items. */
  readonly items: readonly Statement[];
  readonly names: readonly string[];
  /** Like numbers of the sentences after it. */
  readonly beyond: readonly Statement[];
  readonly list: PartsRelation["list"];
  /** The items are known to be all there is of their whole: no reading takes fewer or more of them. */
  readonly isAll: boolean;
}

/** What the sums of a list come to: it contradicts only where no whole and no reading of the list holds. */
export function judgeParts(prose: Prose, found: FoundList): PartsRelation | null {
  const { wholes, items, list } = found;
  const outcomes = wholes.flatMap((whole) =>
    listReadings(prose, items, found.beyond, whole).map((parts) => ({ whole, parts, sum: compareSum(whole, parts) })),
  ); // prettier-ignore
  const [first] = outcomes;
  if (!first) return null;
  const held = outcomes.find(({ sum }) => sum === 0);
  if (held) return { is: "parts", whole: held.whole, parts: held.parts, list, verdict: holds(held.whole, held.parts) };
  const printed = { is: "parts", whole: first.whole, parts: items, list } as const;
  const sum = sumExact(items.map(baseValue));
  const isExact = !items.some(({ isAbout }) => isAbout) && !wholes.some(({ isAbout }) => isAbout);
  const isMore =
    isExact && outcomes.every((one) => one.sum > 0) && !cutsAcross(prose, found) && !repeatsWhole(outcomes);
  const isLess = isExact && outcomes.every((one) => one.sum < 0) && list === "complete";
  if (isMore || isLess || (isExact && list === "complete" && found.isAll))
    return { ...printed, verdict: { is: "contradicts", computed: sum, hint: null } };
  const why = list === "complete" || outcomes.some((one) => one.sum > 0) ? "readingsDiffer" : "openList";
  return { ...printed, verdict: { is: "open", why } };
}

/** The verdict on parts that make their whole. */
export const holds = (whole: Statement, parts: readonly Statement[]): PartsRelation["verdict"] => ({
  is: "holds",
  rounded: !sumExact(parts.map(baseValue)).equals(baseValue(whole)),
});

/** 检查100人，其中甲癌检查100人、乙癌检查98人: the same people, told twice. */
const repeatsWhole = (
  outcomes: readonly { readonly whole: Statement; readonly parts: readonly Statement[] }[],
): boolean =>
  outcomes.some(
    ({ whole, parts }) =>
      whole.measure.dimension === "人" && parts.some((part) => baseValue(part).equals(baseValue(whole))),
  );

/** Parts by different traits, or by a trait that only some of them name, may be more than their whole (女 and 党员). */
function cutsAcross(prose: Prose, { items, names }: FoundList): boolean {
  if (items.every(({ measure }) => measure.dimension === "money") || isPartition(names)) return false;
  // 里程超过20万公里的4辆: told by what they have in common, as others may have it too
  if (items.some((item) => prose.text.charAt(item.from - 1) === "的")) return true;
  const traits = names.map((name) => TRAITS.findIndex((trait) => trait.test(name)));
  const named = new Set(traits.filter((trait) => trait >= 0));
  return named.size > 1 || (named.size === 1 && traits.includes(-1));
}

/** All kinds of which people know that they make the whole, and no other beside them. */
export const isPartition = (names: readonly string[]): boolean =>
  PARTITIONS.some(({ members, core }) => {
    const found = new Set(names.map((name) => members.findIndex((member) => member.test(name))));
    return !found.has(-1) && found.size >= core;
  });
