import type { CellPosition, Rect } from "../workbook/address";
import type { Exact } from "./exact";
import type { CellScalar } from "../workbook/snapshot";

/**
 * What the table reader finds (指标计分表): the structure of one scoring table, as stated, nothing computed.
 * All addresses are on `sheet`.
 */
export interface ScoringTable {
  /** "t1", "t2"… in reading order over the workbook; stable while tables are not added before it. */
  readonly id: string;
  readonly sheet: string;
  /** 部门整体支出 or 项目支出: by structure (target and actual columns, a funding block), not by the title alone. */
  readonly kind: "department" | "project";
  /** From the header (or funding block) to the last table row, over the columns that belong to the table. */
  readonly range: Rect;
  readonly title: string | null;
  /** The evaluated unit (单位名称), where the sheet states one. */
  readonly unit: string | null;
  /** The evaluated year, where the sheet states one. */
  readonly year: number | null;
  readonly headerRows: readonly number[];
  readonly columns: readonly TableColumn[];
  readonly indicators: readonly Indicator[];
  /** Every level above the indicators, in reading order; a page-break repeat is listed once. */
  readonly levels: readonly Level[];
  /** 总分, 合计, 总计 rows. */
  readonly totalRows: readonly TotalRow[];
  /** Totals that the form states above the table (自评总分：95分); absent where it states none there. */
  readonly headTotals?: readonly TotalRow[];
  readonly funding: FundingBlock | null;
  /** Rows that hold no indicator: 指标2, ……, blank rows within the table. */
  readonly placeholderRows: readonly PlaceholderRow[];
  /** A level printed again after a page break: it counts once. */
  readonly repeatedLevels: readonly { readonly path: readonly string[]; readonly at: CellPosition }[];
}

export type ColumnRole =
  | "sequence" // 序号
  | "level" // 一级 二级 三级指标
  | "fullMark" // 分值 权重 满分
  | "standard" // 评分标准
  | "explanation" // 指标解释
  | "description" // 指标说明
  | "target" // 年度指标值
  | "targetOperator" // 指标性质
  | "unit" // 度量单位
  | "actual" // 实际完成值
  | "rate" // 完成率 执行率
  | "score" // 自评分 得分
  | "itemScore" // 单项得分, 得分系数, to be weighed into the score
  | "deduction" // 扣分
  | "reviewScore" // 复核分 财政审核评分
  | "reviewOpinion" // 复核意见
  | "reason" // 扣分原因 偏差原因分析
  | "evidence" // 佐证材料
  | "remark"; // 备注

export interface TableColumn {
  readonly role: ColumnRole;
  /**
   * For level columns 1, 2, 3…; for a fullMark or score column the level whose marks or scores it carries
   * (the lowest, unless there is one column for each level or the table sets marks only higher up).
   */
  readonly level?: number;
  readonly column: number;
  /** Header text as printed, headers of several rows joined with "/". */
  readonly header: string;
  /** A mark that the header itself states: `分值（100分）`. */
  readonly headerMark?: StatedNumber;
}

/** A number as the sheet states it. */
export interface StatedNumber {
  readonly number: Exact;
  readonly at: CellPosition;
  /** Decimals that the cell prints (from its number format; from the text where it is text): it stands for number ± ½·10⁻ᵈ. */
  readonly decimals: number;
  /** True for a number typed as text ("5分", "５", "95%"), which Excel's SUM skips. */
  readonly asText: boolean;
  /** True where it stands inside a longer text (a mark in a name or header), which is no fault. */
  readonly embedded: boolean;
  /** True for a number that its format shows as a percentage: 1 is printed 100%. */
  readonly percent?: true;
}

/** A cell with text in it, after normalisation of nothing: exactly what the cell holds. */
export interface TextCell {
  readonly text: string;
  readonly at: CellPosition;
}

/** The cell of a table column in an indicator's row (the anchor, where merged), and what it holds. */
export interface TableCell {
  readonly at: CellPosition;
  readonly raw: CellScalar;
  readonly formula: string | null;
  /** The merged area, where several rows share the cell; null otherwise. */
  readonly merged: Rect | null;
  /** The number it states, or null where it is blank or holds no number. */
  readonly stated: StatedNumber | null;
  /** The date that a number in a date format shows: 2024年1月19日, 9月5日; it states no number then (SPEC R41). */
  readonly date?: string;
  /** What a number shows whose format puts words or a sign around it: ≥20公里 of 20. */
  readonly shown?: string;
  /** Set where text in it is struck through: `raw` is what is left of it, null where nothing is (SPEC R42). */
  readonly struck?: true;
  /**
   * What a number in it is multiplied by to be marks: 100 for a percentage among percentages, a hundredth of its weight for
   * a score out of a hundred (SPEC R15). Absent where it is in marks itself.
   */
  readonly factor?: Exact;
  /** Set where it holds a picture, which nobody reads here: it says nothing else then (SPEC R43). */
  readonly picture?: true;
}

export interface Indicator {
  /** Identity: names from the first level to its own, without marks, line breaks and in-word spaces. */
  readonly path: readonly string[];
  /** First row; a table pasted from Word may spread one indicator over several. */
  readonly row: number;
  readonly lastRow: number;
  readonly nameAt: CellPosition;
  /** 序号, where the table has them. */
  readonly sequence: string | null;
  readonly fullMark: StatedNumber | null;
  /**
   * A1 of the merged mark cell that several indicators share (二者择一). The first of them carries the mark, the others
   * have none, so that sums count it once. Absent otherwise.
   */
  readonly markGroup?: string;
  /** Null where the table has no score column. */
  readonly score: TableCell | null;
  /** A1 of the merged score cell that several indicators share; null otherwise. */
  readonly scoreGroup: string | null;
  /** 单项得分 or 得分系数, from which weight and score come about; absent where the table has no such column. */
  readonly itemScore?: TableCell;
  /** What was deducted, as a number; absent where the table has no such column. */
  readonly deduction?: TableCell;
  readonly reviewScore: TableCell | null;
  readonly reviewOpinion: TableCell | null;
  /** Null where the table has no reason column; `raw` null where the cell is blank. */
  readonly reason: TableCell | null;
  readonly evidence: TableCell | null;
  readonly remark: TableCell | null;
  readonly rateCell: TableCell | null;
  readonly target: TableCell | null;
  readonly targetOperator: TableCell | null;
  readonly unit: TableCell | null;
  readonly actual: TableCell | null;
  readonly standard: TextCell | null;
  readonly explanation: TextCell | null;
  readonly description: TextCell | null;
  /** Rows below it that break its figures down (其中：桃树 1.5亩); absent where there are none. */
  readonly parts?: readonly IndicatorPart[];
}

/** A row 其中 of an indicator: no indicator itself, it has neither mark nor score. */
export interface IndicatorPart {
  readonly row: number;
  readonly name: string;
  readonly nameAt: CellPosition;
  readonly target: TableCell | null;
  readonly actual: TableCell | null;
}

export interface Level {
  readonly path: readonly string[];
  readonly at: CellPosition;
  readonly statedMark: StatedNumber | null;
  /** The marks that it states where it is printed again; absent where it states none there. */
  readonly marksAgain?: readonly StatedNumber[];
  /** A sub-total row or cell that states the level's score, where there is one. */
  readonly statedScore: StatedNumber | null;
  /** The row 小计 that closes it; absent where there is none. */
  readonly subtotal?: TotalRow;
  /** Indices into `indicators`. */
  readonly members: readonly number[];
}

export interface PlaceholderRow {
  readonly row: number;
  /** Where the text stands; absent for a blank row. */
  readonly column?: number;
  readonly text: string;
}

export interface TotalRow {
  readonly row: number;
  readonly label: string;
  readonly fullMark: StatedNumber | null;
  readonly score: TableCell | null;
}

/** 项目资金: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分 by 年度资金总额 and its parts. */
export interface FundingBlock {
  readonly range: Rect;
  /** "元" or "万元" where the block states it. */
  readonly moneyUnit: string | null;
  /** Columns whose heads name another unit than the block's: their figures are not compared. Absent where none does. */
  readonly otherUnits?: readonly OtherUnit[];
  readonly total: FundingRow | null;
  readonly parts: readonly FundingRow[];
  readonly columns: Readonly<Partial<Record<FundingColumn, number>>>;
  /** The whole table's mark and score, where the total row holds these in the place of its own; absent otherwise. */
  readonly tableTotal?: { readonly fullMark: StatedNumber; readonly score: TableCell | null };
}

export interface OtherUnit {
  readonly role: FundingColumn;
  readonly head: TextCell;
  readonly unit: string;
}

export type FundingColumn = "initialBudget" | "budget" | "executed" | "fullMark" | "rate" | "score" | "reason";

export interface FundingRow {
  readonly row: number;
  readonly label: string;
  /** One entry per column the block has. */
  readonly cells: Readonly<Partial<Record<FundingColumn, TableCell>>>;
}
