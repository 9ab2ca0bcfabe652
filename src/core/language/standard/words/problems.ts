import { decimalText, type Exact } from "../../../model/exact";
import type { Wording } from "./problem";

const marks = (x: Exact): string => decimalText(x, 4);

/** Every reason for which a text is not read, in one place. */
export const problems = {
  empty: { zh: "评分标准为空", en: "the standard is empty" },
  noScores: { zh: "没有读到任何得分或扣分", en: "no score and no deduction is stated" },
  tooLong: { zh: "评分标准过长，未读", en: "the standard is too long to be read" },
  number: { zh: "数字写法无法确认", en: "this number can not be read for certain" },
  marker: { zh: "序号与小数无法区分", en: "a list number can not be told from a decimal" },
  judgement: { zh: "得分需要人工判断，文字没有给出算法", en: "the score is left to a person's judgement" },
  andSoOn: { zh: "“以此类推”没有写全", en: "“and so on” leaves the rest unsaid" },
  weighted: { zh: "加权或平均的算法没有写明", en: "a weighting or an average is not spelled out" },
  leftover: { zh: "这一部分没有读懂", en: "this part was not understood" },
  condition: { zh: "条件没有读懂", en: "this condition was not understood" },
  noCondition: { zh: "得分没有写明条件", en: "a score without a condition" },
  mixed: { zh: "数值条件与文字条件混用，无法组合", en: "numeric and worded conditions do not compose" },
  outcome: { zh: "得分的写法没有读懂", en: "this way of stating a score was not understood" },
  scoreRange: { zh: "得分是一个区间，没有写明如何取值", en: "the score is a range, and how to choose is not said" },
  bonus: { zh: "加分项会超过满分或没有写明上限", en: "a bonus beyond the full mark" },
  formula: { zh: "得分公式没有读懂", en: "the scoring formula was not understood" },
  formulaInputs: { zh: "得分公式需要一个以上的数值", en: "the scoring formula needs more than one figure" },
  noThreshold: { zh: "扣分的起点没有写明", en: "where the deduction starts is not stated" },
  targetThreshold: {
    zh: "扣分以目标值为起点，而目标值没有写出数字",
    en: "the deduction starts at a target without a number",
  },
  step: { zh: "扣分的步长没有读懂", en: "the step of the deduction was not understood" },
  twoSteps: { zh: "有两种以上的扣分办法，无法组合", en: "several deductions that do not compose" },
  direction: { zh: "扣分的方向与得满分的条件矛盾", en: "the deduction runs against the condition for full marks" },
  unit: { zh: "单位不一致", en: "units do not agree" },
  thresholds: { zh: "写出的起点互相矛盾", en: "the stated thresholds contradict each other" },
  proportionBase: { zh: "“按比例”没有写明是什么的比例", en: "“in proportion” does not say to what" },
  proportionJump: {
    zh: "按比例计分与得满分的起点不衔接，无法确认算法",
    en: "the proportion does not meet the full-mark threshold",
  },
  itemMarks: { zh: "各要点没有写明分值", en: "the listed points have no marks of their own" },
  figureAlone: {
    zh: "只写了这一比率所占分值，没有写如何得分",
    en: "the marks of this rate are stated, but not how it earns them",
  },
  tiers: { zh: "档次与分值区间不对应", en: "tiers and their ranges do not match" },
  sameBand: { zh: "同一区间写了两个得分", en: "two scores for the same range" },
  bandOverlap: { zh: "区间重叠且得分不同", en: "ranges overlap with different scores" },
  backwards: { zh: "区间的下限高于上限", en: "a range whose lower end is above its upper end" },
  twoSubjects: { zh: "一个条件里有两个对象", en: "two subjects in one condition" },
  twoMethods: {
    zh: "文字写了两种以上的评分办法，无法确认用哪一种",
    en: "several ways of scoring, and which one applies is not said",
  },
  needsKind: {
    zh: "文字对定性指标和定量指标分别规定了评分办法，尚不知本指标属于哪一种",
    en: "the text scores qualitative and quantitative indicators differently, and which one this is is not known",
  },
  gate: (words: string): Wording => ({
    zh: `“${words}”不得分的是整项还是其中一部分，无法确认`,
    en: `whether "${words}" takes all the marks or those of one part can not be told`,
  }),
  repeated: { zh: "同一条件重复出现", en: "the same condition occurs twice" },
  inverted: {
    zh: "“是否存在…”答“是”得分还是扣分，没有写明",
    en: "whether the answer yes earns or loses the mark is not said",
  },
  exception: { zh: "写了例外情形，没有写明例外时如何计分", en: "an exception whose score is not stated" },
  ordinalOrder: { zh: "各档得分的先后关系无法确认", en: "the order of the levels can not be told" },
  above: (best: Exact, full: Exact): Wording => ({
    zh: `最高可得${marks(best)}分，超过满分${marks(full)}分`,
    en: `the best score ${marks(best)} exceeds the full mark ${marks(full)}`,
  }),
  below: (best: Exact, full: Exact): Wording => ({
    zh: `最高只能得${marks(best)}分，与满分${marks(full)}分不符`,
    en: `the best score ${marks(best)} does not reach the full mark ${marks(full)}`,
  }),
  statedFull: (stated: Exact, full: Exact): Wording => ({
    zh: `文字写明满分${marks(stated)}分，与分值${marks(full)}分不符`,
    en: `the text states a full mark of ${marks(stated)}, the table ${marks(full)}`,
  }),
} as const;
