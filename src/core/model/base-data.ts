import type { CellPosition, Rect } from "../workbook/address";
import type { Exact } from "./exact";

/** 部门整体支出绩效评价基础数据表: stacked blocks with headers of their own (SPEC R13). All addresses are on `sheet`. */
export interface BaseDataTable {
  /** "b1", "b2"… in reading order over the workbook. */
  readonly id: string;
  readonly sheet: string;
  readonly range: Rect;
  readonly title: string | null;
  readonly entries: readonly BaseDataEntry[];
}

/** One value cell, filled or blank. */
export interface BaseDataEntry {
  /** As printed, without numbering, 其中 and units: 公车购置; the column's name where the row has no label: 编制数. */
  readonly label: string;
  /** What it is part of, from the outside in: 三公经费, 公务用车购置和维护经费. */
  readonly context: readonly string[];
  /** The heading of its block: 经费控制情况. */
  readonly block: string | null;
  readonly at: CellPosition;
  /** As stated, in `unit`; null where the cell is blank or holds no number. */
  readonly number: Exact | null;
  /** The year that the header prints. */
  readonly year: number | null;
  /** −1 for 上年, 0 for 本年, where the header prints no year. */
  readonly yearOffset: number | null;
  /** 预算 or 决算, as the header says; never guessed. */
  readonly phase: "budget" | "final" | null;
  /** "万元", "人"… as stated by the cell, its label, its header or the line above the table; null where none does. */
  readonly unit: string | null;
  readonly asText: boolean;
  /** What stands in the cell instead of a number, or of one typed as a number: 69人（含借调2人）; absent otherwise. */
  readonly text?: string;
  /** Of a list of names and numbers (项目 | 数值), whose columns say nothing of 预算 or 决算. */
  readonly isListed?: true;
  /** The label's cell, or the header's where the row has none. */
  readonly rowAt: CellPosition;
  readonly headerText: string;
}
