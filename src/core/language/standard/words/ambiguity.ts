import type { Ambiguity } from "../../../rules/rule";

/** What a text leaves open, in words; each names what was chosen or which setting decides (SPEC L5). */
export const ambiguities = {
  partialSteps: {
    about: "partialSteps",
    zh: "不足一个步长的部分如何扣分，文字没有说明，按设置“不足一步”处理",
    en: "the text does not say how an incomplete step counts; the setting for partial steps decides",
  },
  openEnd: (value: string, taken: string): Ambiguity => ({
    about: "openEnd",
    zh: `分界值${value}归哪一档，文字没有说明或两档都写；本处归入得分较高的一档（${taken}分），另一读法归入较低一档`,
    en: `the text does not say which band holds ${value}, or both claim it; taken with the higher score (${taken}), the other reading gives the lower`,
  }),
  gap: (from: string, to: string): Ambiguity => ({
    about: "bandGap",
    zh: `${from}与${to}之间没有写明得分，落在其中的不评分`,
    en: `no score is stated between ${from} and ${to}; values there are not scored`,
  }),
  tierGap: (from: string, to: string): Ambiguity => ({
    about: "bandGap",
    zh: `${from}与${to}之间的得分不属于任何一档，评在其中的不计`,
    en: `a score between ${from} and ${to} lies in no tier and is none`,
  }),
  outside: (where: string): Ambiguity => ({
    about: "bandGap",
    zh: `${where}没有写明得分，不评分`,
    en: `no score is stated for ${where}; such values are not scored`,
  }),
  overlap: (first: string, second: string): Ambiguity => ({
    about: "bandOverlap",
    zh: `区间${first}与${second}重叠且得分不同，重叠处按先写的一档`,
    en: `the ranges ${first} and ${second} overlap with different scores; where they do, the one printed first counts`,
  }),
  beyond: (value: string, score: string): Ambiguity => ({
    about: "bandOverlap",
    zh: `超过${value}的，按字面只得${score}分，低于恰好${value}的得分`,
    en: `beyond ${value} the words give only ${score}, less than exactly ${value}`,
  }),
  oneWay: (name: string): Ambiguity => ({
    about: "direction",
    zh: `“${name}”为负时文字没有说明，按数值大小比较，不取绝对值`,
    en: `what a negative "${name}" scores is not said; it is compared as it is, not by its absolute value`,
  }),
  cutEnd: (value: string): Ambiguity => ({
    about: "openEnd",
    zh: `恰为${value}时是否不得分，“以上”“以下”含不含本数，文字没有说明；按含本数处理`,
    en: `whether exactly ${value} is cut off too is not said; it is`,
  }),
  atLeast: (value: string, score: string, other: string): Ambiguity => ({
    about: "bandOverlap",
    zh: `超过${value}的如何计分，文字没有说明，按“${value}及以上”理解得${score}分；按字面则${other}`,
    en: `how more than ${value} scores is not said; taken as “${value} and above” it gives ${score}, by the words ${other}`,
  }),
  rounded: {
    about: "other",
    zh: "文字规定得分取若干位小数；复算分不取整，按设置的位数显示",
    en: "the text rounds the score; it is computed unrounded and shown with the places of the settings",
  },
  barePercent: {
    about: "unit",
    zh: "数字没有写单位，按百分数理解（90即90%）",
    en: "the numbers have no unit; they are taken as per cent (90 is 90%)",
  },
  changeSign: (name: string, above: string): Ambiguity => ({
    about: "direction",
    zh: `“${name}”以${above}为正数、相反方向为负数填写`,
    en: `"${name}" is positive where the text says ${above}, and negative the other way`,
  }),
  overBase: (name: string): Ambiguity => ({
    about: "other",
    zh: `超出的比例按“${name}”超过100%的部分理解（超10%即110%）`,
    en: `the excess is taken as what "${name}" is above 100% (10% over is 110%)`,
  }),
  fromZero: (threshold: string, low: string): Ambiguity => ({
    about: "other",
    zh: `“按比例”从0起算（恰为${threshold}得${low}分），也可理解为在${threshold}与满分点之间按比例（恰为${threshold}得0分）`,
    en: `the proportion counts from 0 (${threshold} gives ${low}); it could also run between ${threshold} and the full mark (${threshold} gives 0)`,
  }),
  cap: {
    about: "cap",
    zh: "超过100%时是否封顶，文字没有说明，以满分封顶",
    en: "the text does not say whether the score is capped; the full mark caps it",
  },
  pointsOfAmount: {
    about: "unit",
    zh: "起点不是比率，“百分点”按起点的百分之几理解",
    en: "where it counts from is no rate; “points” are taken as per cent of it",
  },
  exception: (words: string): Ambiguity => ({
    about: "other",
    zh: `“${words}”除外，如何计分文字没有说明，按设置“不适用”处理`,
    en: `"${words}" is excepted, and what it scores is not said; the setting for what does not apply decides`,
  }),
  closing: {
    about: "other",
    zh: "末句没有写明针对哪一项，按对前面每一项分别适用理解，各项最多扣完自己的分",
    en: "which figure the closing sentence is for is not said; it is taken for each, down to nothing of its own",
  },
  repeated: {
    about: "other",
    zh: "文字没有写“每”，按每出现一次扣一次理解",
    en: "the text does not say “each”; every occurrence is taken to be deducted",
  },
  otherSide: {
    about: "direction",
    zh: "另一方向的偏离如何计分，文字没有说明，按满分处理",
    en: "the text does not say how a departure to the other side scores; it keeps full marks",
  },
  operator: {
    about: "direction",
    zh: "目标的方向（≥、≤、=）以年度指标值单元格为准，此处按≥",
    en: "the target's direction is that of its cell; taken as ≥ here",
  },
} as const satisfies Record<string, Ambiguity | ((...words: string[]) => Ambiguity)>;
