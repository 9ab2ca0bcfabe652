import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** Marks, scores and money added up, and the grade that the total gives. */
export const sums = {
  "level-mark-mismatch": kind<{ readonly name: string; readonly stated: string; readonly sum: string }>({
    severity: "error",
    zh: {
      title: "上级分值与下级合计不等",
      help: "上级指标标明的分值应等于其下各项分值之和；不等往往是写错或漏行。",
      message: ({ name, stated, sum }, where) =>
        `${zh.at(where)}${zh.quoted(name)}标明 ${stated} 分，下级指标分值合计为 ${sum} 分，两者不等。请核对标明的分值，或检查是否漏行。`,
    },
    en: {
      title: "Level mark differs from its parts",
      help: "A level's mark must equal the sum of the marks below it; a difference is a slip or a missing row.",
      message: ({ name, stated, sum }, where) =>
        `${en.at(where)}${en.quoted(name)} states ${stated} marks, but the marks below it sum to ${sum}. Correct the mark, or look for a missing row.`,
    },
  }),

  "repeated-mark-differs": kind<{
    readonly name: string;
    readonly stated: string;
    readonly again: string;
    readonly first: string;
  }>({
    severity: "warning",
    places: { first: "references" },
    zh: {
      title: "重复印出的上级指标分值不一",
      help: "同一上级指标再次印出时，标明的分值应与前面相同；合计按前面的计。",
      message: ({ name, stated, again, first }, where) =>
        `${zh.at(where)}${zh.quoted(name)}再次印出时标明 ${again} 分，前面（${first}）标明 ${stated} 分，两处不一。现按 ${stated} 分计，请核对后改为一致。`,
    },
    en: {
      title: "Level printed again with another mark",
      help: "A level printed again should state the same mark; sums take the first.",
      message: ({ name, stated, again, first }, where) =>
        `${en.at(where)}${en.quoted(name)} states ${again} marks here, but ${stated} where it is first printed (${first}). ${stated} is taken; make the two agree.`,
    },
  }),

  "full-mark-total": kind<{ readonly stated: string; readonly sum: string }>({
    severity: "error",
    zh: {
      title: "分值合计不符",
      help: "各项分值之和应等于写明的总分值。",
      message: ({ stated, sum }, where) =>
        `${zh.at(where)}分值合计写 ${stated} 分，各项分值相加为 ${sum} 分。请核对各项分值与合计。`,
    },
    en: {
      title: "Total of full marks differs",
      help: "The marks must sum to the stated total.",
      message: ({ stated, sum }, where) =>
        `${en.at(where)}The total of full marks is given as ${stated}, but the marks sum to ${sum}. Check the marks and the total.`,
    },
  }),

  "budget-mark-outside-total": kind<{ readonly indicators: string; readonly funding: string; readonly total: string }>({
    severity: "error",
    zh: {
      title: "预算执行分值超出总分",
      help: "指标分值与预算执行分值之和不应超过总分。",
      message: ({ indicators, funding, total }, where) =>
        `${zh.at(where)}各指标分值合计 ${indicators} 分，预算执行另占 ${funding} 分，一共超过总分 ${total} 分。请把预算执行的分值计入总分之内。`,
    },
    en: {
      title: "Execution mark outside the total",
      help: "Indicator marks and the execution mark together must not exceed the total.",
      message: ({ indicators, funding, total }, where) =>
        `${en.at(where)}The indicators carry ${indicators} marks and budget execution another ${funding}: together more than the total of ${total}. Bring the execution mark within the total.`,
    },
  }),

  "weighed-score-mismatch": kind<{
    readonly name: string;
    readonly item: string;
    readonly weight: string;
    readonly score: string;
    readonly computed: string;
  }>({
    severity: "error",
    zh: {
      title: "折算得分不符",
      help: "折算得分应等于单项得分（或得分系数）乘以权重。",
      message: ({ name, item, weight, score, computed }, where) =>
        `${zh.at(where)}${zh.quoted(name)}${item} × 权重 ${weight}，应为 ${computed} 分，折算得分写 ${score} 分。请重新折算。`,
    },
    en: {
      title: "Weighed score differs",
      help: "The weighed score is the item's score (or its factor) times the weight.",
      message: ({ name, item, weight, score, computed }, where) =>
        `${en.at(where)}${en.quoted(name)}: ${item} × weight ${weight} makes ${computed}, but the weighed score is ${score}. Weigh it anew.`,
    },
  }),

  "item-score-is-weight": kind<{ readonly column: string; readonly rows: string; readonly full: string }>({
    severity: "warning",
    zh: {
      title: "单项得分填成了权重",
      help: "单项得分按百分制填写，再乘以权重折算；填成权重的，折算后的得分会偏低。",
      message: ({ column, rows, full }, where) =>
        `${zh.at(where)}“${column}”栏 ${rows} 行与权重完全相同，似乎填成了权重；按百分制，全部完成应填 100，折算后合计可得 ${full} 分。请核对。`,
    },
    en: {
      title: "Weights in the place of item scores",
      help: "Item scores are out of a hundred and are then weighed; weights in their place make the weighed scores too low.",
      message: ({ column, rows, full }, where) =>
        `${en.at(where)}All ${rows} rows of “${column}” equal the weights, which seem to stand in their place; out of a hundred, an item fully achieved is 100, and the weighed scores can make ${full}. Check them.`,
    },
  }),

  "breakdown-mismatch": kind<{
    readonly name: string;
    readonly what: string;
    readonly stated: string;
    readonly sum: string;
    readonly parts: readonly string[];
  }>({
    severity: "warning",
    zh: {
      title: "分解数与总数不等",
      help: "“其中”各行之和应等于上一行的数；分解不全的，应写明其余部分。",
      message: ({ name, what, stated, sum, parts }, where) =>
        `${zh.at(where)}${zh.quoted(name)}${what}为 ${stated}，其中各行（${zh.listed(parts)}）相加为 ${sum}，两者不等。请核对各数，或补上未列出的部分。`,
    },
    en: {
      title: "Breakdown differs from its whole",
      help: "The rows 其中 should sum to the figure of the row above; a breakdown that is not complete should say so.",
      message: ({ name, what, stated, sum, parts }, where) =>
        `${en.at(where)}${en.quoted(name)}: ${what} is ${stated}, but its parts (${en.listed(parts)}) sum to ${sum}. Check the figures, or add what is left out.`,
    },
  }),

  "funding-mark-total": kind<{
    readonly mark: string;
    readonly score: string | null;
    readonly marks: string;
    readonly scores: string | null;
  }>({
    severity: "warning",
    zh: {
      title: "资金行填了全表总分",
      help: "资金行的分值、得分只应是预算执行率一项的；填成全表总分的，预算执行率的分值无从得知。",
      message: ({ mark, score, marks, scores }, where) =>
        `${zh.at(where)}资金行的分值 ${mark} 分${score === null ? "" : `、得分 ${score} 分`}是全表总分，不是预算执行率一项的分值，未计入合计；各指标分值合计 ${marks} 分${scores === null ? "" : `、得分合计 ${scores} 分`}。请在资金行填写预算执行率的分值和得分，总分填入总分行。`,
    },
    en: {
      title: "Funding row holds the table's total",
      help: "The funding row's mark and score are those of budget execution alone; with the table's total in their place its mark is not known.",
      message: ({ mark, score, marks, scores }, where) =>
        `${en.at(where)}The funding row's mark of ${mark}${score === null ? "" : ` and score of ${score}`} is the whole table's, not that of budget execution, and is not counted; the indicators' marks sum to ${marks}${scores === null ? "" : ` and their scores to ${scores}`}. Enter the mark and score of budget execution there and the total in a total row.`,
    },
  }),

  "subtotal-mismatch": kind<{ readonly name: string; readonly stated: string; readonly sum: string }>({
    severity: "error",
    zh: {
      title: "小计不符",
      help: "小计应等于其下各项得分之和。",
      message: ({ name, stated, sum }, where) =>
        `${zh.at(where)}${zh.quoted(name)}小计写 ${stated} 分，其下各项得分相加为 ${sum} 分。请重新合计。`,
    },
    en: {
      title: "Sub-total differs",
      help: "A sub-total must equal the sum of its scores.",
      message: ({ name, stated, sum }, where) =>
        `${en.at(where)}The sub-total of ${en.quoted(name)} is given as ${stated}, but its scores sum to ${sum}. Add them up again.`,
    },
  }),

  "total-mismatch": kind<{ readonly stated: string; readonly shows?: string; readonly sum: string }>({
    severity: "error",
    zh: {
      title: "总分不符",
      help: "总分应等于各项得分之和。",
      message: ({ stated, shows, sum }, where) =>
        `${zh.at(where)}总分写 ${stated} 分${zh.shownAs(shows)}，各项得分相加为 ${sum} 分。请重新合计。`,
    },
    en: {
      title: "Total score differs",
      help: "The total must equal the sum of the scores.",
      message: ({ stated, shows, sum }, where) =>
        `${en.at(where)}The total is given as ${stated}${en.shownAs(shows)}, but the scores sum to ${sum}. Add them up again.`,
    },
  }),

  "grade-mismatch": kind<{ readonly stated: string; readonly expected: string; readonly score: string }>({
    severity: "error",
    zh: {
      title: "等级与总分不符",
      help: "90（含）–100 优，80（含）–90 良，60（含）–80 中，60 以下差；按未取整的总分判断。",
      message: ({ stated, expected, score }, where) =>
        `${zh.at(where)}等级写“${stated}”，总分 ${score} 分对应“${expected}”（90（含）–100 优，80（含）–90 良，60（含）–80 中，60 以下差）。请更正等级或总分。`,
    },
    en: {
      title: "Grade does not match the total",
      help: "优 from 90, 良 from 80, 中 from 60, 差 below; on the unrounded total.",
      message: ({ stated, expected, score }, where) =>
        `${en.at(where)}The grade is given as ${stated}, but a total of ${score} is ${expected} (优 from 90, 良 from 80, 中 from 60, 差 below). Correct the grade or the total.`,
    },
  }),

  "funding-total-mismatch": kind<{ readonly column: string; readonly stated: string; readonly sum: string }>({
    severity: "error",
    zh: {
      title: "资金总额与各项不符",
      help: "年度资金总额应等于其下各项资金之和。",
      message: ({ column, stated, sum }, where) =>
        `${zh.at(where)}年度资金总额的“${column}”写 ${stated}，下列各项资金合计为 ${sum}。请核对总额与各项。`,
    },
    en: {
      title: "Funding total differs from its parts",
      help: "The annual funding total must equal the sum of its parts.",
      message: ({ column, stated, sum }, where) =>
        `${en.at(where)}The funding total in “${column}” is given as ${stated}, but its parts sum to ${sum}. Check the total and the parts.`,
    },
  }),

  /** Right in the cells, not on paper: `shown` is what the total prints, `sum` what the printed scores make. */
  "shown-sum-differs": kind<{ readonly what: string; readonly shown: string; readonly sum: string }>({
    severity: "info",
    zh: {
      title: "所示得分相加与所示合计不同",
      help: "合计应等于表中显示的各项得分之和；单元格里多出的小数使两者不同。",
      message: ({ what, shown, sum }, where) =>
        `${zh.at(where)}${what}显示为 ${shown}，而所示各项得分相加为 ${sum}：单元格中还有未显示的小数。请将各项得分按所示位数四舍五入后再合计。`,
    },
    en: {
      title: "Shown scores do not make the shown total",
      help: "A total should be the sum of the scores that the table shows; decimals that no cell shows make the difference.",
      message: ({ what, shown, sum }, where) =>
        `${en.at(where)}${what} shows ${shown}, but the scores as shown sum to ${sum}: the cells hold decimals that they do not show. Round each score as it is shown and add them up again.`,
    },
  }),

  "explained-by-rounding": kind<{ readonly what: string; readonly stated: string; readonly computed: string }>({
    severity: "info",
    zh: {
      title: "四舍五入差异",
      help: "差异没有超出所示小数位的取舍范围。",
      message: ({ what, stated, computed }, where) =>
        `${zh.at(where)}${what}写 ${stated}，计算为 ${computed}，差异可由四舍五入解释，一般无需处理。`,
    },
    en: {
      title: "Explained by rounding",
      help: "The difference lies within what the printed decimals leave open.",
      message: ({ what, stated, computed }, where) =>
        `${en.at(where)}${what} is given as ${stated} and calculates to ${computed}. Rounding explains the difference; usually nothing to do.`,
    },
  }),
};
