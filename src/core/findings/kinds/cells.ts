import { excerpt } from "../excerpt";
import { kind, type FindingKind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

interface Why {
  readonly zh: string;
  readonly en: string;
}

/** Several cells of one column or block: their A1, how many, the text of the first, and why. */
export interface CellsTold {
  readonly text: string;
  readonly why: Why;
  readonly range: string;
  readonly cells: string;
}

/** A single cell, or the cells of one column; `column` null: the cells stand under no head of their own. */
export type CellTold =
  | { readonly text: string; readonly why: Why; readonly range: null; readonly cells: null; readonly column: null }
  | (CellsTold & { readonly column: string | null });

export interface ColumnTold {
  readonly column: string | null;
  readonly range: string;
  readonly cells: string;
  /** How many of them are numbers; null for none. */
  readonly numbers: string | null;
  readonly why: Why;
}

const cellNotUnderstood: FindingKind<CellTold> = {
  severity: "warning",
  zh: {
    title: "单元格未识别",
    help: "表内有数字或类型不符的内容没有读懂，没有参与任何核对。",
    message: ({ text, why, range, cells, column }, where) =>
      range === null
        ? `${zh.at(where)}内容“${excerpt(text)}”未识别（${why.zh}），未参与核对。请核对填写的位置或内容。`
        : `${zh.at(where)}${column === null ? "" : `“${column}”栏 `}${range} 共 ${cells} 个单元格未识别（如“${excerpt(text)}”：${why.zh}），未参与核对。请核对栏目名称或所填内容。`,
  },
  en: {
    title: "Cell not understood",
    help: "A number, or content of the wrong kind, that nothing reads: it took part in no check.",
    message: ({ text, why, range, cells, column }, where) =>
      range === null
        ? `${en.at(where)}“${excerpt(text)}” was not understood (${why.en}) and took part in no check. Check where it stands, or what it says.`
        : `${en.at(where)}${cells} cells ${range}${column === null ? "" : ` under “${column}”`} were not understood (“${excerpt(text)}”: ${why.en}) and took part in no check. Check the column's name, or what is filled in.`,
  },
};

/** What the account of a table's cells leaves open: an item for a column, a block or a cell, never for each of many cells. */
export const cells = {
  "cell-not-understood": kind(cellNotUnderstood),

  "block-not-understood": kind<CellsTold>({
    severity: "warning",
    zh: {
      title: "一块内容未识别",
      help: "相邻的几个单元格不属于任何已识别的栏目，没有参与任何核对。",
      message: ({ text, why, range, cells: count }, where) =>
        `${zh.at(where)}${range} 共 ${count} 个单元格未识别（如“${excerpt(text)}”：${why.zh}），未参与核对。请核对此处的表头或标签。`,
    },
    en: {
      title: "Block not understood",
      help: "Cells that stand together and belong to nothing that was read: they took part in no check.",
      message: ({ text, why, range, cells: count }, where) =>
        `${en.at(where)}${count} cells of ${range} were not understood (“${excerpt(text)}”: ${why.en}) and took part in no check. Check the headers or labels there.`,
    },
  }),

  "role-given": kind<{ readonly cells: readonly string[] }>({
    severity: "info",
    zh: {
      title: "按注明的含义读取",
      help: "“规则”表中注明了某些单元格的含义，或注明与评分无关，读表时以此为准。",
      message: ({ cells }, where) => `${zh.at(where)}按“规则”表的注明读取：${zh.listed(cells)}。请复核人员确认是否恰当。`,
    },
    en: {
      title: "Read as a person said",
      help: "The sheet 规则 says what some cells are, or that they have nothing to do with the scores; they were read so.",
      message: ({ cells }, where) => `${en.at(where)}Read as the sheet 规则 says: ${en.listed(cells)}. A reviewer should confirm this.`,
    },
  }), // prettier-ignore

  "role-unusable": kind<{ readonly cell: string; readonly role: string }>({
    severity: "warning",
    zh: {
      title: "注明的含义未能采用",
      help: "“规则”表中注明的含义不是可识别的栏目名称，所指单元格不是文字，或者内容与注明时不同。",
      message: ({ cell, role }, where) =>
        `${zh.at(where)}注明 ${cell} 读作“${role}”，未能采用。请写栏目名称（如“年度指标值”）或“与评分无关”，并指向写有栏目名称的单元格；表格改动后请重新注明。`,
    },
    en: {
      title: "What was said of a cell could not be used",
      help: "The role in the sheet 规则 is no known column name, or the cell that it names holds no words, or other content than when it was said.",
      message: ({ cell, role }, where) =>
        `${en.at(where)}${cell} is to be read as “${role}”, which could not be used. Write a column's name (such as 年度指标值) or “与评分无关”, and name a cell that holds a column's name; say it anew where the table has changed.`,
    },
  }),

  "column-unused": kind<ColumnTold>({
    severity: "info",
    zh: {
      title: "未采用的栏目",
      help: "栏目中的内容在核对中没有用到。",
      message: ({ column, range, cells: count, numbers, why }, where) =>
        `${zh.at(where)}${column === null ? "" : `“${column}”栏 `}${range} 未采用（${why.zh}）：共 ${count} 个单元格${numbers === null ? "" : `，其中数字 ${numbers} 个`}。`,
    },
    en: {
      title: "Column not used",
      help: "What stands in the column was not needed in any check.",
      message: ({ column, range, cells: count, numbers, why }, where) =>
        `${en.at(where)}${range}${column === null ? "" : ` under “${column}”`} was not used (${why.en}): ${count} cells${numbers === null ? "" : `, ${numbers} of them numbers`}.`,
    },
  }),
};
