import { excerpt } from "../excerpt";
import { kind, type Words } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** What a table prints, and what the source that it is held against says in its place. */
export interface DifferenceFacts {
  readonly name: string;
  readonly official: string;
  readonly found: string;
  /** The source, as a person knows it: a pack's title and document, or the named template. */
  readonly document: Words;
}

/** Two formulas of one rate, and in what they differ. */
export interface DefinitionFacts extends DifferenceFacts {
  readonly how: Words;
}

/** Where a table or its settings depart from the official template or pack, or its own standard from itself. */
export const officials = {
  "missing-indicator": kind<{ readonly name: string }>({
    severity: "warning",
    zh: {
      title: "缺少共性指标",
      help: "所用指标体系要求的指标在表中没有出现。",
      message: ({ name }) => `缺少共性指标${zh.quoted(name)}。请补上该指标，或说明不设置的理由。`,
    },
    en: {
      title: "Common indicator missing",
      help: "An indicator of the framework does not occur in the table.",
      message: ({ name }) => `The common indicator ${en.quoted(name)} is missing. Add it, or say why it is left out.`,
    },
  }),

  "template-ambiguous": kind<{ readonly tables: readonly string[] }>({
    severity: "warning",
    zh: {
      title: "模板中有几张表同样适合",
      help: "模板中有几张内容不同的表与本表同样相符，未按其中任何一张复核。",
      message: ({ tables }, where) =>
        `${zh.at(where)}模板中 ${tables.join("、")} 处的表与本表同样相符而内容不同，未按其中任何一张复核。请只保留适用的一张。`,
    },
    en: {
      title: "Several tables of the template fit",
      help: "Several tables of the template, which differ, fit this table equally well; none was used.",
      message: ({ tables }, where) =>
        `${en.at(where)}The tables of the template at ${tables.join(", ")} fit this table equally well and differ, so that none was used. Leave only the one that applies.`,
    },
  }),

  "unknown-indicator": kind<{ readonly name: string }>({
    severity: "info",
    zh: {
      title: "自设指标",
      help: "指标不在所用的指标体系中。",
      message: ({ name }, where) =>
        `${zh.at(where)}指标${zh.quoted(name)}不在所用的指标体系中，按自设指标处理；如属笔误请更正名称。`,
    },
    en: {
      title: "Indicator of the unit's own",
      help: "The indicator is not in the framework.",
      message: ({ name }, where) =>
        `${en.at(where)}Indicator ${en.quoted(name)} is not in the framework and is treated as the unit's own. Correct the name if it is a slip.`,
    },
  }),

  "standard-altered": kind<DifferenceFacts>({
    severity: "error",
    zh: {
      title: "评分标准被改动",
      help: "表中的评分标准与规定的模板不一致。",
      message: ({ name, official, found, document }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的评分标准与规定不一致：规定（${document.zh}）为“${excerpt(official)}”，表中为“${excerpt(found)}”。请恢复规定的标准。`,
    },
    en: {
      title: "Standard altered",
      help: "The standard in the table differs from the official template.",
      message: ({ name, official, found, document }, where) =>
        `${en.at(where)}The standard of ${en.quoted(name)} differs from the official one (${en.quoted(document.en)}): “${excerpt(official)}” became “${excerpt(found)}”. Restore it.`,
    },
  }),

  "mark-altered": kind<DifferenceFacts>({
    severity: "error",
    zh: {
      title: "分值被改动",
      help: "表中的分值与规定的模板不一致。",
      message: ({ name, official, found, document }, where) =>
        `${zh.at(where)}${zh.quoted(name)}规定（${document.zh}）分值 ${official} 分，表中为 ${found} 分。请恢复规定的分值。`,
    },
    en: {
      title: "Mark altered",
      help: "The mark in the table differs from the official template.",
      message: ({ name, official, found, document }, where) =>
        `${en.at(where)}The official mark of ${en.quoted(name)} (${en.quoted(document.en)}) is ${official}; the table says ${found}. Restore it.`,
    },
  }),

  /** A usual pack, which does not outrank the print, words another rule. */
  "standard-differs": kind<DifferenceFacts>({
    severity: "info",
    zh: {
      title: "评分标准与通行标准不同",
      help: "表中所印的标准与通行标准不是同一规则；按表中所印标准复算。",
      message: ({ name, official, found, document }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的评分标准与通行标准不同：通行（${document.zh}）为“${excerpt(official)}”，表中为“${excerpt(found)}”。以表中所印为准复算，建议核实。`,
    },
    en: {
      title: "Standard differs from the usual one",
      help: "The printed standard is another rule than the usual one; the printed one judges.",
      message: ({ name, official, found, document }, where) =>
        `${en.at(where)}The standard of ${en.quoted(name)} differs from the usual one (${en.quoted(document.en)}): usually “${excerpt(official)}”, here “${excerpt(found)}”. The printed one judges; please verify it.`,
    },
  }),

  "definition-altered": kind<DefinitionFacts>({
    severity: "error",
    zh: {
      title: "计算公式被改动",
      help: "表中的计算公式与规定的公式不是同一算式。",
      message: ({ name, official, found, document, how }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的计算公式与规定不一致（${how.zh}）：规定（${document.zh}）为“${excerpt(official)}”，表中为“${excerpt(found)}”。按规定的公式计算，请恢复。`,
    },
    en: {
      title: "Definition altered",
      help: "The formula in the table is not the official one.",
      message: ({ name, official, found, document, how }, where) =>
        `${en.at(where)}The definition of ${en.quoted(name)} is not the official one of ${en.quoted(document.en)} (${how.en}): “${excerpt(official)}” became “${excerpt(found)}”. The official one is used; restore it.`,
    },
  }),

  "definition-differs": kind<DefinitionFacts>({
    severity: "warning",
    zh: {
      title: "计算公式与通行公式不同",
      help: "表中的计算公式与通行框架的公式不是同一算式；按表中所印公式计算。",
      message: ({ name, official, found, document, how }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的计算公式与通行公式不同（${how.zh}）：通行（${document.zh}）为“${excerpt(official)}”，表中为“${excerpt(found)}”。以表中所印为准计算，建议核实。`,
    },
    en: {
      title: "Definition differs from the usual one",
      help: "The formula in the table is not that of the usual framework; the printed one is used.",
      message: ({ name, official, found, document, how }, where) =>
        `${en.at(where)}The definition of ${en.quoted(name)} is not the usual one of ${en.quoted(document.en)} (${how.en}): usually “${excerpt(official)}”, here “${excerpt(found)}”. The printed one is used; please verify it.`,
    },
  }),

  "definition-unreadable": kind<{
    readonly name: string;
    readonly text: string;
    readonly reason: Words;
  }>({
    severity: "info",
    zh: {
      title: "计算公式未能识别",
      help: "印出的计算公式没有读懂，不按它计算。",
      message: ({ name, text, reason }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的计算公式“${excerpt(text)}”未能识别：${reason.zh}。不按该公式计算，请人工核对。`,
    },
    en: {
      title: "Definition not understood",
      help: "The printed formula could not be read, so nothing is computed by it.",
      message: ({ name, text, reason }, where) =>
        `${en.at(where)}The definition of ${en.quoted(name)} could not be read (“${excerpt(text)}”): ${reason.en}. Nothing is computed by it; check it by hand.`,
    },
  }),

  "definition-slip": kind<{
    readonly name: string;
    readonly text: string;
    readonly how: Words;
  }>({
    severity: "info",
    zh: {
      title: "计算公式的系数印错",
      help: "印出的百分数系数写法有误，按 ×100% 读取；公式其余部分照印出的计算。",
      message: ({ name, text, how }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的计算公式“${excerpt(text)}”${how.zh}。请更正公式的写法。`,
    },
    en: {
      title: "Factor of a definition misprinted",
      help: "The factor of a percentage is misprinted and read as ×100%; the rest of the formula is taken as printed.",
      message: ({ name, text, how }, where) =>
        `${en.at(where)}In the definition of ${en.quoted(name)}, “${excerpt(text)}”, ${how.en}. Correct it.`,
    },
  }),

  "mark-differs": kind<DifferenceFacts>({
    severity: "info",
    zh: {
      title: "分值与通行分值不同",
      help: "表中的分值与通行规则的分值不同；以表中分值为准。",
      message: ({ name, official, found, document }, where) =>
        `${zh.at(where)}${zh.quoted(name)}通行（${document.zh}）分值 ${official} 分，表中为 ${found} 分。以表中为准，建议核实。`,
    },
    en: {
      title: "Mark differs from the usual one",
      help: "The mark is not that of the usual rules; the table's mark counts.",
      message: ({ name, official, found, document }, where) =>
        `${en.at(where)}The usual mark of ${en.quoted(name)} (${en.quoted(document.en)}) is ${official}; the table says ${found}. The table's mark counts; please verify it.`,
    },
  }),

  "standard-inconsistent": kind<{
    readonly name: string;
    readonly fault: Words;
    /** Where the rule stands that is none of the table's: a pack's entry, the template's cell. */
    readonly from?: string;
  }>({
    severity: "warning",
    zh: {
      title: "评分标准自相矛盾",
      help: "评分标准的区间重叠、步长为零等。",
      message: ({ name, fault, from }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的评分标准${from === undefined ? "" : `（${from}）`}不完整或自相矛盾：${fault.zh}。请核对标准原文。`,
    },
    en: {
      title: "Standard contradicts itself",
      help: "Overlapping bands, a zero step and the like.",
      message: ({ name, fault, from }, where) =>
        `${en.at(where)}The standard of ${en.quoted(name)}${from === undefined ? "" : ` (${from})`} contradicts itself: ${fault.en}. Check its wording.`,
    },
  }),
};
