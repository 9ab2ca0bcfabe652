import type { Indicator } from "../model/scoring-table";
import { isBlankText } from "../model/text";
import type { CellScalar } from "../workbook/snapshot";
import type { BilingualText, Examined, IndicatorReview } from "../review.types";
import { compareTarget, type Comparison } from "../targets/compare";
import { readActual, readTarget, type TargetReading } from "../targets/read";
import { examinedReading } from "./reading-text";

/** What the review compared of one indicator and what came of it; where it could not, why (SPEC Z5). */
export function examine(reviewed: IndicatorReview): Examined {
  const { indicator, rate, recomputed } = reviewed;
  const [target, actual] = [readTarget(indicator), readActual(indicator)];
  const compared = targetOutcome(indicator, target, actual);
  const hasTarget = indicator.target !== null || indicator.actual !== null;
  return {
    mark: markState(indicator),
    score: scoreState(indicator),
    reason: reviewed.justification,
    rate: rate.status,
    target: compared.outcome,
    recomputed: recomputed.status,
    evidence: evidenceState(reviewed),
    reading: hasTarget ? { target: examinedReading(target), actual: examinedReading(actual) } : null,
    why: whyOf(reviewed, compared.why),
  };
}

const isBlank = (value: CellScalar): boolean => value === null || (typeof value === "string" && isBlankText(value));

function markState({ fullMark, markGroup }: Indicator): Examined["mark"] {
  if (markGroup !== undefined) return "shared";
  return fullMark ? "ok" : "none";
}

function scoreState({ score }: Indicator): Examined["score"] {
  if (!score) return "none";
  if (score.stated) return "ok";
  return isBlank(score.raw) ? "blank" : "notANumber";
}

function evidenceState({ indicator, evidence }: IndicatorReview): Examined["evidence"] {
  if (evidence) return evidence;
  if (!indicator.evidence) return "none";
  return isBlank(indicator.evidence.raw) ? "blank" : "present";
}

interface Outcome {
  readonly outcome: Examined["target"];
  readonly why: BilingualText | null;
}

const because = (outcome: Outcome["outcome"], zh: string, en: string): Outcome => ({ outcome, why: { zh, en } });

function targetOutcome(indicator: Indicator, target: TargetReading, actual: TargetReading): Outcome {
  if (!indicator.target || !indicator.actual) return { outcome: "none", why: null };
  if (target.kind === "blank" && actual.kind === "blank") return { outcome: "blank", why: null };
  if (target.kind === "blank") return because("blank", "没有填目标值", "no target is given");
  if (actual.kind === "blank") return because("blank", "没有填实际完成值", "no actual value is given");
  const comparison = compareTarget(indicator, target, actual);
  if (comparison.outcome !== "unclear") return { outcome: comparison.outcome, why: comparison.why };
  return { outcome: "unclear", why: comparison.why ?? whyUnclear(target, actual, comparison) };
}

/** Why the texts leave it open whether the target was met. */
function whyUnclear(target: TargetReading, actual: TargetReading, { measured, slip }: Comparison): BilingualText {
  if (slip) return { zh: "目标与实际的数量级不一致", en: "target and actual value seem to stand on different scales" };
  if (target.kind === "words") return { zh: "目标是文字，无法用数值比较", en: "the target is words, not a number" };
  if (actual.kind === "words") return { zh: "实际完成值是文字，无法用数值比较", en: "the actual value is words, not a number" };
  if (target.kind !== actual.kind) return { zh: "目标与实际不是同一类值", en: "target and actual value are of different kinds" };
  if (target.kind === "date") return { zh: "日期没有写全，不能判断是否按时", en: "the dates do not say enough to tell whether it was in time" };
  if (actual.kind === "number" && actual.operator !== null) return { zh: "实际完成值写的是范围，不是一个数", en: "the actual value is a bound, not one number" };
  if (measured) return { zh: "没有写明越高越好还是越低越好", en: "whether more or less is good is not said" };
  return { zh: "单位不同，不能比较", en: "the units differ" };
} // prettier-ignore

function whyOf({ indicator, rate, recomputed, unreadStandard }: IndicatorReview, target: BilingualText | null): Examined["why"] {
  const lacks = (missing: readonly string[]): BilingualText => ({ zh: `缺 ${missing.join("、")}`, en: `lacks ${missing.join(", ")}` });
  return {
    ...(indicator.fullMark || indicator.markGroup !== undefined ? {} : { mark: { zh: "没有分值", en: "it has no mark" } }),
    ...(scoreState(indicator) === "notANumber" ? { score: { zh: "得分不是数", en: "the score is no number" } } : {}),
    ...(rate.status === "notVerifiable" ? { rate: lacks(rate.missing) } : {}),
    ...(rate.status === "notApplicable" ? { rate: { zh: "基数为零或表中注明不适用", en: "the base is zero, or it is said not to apply" } } : {}),
    ...(target ? { target } : {}),
    ...(recomputed.status === "notVerifiable" ? { recomputed: lacks(recomputed.missing) } : {}),
    ...(recomputed.status === "notJudged" ? { recomputed: unreadStandard ?? NOT_JUDGED[recomputed.reason] } : {}),
  };
} // prettier-ignore

const NOT_JUDGED: Readonly<Record<"noStandard" | "unreadable" | "noFullMark", BilingualText>> = {
  noStandard: { zh: "没有评分标准", en: "there is no standard" },
  unreadable: { zh: "评分标准读不出", en: "the standard can not be read" },
  noFullMark: { zh: "没有分值", en: "it has no mark" },
};
