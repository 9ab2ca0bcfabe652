import { excerpt } from "../excerpt";
import { kind, type Words } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** The workbook's own formulas and how it calculates. */
export const formulas = {
  "formula-differs": kind<{
    readonly expected: string;
    readonly found: string;
    /** Numbers at which the two differ: C4=95, C5=100; empty where the formula reads none of the cells that it should. */
    readonly where: readonly string[];
    /** What is due there, and what the cell gives; null as above. */
    readonly due: string | null;
    readonly gives: string | null;
  }>({
    severity: "error",
    places: { expected: "derived", found: "references", where: "references" },
    zh: {
      title: "公式与规则不符",
      help: "公式的写法与规则要求不同，换一组数时结果也不同。",
      message: ({ expected, found, where: numbers, due, gives }, where) =>
        due === null || gives === null
          ? `${zh.at(where)}公式应为 ${excerpt(expected)}，现为 ${excerpt(found)}，没有引用应引用的单元格。请核对并改正。`
          : `${zh.at(where)}公式应为 ${excerpt(expected)}，现为 ${excerpt(found)}；当 ${zh.listed(numbers)} 时应得 ${due}，此公式得 ${gives}。请核对并改正。`,
    },
    en: {
      title: "Formula differs from the rule",
      help: "The formula is not what the rule requires: with other numbers it gives something else.",
      message: ({ expected, found, where: numbers, due, gives }, where) =>
        due === null || gives === null
          ? `${en.at(where)}The formula should be ${excerpt(expected)} but is ${excerpt(found)}, which reads none of the cells it should. Check and correct it.`
          : `${en.at(where)}The formula should be ${excerpt(expected)} but is ${excerpt(found)}; with ${en.listed(numbers)} it should give ${due} and gives ${gives}. Check and correct it.`,
    },
  }),

  "range-too-short": kind<{ readonly formula: string; readonly covers: string; readonly needs: string }>({
    severity: "error",
    places: { formula: "references" },
    zh: {
      title: "合计范围不全",
      help: "求和范围没有包括全部应计的行。",
      message: ({ formula, covers, needs }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 只合计到 ${covers}，应包括 ${needs}。请扩大范围。`,
    },
    en: {
      title: "Range too short",
      help: "The sum leaves out rows that count.",
      message: ({ formula, covers, needs }, where) =>
        `${en.at(where)}${excerpt(formula)} covers only ${covers}; it should cover ${needs}. Extend the range.`,
    },
  }),

  "hard-coded-constant": kind<{ readonly formula: string; readonly constant: string }>({
    severity: "warning",
    places: { formula: "references" },
    zh: {
      title: "公式中写死了数字",
      help: "数据变化时，写死的数字不会更新。",
      message: ({ formula, constant }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 中直接写了数字 ${constant}，数据变化时不会更新。请改为引用单元格。`,
    },
    en: {
      title: "Number typed into a formula",
      help: "A typed number does not follow the data.",
      message: ({ formula, constant }, where) =>
        `${en.at(where)}${excerpt(formula)} contains the typed number ${constant}, which does not follow the data. Refer to a cell.`,
    },
  }),

  "stale-value": kind<{ readonly formula: string; readonly stored: string; readonly calculated: string }>({
    severity: "error",
    places: { formula: "references" },
    zh: {
      title: "显示值未重算",
      help: "保存的结果与公式重算的结果不同。",
      message: ({ formula, stored, calculated }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 显示 ${stored}，重算应为 ${calculated}，显示值未重算。请重新计算（F9）并保存。`,
    },
    en: {
      title: "Stale value",
      help: "The stored result differs from the recalculated one.",
      message: ({ formula, stored, calculated }, where) =>
        `${en.at(where)}${excerpt(formula)} shows ${stored} but calculates to ${calculated}. Recalculate (F9) and save.`,
    },
  }),

  "broken-reference": kind<{ readonly formula: string; readonly lost: readonly string[] }>({
    severity: "error",
    places: { formula: "references", lost: "references" },
    zh: {
      title: "引用已失效",
      help: "公式引用的单元格、名称或工作表已被删除。",
      message: ({ formula, lost }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 的引用已失效（${zh.listed(lost)}），显示的值不再有依据。请重新指定引用。`,
    },
    en: {
      title: "Broken reference",
      help: "The cell, name or sheet that the formula refers to was deleted.",
      message: ({ formula, lost }, where) =>
        `${en.at(where)}${excerpt(formula)} refers to what is no longer there (${en.listed(lost)}), so what it shows rests on nothing. Refer to a cell again.`,
    },
  }),

  "text-skipped-by-sum": kind<{ readonly formula: string; readonly cells: readonly string[] }>({
    severity: "error",
    places: { formula: "references" },
    zh: {
      title: "求和漏掉文本数字",
      help: "SUM 不计算文本格式的数字。",
      message: ({ formula, cells }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 漏掉了文本格式的数字（${zh.listed(cells)}）。请把它们改为数字。`,
    },
    en: {
      title: "SUM skips text",
      help: "SUM leaves out numbers typed as text.",
      message: ({ formula, cells }, where) =>
        `${en.at(where)}${excerpt(formula)} skips numbers typed as text (${en.listed(cells)}). Turn them into numbers.`,
    },
  }),

  "double-counted": kind<{ readonly formula: string; readonly cells: readonly string[] }>({
    severity: "error",
    places: { formula: "references" },
    zh: {
      title: "重复计算",
      help: "同一单元格被合计了两次。",
      message: ({ formula, cells }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 重复计算了 ${zh.listed(cells)}。请去掉重复的部分。`,
    },
    en: {
      title: "Counted twice",
      help: "The same cell is summed twice.",
      message: ({ formula, cells }, where) =>
        `${en.at(where)}${excerpt(formula)} counts ${en.listed(cells)} twice. Remove the repetition.`,
    },
  }),

  "iterative-calculation": kind<Record<string, never>>({
    severity: "warning",
    zh: {
      title: "迭代计算",
      help: "工作簿允许循环引用反复计算，结果取决于计算次数。",
      message: () =>
        "工作簿启用了迭代计算：循环引用不再提示，结果取决于计算的次数。请在 文件→选项→公式 中取消，并改正循环引用。",
    },
    en: {
      title: "Iterative calculation",
      help: "Circular references are calculated again and again; results depend on how often.",
      message: () =>
        "The workbook has iterative calculation switched on: circles are no longer reported and results depend on the number of rounds. Clear it under File, Options, Formulas and break the circles.",
    },
  }),

  "external-link": kind<{ readonly formula: string; readonly target: string; readonly kept: boolean }>({
    severity: "warning",
    places: { formula: "references" },
    zh: {
      title: "引用外部文件",
      help: "外部文件不随本工作簿报送。",
      message: ({ formula, target, kept }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 引用了其他文件 ${excerpt(target)}，对方看不到。${kept ? "重算用的是本文件中保存的副本，是否仍与原文件一致无法核对。" : "本文件中没有保存所引用的值。"}请把数据放进本工作簿。`,
    },
    en: {
      title: "External link",
      help: "The other file does not travel with this workbook.",
      message: ({ formula, target, kept }, where) =>
        `${en.at(where)}${excerpt(formula)} refers to another file, ${excerpt(target)}, which others can not see. ${kept ? "It was recalculated from the copy that this file keeps; whether that is still what the other file says can not be checked." : "This file keeps no copy of what it refers to."} Bring the data into this workbook.`,
    },
  }),

  "circular-reference": kind<{ readonly cells: readonly string[] }>({
    severity: "error",
    zh: {
      title: "循环引用",
      help: "公式互相引用，结果不可信。",
      message: ({ cells }, where) =>
        `${zh.at(where)}公式互相引用成环（${cells.join("→")}），结果不可信。请断开循环引用。`,
    },
    en: {
      title: "Circular reference",
      help: "Formulas in a circle have no reliable result.",
      message: ({ cells }, where) =>
        `${en.at(where)}Formulas refer to each other in a circle (${cells.join(" → ")}), so their results can not be trusted. Break the circle.`,
    },
  }),

  "hidden-cells": kind<{ readonly what: string }>({
    severity: "warning",
    places: { what: "rows" },
    zh: {
      title: "隐藏内容",
      help: "隐藏的行、列或工作表仍参与计算。",
      message: ({ what }, where) => `${zh.at(where)}有隐藏的内容：${what}，仍参与计算。请取消隐藏并核对。`,
    },
    en: {
      title: "Hidden content",
      help: "Hidden rows, columns or sheets still take part in the calculation.",
      message: ({ what }, where) =>
        `${en.at(where)}Hidden content takes part in the calculation: ${what}. Unhide and check it.`,
    },
  }),

  "not-recalculated": kind<{ readonly formula: string; readonly reason: Words }>({
    severity: "info",
    places: { formula: "references" },
    zh: {
      title: "公式不能重算",
      help: "公式用到了尚不支持的函数，其值未经核对。",
      message: ({ formula, reason }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 不能重算：${reason.zh}。该值未经核对，请人工核对。`,
    },
    en: {
      title: "Formula not recalculated",
      help: "It uses a function that is not supported; its value was not verified.",
      message: ({ formula, reason }, where) =>
        `${en.at(where)}${excerpt(formula)} could not be recalculated: ${reason.en}. Check this value by hand.`,
    },
  }),

  "manual-calculation": kind<Record<string, never>>({
    severity: "warning",
    zh: {
      title: "手动计算",
      help: "手动计算时显示的结果可能未重算。",
      message: () => "工作簿设为手动计算，显示的结果可能未重算。请改为自动计算后保存。",
    },
    en: {
      title: "Manual calculation",
      help: "What is shown may be stale.",
      message: () =>
        "The workbook is set to manual calculation, so what it shows may be stale. Set it to automatic and save.",
    },
  }),
};
