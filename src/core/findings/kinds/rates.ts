import { excerpt } from "../excerpt";
import { kind, type Words } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** A cell of 基础数据 whose text is none of the options, and the option that it surely means. */
export interface TypedAnswer {
  readonly cell: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly meant: string | null;
  /** It stands in the unit's own base data, where no formula reads it: `cell` names the sheet, too. */
  readonly inOwnData?: true;
}

const typedZh = ({ cell, text, options, meant, inOwnData }: TypedAnswer): string =>
  inOwnData && options.length === 0
    ? `本单位数据 ${cell} 写有${zh.quoted(text)}，没有自动取用，确是所问的数即可照填。`
    : inOwnData
      ? `本单位数据 ${cell} 写的是${zh.quoted(text)}，公式不能读取${meant === null ? "" : `；属实的，请在基础数据中选${zh.quoted(meant)}`}。`
      : `基础数据 ${cell} 填的是${zh.quoted(text)}，不是可选项（${options.join("、")}）${meant === null ? "" : `，应选${zh.quoted(meant)}`}。`;
const typedEn = ({ cell, text, options, meant, inOwnData }: TypedAnswer): string =>
  inOwnData && options.length === 0
    ? `${cell} of the unit's own data says ${en.quoted(text)}, which was not taken by itself. `
    : inOwnData
      ? `${cell} of the unit's own data says ${en.quoted(text)}, which no formula reads${meant === null ? "" : `; if that is right, choose ${en.quoted(meant)} on the base-data sheet`}. `
      : `${cell} of the base-data sheet says ${en.quoted(text)}, which is none of the options (${options.join(", ")})${meant === null ? "" : `; choose ${en.quoted(meant)}`}. `;

/** Figures and the rates made of them. */
export const rates = {
  "input-missing": kind<{ readonly name: string; readonly missing: readonly string[]; readonly marks: string | null }>({
    severity: "warning",
    zh: {
      title: "缺数据",
      help: "比率的分子或分母没有数据，无法核算。",
      message: ({ name, missing, marks }, where) =>
        `${zh.at(where)}${zh.quoted(name)}缺数据：${missing.join("、")}，无法核算${marks === null ? "" : `（涉及 ${marks} 分）`}。请在基础数据中补填。`,
    },
    en: {
      title: "Data missing",
      help: "A rate can not be verified without its inputs.",
      message: ({ name, missing, marks }, where) =>
        `${en.at(where)}${en.quoted(name)} can not be verified: ${missing.join(", ")} missing${marks === null ? "" : ` (${marks} marks)`}. Enter the data on the base-data sheet.`,
    },
  }),

  "answer-missing": kind<{
    readonly name: string;
    readonly questions: readonly string[];
    readonly marks: string | null;
    /** What stands in 基础数据 and answers nothing. */
    readonly typed: readonly TypedAnswer[];
  }>({
    severity: "warning",
    zh: {
      title: "评分所需的情况没有填",
      help: "评分标准要问的情况无人回答，本项无法复算。",
      message: ({ name, questions, marks, typed }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的评分标准还要知道：${zh.listed(questions)}，${typed.some(({ options }) => options.length > 0) ? "没有有效的回答" : "没有填"}，本项未复算${marks === null ? "" : `（涉及 ${marks} 分）`}。${typed.map(typedZh).join("")}请在基础数据中补填。`,
    },
    en: {
      title: "A rule's question is not answered",
      help: "What the standard asks nobody has answered, so the score was not recomputed.",
      message: ({ name, questions, marks, typed }, where) =>
        `${en.at(where)}The standard of ${en.quoted(name)} also asks: ${en.listed(questions)}. It is not answered, so the score was not recomputed${marks === null ? "" : ` (${marks} marks)`}. ${typed.map(typedEn).join("")}Enter it on the base-data sheet.`,
    },
  }),

  "text-number-available": kind<{ readonly name: string; readonly number: string; readonly excerpt: string }>({
    severity: "info",
    zh: {
      title: "文字中有可用数据",
      help: "本单位的文字说明中出现了可能需要的数，由人确认后填入。",
      message: ({ name, number, excerpt: words }, where) =>
        `${zh.at(where)}${zh.quoted(name)}没有填数，但本单位文字中出现 ${number}（“${excerpt(words)}”）。确认无误后请填入基础数据。`,
    },
    en: {
      title: "Number found in text",
      help: "The unit's own text holds a number that may be wanted; a person confirms it.",
      message: ({ name, number, excerpt: words }, where) =>
        `${en.at(where)}${en.quoted(name)} is not filled in, but the unit's own text mentions ${number} (“${excerpt(words)}”). If that is right, enter it as base data.`,
    },
  }),

  "zero-base": kind<{ readonly name: string; readonly base: string }>({
    severity: "warning",
    zh: {
      title: "分母为零",
      help: "分母为零时没有比率。",
      message: ({ name, base }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的分母${zh.quoted(base)}为 0，比率没有意义（不等于比率为 0）。请核对该数，或说明不适用。`,
    },
    en: {
      title: "Zero base",
      help: "A zero base gives no rate.",
      message: ({ name, base }, where) =>
        `${en.at(where)}The base ${en.quoted(base)} of ${en.quoted(name)} is 0, so there is no rate (which is not a rate of 0). Check the figure, or note that it does not apply.`,
    },
  }),

  "rate-mismatch": kind<{ readonly name: string; readonly stated: string; readonly computed: string }>({
    severity: "error",
    zh: {
      title: "比率不符",
      help: "填写的比率与按数据计算的结果不一致。",
      message: ({ name, stated, computed }, where) =>
        `${zh.at(where)}${zh.quoted(name)}填写 ${stated}，按数据计算为 ${computed}。请核对比率及其分子、分母。`,
    },
    en: {
      title: "Rate differs",
      help: "The stated rate is not what the figures give.",
      message: ({ name, stated, computed }, where) =>
        `${en.at(where)}${en.quoted(name)} is given as ${stated} but calculates to ${computed}. Check the rate and the figures behind it.`,
    },
  }),

  "percent-scale": kind<{ readonly name: string; readonly value: string; readonly suggested: string }>({
    severity: "warning",
    zh: {
      title: "百分数与小数混淆",
      help: "例如把 0.95 填成 95，或把 95% 填成 0.95%。",
      message: ({ name, value, suggested }, where) =>
        `${zh.at(where)}${zh.quoted(name)}填写 ${value}，似乎混淆了百分数与小数，应为 ${suggested}。请核对后改正。`,
    },
    en: {
      title: "Percent and fraction mixed up",
      help: "For instance 95 where 0.95 is meant.",
      message: ({ name, value, suggested }, where) =>
        `${en.at(where)}${en.quoted(name)} is given as ${value}; percent and fraction seem mixed up, ${suggested} is expected. Check and correct it.`,
    },
  }),

  "unit-scale": kind<{
    readonly name: string;
    readonly value: string;
    readonly compared: string;
    readonly factor: string;
  }>({
    severity: "warning",
    zh: {
      title: "单位可能混用",
      help: "数值相差约一万倍等，可能混用了元与万元。",
      message: ({ name, value, compared, factor }, where) =>
        `${zh.at(where)}${zh.quoted(name)}填写 ${value}，与 ${compared} 相差约 ${factor} 倍，可能混用了“元”和“万元”等单位。请统一单位。`,
    },
    en: {
      title: "Units may be mixed",
      help: "Figures about 10,000 times apart suggest 元 against 万元.",
      message: ({ name, value, compared, factor }, where) =>
        `${en.at(where)}${en.quoted(name)} is given as ${value}, about ${factor} times off ${compared}: units such as “元” and “万元” may be mixed. Use one unit.`,
    },
  }),

  "input-impossible": kind<{
    readonly name: string;
    readonly value: string;
    /** Where nobody typed it: what the formula gives of numbers each of which may be. */
    readonly byFormula?: true;
    readonly why: Words;
  }>({
    severity: "error",
    zh: {
      title: "数据不可能",
      help: "人数为负或不是整数、满意度超过 100%、部分大于整体等，数据本身不可能成立。",
      message: ({ name, value, byFormula, why }, where) =>
        `${zh.at(where)}${zh.quoted(name)}${byFormula ? "按公式算得" : "填写"} ${value}，${why.zh}。在改正之前不据以计分，请核对${byFormula ? "公式中的各数" : "该数"}。`,
    },
    en: {
      title: "Impossible number",
      help: "A negative or broken headcount, more than 100 % satisfied, a part above its whole: the number itself can not be.",
      message: ({ name, value, byFormula, why }, where) =>
        `${en.at(where)}${en.quoted(name)} ${byFormula ? "comes to" : "is given as"} ${value}; ${why.en}. Nothing is scored by it until it is mended; check the ${byFormula ? "numbers of its formula" : "number"}.`,
    },
  }),

  "target-impossible": kind<{
    readonly name: string;
    readonly value: string;
    readonly why: Words;
  }>({
    severity: "warning",
    zh: {
      title: "目标不可能",
      help: "满意度目标超过 100%、人数目标为负等，目标本身不可能成立。",
      message: ({ name, value, why }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的指标值为 ${value}，${why.zh}。仍按所填目标比较，请核对指标值。`,
    },
    en: {
      title: "Impossible target",
      help: "More than 100 % satisfied, fewer than no people: the target itself can not be.",
      message: ({ name, value, why }, where) =>
        `${en.at(where)}The target of ${en.quoted(name)} is ${value}; ${why.en}. It is compared with as it stands; check the target.`,
    },
  }),
};
