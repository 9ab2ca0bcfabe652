import type { AuditedFormula } from "../core/audit/audit";
import type { Comparison, Verdict } from "../core/review.types";
import type { Words } from "../host/port";

/** The verdicts in the order in which a person looks at them, and their words. */
const VERDICT_WORDS: Readonly<Record<Verdict, Words>> = {
  wrongFormula: { zh: "公式不符", en: "formula differs" },
  overwritten: { zh: "被覆盖", en: "overwritten" },
  stale: { zh: "未重算", en: "stale" },
  textAsZero: { zh: "文本按 0 计", en: "text counts as 0" },
  wrongInput: { zh: "数值不符", en: "value differs" },
  notRecalculated: { zh: "不能重算", en: "can not be recalculated" },
  rounding: { zh: "四舍五入", en: "rounding" },
  typed: { zh: "直接填写", en: "typed" },
  agrees: { zh: "一致", en: "agrees" },
};

/** Of a formula that no table's rule speaks of. */
export const FORMULA_VERDICT_WORDS: Readonly<Record<AuditedFormula["verdict"], Words>> = {
  agrees: { zh: "重算一致", en: "recalculates" },
  follows: { zh: "随引用的单元格未重算", en: "follows a stale cell" },
  stale: { zh: "未重算", en: "stale" },
  circular: { zh: "循环引用", en: "circular" },
  notRecalculated: { zh: "不能重算", en: "can not be recalculated" },
  neverStored: { zh: "未存结果", en: "no result stored" },
};

export const VERDICTS = Object.keys(VERDICT_WORDS) as readonly Verdict[];

/** Null: compared with nothing, since no rule gives a value or nothing is filled in. */
export const verdictWords = (verdict: Verdict | null): Words => (verdict ? VERDICT_WORDS[verdict] : NOT_COMPARED);
const NOT_COMPARED: Words = { zh: "无可比", en: "nothing to compare" };

export const COMPARED_KINDS: Readonly<Record<Comparison["kind"], Words>> = {
  score: { zh: "自评分", en: "score" },
  rate: { zh: "比率", en: "rate" },
  level: { zh: "小计", en: "sub-total" },
  total: { zh: "合计", en: "total" },
};

/** Whether a person should look at it: not what agrees, is typed as it should be, or was compared with nothing. */
export const wantsALook = ({ verdict }: Comparison): boolean =>
  verdict !== null && verdict !== "agrees" && verdict !== "typed";
