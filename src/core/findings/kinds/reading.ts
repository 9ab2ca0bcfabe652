import { excerpt } from "../excerpt";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** What was found while tables were read. */
export const reading = {
  "no-table": kind<{ readonly sheets: readonly string[] }>({
    severity: "error",
    zh: {
      title: "没有找到计分表",
      help: "工作簿中没有可识别的指标计分表，无法核验。",
      message: ({ sheets }) =>
        `没有找到指标计分表（已查看工作表：${zh.listed(sheets)}）。请确认表头含有“三级指标”“分值”“得分”等栏目名称。`,
    },
    en: {
      title: "No scoring table",
      help: "The workbook holds no scoring table that could be recognised.",
      message: ({ sheets }) =>
        `No scoring table was found (sheets read: ${en.listed(sheets)}). Check that the header names columns such as “三级指标”, “分值” and “得分”.`,
    },
  }),

  "table-not-read": kind<{ readonly heads: readonly string[] }>({
    severity: "warning",
    zh: {
      title: "疑似计分表未能识别",
      help: "工作表上有像计分表的表头和数字，但没有识别出表，其中内容未参与核对。",
      message: ({ heads }, where) =>
        `${zh.at(where)}此处有“${heads.join("”“")}”等栏目名称和数字，但没有识别出计分表，这张工作表的内容未参与核对。请确认是否应当核对；需要核对的，请补全表头。`,
    },
    en: {
      title: "A table may not have been read",
      help: "The sheet has what looks like a scoring table's header above numbers, but no table was recognised on it.",
      message: ({ heads }, where) =>
        `${en.at(where)}The heads ${heads.map((head) => `“${head}”`).join(", ")} stand above numbers, but no scoring table was recognised and nothing on this sheet was checked. If it should be, complete its header.`,
    },
  }),

  "column-of-other-year": kind<{ readonly column: string; readonly year: string; readonly tableYear: string; readonly used: boolean }>({
    severity: "warning",
    zh: {
      title: "栏目的年度与表不同",
      help: "栏目名称写的年度与表的年度不同，也没有写明本年度的同类栏目。",
      message: ({ column, year, tableYear, used }, where) =>
        used
          ? `${zh.at(where)}“${column}”栏写的是 ${year} 年，表的年度是 ${tableYear} 年；没有本年度的同类栏目，仍按此栏核对。请核实年度。`
          : `${zh.at(where)}“${column}”栏写的是 ${year} 年，表的年度是 ${tableYear} 年，未作为本年度的数采用。请核实年度，并补上本年度的栏目。`,
    },
    en: {
      title: "A column is of another year",
      help: "The column's head names another year than the table's, and no column of the table's own year says the same.",
      message: ({ column, year, tableYear, used }, where) =>
        used
          ? `${en.at(where)}The column “${column}” is of ${year}, the table of ${tableYear}; there is no column of that year, and this one was used all the same. Check the year.`
          : `${en.at(where)}The column “${column}” is of ${year}, the table of ${tableYear}; it was not taken for this year's. Check the year, and add the column of this year.`,
    },
  }), // prettier-ignore

  "ambiguous-header": kind<{
    readonly readings: readonly string[];
    /** The cells of the heads, and the role that each claims: a person may say which has it (SPEC Z13). */
    readonly claim: { readonly heads: readonly string[]; readonly role: string; readonly level: number | null };
  }>({
    severity: "error",
    places: { readings: "heads", claim: "references" },
    zh: {
      title: "表头有歧义",
      help: "表头可以有多种同样合理的读法，系统不替人选择。",
      message: ({ readings }, where) =>
        `${zh.at(where)}无法确定以哪一栏为准：${readings.join("；")}。这几栏均未采用，请改写栏目名称，只留一栏作此用途，或在评核窗格中选定以哪一栏为准。`,
    },
    en: {
      title: "Ambiguous header",
      help: "The header has several equally good readings; none is chosen silently.",
      message: ({ readings }, where) =>
        `${en.at(where)}More than one column can be meant: ${readings.join("; ")}. None of them was used; rename them so that one is left, or choose one in the pane.`,
    },
  }),

  "choice-not-applied": kind<{ readonly text: string; readonly names: readonly string[] }>({
    severity: "warning",
    zh: {
      title: "择一填报的说明未能落实",
      help: "说明写着几项指标择一填报，但表中没有一处按一项计分，各项仍按各自的分值核对。",
      message: ({ text, names }, where) =>
        `${zh.at(where)}说明“${excerpt(text)}”要求择一，${names.length > 0 ? `但${zh.listed(names)}的分值和合计都按各项分别计` : "但没有写明是哪几项指标"}，仍各自核对。请核对是否只应填报一项。`,
    },
    en: {
      title: "A choice that nothing bears out",
      help: "A note lets one of several indicators be chosen, but nothing in the table counts them as one; each is checked by its own mark.",
      message: ({ text, names }, where) =>
        `${en.at(where)}The note “${excerpt(text)}” asks for a choice, ${names.length > 0 ? `but marks and totals count ${en.listed(names)} each by itself` : "but does not name the indicators"}; each was checked by itself. See whether only one of them should be filled in.`,
    },
  }),

  "scores-by-total": kind<{
    readonly used: string;
    readonly other: string;
    readonly isWeighed: boolean;
    readonly total: string;
    readonly totalAt: string;
    readonly otherSum: string;
  }>({
    severity: "info",
    places: { used: "heads", other: "heads", totalAt: "references" },
    zh: {
      title: "百分制得分的读法由总分确定",
      help: "得分大多高于分值、又不超过 100，可能本是百分制、要乘以权重。表列总分与哪种读法相符，就按哪种读法核对。",
      message: ({ used, other, isWeighed, total, totalAt, otherSum }, where) =>
        `${zh.at(where)}得分按“${used}”读取，${isWeighed ? "各项得分按权重折算后核对" : "各项得分按原数核对"}：相加与表列总分 ${total}（${totalAt}）相符；如按“${other}”，合计为 ${otherSum}。读法不对的，请改正总分或写明折算得分。`,
    },
    en: {
      title: "Scores out of a hundred, read as the total says",
      help: "Most scores are above their marks and none above 100, so they may be meant to be weighed. They are read as the stated total bears out.",
      message: ({ used, other, isWeighed, total, totalAt, otherSum }, where) =>
        `${en.at(where)}Scores are read as “${used}” (${isWeighed ? "times their weights" : "as they stand"}): they add up to the stated total ${total} (${totalAt}); by “${other}” they come to ${otherSum}. If that is not meant, correct the total or add a column of weighed scores.`,
    },
  }),

  "score-column-missing": kind<{ readonly column: string }>({
    severity: "warning",
    zh: {
      title: "没有得分栏",
      help: "只有扣分没有得分，系统不替人推算得分。",
      message: ({ column }, where) =>
        `${zh.at(where)}本表只有“${column}”栏，没有得分栏，得分未作推算，总分无从核对。请增设得分栏并填写各项得分。`,
    },
    en: {
      title: "No score column",
      help: "Deductions alone are not turned into scores.",
      message: ({ column }, where) =>
        `${en.at(where)}The table has a column “${column}” but none for scores; no score was made up from it and the total can not be checked. Add a score column and fill it in.`,
    },
  }),

  "review-column-chosen": kind<{ readonly used: string; readonly others: readonly string[] }>({
    severity: "info",
    places: { used: "heads", others: "heads" },
    zh: {
      title: "有多栏复核分",
      help: "几方复核各占一栏时，以最后一方为准。",
      message: ({ used, others }, where) =>
        `${zh.at(where)}本表有多栏复核分，以“${used}”为准，${zh.listed(others.map((each) => `“${each}”`))}未参与计算。`,
    },
    en: {
      title: "Several review columns",
      help: "Where several bodies reviewed, the last one counts.",
      message: ({ used, others }, where) =>
        `${en.at(where)}The table has several columns of review scores; “${used}” counts, ${others.map((each) => `“${each}”`).join(", ")} took no part.`,
    },
  }),

  "placeholder-row": kind<{ readonly texts: readonly string[]; readonly cells: readonly string[] }>({
    severity: "info",
    zh: {
      title: "占位行",
      help: "没有内容的指标行，不作为指标计算。",
      message: ({ texts, cells }, where) =>
        `${zh.at(where)}${zh.listed(cells)}是占位行（${texts.map((text) => `“${excerpt(text)}”`).join("、")}），不作为指标计算；不需要时可以删去。`,
    },
    en: {
      title: "Placeholder row",
      help: "An empty indicator row is not counted.",
      message: ({ texts, cells }, where) =>
        `${en.at(where)}${cells.length === 1 ? "1 row is a placeholder" : `${cells.length} rows are placeholders`} (${en.listed(cells)}: ${texts.map((text) => `“${excerpt(text)}”`).join(", ")}) and not counted as indicators. Delete what is not needed.`,
    },
  }),

  "repeated-level": kind<{ readonly name: string; readonly cells: readonly string[] }>({
    severity: "info",
    zh: {
      title: "换页重复的上级指标",
      help: "同一上级指标因换页再次印出，只计一次。",
      message: ({ name, cells }, where) =>
        `${zh.at(where)}${zh.quoted(name)}因换页重复印出（${zh.listed(cells)}），只计一次，无需处理。`,
    },
    en: {
      title: "Level repeated after a page break",
      help: "A parent printed again after a page break counts once.",
      message: ({ name, cells }, where) =>
        `${en.at(where)}${en.quoted(name)} is printed again after a page break (${en.listed(cells)}). It counts once; nothing to do.`,
    },
  }),
};
