import { excerpt } from "../excerpt";
import { kind, type Words } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** What stands beside or over the cells: notes, text boxes, pictures, and what could not be looked at. */
export const besideCells = {
  "note-not-cell": kind<{ readonly text: string; readonly inTextBox: boolean }>({
    severity: "warning",
    zh: {
      title: "说明写在单元格之外",
      help: "批注、文本框不随表打印，也不会汇总，扣分原因应写入原因栏。",
      message: ({ text, inTextBox }, where) =>
        `${zh.at(where)}${inTextBox ? "文本框" : "批注"}中有说明“${excerpt(text)}”，而原因栏没有。如是扣分原因，请移入原因栏。`,
    },
    en: {
      title: "Explanation outside the cells",
      help: "Notes and text boxes are neither printed nor collected: reasons belong in the reason column.",
      message: ({ text, inTextBox }, where) =>
        `${en.at(where)}A ${inTextBox ? "text box" : "note"} says “${excerpt(text)}”, and the reason column does not. If it is the reason, move it into the reason column.`,
    },
  }),

  "note-contradicts": kind<{
    readonly name: string;
    readonly text: string;
    readonly inTextBox: boolean;
    /** It calls what is filled in wrong, or gives another reason; else it states another figure. */
    readonly isDenial: boolean;
    readonly isReason: boolean;
    readonly inText: string;
    readonly inCell: string;
  }>({
    severity: "warning",
    zh: {
      title: "批注与表中所填不符",
      help: "批注、文本框说的与单元格里填的不同。核对以单元格为准，以哪一处为准由人决定。",
      message: ({ name, text, inTextBox, isDenial, isReason, inText, inCell }, where) => {
        const place = `${zh.at(where)}${inTextBox ? "文本框" : "批注"}`;
        if (!isDenial && !isReason)
          return `${place}“${excerpt(text)}”中的“${inText}”，与表中${zh.quoted(name)}的${inCell}不一致，核对以表中为准。请查明后统一。`;
        if (isDenial)
          return `${place}说${zh.quoted(name)}所填有误（“${excerpt(text)}”），核对仍以表中为准。请查明后更正。`;
        return `${place}写的原因“${excerpt(inText)}”与原因栏的“${excerpt(inCell)}”不同。请统一为真实原因。`;
      },
    },
    en: {
      title: "A note contradicts the table",
      help: "A note or text box says otherwise than the cells. The cells count; which is right a person must say.",
      message: ({ name, text, inTextBox, isDenial, isReason, inText, inCell }, where) => {
        const place = `${en.at(where)}A ${inTextBox ? "text box" : "note"}`;
        if (!isDenial && !isReason)
          return `${place} (“${excerpt(text)}”) says “${inText}”, while the table has ${inCell} for ${en.quoted(name)}; the table counts. Find out which is right.`;
        if (isDenial)
          return `${place} says that what is filled in for ${en.quoted(name)} is wrong (“${excerpt(text)}”); the table counts. Find out, and correct it.`;
        return `${place} gives the reason “${excerpt(inText)}”, the reason column “${excerpt(inCell)}”. Keep the one that is true.`;
      },
    },
  }),

  "note-figure-not-read": kind<{ readonly cells: readonly string[]; readonly text: string }>({
    severity: "info",
    zh: {
      title: "批注中的数字未核对",
      help: "批注、文本框里的数字不参与核对。",
      message: ({ cells, text }, where) =>
        `${zh.at(where)}批注或文本框写有数字（${zh.listed(cells)}，如“${excerpt(text)}”），没有参与核对。与表中的数不同的，请改在单元格里。`,
    },
    en: {
      title: "Figures in notes not checked",
      help: "Figures in notes and text boxes are not checked.",
      message: ({ cells, text }, where) =>
        `${en.at(where)}Notes or text boxes state figures (${en.listed(cells)}: “${excerpt(text)}”), which were not checked. Where they differ from the table, change its cells.`,
    },
  }),

  "picture-not-read": kind<{ readonly cells: readonly string[]; readonly column: string; readonly byWps: boolean }>({
    severity: "info",
    zh: {
      title: "图片未识读",
      help: "图片可以是佐证，但其中的内容没有识读。",
      message: ({ cells, column, byWps }, where) =>
        `${zh.at(where)}${column}栏有 ${cells.length} 处图片（${zh.listed(cells)}），内容未识读，请人工查看。${byWps ? "这是 WPS 的单元格图片，只有在 WPS 中才能看到。" : ""}`,
    },
    en: {
      title: "Pictures not read",
      help: "Pictures may be evidence; what they show was not read.",
      message: ({ cells, column, byWps }, where) =>
        `${en.at(where)}Column ${column} has pictures in ${cells.length} places (${en.listed(cells)}); what they show was not read, please look at them.${byWps ? " They are cell pictures of WPS and are seen only there." : ""}`,
    },
  }),

  "not-looked-at": kind<{ readonly what: Words }>({
    severity: "info",
    zh: {
      title: "没有查看的内容",
      help: "本机的 Excel 或文件格式没有提供这些内容，核验不包括它们。",
      message: ({ what }, where) =>
        `${zh.at(where)}没有查看${what.zh}：本程序在此读不到它们，其中的说明、证明或作废的内容请人工查看，也可以改用文件方式核验。`,
    },
    en: {
      title: "Not looked at",
      help: "This Excel or this file format does not tell them, so the check does not cover them.",
      message: ({ what }, where) =>
        `${en.at(where)}Not looked at: ${what.en}. They can not be read here; look yourself for reasons, evidence or withdrawn content in them, or check the workbook as a file.`,
    },
  }),
};
