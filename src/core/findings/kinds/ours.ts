import { excerpt } from "../excerpt";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** A formula of ours names its inputs and guards: a person compares it whole. */
const FORMULA = 240;

/** What Pinghe says of its own work: formulas of ours that were replaced, what it left as it was, a check that failed. */
export const ours = {
  /** `found` is "" where the formula was deleted. */
  "formula-overwritten": kind<{ readonly expected: string; readonly found: string }>({
    severity: "error",
    places: { expected: "references" },
    zh: {
      title: "公式被覆盖",
      help: "原有公式被改成了固定数值，或者被清空。",
      message: ({ expected, found }, where) =>
        `${zh.at(where)}此处原为公式 ${excerpt(expected, FORMULA)}，${found === "" ? "已被清空" : `已被改成 ${excerpt(found)}`}。请恢复公式。`,
    },
    en: {
      title: "Formula overwritten",
      help: "A formula was replaced by a fixed value, or deleted.",
      message: ({ expected, found }, where) =>
        `${en.at(where)}The formula ${excerpt(expected, FORMULA)} was ${found === "" ? "deleted" : `overwritten with ${excerpt(found)}`}. Restore it.`,
    },
  }),

  "scores-without-rule": kind<{
    readonly cells: readonly string[];
    /** Whether our sheet 规则 is gone, rather than the rules others. */
    readonly sheetGone: boolean;
  }>({
    severity: "warning",
    zh: {
      title: "复算分没有规则可依",
      help: "复算分是按当时的规则写下的公式；规则不在了，这里就没有按它评判，再次写入会清空。",
      message: ({ cells, sheetGone }, where) => {
        const why = sheetGone
          ? "当时所依的规则不见了：本工作簿没有“规则”表（可能已被删除），表内也没有印着标准"
          : "现在的规则与写入时不同，它们不再有规则可依";
        return `${zh.at(where)}复算分共 ${cells.length} 个（${zh.listed(cells)}）仍由公式算出，但${why}，因此没有评判。请恢复原来的规则（--pack 或面板“规则”）；否则再次写入会清空这些分数。`;
      },
    },
    en: {
      title: "Computed scores without a rule",
      help: "The computed scores are formulas of the rules of then; these are gone, so nothing was judged by them, and writing again would blank them.",
      message: ({ cells, sheetGone }, where) => {
        const why = sheetGone
          ? "the rules they follow are gone: the workbook has no sheet 规则 (it may have been deleted), and the table prints no standard for them"
          : "the rules are others than when they were written, and none stands behind them";
        return `${en.at(where)}${cells.length} computed scores (${en.listed(cells)}) still follow their formulas, but ${why}, and they were not judged. Bring the former rules back (--pack, or 规则 in the pane); else writing again blanks them.`;
      },
    },
  }),

  "validation-kept": kind<{ readonly range: string }>({
    severity: "info",
    zh: {
      title: "保留原有数据有效性",
      help: "单位自己的数据有效性设置不作改动。",
      message: ({ range }, where) => `${zh.at(where)}${range} 已有数据有效性设置，予以保留，未加新的限制。`,
    },
    en: {
      title: "Existing validation kept",
      help: "The unit's own data validation is left as it is.",
      message: ({ range }, where) =>
        `${en.at(where)}${range} already has data validation; it was kept and none was added.`,
    },
  }),

  "rule-crashed": kind<{ readonly where: string; readonly message: string }>({
    severity: "warning",
    zh: {
      title: "检查未能完成",
      help: "某项检查运行出错，其余检查不受影响。",
      message: ({ where: check, message }) =>
        `检查“${check}”运行出错（${excerpt(message)}），该项未检查，其余检查照常。请把此文件反馈给维护人员。`,
    },
    en: {
      title: "Check not completed",
      help: "One check failed; the others are not affected.",
      message: ({ where: check, message }) =>
        `The check “${check}” failed (${excerpt(message)}) and was left out; all others were made. Please send this file to the maintainers.`,
    },
  }),
};
