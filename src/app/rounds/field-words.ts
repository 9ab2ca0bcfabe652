import { CHANGED_COLUMN_WORDS } from "../../core/findings/changed-columns";
import type { Words } from "../../host/port";
import type { FundingField, RowField } from "./round";

/** What a column is called where a change in it is told. */
export const FIELD_WORDS: Readonly<Record<RowField, Words>> = {
  ...CHANGED_COLUMN_WORDS,
  score: { zh: "得分", en: "score" },
  recomputed: { zh: "复算分", en: "recomputed score" },
  deduction: { zh: "扣分", en: "deduction" },
  reason: { zh: "扣分原因", en: "reason" },
  evidence: { zh: "佐证材料", en: "evidence" },
  remark: { zh: "备注", en: "remark" },
  reviewScore: { zh: "复核分", en: "review score" },
  reviewOpinion: { zh: "复核意见", en: "review opinion" },
};

export const FUNDING_WORDS: Readonly<Record<FundingField, Words>> = {
  initialBudget: { zh: "年初预算数", en: "initial budget" },
  budget: { zh: "全年预算数", en: "budget" },
  executed: { zh: "全年执行数", en: "executed amount" },
  fullMark: { zh: "预算执行分值", en: "mark of the execution rate" },
  score: { zh: "预算执行得分", en: "score of the execution rate" },
};
