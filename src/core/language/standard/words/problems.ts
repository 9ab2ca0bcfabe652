import { decimalText, type Exact } from "../../../model/exact";
import type { RefusalCode, RefusalPhase } from "../../../rules/rule";
import type { Wording } from "./problem";

const marks = (x: Exact): string => decimalText(x, 4);

type Texts = readonly [zh: string, en: string];

const refusal =
  (code: RefusalCode, phase: RefusalPhase) =>
  ([zh, en]: Texts, [wantsZh, wantsEn]: Texts): Wording => ({
    code,
    phase,
    zh,
    en,
    wants: { zh: wantsZh, en: wantsEn },
  });

const word = refusal("condition", "words");
const condition = refusal("condition", "conditions");
const effect = refusal("effect", "clauses");
const scope = refusal("scope", "scopes");
const sum = refusal("marks", "scopes");
const twofold = refusal("two-readings", "scopes");
const judged = refusal("judgement", "clauses");
const elsewhere = refusal("elsewhere", "conditions");

const ADD_UP: Texts = [
  "核对各要点分值之和（或各档最高分）是否等于本项分值",
  "check that the marks of the points add up, or the best level comes, to the full mark",
];
const ONE_WAY: Texts = ["只保留一种写法，或写明各自适用的情形", "keep one of them, or say when each applies"];
const SAY_START: Texts = [
  "写明从哪个数起扣，如“以100%为标准”“低于95%的，每低1个百分点扣…”",
  "print the number from which marks are lost, such as “以100%为标准”",
];
const SAY_SCORE: Texts = [
  "把得分写成“得…分”“扣…分”“得分=…×分值”之一",
  "state the score as “得…分”, “扣…分” or “得分=…×分值”",
];
const SAY_CONDITION: Texts = [
  "把条件写成一个数值区间，或一句可以回答是或否的话",
  "state the condition as one range of a figure, or as words to be answered yes or no",
];

/** Every reason for which a text is not read, in one place, each with what would help (SPEC L50). */
export const problems = {
  empty: effect(["评分标准为空", "the standard is empty"], SAY_SCORE),
  noScores: effect(["没有读到任何得分或扣分", "no score and no deduction is stated"], SAY_SCORE),
  tooLong: effect(
    ["评分标准过长，未读", "the standard is too long to be read"],
    ["缩短到4000字以内", "shorten it to 4,000 characters"],
  ),
  number: word(
    ["数字写法无法确认", "this number can not be read for certain"],
    ["数字不写千位分隔符和前导0", "print numbers without separators and leading zeros"],
  ),
  marker: refusal("two-readings", "words")(
    ["序号与小数无法区分", "a list number can not be told from a decimal"],
    ["序号改用①②或（1）（2）", "number the list with ① ② or (1) (2)"],
  ),
  judgement: judged(
    ["得分需要人工判断，文字没有给出算法", "the score is left to a person's judgement"],
    ["写明每一情形扣多少分；否则由人评定", "say what each case is worth; else a person decides"],
  ),
  andSoOn: judged(["“以此类推”没有写全", "“and so on” leaves the rest unsaid"], ["把各档写全", "print every level"]),
  weighted: effect(
    ["加权或平均的算法没有写明", "a weighting or an average is not spelled out"],
    ["写出各项权重和公式", "print the weights and the formula"],
  ),
  leftover: refusal("not-placed", "scopes")(
    ["这一部分没有读懂", "this part was not understood"],
    ["把这一句写成一个得分或扣分，或移出评分标准", "make it a score of its own, or take it out of the standard"],
  ),
  condition: condition(["条件没有读懂", "this condition was not understood"], SAY_CONDITION),
  noCondition: condition(["得分没有写明条件", "a score without a condition"], SAY_CONDITION),
  mixed: scope(
    ["数值条件与文字条件混用，无法组合", "numeric and worded conditions do not compose"],
    ["分号隔开各自计分的部分并写明各部分分值", "part what scores for itself with ；, each part with its marks"],
  ),
  outcome: effect(["得分的写法没有读懂", "this way of stating a score was not understood"], SAY_SCORE),
  scoreRange: judged(
    ["得分是一个区间，没有写明如何取值", "the score is a range, and how to choose is not said"],
    ["写明各档名称和对应的分值区间", "name the tiers, each with its range of marks"],
  ),
  bonus: sum(
    ["加分项会超过满分或没有写明上限", "a bonus beyond the full mark"],
    ["写明“最高不超过…分”", "print the most that can be scored"],
  ),
  formula: effect(["得分公式没有读懂", "the scoring formula was not understood"], SAY_SCORE),
  formulaInputs: effect(
    ["得分公式需要一个以上的数值", "the scoring formula needs more than one figure"],
    ["写成“得分=甲÷乙×分值”", "print it as “得分=甲÷乙×分值”"],
  ),
  noThreshold: condition(["扣分的起点没有写明", "where the deduction starts is not stated"], SAY_START),
  targetThreshold: elsewhere(
    ["扣分以目标值为起点，而目标值没有写出数字", "the deduction starts at a target without a number"],
    SAY_START,
  ),
  step: effect(
    ["扣分的步长没有读懂", "the step of the deduction was not understood"],
    ["写成“每低（高）…个百分点扣…分”", "print it as “每低…个百分点扣…分”"],
  ),
  twoSteps: scope(
    ["有两种以上的扣分办法，无法组合", "several deductions that do not compose"],
    ["写明每种扣分针对哪一部分", "say which part each deduction is for"],
  ),
  direction: twofold(
    ["扣分的方向与得满分的条件矛盾", "the deduction runs against the condition for full marks"],
    ["核对“每高”“每低”与得满分的条件", "check “每高” or “每低” against the condition for full marks"],
  ),
  unit: condition(
    ["单位不一致", "units do not agree"],
    ["同一数值各处用同一单位，比率写百分号", "give the figure one unit throughout, rates with %"],
  ),
  thresholds: twofold(["写出的起点互相矛盾", "the stated thresholds contradict each other"], ONE_WAY),
  proportionBase: effect(
    ["“按比例”没有写明是什么的比例", "“in proportion” does not say to what"],
    ["写成“按…率×分值计分”", "print it as “按…率×分值计分”"],
  ),
  proportionJump: twofold(
    ["按比例计分与得满分的起点不衔接，无法确认算法", "the proportion does not meet the full-mark threshold"],
    [
      "写出公式：按“完成率×分值”，还是按“（完成率−下限）÷（上限−下限）×分值”",
      "print the formula: rate × mark, or (rate − lower end) ÷ (upper − lower end) × mark",
    ],
  ),
  itemMarks: sum(["各要点没有写明分值", "the listed points have no marks of their own"], ADD_UP),
  figureAlone: effect(
    ["只写了这一比率所占分值，没有写如何得分", "the marks of this rate are stated, but not how it earns them"],
    SAY_SCORE,
  ),
  tiers: sum(
    ["档次与分值区间不对应", "tiers and their ranges do not match"],
    ["每档一个区间，从满分起首尾相接", "one range for each tier, from the full mark down, end to end"],
  ),
  sameBand: twofold(["同一区间写了两个得分", "two scores for the same range"], ONE_WAY),
  bandOverlap: twofold(["区间重叠且得分不同", "ranges overlap with different scores"], ONE_WAY),
  backwards: condition(
    ["区间的下限高于上限", "a range whose lower end is above its upper end"],
    ["核对区间两端", "check the ends of the range"],
  ),
  twoSubjects: scope(
    ["一个条件里有两个对象", "two subjects in one condition"],
    ["两个条件之间写“且”或“或”，或分成两个要点", "join them with “且” or “或”, or make them two points"],
  ),
  twoMethods: twofold(
    ["文字写了两种以上的评分办法，无法确认用哪一种", "several ways of scoring, and which one applies is not said"],
    ONE_WAY,
  ),
  needsKind: elsewhere(
    [
      "文字对定性指标和定量指标分别规定了评分办法，尚不知本指标属于哪一种",
      "the text scores qualitative and quantitative indicators differently, and which one this is is not known",
    ],
    ["填写年度指标值", "fill in the target"],
  ),
  gate: (words: string): Wording =>
    scope(
      [
        `“${words}”不得分的是整项还是其中一部分，无法确认`,
        `whether "${words}" takes all the marks or those of one part can not be told`,
      ],
      ["写明“本项不得分”或“该小项不得分”", "print “本项不得分” for the whole or “该小项不得分” for a part"],
    ),
  repeated: refusal("idle-clause", "rule")(["同一条件重复出现", "the same condition occurs twice"], ONE_WAY),
  inverted: twofold(
    ["“是否存在…”答“是”得分还是扣分，没有写明", "whether the answer yes earns or loses the mark is not said"],
    ["写成“不存在…得…分”", "print it as “不存在…得…分”"],
  ),
  exception: effect(
    ["写了例外情形，没有写明例外时如何计分", "an exception whose score is not stated"],
    ["写明例外时得几分", "say what the exception is worth"],
  ),
  ordinalOrder: scope(["各档得分的先后关系无法确认", "the order of the levels can not be told"], ADD_UP),
  above: (best: Exact, full: Exact): Wording =>
    sum(
      [
        `最高可得${marks(best)}分，超过满分${marks(full)}分`,
        `the best score ${marks(best)} exceeds the full mark ${marks(full)}`,
      ],
      ADD_UP,
    ),
  below: (best: Exact, full: Exact): Wording =>
    sum(
      [
        `最高只能得${marks(best)}分，与满分${marks(full)}分不符`,
        `the best score ${marks(best)} does not reach the full mark ${marks(full)}`,
      ],
      ADD_UP,
    ),
  statedFull: (stated: Exact, full: Exact): Wording =>
    sum(
      [
        `文字写明满分${marks(stated)}分，与分值${marks(full)}分不符`,
        `the text states a full mark of ${marks(stated)}, the table ${marks(full)}`,
      ],
      ["核对文字所写满分与分值一栏", "check the full mark of the text against the mark column"],
    ),
} as const;
