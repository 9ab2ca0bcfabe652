import { excerpt } from "../excerpt";
import { kind, type Words } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** Where a target prints no sign, the one that was taken (SPEC C21). */
type TakenSign = "≥" | "≤";

/** A score against its standard, its target and its cap. */
export const scores = {
  "score-mismatch": kind<{
    readonly name: string;
    readonly stated: string;
    /** What the cell prints of `stated`, where that is less than it holds. */
    readonly shows?: string;
    readonly computed: string;
    readonly explanation: Words;
    /** Words of the authority that judged: what a printed or official standard gives is due, what is usual is to be verified. */
    readonly basis: Words;
    readonly advice: Words;
  }>({
    severity: "error",
    zh: {
      title: "自评分与复算分不符",
      help: "按评分标准和数据复算的得分与自评分不一致。",
      message: ({ name, stated, shows, computed, explanation, basis, advice }, where) =>
        `${zh.at(where)}${zh.quoted(name)}自评 ${stated} 分${zh.shownAs(shows)}，${basis.zh} ${computed} 分：${explanation.zh}。${advice.zh}更正得分或说明理由。`,
    },
    en: {
      title: "Score differs from the standard",
      help: "The standard and the data give another score.",
      message: ({ name, stated, shows, computed, explanation, basis, advice }, where) =>
        `${en.at(where)}${en.quoted(name)} is scored ${stated}${en.shownAs(shows)}; ${basis.en} ${computed}: ${en.punctuated(explanation.en)}. ${advice.en}correct the score or say why.`,
    },
  }),

  "score-outside-tier": kind<{
    readonly name: string;
    readonly score: string;
    readonly tier: string;
    readonly low: string;
    readonly high: string;
  }>({
    severity: "error",
    zh: {
      title: "得分不在所评档次内",
      help: "分档评分时，得分应在该档的范围之内。",
      message: ({ name, score, tier, low, high }, where) =>
        `${zh.at(where)}${zh.quoted(name)}评为“${tier}”，得分应在 ${low}–${high} 分之间，现为 ${score} 分。请调整得分或档次。`,
    },
    en: {
      title: "Score outside its tier",
      help: "A tiered score must lie within the range of its tier.",
      message: ({ name, score, tier, low, high }, where) =>
        `${en.at(where)}${en.quoted(name)} is rated ${tier}, which allows ${low}–${high}, but it scores ${score}. Adjust the score or the rating.`,
    },
  }),

  "cap-exceeded": kind<{
    readonly what: string;
    readonly score: string;
    readonly cap: string;
    readonly clause: string;
  }>({
    severity: "error",
    zh: {
      title: "超过得分上限",
      help: "按规定总分或单项设有上限。",
      message: ({ what, score, cap, clause }, where) =>
        `${zh.at(where)}${what}为 ${score} 分，超过上限 ${cap} 分（${clause}）。请按上限计分。`,
    },
    en: {
      title: "Cap exceeded",
      help: "The regulations limit the score.",
      message: ({ what, score, cap, clause }, where) =>
        `${en.at(where)}${what} is ${score}, above the cap of ${cap} (${clause}). Apply the cap.`,
    },
  }),

  "standard-unreadable": kind<{
    readonly name: string;
    readonly text: string;
    /** `near`: the words at which reading stopped; `wants`: how the text could say it. */
    readonly reason: {
      readonly zh: string;
      readonly en: string;
      readonly near?: string;
      readonly wants?: Words;
    };
  }>({
    severity: "info",
    zh: {
      title: "评分标准未能识别",
      help: "印出的评分标准没有读懂，该项不作判断。",
      message: ({ name, text, reason }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的评分标准“${excerpt(text)}”未能识别：${reason.near ? `“${reason.near}…”处` : ""}${reason.zh}。该项不作判断，请人工核分${reason.wants ? `；若可修改文字：${reason.wants.zh}` : ""}。`,
    },
    en: {
      title: "Standard not understood",
      help: "The printed standard could not be read, so nothing is judged by it.",
      message: ({ name, text, reason }, where) =>
        `${en.at(where)}The standard of ${en.quoted(name)} could not be read (“${excerpt(text)}”): ${reason.near ? `at “${reason.near}…” ` : ""}${reason.en}. It is not judged; check the score by hand.${reason.wants ? ` Where the text may be changed: ${reason.wants.en}.` : ""}`,
    },
  }),

  "target-met-but-deducted": kind<{
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly score: string;
    readonly fullMark: string;
    readonly taken?: TakenSign;
  }>({
    severity: "warning",
    zh: {
      title: "目标完成却扣分",
      help: "实际值达到目标值，一般应得满分，扣分要有依据。",
      message: ({ name, target, actual, score, fullMark, taken }, where) =>
        `${zh.at(where)}${zh.quoted(name)}目标 ${excerpt(target)}${zh.taken(taken)}、实际 ${excerpt(actual)}，目标已完成，却只得 ${score}/${fullMark} 分。请说明扣分依据或更正得分。`,
    },
    en: {
      title: "Target met but marks deducted",
      help: "A target that is met usually earns the full mark; a deduction needs grounds.",
      message: ({ name, target, actual, score, fullMark, taken }, where) =>
        `${en.at(where)}${en.quoted(name)} met its target (${excerpt(target)}${en.taken(taken)}, actual ${excerpt(actual)}) but scores only ${score} of ${fullMark}. Say why, or correct the score.`,
    },
  }),

  "target-missed-but-full": kind<{
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    /** What the cell prints of `actual`, where that is less than it holds: 95% of 94.96%. */
    readonly shows?: string;
    readonly score: string;
    readonly taken?: TakenSign;
    /** What the rule gives instead; absent where none judges. */
    readonly due?: Words;
  }>({
    severity: "error",
    zh: {
      title: "目标未完成却得满分",
      help: "实际值没有达到目标值，不应得满分。",
      message: ({ name, target, actual, shows, score, taken, due }, where) =>
        `${zh.at(where)}${zh.quoted(name)}目标 ${excerpt(target)}${zh.taken(taken)}、实际 ${excerpt(actual)}${zh.shownAs(shows)}，目标未完成，却得满分 ${score} 分${due ? `；${due.zh}` : ""}。请按完成情况扣分，或更正实际完成值。`,
    },
    en: {
      title: "Target missed but full mark",
      help: "A target that is missed can not earn the full mark.",
      message: ({ name, target, actual, shows, score, taken, due }, where) =>
        `${en.at(where)}${en.quoted(name)} missed its target (${excerpt(target)}${en.taken(taken)}, actual ${excerpt(actual)}${shows === undefined ? "" : `, shown as ${shows}`}) but has the full ${score} marks${due ? `; ${due.en}` : ""}. Deduct accordingly, or correct the actual value.`,
    },
  }),

  "over-fulfilment": kind<{
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly completion: string;
    readonly taken?: TakenSign;
  }>({
    severity: "warning",
    zh: {
      title: "超额完成过多",
      help: "完成值远超目标值而没有说明，目标可能定得过低。",
      message: ({ name, target, actual, completion, taken }, where) =>
        `${zh.at(where)}${zh.quoted(name)}目标 ${excerpt(target)}${zh.taken(taken)}、实际 ${excerpt(actual)}，完成 ${completion}，超额过多。请说明原因，核对目标是否定得过低。`,
    },
    en: {
      title: "Target far exceeded",
      help: "A result far above the target, unexplained, suggests that the target was set too low.",
      message: ({ name, target, actual, completion, taken }, where) =>
        `${en.at(where)}${en.quoted(name)} reached ${completion} of its target (${excerpt(target)}${en.taken(taken)}, actual ${excerpt(actual)}). Give the reason, and check whether the target was set too low.`,
    },
  }),

  /** The target and the actual value can not be compared: one is no number, or their units are of different kinds. */
  "target-not-comparable": kind<{
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly why: Words;
    readonly taken?: TakenSign;
  }>({
    severity: "warning",
    zh: {
      title: "目标与实际无法比较",
      help: "定量目标应填含义和单位相同的实际数值。",
      message: ({ name, target, actual, why, taken }, where) =>
        `${zh.at(where)}${zh.quoted(name)}目标“${excerpt(target)}”${zh.taken(taken)}与实际“${excerpt(actual)}”无法比较：${why.zh}。请按目标的含义和单位填写。`,
    },
    en: {
      title: "Target and actual not comparable",
      help: "A quantified target needs an actual number in the same terms and unit.",
      message: ({ name, target, actual, why, taken }, where) =>
        `${en.at(where)}The target “${excerpt(target)}”${en.taken(taken)} and the actual value “${excerpt(actual)}” of ${en.quoted(name)} can not be compared: ${why.en}. State the actual value in the target's terms and unit.`,
    },
  }),
};
