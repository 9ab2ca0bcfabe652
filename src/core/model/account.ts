import type { CellPosition, Rect } from "../workbook/address";

/**
 * The account of a sheet's cells: what each was read as, or why it was not. Whoever reads a cell writes it down; nobody
 * guesses afterwards what a reader had meant (SPEC Z1).
 */
export type CellRole =
  // around a table
  | "title" // 项目支出绩效自评表
  | "attachment" // 附件2
  | "unitName" // 单位名称 and what stands beside it
  | "year" // 2021年度
  | "moneyUnit" // 金额单位：万元
  | "formLabel" // 项目名称
  | "formValue" // what stands beside it
  | "prose" // 年度总体目标…
  | "note" // 注：…
  | "conclusion" // 自评结论
  | "signature" // 填表人：
  | "pageFurniture" // 第1页, 续表
  // header
  | "header"
  | "headerGroup" // a text over several heads
  | "columnNumber" // 栏次 | 1 | 2
  | "sideLabel" // a label merged down beside the table
  // rows
  | "level"
  | "name"
  | "sequence"
  | "mark"
  | "score"
  | "itemScore"
  | "deduction"
  | "reviewScore"
  | "rate"
  | "target"
  | "actual"
  | "operator"
  | "unit" // 度量单位
  | "standard"
  | "explanation"
  | "description"
  | "reason"
  | "evidence"
  | "remark"
  | "reviewOpinion"
  | "breakdown" // a row 其中 below an indicator
  | "placeholder" // 指标1, ……
  | "totalLabel"
  | "total" // a number of a total or sub-total row
  | "otherColumn" // a column that is not used, and its cells
  // funding block
  | "fundingLabel"
  | "fundingHeader"
  | "amount"
  | "fundingMark"
  | "fundingRate"
  | "fundingScore"
  | "fundingReason"
  // base data
  | "baseHeader"
  | "baseLabel"
  | "baseValue"
  | "baseNote"
  // any
  | "underMerge"; // filled, but covered by a merged cell

/** Why a cell was not understood. */
export type NotUnderstood =
  | "unknownColumn" // below a header that says nothing known, or none
  | "unknownLabel" // beside a label that calls for no number
  | "noLabel" // a number alone
  | "noOwner" // in a block, sub-total or row that belongs to nothing
  | "figureInText" // a label states a figure that nothing took
  | "wrongKind" // words where a number belongs, a number where words do, an error
  | "secondCell" // the second filled cell where one is read
  | "leftOutRow" // in a row of the table that is not read
  | "underMerge" // a number covered by a merged cell
  | "tableGivenUp"; // below a header whose table could not be read

/** Why a cell that is known was not used. */
export type NotUsed =
  | "ignoredColumn" // 责任科室
  | "columnLost" // another column says it
  | "otherYear"
  | "otherParty" // another expert's, an earlier reviewer's
  | "repeated"
  | "statedTwice" // equal to what was taken
  | "dash" // /, —, 无 in a number's place
  | "template" // in a row that nobody filled in
  | "notCompared" // a target without anything to compare it with
  | "unbound" // a base value that no definition uses
  | "partOfBlock" // a part's own mark or score, while the total row's counts
  | "withdrawn" // struck through as a whole
  | "picture" // seen, and not read
  | "setAside" // a person says that it has nothing to do with the scores
  | "said"; // words: nothing is computed from them

/** A cell that was used, and as what. */
interface Taken {
  readonly at: CellPosition;
  readonly role: CellRole;
}

/** A cell that was seen and not used, and why; its role where that is known. */
export interface PassedOver {
  readonly at: CellPosition;
  readonly role: CellRole | null;
  readonly why: NotUnderstood | NotUsed;
  /** True where a finding of its own says it already (two columns that may equally well be meant). */
  readonly reported?: true;
}

/** What one reader says of its cells. */
export type AccountEntry = Taken | PassedOver;

export const isPassedOver = (entry: AccountEntry): entry is PassedOver => "why" in entry;

const NOT_UNDERSTOOD: ReadonlySet<string> = new Set<NotUnderstood>([
  "unknownColumn",
  "unknownLabel",
  "noLabel",
  "noOwner",
  "figureInText",
  "wrongKind",
  "secondCell",
  "leftOutRow",
  "underMerge",
  "tableGivenUp",
]);

export const isNotUnderstood = (why: NotUnderstood | NotUsed): why is NotUnderstood => NOT_UNDERSTOOD.has(why);

/** The account of one sheet, in reading order. */
export interface SheetAccount {
  readonly sheet: string;
  readonly cells: readonly AccountedCell[];
  /** Cells far from every table of the sheet: said in one line, with their count. */
  readonly outside: { readonly area: Rect; readonly cells: number } | null;
}

/** A sheet on which neither a table nor base data were found, in a workbook that has a table elsewhere. */
export interface OtherSheet {
  readonly sheet: string;
  /** Filled cells. */
  readonly cells: number;
  /** A row that looks like the header of a table; null where there is none. */
  readonly heads: { readonly at: CellPosition; readonly texts: readonly string[] } | null;
}

/** One filled cell with its owner: the id of a scoring table or of a base-data table. */
export type AccountedCell = AccountEntry & {
  readonly of: string;
  /** The date that a number in a date format shows (SPEC R41). */
  readonly date?: string;
};

/** A cell's state, from what came of it in one review, never from its role alone (SPEC Z4). */
export type CellState = "judged" | "kept" | "unused" | "notUnderstood";

/** A cell that was not understood. */
export interface OpenCell {
  readonly at: CellPosition;
  /** Nobody sees it: its row, its column or its sheet is hidden. */
  readonly hidden: boolean;
  readonly text: string;
  readonly why: NotUnderstood;
}

/** What a person is told of: columns side by side, a block or a single cell, never each of fifteen cells of one misread block. */
export interface LedgerItem {
  readonly kind: "cell" | "block" | "column" | "columnUnused";
  /** The first number, or the first cell where there is none. */
  readonly at: CellPosition;
  readonly area: Rect;
  /** The heads of the columns, left to right, each with all words over its column; none for a cell or block. */
  readonly heads: readonly { readonly at: CellPosition; readonly text: string }[];
  readonly text: string;
  /** Its cells, where a person may say that they have nothing to do with the scores; none where what is read has its place. */
  readonly free: readonly Rect[];
  /** Why, each once; that of the cell at `at` first. */
  readonly whys: readonly (NotUnderstood | NotUsed)[];
  readonly cells: number;
  readonly numbers: number;
}

/** The closed account of one scoring table or base-data table. filled = judged + kept + unused + notUnderstood. */
export interface CellLedger {
  readonly of: string;
  readonly filled: number;
  readonly judged: number;
  readonly kept: number;
  /** How many of all stand in hidden rows or columns, or on a hidden sheet. */
  readonly hidden: number;
  readonly roles: ReadonlyMap<CellRole, number>;
  readonly unused: readonly { readonly area: Rect; readonly why: NotUsed; readonly cells: number }[];
  readonly notUnderstood: readonly OpenCell[];
  readonly items: readonly LedgerItem[];
}
