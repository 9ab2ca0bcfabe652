import type { Language } from "../../ui/i18n/words";

const zh = {
  title: "批量核验",
  progress: (done: number, total: number) => `已核验 ${done} / ${total} 个文件`,
  stoppedAt: (done: number, total: number) => `已停止：核验了 ${done} / ${total} 个文件，以下只是这些文件的结果`,
  figures: (files: number, tables: number, unread: number) =>
    `${files} 个文件 · ${tables} 张指标计分表 · 未能核验 ${unread} 个文件`,
  listed: (expected: number, filed: number, missing: number, unknown: number) =>
    `应报 ${expected} · 已报 ${filed} · 未报 ${missing} · 不在名单上的文件 ${unknown}`,
  nothing: "没有找到工作簿或文档（.xlsx、.xlsm、.xls、.et、.docx）",
  stop: "停止",
  goOn: "继续核验",
  saveSummary: "保存汇总",
  summaryFile: "汇总.xlsx",
  slips: "退回意见单",
  slipsFile: "退回意见单.zip",
  slipsHint: "给每个需要退回的单位一份 .docx，合为一个 .zip",
  noSlips: "没有需要退回的意见，未写退回意见单",
  due: "答复期限",
  roster: "名单…",
  rosterHint: "工作簿，一栏单位名称：应报、已报、未报",
  noNames: (name: string) => `${name}：没有找到单位名称。请在一栏的表头写“单位名称”，下面每行一个单位。`,
  rules: "规则",
  ownRules: "工作簿自己的规则",
  offeredPack: "自动选用通行规则",
  close: "返回工作簿",
  questions: "汇总的各张表",
  indicator: "各指标…",
  open: (file: string) => `打开 ${file}`,
  more: (rows: number) => `显示其余 ${rows} 行`,
  none: "没有",
  writing: "正在写…",
  saved: (name: string) => `已保存 ${name}`,
  gone: "文件已不在原处，或不允许读取。请重新选择文件夹。",
  died: "核验时内存不足或浏览器中止了核验。请用命令行单独核验这个文件。",
  noPack: (offered: readonly string[]) =>
    offered.length === 0
      ? "没有可选用的通行规则（表式未识别，或表内已印标准），没有自动选用。请在“规则”中指明"
      : `规则包 ${offered.join("、")} 是否适用须由人确认，没有自动选用。请在“规则”中指明`,
};

export type BatchPageWords = typeof zh;

const en: BatchPageWords = {
  title: "Batch",
  progress: (done, total) => `Reviewed ${done} of ${total} files`,
  stoppedAt: (done, total) => `Stopped: ${done} of ${total} files were reviewed, and below is what these say`,
  figures: (files, tables, unread) => `${files} files · ${tables} scoring tables · ${unread} files not reviewed`,
  listed: (expected, filed, missing, unknown) =>
    `Expected ${expected} · reported ${filed} · not reported ${missing} · files of nobody ${unknown}`,
  nothing: "There is no workbook or document (.xlsx, .xlsm, .xls, .et, .docx)",
  stop: "Stop",
  goOn: "Go on",
  saveSummary: "Save the summary",
  summaryFile: "summary.xlsx",
  slips: "Return slips",
  slipsFile: "return-slips.zip",
  slipsHint: "A .docx for each unit that needs one, in one .zip",
  noSlips: "There is nothing to return; no slip was written",
  due: "Answer by",
  roster: "List of units…",
  rosterHint: "A workbook with one column of names: who was to report, who did",
  noNames: (name) => `${name}: no unit was found. Head one column 单位名称 and name a unit in each row below.`,
  rules: "Rules",
  ownRules: "Each workbook's own rules",
  offeredPack: "The usual rules where they are certain",
  close: "Back to the workbook",
  questions: "Sheets of the summary",
  indicator: "Indicators…",
  open: (file) => `Open ${file}`,
  more: (rows) => `Show the other ${rows} rows`,
  none: "None",
  writing: "Writing…",
  saved: (name) => `Saved ${name}`,
  gone: "The file is no longer there, or may not be read. Choose the folder again.",
  died: "The review ran out of memory, or the browser ended it. Review this file alone by the command line.",
  noPack: (offered) =>
    offered.length === 0
      ? "no pack is offered (the form is not recognised, or the table prints its rules), so none was taken; name one under “Rules”"
      : `whether ${offered.join(", ")} holds here a person has to say, so it was not taken; name it under “Rules”`,
};

export const batchWords = (lang: Language): BatchPageWords => (lang === "zh" ? zh : en);
