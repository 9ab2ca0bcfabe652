import { excerpt } from "../excerpt";
import type { SaidInReport } from "../said-in-report";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** Amounts of money, and parts against their whole. */
export const amounts = {
  "funding-units-differ": kind<{ readonly column: string; readonly unit: string; readonly others: string }>({
    severity: "warning",
    zh: {
      title: "资金各栏单位不一",
      help: "同一资金表各栏应使用同一金额单位；单位不同的栏未参与核对。",
      message: ({ column, unit, others }, where) =>
        `${zh.at(where)}“${column}”栏的单位是${unit}，其余各栏是${others}，该栏未参与核对。请统一换算为${others}。`,
    },
    en: {
      title: "Units of money differ between columns",
      help: "All columns of one funding block should be in one unit; a column in another one is not compared.",
      message: ({ column, unit, others }, where) =>
        `${en.at(where)}The column ${column} is in ${unit}, the others are in ${others}: it was not compared. Convert it to ${others}.`,
    },
  }),

  /** A number that can not be what its name asks for: −79 staff, 12.5 people, 120 % satisfied, more done well than done. */
  "parts-exceed-whole": kind<{
    readonly parts: string;
    readonly whole: string;
    readonly sum: string;
    readonly total: string;
    /** Set where both stand in a report: its sentence, and by how much they differ. */
    readonly said?: SaidInReport & { readonly excess: string };
  }>({
    severity: "warning",
    zh: {
      title: "部分超过整体",
      help: "“其中”各项之和不应大于总数。",
      message: ({ parts, whole, sum, total, said }, where) =>
        said
          ? `报告“${excerpt(said.quote)}”所列各项（${parts}）合计 ${sum}，比 ${total} 多出 ${said.excess}。请核对各项数据。`
          : `${zh.at(where)}${zh.quoted(whole)}为 ${total}，而其中各项（${parts}）合计 ${sum}，部分超过了整体。请核对各项数据。`,
    },
    en: {
      title: "Parts exceed the whole",
      help: "The items listed under a figure must not sum to more than it.",
      message: ({ parts, whole, sum, total, said }, where) =>
        said
          ? `The items listed in the report (“${excerpt(said.quote)}”: ${parts}) make ${sum}, ${said.excess} more than ${total}. Check the figures.`
          : `${en.at(where)}${en.quoted(whole)} is ${total}, but its parts (${parts}) sum to ${sum}, more than the whole. Check the figures.`,
    },
  }),

  "cost-not-executed": kind<{ readonly name: string; readonly actual: string; readonly executed: string }>({
    severity: "warning",
    zh: {
      title: "成本与执行数不符",
      help: "目标等于全年预算的成本指标，其实际值就是全年执行数，两处应当一致。",
      message: ({ name, actual, executed }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的目标就是全年预算，实际填 ${excerpt(actual)}，与全年执行数 ${executed}不一致。请核对两处。`,
    },
    en: {
      title: "Cost differs from the amount executed",
      help: "A cost whose target is the year's budget is the amount executed; both must agree.",
      message: ({ name, actual, executed }, where) =>
        `${en.at(where)}The target of ${en.quoted(name)} is the year's budget, yet its actual value ${excerpt(actual)} is not the amount executed, ${executed}. Check both.`,
    },
  }),

  "execution-over-budget": kind<{ readonly executed: string; readonly budget: string }>({
    severity: "warning",
    zh: {
      title: "执行数大于预算数",
      help: "全年执行数一般不应超过全年预算数。",
      message: ({ executed, budget }, where) =>
        `${zh.at(where)}全年执行数 ${executed} 大于全年预算数 ${budget}。请核对执行数，或补记预算调整。`,
    },
    en: {
      title: "Execution above budget",
      help: "Money executed should not exceed the annual budget.",
      message: ({ executed, budget }, where) =>
        `${en.at(where)}Executed ${executed} is more than the budget ${budget}. Check the figure, or record the budget adjustment.`,
    },
  }),
};
