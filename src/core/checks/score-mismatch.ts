import type { Finding } from "../findings/finding";
import type { Exact } from "../model/exact";
import { decimalPlaces, decisive, floorExact, ratio, roundHalfUp } from "../model/exact";
import type { ScoringTable, StatedNumber } from "../model/scoring-table";
import type { IndicatorReview, ScoreResult } from "../review.types";
import type { Tiers } from "../rules/clause";
import { isUsualRule, type SourcedRule } from "../rules/rule";
import type { Check } from "./context";
import { shown } from "./figures";
import { scoreGroups } from "./score-groups";
import { isContinuous } from "../rules/continuous";
import { scorePlaces } from "../model/score-places";
import type { Settings } from "../rules/setting-types";
import { findingAt } from "../findings/finding-at";
import { nameOf, nameOfRow } from "../model/path";

/**
 * The typed score against the recomputed one, and against the tier that was chosen. A whole or shorter score that the
 * recomputed one rounds to is explained by rounding (SPEC C11).
 */
export const scoreMismatches: Check = ({ tables, settings }) =>
  tables.flatMap(({ table, indicators, funding }) => {
    const reviewOf = new Map(indicators.map((review) => [review.indicator, review]));
    const ofGroups = scoreGroups(table).flatMap((group) => {
      const reviews = group.indicators.flatMap((one) => reviewOf.get(one) ?? []);
      const [stated] = group.scores.flatMap((cell) => cell.stated ?? []);
      if (!stated || group.scores.length > 1) return [];
      return reviews.some(chosenTier)
        ? reviews.flatMap((review) => (reviews.length === 1 ? tierFindings(table, stated, review) : []))
        : compareScore(
            table,
            stated,
            group.indicators[0]?.path ?? [],
            reviews.map((one) => one.recomputed),
            reviews.map((one) => one.rule),
            settings,
          );
    });
    const total = table.funding?.total;
    const stated = total?.cells.score?.stated;
    const ofFunding =
      total && stated && funding
        ? compareScore(table, stated, [nameOfRow(total.label)], [funding.recomputed], [funding.rule], settings)
        : [];
    return [...ofGroups, ...ofFunding];
  });

const PRINTED = {
  basis: { zh: "按评分标准应得", en: "the standard gives" },
  advice: { zh: "请", en: "Please " },
};
const USUAL = {
  basis: { zh: "按通行规则复算为", en: "by the usual rules it comes to" },
  advice: { zh: "建议核实，", en: "Please verify, and " },
};

function compareScore(
  table: ScoringTable,
  stated: StatedNumber,
  path: readonly string[],
  results: readonly ScoreResult[],
  rules: readonly (SourcedRule | null)[],
  settings: Settings,
): Finding[] {
  const computed = results.flatMap((result) => (result.status === "computed" ? [result] : []));
  if (computed.length === 0 || computed.length < results.length) return [];
  const score = computed.reduce((sum, one) => sum.add(one.score), ratio(0n));
  const difference = decisive(stated.number.sub(score).abs());
  if (difference.compare(settings.tolerance) <= 0) return [];
  const name = nameOf(path);
  const data = { stated: shown(stated.number), computed: shown(score) };
  const mayRound = rules.every((rule) => rule === null || isContinuous(rule.rule, settings));
  if (mayRound && isRoundedFrom(stated, score, scorePlaces(table), settings)) {
    return [
      findingAt("explained-by-rounding", table, stated.at, { path, subject: "score", data: { what: name, ...data } }),
    ];
  }
  const steps = computed.flatMap((one) => one.steps);
  const authority = rules.some((rule) => rule && isUsualRule(rule)) ? USUAL : PRINTED;
  const explanation = { zh: steps.map((step) => step.zh).join("；"), en: steps.map((step) => step.en).join("; ") };
  return [findingAt("score-mismatch", table, stated.at, { path, data: { name, ...data, explanation, ...authority } })];
}

/** Whether the typed score is the recomputed one, rounded as the column is; a half mark is shown as it is, never rounded. */
function isRoundedFrom(stated: StatedNumber, score: Exact, typedPlaces: number, { roundingMode }: Settings): boolean {
  const exact = decisive(score);
  if (exact.mul(2).d === 1n || decimalPlaces(exact) <= typedPlaces) return false;
  if (roundHalfUp(exact, typedPlaces).equals(stated.number)) return true;
  const shift = 10n ** BigInt(typedPlaces);
  return roundingMode === "down" && ratio(floorExact(exact.mul(ratio(shift))), shift).equals(stated.number);
}

interface ChosenTier {
  readonly clause: Tiers;
  readonly tier: Tiers["tiers"][number];
}

/** The tier that a person chose or the actual value names: any score within it is the person's to give. */
function chosenTier({ rule, answers }: IndicatorReview): ChosenTier | null {
  const clause = rule?.rule.clauses.find((one): one is Tiers => one.kind === "tiers");
  if (!clause) return null;
  const rank = answers.find((answer) => answer.input.name === clause.choice.name)?.number;
  const tier = rank ? clause.tiers[Number(rank.n) - 1] : undefined;
  return tier ? { clause, tier } : null;
}

function tierFindings(table: ScoringTable, stated: StatedNumber, review: IndicatorReview): Finding[] {
  const chosen = chosenTier(review);
  if (!chosen) return [];
  const { clause, tier } = chosen;
  const low = tier.low.value.mul(clause.mark);
  const high = tier.high.value.mul(clause.mark);
  const aboveLow = stated.number.compare(low) > (tier.low.closed ? -1 : 0);
  const belowHigh = stated.number.compare(high) < (tier.high.closed ? 1 : 0);
  if (aboveLow && belowHigh) return [];
  const { path } = review.indicator;
  const data = { name: nameOf(path), score: shown(stated.number), tier: tier.name, low: shown(low), high: shown(high) };
  return [findingAt("score-outside-tier", table, stated.at, { path, data })];
}

/** A cap that the review applied, against the total that is stated (SPEC C11). */
export const caps: Check = ({ tables }) =>
  tables.flatMap(({ table, totals }) => {
    const { capped } = totals;
    const stated = table.totalRows.map((row) => row.score?.stated).find((one) => one !== undefined && one !== null);
    if (!capped || !stated || stated.number.compare(capped.after) <= 0) return [];
    const data = { what: "总分", score: shown(stated.number), cap: shown(capped.after), clause: capped.clause };
    return [findingAt("cap-exceeded", table, stated.at, { data })];
  });

/** A printed standard that was not understood is said, and nothing is judged by it (SPEC C11). */
export const unreadStandards: Check = ({ tables }) =>
  tables.flatMap(({ table, indicators }) =>
    indicators.flatMap(({ indicator, unreadStandard }) => {
      const { standard, path } = indicator;
      if (!unreadStandard || !standard) return [];
      const data = { name: nameOf(path), text: standard.text, reason: unreadStandard };
      return findingAt("standard-unreadable", table, standard.at, { path, data });
    }),
  );
