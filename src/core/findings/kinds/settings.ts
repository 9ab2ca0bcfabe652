import { kind, type Words } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** Settings and packs: what was chosen, overruled, not understood or is not at hand. */
export const settings = {
  "setting-differs": kind<{
    readonly setting: Words;
    readonly official: Words;
    readonly found: Words;
    /** Whose value is in force. */
    readonly decider: Words;
  }>({
    severity: "warning",
    zh: {
      title: "工作簿中的设置未采用",
      help: "复核人或其指定的规则包另定了取值，复核按所定的值计算。",
      message: ({ setting, official, found, decider }, where) =>
        `${zh.at(where)}设置“${setting.zh}”，${decider.zh}定为“${official.zh}”，工作簿中为“${found.zh}”，复核按前者计算。请改回或说明。`,
    },
    en: {
      title: "Setting of the workbook overruled",
      help: "The reviewer, or the pack that he names, set another value, which is used.",
      message: ({ setting, official, found, decider }, where) =>
        `${en.at(where)}Setting “${setting.en}” is “${official.en}” by ${decider.en} but “${found.en}” in the workbook; the review uses the former. Restore it or say why.`,
    },
  }),

  /** A row of the sheet 规则, or an entry of a pack, that is no setting or has no value that it can take. */
  "setting-unreadable": kind<{
    readonly setting: string;
    readonly value: string;
    readonly isKnown: boolean;
    readonly allowed: Words;
    readonly pack?: string;
  }>({
    severity: "warning",
    zh: {
      title: "设置没有读懂",
      help: "“规则”表或规则包中的设置没有读懂，未采用。",
      message: ({ setting, value, isKnown, allowed, pack }, where) =>
        `${zh.at(where)}${pack === undefined ? "" : `规则包“${pack}”的`}设置${zh.quoted(setting)}写的是${zh.quoted(value)}，${isKnown ? `没有读懂，未采用。可写：${allowed.zh}。` : `没有这项设置，未采用。可用的设置：${allowed.zh}。`}`,
    },
    en: {
      title: "Setting not understood",
      help: "A setting of the sheet 规则 or of a pack was not understood and not taken.",
      message: ({ setting, value, isKnown, allowed, pack }, where) =>
        `${en.at(where)}The setting ${en.quoted(setting)}${pack === undefined ? "" : ` of the pack “${pack}”`} says ${en.quoted(value)}, which ${isKnown ? `was not understood and not taken. Allowed: ${allowed.en}.` : `is no setting and was not taken. Settings: ${allowed.en}.`}`,
    },
  }),

  /** A pack or template that a person chose and that says nothing of the table. */
  "pack-silent": kind<{ readonly chosen: Words }>({
    severity: "info",
    zh: {
      title: "所选规则对本表都不适用",
      help: "选用了规则包或模板，但其中没有一项适用于本表的指标，本表未按它核对。",
      message: ({ chosen }, where) =>
        `${zh.at(where)}选用的${chosen.zh}中没有一项适用于本表的指标，本表未按它核对。请核对选用是否正确，或表中指标名称是否有误。`,
    },
    en: {
      title: "What was chosen says nothing of this table",
      help: "A rule pack or template was chosen, yet none of its rules fits an indicator of the table: it judged nothing there.",
      message: ({ chosen }, where) =>
        `${en.at(where)}Nothing in ${chosen.en}, which was chosen, fits an indicator of this table; it judged nothing here. Check the choice, or the names of the indicators.`,
    },
  }),

  /** The workbook's 规则 sheet names a pack that is not at hand, and that the reviewer did not name either. */
  "pack-unavailable": kind<{ readonly pack: string; readonly why: Words }>({
    severity: "warning",
    zh: {
      title: "规则包不可用",
      help: "工作簿选用的规则包不在手边，需要指定其文件。",
      message: ({ pack, why }, where) =>
        `${zh.at(where)}“规则”表选用的规则包“${pack}”${why.zh}，本次未按它计分，表中原有的复算结果保持不变。请用 --pack 指定该规则包的文件，或改选内置的规则包。`,
    },
    en: {
      title: "Rule pack not available",
      help: "The pack that the workbook names is not at hand; name its file.",
      message: ({ pack, why }, where) =>
        `${en.at(where)}The sheet 规则 names the rule pack “${pack}”, ${why.en}; nothing was scored by it, and what was recalculated before stays as it is. Name its file with --pack, or choose a built-in pack.`,
    },
  }),
};
