import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { CellPosition, Rect } from "../../workbook/address";
import type { SheetView } from "../../workbook/sheet-view";
import type { IndicatorReview, RuleAnswer, TableReview } from "../../review.types";
import type { AddedColumn } from "../../ours/added-columns";
import type { CarriedReasons } from "../../ours/carried-reasons";
import type { Placement } from "../../ours/placement";
import type { SheetDraft } from "../steps/wanted";
import type { Quantity } from "../../model/quantity";
import type { RuleInput } from "../../rules/rule-input";
import type { Settings } from "../../rules/setting-types";

/** What the columns beside one table are drafted from, and how their formulas call each other and the table. */
export interface TableContext {
  readonly review: TableReview;
  readonly placement: Placement;
  /** The table's own sheet. */
  readonly view: SheetView;
  readonly draft: SheetDraft;
  readonly settings: Settings;
  readonly places: InputPlaces;
  readonly carried: CarriedReasons;
}

/** Where the answer to a rule's input, or a variable of a definition, stands; null where it has no place. */
export interface InputPlaces {
  readonly variable: (path: readonly string[], variable: string) => FormulaNode | null;
  /** The quantity that the variable means; null where it has no place. */
  readonly quantity: (path: readonly string[], variable: string) => Quantity | null;
  readonly answer: (review: IndicatorReview, answer: RuleAnswer, ref: (at: CellPosition) => FormulaNode) => FormulaNode;
  /** What the table as a whole is asked: a red line of the pack's. */
  readonly question: (input: RuleInput) => FormulaNode;
  /** Whether the row in 基础数据 to which a name points is still its own; null for what stands elsewhere. */
  readonly inOrder: (place: FormulaNode) => FormulaNode | null;
}

/** Where a formula stands: in our columns for the table, or on a sheet of its own (核验记录). */
export type CellCaller = "table" | "elsewhere";

/** A cell of the table as our sheet calls it. */
export const tableCell = (
  { placement, review }: TableContext,
  at: CellPosition,
  caller: CellCaller = "table",
): FormulaNode => f.cell(at, { sheet: placement.beside && caller === "table" ? null : review.table.sheet });

/** The cell of one of our columns; null where the table does not need that column. */
export function ourCell(
  { placement }: TableContext,
  row: number,
  column: AddedColumn,
  caller: CellCaller = "table",
): FormulaNode | null {
  const at = placement.columns[column];
  if (at === undefined) return null;
  return f.cell({ row, column: at }, { sheet: caller === "table" ? null : placement.sheet });
}

/** The cell in which an indicator's full mark stands as a number. */
export function markNode(context: TableContext, index: number, caller: CellCaller = "table"): FormulaNode | null {
  const { placement, review } = context;
  const fullMark = review.table.indicators[index]?.fullMark;
  if (!fullMark) return null;
  const ours = ourCell(context, placement.rowOf(index), "fullMark", caller);
  return ours ?? (placement.markColumn === null ? null : tableCell(context, fullMark.at, caller));
}

/** Whether a rule judges the indicator, so that its 复算分 holds a formula. */
export const isJudged = (one: IndicatorReview | undefined): boolean =>
  one?.rule != null && one.recomputed.status !== "notJudged";

/** Whether 复算分 of an indicator may be 不适用, by its rule and the setting. */
export const mayBeDropped = ({ review, settings }: TableContext, index: number): boolean =>
  settings.notApplicable === "rescale" && review.indicators[index]?.rule?.rule.applicability?.treatment === "setting";

/** The rows of all recomputed scores; null where a total row stands among them. */
export function recomputedRange({ placement, review: { table } }: TableContext): Rect | null {
  const column = placement.columns.recomputed;
  if (column === undefined || table.indicators.length === 0) return null;
  const { top, bottom } = rowSpan(table.indicators.map((_, index) => placement.rowOf(index)));
  const within = table.totalRows.some(({ row }) => {
    const own = placement.rowOfTotal(row);
    return own !== null && own >= top && own <= bottom;
  });
  return within ? null : { top, bottom, left: column, right: column };
}

/** The marks beside the recomputed scores, row by row; null where they do not stand in one column. */
export function markRange(context: TableContext, scores: Rect, caller: CellCaller): FormulaNode | null {
  const { review, placement } = context;
  const first = review.table.indicators.findIndex((_, index) => placement.rowOf(index) === scores.top);
  const node = markNode(context, first);
  // On the sheet 核验计算 the table's own marks stand in other rows than our scores.
  if (node?.node !== "cell" || node.at.row !== scores.top) return null;
  const { column } = node.at;
  const sheet = node.sheet ?? (caller === "table" ? null : placement.sheet);
  return f.range({ ...scores, left: column, right: column }, { sheet });
}

/** First and last of some rows; at least one is given. */
const rowSpan = (rows: readonly number[]): { readonly top: number; readonly bottom: number } => ({
  top: rows.reduce((least, row) => Math.min(least, row)),
  bottom: rows.reduce((most, row) => Math.max(most, row)),
});
