import type { Finding } from "../findings/finding";
import { ratio } from "../model/exact";
import type { ScoringTable, StatedNumber } from "../model/scoring-table";
import type { IndicatorReview, ScoreResult } from "../review.types";
import { chosenTier, scoreAgreement, type ChosenTier } from "../rules/score-agreement";
import type { SourcedRule } from "../rules/rule";
import type { Check } from "./context";
import { shown, shownRounded } from "./figures";
import { scoreGroups } from "../model/score-groups";
import { isContinuous } from "../rules/continuous";
import { statedTotalOf } from "../model/stated-total";
import { scorePlaces } from "../model/score-places";
import type { Settings } from "../rules/setting-types";
import { authorityOf } from "./authority";
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
      return reviews.some((review) => tierOf(review) !== null)
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
  const mayRound = rules.every((rule) => rule === null || isContinuous(rule.rule, settings));
  const agreement = scoreAgreement(
    stated.number,
    computed.map((one) => one.score),
    { mayRound, places: scorePlaces(table) },
    settings,
  );
  if (agreement === "equal") return [];
  const name = nameOf(path);
  const data = { stated: shown(stated.number), computed: shown(score) };
  if (agreement === "rounded") {
    return [
      findingAt("explained-by-rounding", table, stated.at, { path, subject: "score", data: { what: name, ...data } }),
    ];
  }
  const steps = computed.flatMap((one) => one.steps);
  const shows = shownRounded(stated);
  const explanation = { zh: steps.map((step) => step.zh).join("；"), en: steps.map((step) => step.en).join("; ") };
  return [
    findingAt("score-mismatch", table, stated.at, {
      path,
      data: { name, ...data, ...(shows === undefined ? {} : { shows }), explanation, ...authorityOf(rules) },
    }),
  ];
}

const tierOf = ({ rule, answers }: IndicatorReview): ChosenTier | null =>
  chosenTier(rule?.rule ?? null, (input) => answers.find((answer) => answer.input.name === input)?.number ?? null);

function tierFindings(table: ScoringTable, stated: StatedNumber, review: IndicatorReview): Finding[] {
  const chosen = tierOf(review);
  if (!chosen || chosen.allows(stated.number)) return [];
  const { path } = review.indicator;
  const { name: tier, low, high } = chosen;
  const data = { name: nameOf(path), score: shown(stated.number), tier, low: shown(low), high: shown(high) };
  return [findingAt("score-outside-tier", table, stated.at, { path, data })];
}

/** A cap that the review applied, against the total that is stated (SPEC C11). */
export const caps: Check = ({ tables }) =>
  tables.flatMap(({ table, totals }) => {
    const { capped } = totals;
    const stated = statedTotalOf(table)?.stated;
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
