import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { CellPosition, Rect } from "../../workbook/address";
import type { SheetView } from "../../workbook/sheet-view";
import type { IndicatorReview, RuleAnswer, TableReview } from "../../review.types";
import type { AddedColumn } from "../../ours/added-columns";
import type { CarriedReasons } from "../../ours/carried-reasons";
import type { Placement } from "../../ours/placement";
import type { SheetDraft } from "../steps/wanted";
import { targetNodes, type TargetNodes } from "./target-nodes";
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
  readonly record: RecordPlace;
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
  /** Whether that row still holds what is struck through in it; null where nothing is. */
  readonly withdrawn: (place: FormulaNode) => FormulaNode | null;
}

/** Where 核验记录 tells what each mark of the table came to, to the right of its list. */
export interface RecordPlace {
  readonly sheet: string;
  /** The row of the table's title there. */
  readonly top: number;
  readonly left: number;
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

/** A number of the row's, shown only as long as 核对依据 has nothing to say. */
export function whileUnchanged(context: TableContext, index: number, number: FormulaNode): FormulaNode {
  const basis = ourCell(context, context.placement.rowOf(index), "basis");
  return basis ? f.when(f.equal(basis, f.blank), number, f.blank) : number;
}

/** Target and actual value of an indicator as numbers of one scale, in our columns for them; null where these have none. */
export function targetCells(context: TableContext, index: number, caller: CellCaller = "table"): TargetNodes | null {
  const indicator = context.review.table.indicators[index];
  const row = context.placement.rowOf(index);
  const target = ourCell(context, row, "target", caller);
  const actual = ourCell(context, row, "actual", caller);
  if (!indicator || !target || !actual) return null;
  return targetNodes(indicator, (at) => tableCell(context, at, caller)) && { target, actual };
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

/** The rows of all recomputed scores; null where there is no such column. */
export function recomputedRange({ placement, review: { table } }: TableContext): Rect | null {
  const column = placement.columns.recomputed;
  if (column === undefined || table.indicators.length === 0) return null;
  return { ...rowSpan(table.indicators.map((_, index) => placement.rowOf(index))), left: column, right: column };
}

/**
 * Our column 核对指标 beside some rows, by which a sum passes over total rows and whatever else stands between indicators:
 * a name stands in the rows of indicators alone. Null on 核验计算, whose rows are not the table's.
 */
export function nameRange(
  { placement }: TableContext,
  rows: Pick<Rect, "top" | "bottom">,
  caller: CellCaller,
): FormulaNode | null {
  const column = placement.columns.indicator;
  if (column === undefined || !placement.beside) return null;
  const { top, bottom } = rows;
  return f.range({ top, bottom, left: column, right: column }, { sheet: caller === "table" ? null : placement.sheet });
}

/** Whether a total row of the table stands among the recomputed scores. */
export function totalsWithin({ placement, review: { table } }: TableContext, { top, bottom }: Rect): boolean {
  return table.totalRows.some(({ row }) => {
    const own = placement.rowOfTotal(row);
    return own !== null && own >= top && own <= bottom;
  });
}

/** A column of ours from the first indicator's row to the last one's; null where the table has no such column. */
export function columnRange(
  { placement, review: { table } }: TableContext,
  column: AddedColumn,
  caller: CellCaller,
): FormulaNode | null {
  const at = placement.columns[column];
  if (at === undefined || table.indicators.length === 0) return null;
  const span = rowSpan(table.indicators.map((_, index) => placement.rowOf(index)));
  return f.range({ ...span, left: at, right: at }, { sheet: caller === "table" ? null : placement.sheet });
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
