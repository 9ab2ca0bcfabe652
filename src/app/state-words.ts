import type { MarkState } from "../core/review.types";
import type { Words } from "../host/port";

/** The one state of each mark, in the order in which people ask for them (SPEC V1). */
export const MARK_STATES: readonly MarkState[] = [
  "agreeing",
  "differing",
  "uncompared",
  "notVerifiable",
  "notJudged",
  "notApplicable",
];

export const STATE_WORDS: Readonly<Record<MarkState, Words>> = {
  agreeing: { zh: "一致", en: "agree" },
  differing: { zh: "不符", en: "differ" },
  uncompared: { zh: "已复算而无得分可比", en: "recalculated with no score to compare" },
  notVerifiable: { zh: "缺数据", en: "lack data" },
  notJudged: { zh: "无标准", en: "no usable standard" },
  notApplicable: { zh: "不适用", en: "not applicable" },
};
