import type { MarkState } from "../core/review.types";
import type { Words } from "../host/port";

/** The one state of each mark, in the order in which people ask for them (SPEC V1), in the words of the pane (SPEC U15). */
export const MARK_STATES: readonly MarkState[] = [
  "agreeing",
  "differing",
  "uncompared",
  "notVerifiable",
  "notJudged",
  "notApplicable",
];

export const STATE_WORDS: Readonly<Record<MarkState, Words>> = {
  agreeing: { zh: "一致", en: "agrees" },
  differing: { zh: "不符", en: "differs" },
  uncompared: { zh: "未评分", en: "score missing" },
  notVerifiable: { zh: "缺数据", en: "data missing" },
  notJudged: { zh: "无标准", en: "no standard" },
  notApplicable: { zh: "不适用", en: "not applicable" },
};
