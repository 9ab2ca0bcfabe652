import { scoreGroups, hasFullMark } from "../model/score-groups";
import type { Exact } from "../model/exact";
import { scorePlaces } from "../model/score-places";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import type { FundingReview, IndicatorReview, MarkState, ScoreResult } from "../review.types";
import { isContinuous } from "../rules/continuous";
import type { SourcedRule } from "../rules/rule";
import { chosenTier, scoreAgreement, type ChosenTier } from "../rules/score-agreement";
import type { Settings } from "../rules/setting-types";
import { compareTarget } from "../targets/compare";
import { readActual, readTarget } from "../targets/read";

/** An indicator's review before it is said what its mark came to. */
export type Unstated = Omit<IndicatorReview, "state">;

/**
 * The state of every indicator's mark, in the table's order (SPEC V1): where several share a score cell, of all of them.
 */
export function markStates(
  table: ScoringTable,
  reviews: readonly Unstated[],
  settings: Settings,
): ReadonlyMap<Indicator, MarkState> {
  const reviewOf = new Map(reviews.map((review) => [review.indicator, review]));
  const places = scorePlaces(table);
  const states = new Map<Indicator, MarkState>();
  for (const group of scoreGroups(table)) {
    const members = group.indicators.flatMap((one) => reviewOf.get(one) ?? []);
    const typed = group.scores.length === 1 ? (group.scores[0]?.stated?.number ?? null) : null;
    const [only] = members;
    const single = members.length === 1 && only ? only : null;
    const shared = members.some((member) => tierOf(member) !== null) ? null : typed;
    const whole = single ? stateOfOne(single, typed, places, settings) : stateOfAll(members, shared, places, settings);
    const missed = single !== null && hasFullMark(group) && missesTarget(single.indicator);
    for (const { indicator, recomputed } of members) {
      const own = whole ?? statusState(recomputed);
      states.set(indicator, missed && own === "agreeing" ? "differing" : own);
    }
  }
  return states;
}

/** A full mark beside a missed target agrees with no standard (SPEC C10). */
const missesTarget = (indicator: Indicator): boolean =>
  indicator.target !== null &&
  indicator.actual !== null &&
  compareTarget(indicator, readTarget(indicator), readActual(indicator)).outcome === "missed";

const tierOf = ({ rule, answers }: Unstated): ChosenTier | null =>
  chosenTier(rule?.rule ?? null, (input) => answers.find((answer) => answer.input.name === input)?.number ?? null);

/** Within the tier that was chosen any score is right, and outside it none. */
function stateOfOne(review: Unstated, typed: Exact | null, places: number, settings: Settings): MarkState | null {
  const tier = tierOf(review);
  if (tier && typed) return tier.allows(typed) ? "agreeing" : "differing";
  return stateOfAll([review], typed, places, settings);
}

/** Null where not all of them were recomputed, so that nothing can be compared. */
function stateOfAll(
  members: readonly Pick<Unstated, "recomputed" | "rule">[],
  typed: Exact | null,
  places: number,
  settings: Settings,
): MarkState | null {
  const scores = members.flatMap(({ recomputed }) => (recomputed.status === "computed" ? [recomputed.score] : []));
  if (!typed || scores.length === 0 || scores.length < members.length) return null;
  const mayRound = members.every(({ rule }) => rule === null || isContinuous(rule.rule, settings));
  return agreementState(typed, scores, { mayRound, places }, settings);
}

const agreementState = (...compared: Parameters<typeof scoreAgreement>): MarkState =>
  scoreAgreement(...compared) === "apart" ? "differing" : "agreeing";

const statusState = ({ status }: ScoreResult): MarkState => (status === "computed" ? "uncompared" : status);

/** The state of the funding block's mark. */
export function fundingState(
  table: ScoringTable,
  { score, rule, recomputed }: { readonly rule: SourcedRule | null } & Pick<FundingReview, "score" | "recomputed">,
  settings: Settings,
): MarkState {
  return stateOfAll([{ rule, recomputed }], score, scorePlaces(table), settings) ?? statusState(recomputed);
}
