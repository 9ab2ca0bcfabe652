import { excerpt } from "../excerpt";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** What stands in single cells and rows of a table. */
export const scoreCells = {
  "duplicate-indicator": kind<{ readonly name: string; readonly cells: readonly string[] }>({
    severity: "warning",
    zh: {
      title: "指标重复",
      help: "同一上级指标下出现同名指标，会重复计分。",
      message: ({ name, cells }, where) =>
        `${zh.at(where)}指标${zh.quoted(name)}在同一上级指标下出现了 ${cells.length} 次（${zh.listed(cells)}）。请合并或删去重复的一行。`,
    },
    en: {
      title: "Duplicate indicator",
      help: "The same indicator under the same parent would be scored twice.",
      message: ({ name, cells }, where) =>
        `${en.at(where)}Indicator ${en.quoted(name)} stands ${cells.length} times under the same parent (${en.listed(cells)}). Merge the rows or delete one.`,
    },
  }),

  "score-missing": kind<{ readonly name: string; readonly fullMark: string | null }>({
    severity: "warning",
    zh: {
      title: "未填得分",
      help: "得分空白，总分不完整。",
      message: ({ name, fullMark }, where) =>
        `${zh.at(where)}${zh.quoted(name)}未填得分${fullMark === null ? "" : `（分值 ${fullMark} 分）`}。请填写得分；确实不计分的请注明。`,
    },
    en: {
      title: "Score missing",
      help: "A blank score leaves the total incomplete.",
      message: ({ name, fullMark }, where) =>
        `${en.at(where)}${en.quoted(name)} has no score${fullMark === null ? "" : ` (full mark ${fullMark})`}. Enter it, or note why it is not scored.`,
    },
  }),

  "score-not-a-number": kind<{ readonly name: string; readonly text: string }>({
    severity: "error",
    zh: {
      title: "得分不是数字",
      help: "得分栏应填数字，文字无法合计。",
      message: ({ name, text }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的得分填的是“${excerpt(text)}”，不是以分计的数字，无法计入总分。请改填分数。`,
    },
    en: {
      title: "Score is not a number",
      help: "Text in a score column can not be totalled.",
      message: ({ name, text }, where) =>
        `${en.at(where)}The score of ${en.quoted(name)} is “${excerpt(text)}”, which is not a number and can not be totalled. Enter a number.`,
    },
  }),

  "score-over-full": kind<{ readonly name: string; readonly score: string; readonly fullMark: string }>({
    severity: "error",
    zh: {
      title: "得分超过分值",
      help: "任何指标的得分都不应超过其分值。",
      message: ({ name, score, fullMark }, where) =>
        `${zh.at(where)}${zh.quoted(name)}得 ${score} 分，超过分值 ${fullMark} 分。请核对得分与分值。`,
    },
    en: {
      title: "Score above full mark",
      help: "No score may exceed the full mark.",
      message: ({ name, score, fullMark }, where) =>
        `${en.at(where)}${en.quoted(name)} scores ${score}, more than its full mark ${fullMark}. Check both.`,
    },
  }),

  "score-negative": kind<{ readonly name: string; readonly score: string }>({
    severity: "error",
    zh: {
      title: "得分为负",
      help: "扣完为止，得分最低为 0。",
      message: ({ name, score }, where) =>
        `${zh.at(where)}${zh.quoted(name)}得分为 ${score}，得分不能为负，最低为 0 分。`,
    },
    en: {
      title: "Negative score",
      help: "Deductions end at 0.",
      message: ({ name, score }, where) =>
        `${en.at(where)}${en.quoted(name)} scores ${score}. A score can not be below 0.`,
    },
  }),

  "score-precision": kind<{ readonly name: string; readonly score: string }>({
    severity: "info",
    zh: {
      title: "得分小数过多",
      help: "得分一般最多保留两位小数。",
      message: ({ name, score }, where) =>
        `${zh.at(where)}${zh.quoted(name)}得分 ${score} 超过两位小数。请按四舍五入保留两位小数。`,
    },
    en: {
      title: "Too many decimals",
      help: "Scores carry two decimals at most.",
      message: ({ name, score }, where) =>
        `${en.at(where)}The score ${score} of ${en.quoted(name)} has more than two decimals. Round it to two.`,
    },
  }),

  "deduction-mismatch": kind<{
    readonly name: string;
    readonly deducted: string;
    readonly fullMark: string;
    readonly score: string;
  }>({
    severity: "error",
    zh: {
      title: "扣分与得分不符",
      help: "分值减去扣分应等于得分。",
      message: ({ name, deducted, fullMark, score }, where) =>
        `${zh.at(where)}${zh.quoted(name)}分值 ${fullMark} 分、扣 ${deducted} 分，与得分 ${score} 分不符。请核对扣分与得分。`,
    },
    en: {
      title: "Deduction and score disagree",
      help: "Full mark less deduction is the score.",
      message: ({ name, deducted, fullMark, score }, where) =>
        `${en.at(where)}${en.quoted(name)}: full mark ${fullMark} less ${deducted} deducted is not the score ${score}. Check deduction and score.`,
    },
  }),

  "number-as-text": kind<{
    readonly text: string;
    readonly number: string;
    readonly column: string;
    /** A formula gives the text: it is to be changed, not typed over. */
    readonly fromFormula?: boolean;
  }>({
    severity: "warning",
    zh: {
      title: "文本格式的数字",
      help: "看似数字，实为文本，SUM 等函数会漏掉。",
      message: ({ text, number, column, fromFormula }, where) =>
        `${zh.at(where)}${column}栏的“${excerpt(text)}”是${fromFormula ? "公式得出的文本" : "文本格式的数字"}，SUM 求和时会漏掉。${fromFormula ? `请改公式，使其得出数字 ${number}（如去掉数字两边的引号）` : `请改为数字 ${number}`}。`,
    },
    en: {
      title: "Number typed as text",
      help: "It looks like a number, but SUM and its like skip it.",
      message: ({ text, number, column, fromFormula }, where) =>
        fromFormula
          ? `${en.at(where)}“${excerpt(text)}” in column ${column} is a text that a formula gives, which SUM skips. Change the formula so that it gives the number ${number}, for example without the quotes around it.`
          : `${en.at(where)}“${excerpt(text)}” in column ${column} is a number typed as text, which SUM skips. Enter the number ${number}.`,
    },
  }),

  "error-value": kind<{ readonly error: string; readonly formula: string | null }>({
    severity: "error",
    places: { formula: "references" },
    zh: {
      title: "错误值",
      help: "单元格显示 #DIV/0!、#REF! 等错误，依赖它的合计都不可用。",
      message: ({ error, formula }, where) =>
        `${zh.at(where)}单元格显示错误值 ${error}${formula === null ? "" : `（公式 ${excerpt(formula)}）`}，会使合计无法计算。请改正公式或其引用的数据。`,
    },
    en: {
      title: "Error value",
      help: "A cell shows #DIV/0!, #REF! or the like; totals that depend on it are unusable.",
      message: ({ error, formula }, where) =>
        `${en.at(where)}The cell shows ${error}${formula === null ? "" : ` (formula ${excerpt(formula)})`}, so totals can not be calculated. Correct the formula or what it refers to.`,
    },
  }),
};
