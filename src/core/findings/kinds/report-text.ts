import { quotation } from "../excerpt";
import { kind } from "../finding-kind";
import type { SaidInReport } from "../said-in-report";

const REPORT = { zh: "报告", en: "The report" } as const;

/** What the text of a report says against itself. Amounts are printed with their unit. */
export const reportText = {
  "parts-listed-short": kind<
    SaidInReport & {
      readonly whole: string;
      readonly sum: string;
      readonly gap: string;
      readonly share: string;
      readonly count: string;
    }
  >({
    severity: "warning",
    zh: {
      title: "所列各项不足总数",
      help: "看来列全了的明细，合计却少于总数，差额没有说明。",
      message: ({ quote, whole, sum, gap, share, count }) =>
        `${REPORT.zh}${quotation(quote)}后列 ${count} 项，合计 ${sum}，比 ${whole} 少 ${gap}（${share}）未列明。请补列，或更正其中的数。`,
    },
    en: {
      title: "Parts listed fall short of the whole",
      help: "A list that seems complete makes less than its whole, and the rest is not accounted for.",
      message: ({ quote, whole, sum, gap, share, count }) =>
        `${REPORT.en} (${quotation(quote)}) lists ${count} items that make ${sum}, ${gap} (${share}) less than ${whole}. List the rest, or correct the figures.`,
    },
  }),

  "report-arithmetic": kind<
    SaidInReport & {
      readonly of: "growth" | "previous" | "share" | "rate" | "difference";
      readonly stated: string;
      readonly computed: string;
      /** The two numbers that it is computed from. */
      readonly from: readonly [string, string];
      readonly hint: "dividedByThisYear" | null;
    }
  >({
    severity: "warning",
    zh: {
      title: "报告中的数算不出来",
      help: "增幅、占比、执行率、差额应能由文中的数算出。",
      message: ({ quote, of, stated, computed, from, hint }) => {
        const what = { growth: "增减幅", previous: "上年数", share: "占比", rate: "比率", difference: "差额" }[of];
        const slip = hint === "dividedByThisYear" ? "（疑似以本年数为分母）" : "";
        return `${REPORT.zh}${quotation(quote)}：按 ${from[0]} 与 ${from[1]} 计算，${what}应为 ${computed}，文中为 ${stated}${slip}。请核对。`;
      },
    },
    en: {
      title: "A figure of the report does not follow from the others",
      help: "A growth, a share, a rate and a difference should follow from the figures beside them.",
      message: ({ quote, of, stated, computed, from, hint }) => {
        const what = { growth: "change", previous: "amount of the year before", share: "share", rate: "rate", difference: "difference" }[of];
        const slip = hint === "dividedByThisYear" ? " (it seems to be divided by this year's amount)" : "";
        return `${REPORT.en} (${quotation(quote)}): from ${from[0]} and ${from[1]} the ${what} should be ${computed}, the text says ${stated}${slip}. Check the figures.`;
      },
    },
  }),

  "report-count-mismatch": kind<SaidInReport & { readonly stated: string; readonly listed: string; readonly noun: string }>({
    severity: "warning",
    zh: {
      title: "所称个数与所列不符",
      help: "称有几个，就应列出几个。",
      message: ({ quote, stated, listed, noun }) =>
        `${REPORT.zh}${quotation(quote)}：称 ${stated} ${noun}，所列为 ${listed} 个。请核对。`,
    },
    en: {
      title: "As many are named as are not listed",
      help: "Where a number of things is named and all are listed, both should agree.",
      message: ({ quote, stated, listed, noun }) =>
        `${REPORT.en} (${quotation(quote)}) names ${stated} ${noun} and lists ${listed}. Check the list.`,
    },
  }),

  "report-value-conflict": kind<SaidInReport & { readonly name: string; readonly first: string; readonly second: string }>({
    severity: "warning",
    zh: {
      title: "同一数据前后不一",
      help: "同一个数在报告两处写得不一样。",
      message: ({ quote, name, first, second }) =>
        `${REPORT.zh}中“${name}”一处为 ${first}，另一处（${quotation(quote)}）为 ${second}。两处应一致。`,
    },
    en: {
      title: "One figure with two values",
      help: "The same figure stands in two places of the report with two values.",
      message: ({ quote, name, first, second }) =>
        `${REPORT.en} gives “${name}” as ${first} in one place and as ${second} in another (${quotation(quote)}). Make them agree.`,
    },
  }),

  "report-blank": kind<SaidInReport & { readonly gap: string }>({
    severity: "warning",
    zh: {
      title: "报告中有数未填",
      help: "数字处空着，或留着 XX。",
      message: ({ quote, gap }) => `${REPORT.zh}${quotation(quote)}中“${gap}”处没有填数。请补填。`,
    },
    en: {
      title: "A number of the report is left out",
      help: "The place of a number is blank, or holds XX.",
      message: ({ quote, gap }) => `${REPORT.en} (${quotation(quote)}) leaves out the number at “${gap}”. Fill it in.`,
    },
  }),

  "report-year": kind<SaidInReport & { readonly inText: string; readonly inTable: string }>({
    severity: "warning",
    zh: {
      title: "报告年度与表不符",
      help: "报告标题的年度应与计分表的年度一致。",
      message: ({ quote, inText, inTable }) =>
        `${REPORT.zh}标题${quotation(quote)}为 ${inText} 年度，表为 ${inTable} 年度。请核对是否用错了报告或表。`,
    },
    en: {
      title: "The report is of another year than the table",
      help: "The year in the report's title should be that of the table.",
      message: ({ quote, inText, inTable }) =>
        `${REPORT.en}'s title (${quotation(quote)}) is of ${inText}, the table of ${inTable}. See whether the right files stand together.`,
    },
  }),

  "report-other-unit": kind<SaidInReport & { readonly inText: string; readonly own: string }>({
    severity: "warning",
    zh: {
      title: "报告中出现别的单位自称",
      help: "自称与本单位不符的，多半是从别的报告抄来的。",
      message: ({ quote, inText, own }) =>
        `${REPORT.zh}自称“${own}”，而${quotation(quote)}一处自称“${inText}”。请核对是否为本单位的内容。`,
    },
    en: {
      title: "The report speaks as another unit",
      help: "A text that speaks of itself as another kind of unit was most likely copied.",
      message: ({ quote, inText, own }) =>
        `${REPORT.en} speaks of itself as ${own}, but in ${quotation(quote)} as ${inText}. See whether this is the unit's own text.`,
    },
  }),
}; // prettier-ignore
