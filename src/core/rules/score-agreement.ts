import { decimalPlaces, decisive, floorExact, ratio, roundHalfUp, sumExact, type Exact } from "../model/exact";
import type { Tiers } from "./clause";
import { shownScore } from "./rounding";
import type { Rule } from "./rule";
import type { Settings } from "./setting-types";

/** How a typed score stands to the recomputed one: the same, that one rounded, or another. */
export type ScoreAgreement = "equal" | "rounded" | "apart";

/**
 * A typed score against the recomputed ones of all that share its cell, beyond the tolerance (SPEC C11): against these as
 * they are shown, as the sheet does, so that 8.62 for 8.625, which is shown as 8.63, is told alike. `mayRound` says whether
 * the rule gives scores that a table may round; `places` are the decimals of the table's scores (SPEC C20).
 */
export function scoreAgreement(
  typed: Exact,
  recomputed: readonly Exact[],
  { mayRound, places }: { readonly mayRound: boolean; readonly places: number },
  settings: Settings,
): ScoreAgreement {
  const asShown = sumExact(recomputed.map((score) => shownScore(score, settings)));
  if (decisive(typed.sub(asShown).abs()).compare(settings.tolerance) <= 0) return "equal";
  return mayRound && isRoundedFrom(typed, sumExact(recomputed), places, settings) ? "rounded" : "apart";
}

/** Whether the typed score is the recomputed one, rounded as the column is; a half mark is shown as it is, never rounded. */
function isRoundedFrom(typed: Exact, recomputed: Exact, places: number, { roundingMode }: Settings): boolean {
  const exact = decisive(recomputed);
  if (exact.mul(2).d === 1n || decimalPlaces(exact) <= places) return false;
  if (roundHalfUp(exact, places).equals(typed)) return true;
  const shift = 10n ** BigInt(places);
  return roundingMode === "down" && ratio(floorExact(exact.mul(ratio(shift))), shift).equals(typed);
}

export interface ChosenTier {
  readonly name: string;
  /** The scores that it allows, in marks. */
  readonly low: Exact;
  readonly high: Exact;
  readonly allows: (score: Exact) => boolean;
}

/** The tier that a person chose, or that the actual value names: any score within it is the person's to give. */
export function chosenTier(rule: Rule | null, answerOf: (input: string) => Exact | null): ChosenTier | null {
  const clause = rule?.clauses.find((one): one is Tiers => one.kind === "tiers");
  if (!clause) return null;
  const rank = answerOf(clause.choice.name);
  const tier = rank ? clause.tiers[Number(rank.n) - 1] : undefined;
  if (!tier) return null;
  const low = tier.low.value.mul(clause.mark);
  const high = tier.high.value.mul(clause.mark);
  const allows = (score: Exact): boolean =>
    score.compare(low) > (tier.low.closed ? -1 : 0) && score.compare(high) < (tier.high.closed ? 1 : 0);
  return { name: tier.name, low, high, allows };
}
