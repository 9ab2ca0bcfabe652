import type { Finding } from "../../findings/finding";
import { ZERO } from "../../model/exact";
import type { ScoringTable } from "../../model/scoring-table";
import type { IndicatorReview } from "../../review.types";
import type { Check } from "../context";
import { shown, shownRounded } from "../figures";
import { hasFullMark } from "../../model/score-groups";
import { contradiction } from "./claims";
import { claimedFacts } from "./claimed-facts";
import type { JudgedReason } from "./judge";
import { hasReasonColumn, judgeReasons, remarksHoldReasons } from "./judge";
import { explainsNothing } from "../../language/reason";
import { findingAt } from "../../findings/finding-at";
import { nameOf } from "../../model/path";

/** Every lost mark, missed target and contradicted number in the reasons, group by group (SPEC J1–J5). */
export const reasons: Check = ({ tables, settings }) =>
  tables.flatMap(({ table, indicators }) => {
    const noColumn = !hasReasonColumn(table) && !remarksHoldReasons(table, settings);
    const reviewOf = new Map(indicators.map((review) => [review.indicator, review]));
    return judgeReasons(table, settings).flatMap((judged) => {
      const [indicator] = judged.group.indicators;
      const review = indicator ? reviewOf.get(indicator) : undefined;
      return [...statusFindings(table, judged, noColumn), ...contradictions(table, judged, review)];
    });
  });

function statusFindings(table: ScoringTable, judged: JudgedReason, noColumn: boolean): Finding[] {
  const { group, status, lost, reason } = judged;
  const path = group.indicators[0]?.path ?? [];
  const at = reason.at ?? group.scores[0]?.at ?? group.indicators[0]?.nameAt;
  if (!at) return [];
  const name = nameOf(path);
  const { text } = reason;
  const deducted = shown(lost ?? ZERO);
  switch (status) {
    case "missing": {
      const cause = causeOf(judged);
      if (!cause) return [];
      const [score] = group.scores;
      const held = score?.stated ?? null;
      const shows = held && group.scores.length === 1 ? shownRounded(held) : undefined;
      const together = noColumn ? { group: "no-column" } : {};
      return [
        findingAt("justification-missing", table, score?.at ?? at, {
          path,
          data: { name, deducted, noColumn, cause, ...(held && shows ? { score: shown(held.number), shows } : {}) },
          ...together,
        }),
      ];
    }
    case "placeholder":
      return [findingAt("justification-placeholder", table, at, { path, data: { name, text, deducted } })];
    case "copied": {
      const group = `copied:${reason.copies.join(",")}`;
      return [
        findingAt("justification-copied", table, at, { path, data: { name, text, cells: reason.copies }, group }),
      ];
    }
    case "notRequired":
      return isIdle(judged)
        ? [findingAt("justification-without-deduction", table, at, { path, data: { name, text } })]
        : [];
    case "present":
      return [];
  }
}

/** A missed target with its full mark, and one exceeded, have findings of their own. */
function causeOf({ lost, comparison, group }: JudgedReason): "deduction" | "target" | null {
  if (lost) return "deduction";
  return comparison?.outcome === "missed" && !hasFullMark(group) ? "target" : null;
}

/** A reason where nothing is lost and the target was met exactly, or there is none. */
function isIdle({ group, reason, comparison }: JudgedReason): boolean {
  const deviates = comparison?.completion ? !comparison.completion.equals(1) : comparison?.outcome === "unclear";
  const hasTarget = group.indicators.some((one) => one.target !== null && one.actual !== null);
  if (reason.text === "" || reason.fromRemark || explainsNothing(reason.text) || !hasFullMark(group)) return false;
  return !(hasTarget && deviates);
}

function contradictions(table: ScoringTable, judged: JudgedReason, review: IndicatorReview | undefined): Finding[] {
  const { group, reason } = judged;
  const [indicator] = group.indicators;
  if (!indicator || !reason.at || reason.text === "" || judged.status === "placeholder") return [];
  const found = contradiction(reason.text, claimedFacts(judged, review));
  if (!found) return [];
  const data = { name: nameOf(indicator.path), text: reason.text, ...found };
  return [findingAt("justification-number-mismatch", table, reason.at, { path: indicator.path, data })];
}
