import { excerpt } from "../excerpt";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** What a cell shows, holds or hides. */
export const cellContent = {
  "date-not-number": kind<{ readonly text: string; readonly column: string }>({
    severity: "error",
    zh: {
      title: "应填数字处是日期",
      help: "Excel 会把 9-5、1/2 之类的输入变成日期，日期不能当数字用。",
      message: ({ text, column }, where) =>
        `${zh.at(where)}${column}栏显示的是日期“${excerpt(text)}”，不是数字，未采用。请先把单元格设为常规或数值格式，再重新填写数字。`,
    },
    en: {
      title: "A date where a number belongs",
      help: "Excel turns entries such as 9-5 or 1/2 into dates; a date is no number.",
      message: ({ text, column }, where) =>
        `${en.at(where)}Column ${column} shows the date “${excerpt(text)}”, not a number; it was not used. Set the cell's format to General or Number first and enter the number again.`,
    },
  }),

  "number-open": kind<{ readonly text: string; readonly column: string }>({
    severity: "error",
    zh: {
      title: "数字中有空格或换行",
      help: "数字之间隔着空格或换行，可能是一个数，也可能漏了小数点，系统不替人猜。",
      message: ({ text, column }, where) =>
        `${zh.at(where)}${column}栏的“${excerpt(text)}”数字之间有空格或换行，是哪个数不能确定（如“9 5”可能是 95 或 9.5），未采用。请去掉空格，改为数字。`,
    },
    en: {
      title: "Digits that stand apart",
      help: "Blanks or breaks part the digits: it may be one number or lack its point, and is not guessed.",
      message: ({ text, column }, where) =>
        `${en.at(where)}The digits of “${excerpt(text)}” in column ${column} stand apart, so which number is meant is open (“9 5” may be 95 or 9.5); it was not used. Remove the blanks and enter a number.`,
    },
  }),

  "figure-in-words": kind<{
    readonly name: string;
    readonly what: string;
    readonly text: string;
    /** The number that the words hold for certain, to be offered; "" where none is (95.5.5%). */
    readonly number: string;
  }>({
    severity: "warning",
    zh: {
      title: "数字混在文字中",
      help: "“约70”“69人（含借调2人）”之类不是一个确定的数，不能与目标比较。",
      message: ({ name, what, text, number }, where) =>
        `${zh.at(where)}${zh.quoted(name)}${what}写的是“${excerpt(text)}”，不是一个确定的数，没有与目标比较。${number === "" ? "请核对并改填一个数" : `如果就是 ${number}，请改填数字 ${number}，其余的话写入备注`}。`,
    },
    en: {
      title: "A figure among words",
      help: "“about 70” or “69 (2 of them lent)” is no certain number and is compared with no target.",
      message: ({ name, what, text, number }, where) =>
        `${en.at(where)}${en.quoted(name)}: ${what} says “${excerpt(text)}”, which is no certain number and was compared with nothing. ${number === "" ? "Check it and enter one number" : `If it is ${number}, enter ${number} and put the rest into a remark`}.`,
    },
  }),

  "dates-from-1900": kind<{ readonly cells: readonly string[]; readonly date: string }>({
    severity: "info",
    zh: {
      title: "日期按 1900 日期系统读取",
      help: "Excel 不告诉加载项工作簿用的是 1900 还是 1904 日期系统；用 1904 日期系统的，日期会差 4 年零 1 天。",
      message: ({ cells, date }, where) =>
        `${zh.at(where)}日期单元格（${zh.listed(cells)}）按 1900 日期系统读取，如此处读作“${date}”。与单元格显示的日期不同的，说明工作簿用的是 1904 日期系统，请用文件方式核验。`,
    },
    en: {
      title: "Dates were counted from 1900",
      help: "Excel does not tell an add-in whether days count from 1900 or from 1904; a date would be off by four years and a day.",
      message: ({ cells, date }, where) =>
        `${en.at(where)}Date cells (${en.listed(cells)}) were counted from 1900, this one as “${date}”. If the cell shows another date, the workbook counts from 1904: check it as a file.`,
    },
  }),

  "struck-through": kind<{ readonly text: string; readonly left: string }>({
    severity: "warning",
    zh: {
      title: "已划去的内容",
      help: "加了删除线的文字按作废处理，不作为得分、数据或原因。",
      message: ({ text, left }, where) =>
        `${zh.at(where)}“${excerpt(text)}”加了删除线，按作废处理，${left === "" ? "该格视为空白" : `只采用“${excerpt(left)}”`}。如仍有效请取消删除线，否则请删去。`,
    },
    en: {
      title: "Struck-through content",
      help: "Text that is struck through is withdrawn: it is no score, figure or reason.",
      message: ({ text, left }, where) =>
        `${en.at(where)}“${excerpt(text)}” is struck through and counts as withdrawn; ${left === "" ? "the cell counts as blank" : `only “${excerpt(left)}” is used`}. Remove the strike-through if it still holds, else delete the text.`,
    },
  }),

  "table-hidden": kind<{ readonly sheets: string }>({
    severity: "warning",
    places: { sheets: "sheets" },
    zh: {
      title: "评分表在隐藏的工作表中",
      help: "隐藏工作表中的评分表同样核验，但不向隐藏的工作表写入任何内容。",
      message: ({ sheets }, where) =>
        `${zh.at(where)}评分表在隐藏的工作表“${sheets}”中，已核验，但不向其中写入；写入时各项结果写在“核验计算”表。如是正在使用的表，请取消隐藏后重新核验；如是旧表，请删去。`,
    },
    en: {
      title: "A scoring table on a hidden sheet",
      help: "A table on a hidden sheet is checked like others, but nothing is written into a hidden sheet.",
      message: ({ sheets }, where) =>
        `${en.at(where)}The scoring table stands on the hidden sheet ${sheets}: it was checked, but nothing is written there; its results go to the sheet 核验计算. If it is in use, unhide it and check again; if it is an old one, delete it.`,
    },
  }),

  "hidden-part": kind<{
    readonly sheets: readonly string[];
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    /** Of these the columns of marks and scores, which count: "F 分值"; absent where none does. */
    readonly counting?: readonly string[];
  }>({
    severity: "info",
    places: { sheets: "sheets", rows: "rows", columns: "columns", counting: "heads" },
    zh: {
      title: "有隐藏的部分",
      help: "隐藏的行、列和工作表同样读取，列出以便查看。",
      message: ({ sheets, rows, columns, counting = [] }, where) => {
        const parts = [
          ...(rows.length > 0 ? [`第 ${zh.listed(rows)} 行`] : []),
          ...(columns.length > 0 ? [`${zh.listed(columns)} 列`] : []),
          ...(sheets.length > 0 ? [`工作表 ${zh.listed(sheets)}`] : []),
        ];
        const counted = counting.length > 0 ? `其中 ${zh.listed(counting)} 栏计入合计；` : "";
        return `${zh.at(where)}隐藏了${parts.join("、")}。${counted}其中的内容同样读取，请取消隐藏后查看。`;
      },
    },
    en: {
      title: "Hidden parts",
      help: "Hidden rows, columns and sheets are read as well and listed here.",
      message: ({ sheets, rows, columns, counting = [] }, where) => {
        const counted = counting.length > 0 ? ` The totals count ${en.listed(counting)}.` : "";
        const parts = [
          ...(rows.length > 0 ? [`rows ${en.listed(rows)}`] : []),
          ...(columns.length > 0 ? [`columns ${en.listed(columns)}`] : []),
          ...(sheets.length > 0 ? [`the sheets ${en.listed(sheets)}`] : []),
        ];
        return `${en.at(where)}Hidden: ${parts.join(", ")}.${counted} What they hold was read as well; unhide them to see it.`;
      },
    },
  }),

  "display-differs": kind<{ readonly column: string; readonly shown: string; readonly stored: string }>({
    severity: "warning",
    zh: {
      title: "显示与实际值不同",
      help: "数字格式使单元格显示的不是它实际的值，合计按实际值计算。",
      message: ({ column, shown, stored }, where) =>
        `${zh.at(where)}${column}栏${shown === "" ? "因数字格式什么也不显示" : `显示“${excerpt(shown)}”`}，实际值是 ${stored}，合计按实际值计算。请改正数字格式或数值。`,
    },
    en: {
      title: "Shown value differs",
      help: "The number format shows something else than the cell's value, by which totals are calculated.",
      message: ({ column, shown, stored }, where) =>
        `${en.at(where)}Column ${column} shows ${shown === "" ? "nothing because of its number format" : `“${excerpt(shown)}”`}, its value is ${stored}, by which totals are calculated. Correct the format or the value.`,
    },
  }),

  "precision-as-displayed": kind<Record<string, never>>({
    severity: "warning",
    zh: {
      title: "按显示精度计算",
      help: "工作簿设为“将精度设为所显示的精度”，输入的小数会被永久舍去。",
      message: (_, where) =>
        `${zh.at(where)}工作簿设为“将精度设为所显示的精度”：每个数都按显示的位数参与计算，多出的小数已被舍去。请在 文件→选项→高级 中取消该项并核对原数。`,
    },
    en: {
      title: "Precision as displayed",
      help: "The workbook calculates with what is shown; further decimals are lost for good.",
      message: (_, where) =>
        `${en.at(where)}The workbook is set to “precision as displayed”: every number is calculated as it is shown and further decimals are lost. Clear the option under File, Options, Advanced and check the figures.`,
    },
  }),
};
