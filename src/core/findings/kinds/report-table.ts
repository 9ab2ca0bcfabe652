import { runsOf } from "../cell-runs";
import { quotation } from "../excerpt";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";
import type { SaidInReport } from "../said-in-report";

/** What a report says against the scoring table that it belongs to. */
export const reportTable = {
  "report-score-mismatch": kind<
    SaidInReport & {
      readonly of: "total" | "grade" | "level" | "score";
      /** Of a level or an indicator; null of the total and the grade. */
      readonly name: string | null;
      readonly inText: string;
      readonly inTable: string;
      readonly cell: string | null;
    }
  >({
    severity: "error",
    zh: {
      title: "报告得分与表不符",
      help: "报告所写的得分、等级应与计分表一致。",
      message: ({ quote, of, name, inText, inTable, cell }) => {
        const what = of === "total" ? "总分" : of === "grade" ? "等级" : `${zh.quoted(name ?? "")}得分`;
        return `报告称${quotation(quote)}（${inText}），表中${what}为 ${inTable}${cell === null ? "" : `（${cell}）`}。两处应一致。`;
      },
    },
    en: {
      title: "Score of the report differs from the table",
      help: "Scores and grade in the report should be those of the scoring table.",
      message: ({ quote, of, name, inText, inTable, cell }) => {
        const what = of === "total" ? "total" : of === "grade" ? "grade" : `score of ${en.quoted(name ?? "")}`;
        return `The report says ${quotation(quote)} (${inText}); the ${what} in the table is ${inTable}${cell === null ? "" : ` (${cell})`}. Make them agree.`;
      },
    },
  }),

  "report-number-mismatch": kind<
    SaidInReport & { readonly name: string; readonly inText: string; readonly inTable: string; readonly cell: string }
  >({
    severity: "warning",
    zh: {
      title: "报告数据与表不符",
      help: "报告中的预算、执行、完成数应与表中同名的数一致。",
      message: ({ quote, name, inText, inTable, cell }) =>
        `报告称${quotation(quote)}（${inText}），表中${zh.quoted(name)}为 ${inTable}（${cell}）。请核对。`,
    },
    en: {
      title: "Figure of the report differs from the table",
      help: "Budget, execution and results in the report should be those of the table.",
      message: ({ quote, name, inText, inTable, cell }) =>
        `The report says ${quotation(quote)} (${inText}); the table has ${inTable} for ${en.quoted(name)} (${cell}). Check which is right.`,
    },
  }),

  "report-claim-contradicts": kind<
    SaidInReport & { readonly first: string; readonly count: string; readonly cells: readonly string[] }
  >({
    severity: "warning",
    zh: {
      title: "全面完成的说法与扣分不符",
      help: "报告称全部完成或达标，表中却有产出、效益扣分或未达标的指标。",
      message: ({ quote, first, count, cells }) =>
        `报告称${quotation(quote)}，而表中 ${count} 项扣分或未达标：${first}${count === "1" ? "" : "等"}（${zh.listed(runsOf(cells))}）。请核实。`,
    },
    en: {
      title: "A claim of completion beside deductions",
      help: "The report claims that all was done or met, while outputs or results lost marks or missed targets.",
      message: ({ quote, first, count, cells }) =>
        `The report claims ${quotation(quote)}, while ${count} of the table lost marks or missed targets: ${first}${count === "1" ? "" : " and others"} (${en.listed(runsOf(cells))}). See which is right.`,
    },
  }),

  "report-problem-elsewhere": kind<
    SaidInReport & {
      /** Null where the report says that there is no problem. */
      readonly named: string | null;
      readonly score: string;
      readonly cells: readonly string[];
      readonly deducted: readonly string[];
    }
  >({
    severity: "warning",
    zh: {
      title: "所列问题与扣分对不上",
      help: "存在的问题应说到扣分的指标，而不是得了满分的。",
      message: ({ quote, named, score, cells, deducted }) =>
        named === null
          ? `报告称没有问题（${quotation(quote)}），而表中 ${deducted.length} 项扣分（${zh.listed(runsOf(deducted))}）。请写明扣分的原因。`
          : `报告的问题只提到${quotation(quote)}，而${zh.quoted(named)}得 ${score} 分（${zh.listed(runsOf(cells))}）；扣分的 ${deducted.length} 项（${zh.listed(runsOf(deducted))}）未提。请对照扣分项写明问题。`,
    },
    en: {
      title: "The problems named are not those that lost marks",
      help: "The section on problems should speak of the indicators that lost marks, not of those that have all.",
      message: ({ quote, named, score, cells, deducted }) =>
        named === null
          ? `The report says that there is no problem (${quotation(quote)}), while ${deducted.length} indicators lost marks (${en.listed(runsOf(deducted))}). Say why they did.`
          : `The only problem that the report names is ${quotation(quote)}, while ${en.quoted(named)} has ${score} (${en.listed(runsOf(cells))}); the ${deducted.length} that lost marks (${en.listed(runsOf(deducted))}) are not spoken of.`,
    },
  }),

  "report-deduction-unexplained": kind<{
    readonly cells: readonly string[];
    readonly names: readonly string[];
    /** The cells of those for which the table gives a reason. */
    readonly withReason: readonly string[];
  }>({
    severity: "info",
    zh: {
      title: "扣分项报告未提",
      help: "报告应说到每个扣分项。",
      message: ({ cells, names, withReason }) => {
        const reasons = withReason.length === 0 ? "表中亦无扣分原因" : `其中 ${zh.listed(runsOf(withReason))} 表中写有原因`;
        return `${names.length} 项扣分（${zh.listed(runsOf(cells))}）报告未提：${zh.listed(names)}；${reasons}。请在报告中说明。`;
      },
    },
    en: {
      title: "Deductions that the report does not mention",
      help: "The report should speak of every deduction.",
      message: ({ cells, names, withReason }) => {
        const reasons = withReason.length === 0 ? "nor does the table give reasons" : `the table gives reasons for ${en.listed(runsOf(withReason))}`;
        return `The report does not mention ${names.length} deductions (${en.listed(runsOf(cells))}): ${en.listed(names)}; ${reasons}. Explain them in the report.`;
      },
    },
  }),

  "report-evidence-absent": kind<{ readonly name: string; readonly value: string; readonly cell: string }>({
    severity: "info",
    zh: {
      title: "满意度没有调查依据",
      help: "满意度应来自调查、问卷、访谈、测评或回访，报告和表中都没有提到。",
      message: ({ name, value, cell }) =>
        `${zh.quoted(name)}为 ${value}（${cell}），报告和表中都没有提到调查、问卷、访谈或测评。请说明满意度从何而来。`,
    },
    en: {
      title: "Satisfaction without a survey",
      help: "Satisfaction should come from a survey, interviews or the like; neither report nor table mentions one.",
      message: ({ name, value, cell }) =>
        `${en.quoted(name)} is ${value} (${cell}), and neither the report nor the table mentions a survey or interviews. Say where it comes from.`,
    },
  }),

  "report-groups-differ": kind<
    SaidInReport & { readonly listed: string; readonly inTable: string; readonly missing: readonly string[] }
  >({
    severity: "info",
    zh: {
      title: "报告所列方面与表不一",
      help: "报告所说的几个方面都是表中的分组，但表中还有别的分组。",
      message: ({ quote, listed, inTable, missing }) =>
        `报告${quotation(quote)}列 ${listed} 方面，表为 ${inTable} 组：未提${missing.join("、")}。`,
    },
    en: {
      title: "Aspects of the report and groups of the table differ",
      help: "All aspects that the report names are groups of the table, which has others besides.",
      message: ({ quote, listed, inTable, missing }) =>
        `The report (${quotation(quote)}) names ${listed} aspects, the table has ${inTable} groups: ${missing.join(", ")} not named.`,
    },
  }),

  "report-table-differs": kind<{
    readonly name: string;
    readonly inReport: string;
    readonly inTable: string;
    readonly cell: string;
  }>({
    severity: "warning",
    zh: {
      title: "报告所附表与工作簿不符",
      help: "报告所附的计分表应与工作簿一致。",
      message: ({ name, inReport, inTable, cell }) =>
        `报告所附表${zh.quoted(name)}得 ${inReport} 分，工作簿为 ${inTable} 分（${cell}）。两处应一致。`,
    },
    en: {
      title: "The table in the report differs from the workbook",
      help: "The scoring table that a report holds should be that of the workbook.",
      message: ({ name, inReport, inTable, cell }) =>
        `The table in the report gives ${en.quoted(name)} ${inReport}, the workbook ${inTable} (${cell}). Make them agree.`,
    },
  }),
}; // prettier-ignore
