import { excerpt } from "../excerpt";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** Reasons for deductions, and evidence for full marks. */
export const justification = {
  /**
   * `deducted` is "0" where not a lost mark but a missed target or a low execution rate asks for the reason. `shows` is what
   * the cell prints of its `score`, where that is less than it holds: 9.96 shown as 10.
   */
  "justification-missing": kind<{
    readonly name: string;
    readonly deducted: string;
    readonly score?: string;
    readonly shows?: string;
    readonly noColumn: boolean;
    readonly cause: "deduction" | "target" | "execution";
  }>({
    severity: "error",
    zh: {
      title: "缺扣分原因",
      help: "得分低于分值、目标未完成或执行率低于 90% 的，都应写明具体原因。",
      message: ({ name, deducted, noColumn, cause, score, shows }, where) => {
        const held = shows === undefined ? "" : `得分 ${score ?? ""}${zh.shownAs(shows)}，`;
        const fact = {
          deduction: `${held}扣 ${deducted} 分，没有说明原因`,
          target: "目标未完成，没有说明原因",
          execution: "预算执行率低于 90%，没有说明原因",
        }[cause];
        const mend = noColumn ? "本表没有扣分原因栏，请增设一栏并写明具体原因" : "请在原因栏写明具体原因";
        return `${zh.at(where)}${zh.quoted(name)}${fact}。${mend}。`;
      },
    },
    en: {
      title: "Deduction without a reason",
      help: "Every lost mark, missed target or execution rate below 90 % needs a specific reason.",
      message: ({ name, deducted, noColumn, cause, score, shows }, where) => {
        const held = shows === undefined ? "" : `is scored ${score ?? ""}${en.shownAs(shows)} and `;
        const fact = {
          deduction: `${held}loses ${deducted} ${deducted === "1" ? "mark" : "marks"} without a reason`,
          target: "missed its target without a reason",
          execution: "has an execution rate below 90 % without a reason",
        }[cause];
        const mend = noColumn
          ? "The table has no reason column: add one and give the reason"
          : "Give the specific reason in the reason column";
        return `${en.at(where)}${en.quoted(name)} ${fact}. ${mend}.`;
      },
    },
  }),

  "justification-placeholder": kind<{ readonly name: string; readonly text: string; readonly deducted: string }>({
    severity: "error",
    zh: {
      title: "原因只是占位",
      help: "“无”“/”“0”“同上”等不是原因。",
      message: ({ name, text, deducted }, where) =>
        `${zh.at(where)}${zh.quoted(name)}${zh.lost(deducted)}原因栏只写了“${excerpt(text)}”，等于没有说明。请写明具体原因。`,
    },
    en: {
      title: "Reason is a placeholder",
      help: "无, /, 0 or 同上 is no reason.",
      message: ({ name, text, deducted }, where) =>
        `${en.at(where)}The reason for ${en.quoted(name)}${en.lost(deducted)} is only “${excerpt(text)}”, which explains nothing. Give the specific reason.`,
    },
  }),

  "justification-copied": kind<{ readonly name: string; readonly text: string; readonly cells: readonly string[] }>({
    severity: "warning",
    zh: {
      title: "原因雷同",
      help: "多个扣分项写了同样的原因，没有针对性。",
      message: ({ name, text, cells }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的原因“${excerpt(text)}”与其他扣分项相同（${zh.listed(cells)}）。请分别写明各项自己的原因。`,
    },
    en: {
      title: "Reason copied",
      help: "Several deductions share one text, which explains none of them.",
      message: ({ name, text, cells }, where) =>
        `${en.at(where)}The reason “${excerpt(text)}” of ${en.quoted(name)} is the same as for other deductions (${en.listed(cells)}). Give each its own reason.`,
    },
  }),

  "justification-without-deduction": kind<{ readonly name: string; readonly text: string }>({
    severity: "info",
    zh: {
      title: "没有扣分却写了原因",
      help: "得满分的项目不需要扣分原因。",
      message: ({ name, text }, where) =>
        `${zh.at(where)}${zh.quoted(name)}得满分，却写了扣分原因“${excerpt(text)}”。如无扣分可以删去，如应扣分请更正得分。`,
    },
    en: {
      title: "Reason without deduction",
      help: "A full mark needs no reason for a deduction.",
      message: ({ name, text }, where) =>
        `${en.at(where)}${en.quoted(name)} has its full mark, yet a reason is given: “${excerpt(text)}”. Delete it, or correct the score.`,
    },
  }),

  "justification-number-mismatch": kind<{
    readonly name: string;
    readonly text: string;
    readonly inText: string;
    readonly inCell: string;
  }>({
    severity: "warning",
    zh: {
      title: "原因中的数字与表中不符",
      help: "原因里写的扣分、得分或完成率与表中的数不一致。",
      message: ({ name, text, inText, inCell }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的原因“${excerpt(text)}”写的是 ${inText}，表中为 ${inCell}。请改成一致。`,
    },
    en: {
      title: "Number in the reason contradicts the table",
      help: "A deduction, score or rate named in the reason differs from the cell.",
      message: ({ name, text, inText, inCell }, where) =>
        `${en.at(where)}The reason of ${en.quoted(name)} (“${excerpt(text)}”) says ${inText}; the table says ${inCell}. Make them agree.`,
    },
  }),

  "evidence-missing": kind<{ readonly name: string }>({
    severity: "warning",
    zh: {
      title: "缺少佐证材料",
      help: "设有佐证材料栏的，或规则包、评价要点要求的，得满分应列出材料。",
      message: ({ name }, where) =>
        `${zh.at(where)}${zh.quoted(name)}得满分，没有填写佐证材料。请列出能证明得分的材料（名称、文号、页码）；表中没有佐证材料栏的，写在“基础数据”中该指标的“来源说明”栏。`,
    },
    en: {
      title: "Evidence missing",
      help: "Where table, pack or points ask for evidence, a full mark needs it.",
      message: ({ name }, where) =>
        `${en.at(where)}${en.quoted(name)} has its full mark but no evidence. List the material that supports the score; where the table has no column for it, in 来源说明 of its rows in 基础数据.`,
    },
  }),
};
