import type { Prose } from "../text/prose";
import type { Relation, Statement } from "../types";
import { LIST_OPENS } from "../words/lists";
import { AMOUNT_BASE } from "../words/rates";
import type { Pair } from "./known-rates";
import { baseValue, fitsPercent, slack } from "./rounding";

export type Share = Extract<Relation, { is: "share" | "rate" }>;

/** A percentage with the amount in front of it and the words that say of what it is; what came of it by itself. */
export interface ToldShare {
  readonly percent: Statement;
  readonly part: Statement | null;
  readonly base: string | null;
  readonly relation: Share | null;
}

export const fits = (percent: Statement, [part, whole]: Pair): boolean | null =>
  fitsPercent(percent, baseValue(part), baseValue(whole), slack(part), slack(whole));

/** So many percentages before and behind one are told in the same way. */
const NEAR = 12;

/**
 * 甲60万元，占60%；乙30万元，占30%；丙10万元，占15%: what the others are shares of, the odd one is, too, and the others show what
 * that is. Null where it holds by itself, or where the others are of several amounts or too rough to tell.
 */
export function besideOthers(prose: Prose, told: readonly ToldShare[], at: number): Share | null {
  const one = told[at];
  if (!one?.part || one.base === null) return null;
  const { percent, part } = one;
  if (one.relation !== null && one.relation.verdict.is !== "open") return null;
  const others = told
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .filter((other) => other.relation?.verdict.is === "holds" && isToldAlike(prose, one, other));
  const [whole, second] = new Set(others.flatMap(({ relation }) => relation?.whole ?? []));
  const isShown = others.length > 1 || others.some((other) => other.percent.decimals > 0);
  if (!whole || second || !isShown || whole === part || fits(percent, [part, whole]) !== false) return null;
  const computed = baseValue(part).div(baseValue(whole));
  const is = percent.role === "share" ? "share" : "rate";
  return { is, part, whole, percent, verdict: { is: "contradicts", computed, hint: null } };
}

/** Of one base by name; where none is named, in one sentence, and no list of parts opens between them. */
function isToldAlike({ text }: Prose, one: ToldShare, other: ToldShare): boolean {
  const isSame =
    other.base === one.base &&
    other.percent.role === one.percent.role &&
    other.part?.measure.dimension === one.part?.measure.dimension &&
    other.part?.year === one.part?.year;
  if (!isSame || one.base !== "") return isSame && AMOUNT_BASE.test(one.base ?? "");
  const [from, to] = one.percent.from < other.percent.from ? [one.percent.to, other.percent.from] : [other.percent.to, one.percent.from]; // prettier-ignore
  return one.percent.sentence === other.percent.sentence && text.slice(from, to).search(LIST_OPENS) < 0;
}
