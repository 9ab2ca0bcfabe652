import { isExtraItem } from "../model/named-indicators";
import type { FundingRow, Indicator, ScoringTable, TableCell } from "../model/scoring-table";
import type { BaseDataTable } from "../model/base-data";
import { isBlankText } from "../model/text";
import type { Quantity } from "../model/quantity";
import { placeKey, sheetA1, type CellPosition } from "../workbook/address";
import type { Examined, IndicatorReview, TableReview } from "../review.types";
import { rateOfTarget } from "../targets/rate-of-target";

/** The cells on which something in the review depends: a figure, a comparison, a sum, a rule or an identity. */
export type Uses = ReadonlySet<number>;

/**
 * What the review of a table used, from what came of each indicator, never from a cell's role alone (SPEC Z4). `heads`: the
 * cells that head its columns; a column that is read depends on its head.
 */
export function usesOf({ table, indicators, funding }: TableReview, examined: readonly Examined[], heads: readonly CellPosition[]): Uses {
  const uses = new Set<number>();
  const take = (at: CellPosition | null | undefined): void => {
    if (at) uses.add(placeKey(at));
  };
  for (const [i, reviewed] of indicators.entries()) takeIndicator(table, reviewed, examined[i], take);
  for (const { at, statedMark, statedScore } of table.levels) for (const used of [at, statedMark?.at, statedScore?.at]) take(used);
  for (const { marksAgain } of table.levels) for (const again of marksAgain ?? []) take(again.at);
  for (const { at } of table.repeatedLevels) take(at);
  for (const { fullMark, score } of [...table.totalRows, ...(table.headTotals ?? [])]) for (const used of [fullMark?.at, score?.stated?.at]) take(used);
  for (const at of heads) take(at);
  for (const { headerMark } of table.columns) take(headerMark?.at);
  // what the form prints for all rows or for its funding block may be a note around the table
  for (const { printedAt } of [...indicators, { rule: funding?.rule }].flatMap(({ rule }) => rule ?? [])) if (printedAt?.sheet === table.sheet) take(printedAt);
  if (table.funding && funding) takeFunding(table.funding.total, table.funding.parts, take);
  const whole = table.funding?.tableTotal;
  for (const used of [whole?.fullMark.at, whole?.score?.stated?.at]) take(used);
  return uses;
} // prettier-ignore

type Take = (at: CellPosition | null | undefined) => void;

function takeIndicator(table: ScoringTable, reviewed: IndicatorReview, examined: Examined | undefined, take: Take): void {
  const { indicator, answers, definition, rule, justification } = reviewed;
  const names = table.columns.filter(({ role }) => role === "level").map(({ column }) => column);
  for (let row = indicator.row; row <= indicator.lastRow; row++) for (const column of names) take({ row, column });
  for (const at of [indicator.nameAt, indicator.fullMark?.at, indicator.score?.stated?.at]) take(at);
  for (const { cell, of } of answers) for (const each of [cell, of]) take(each?.at);
  if (examined && COMPARED.includes(examined.target)) {
    for (const cell of [indicator.target, indicator.actual, indicator.targetOperator, indicator.unit]) take(cell?.at);
  }
  if (comparesRate(reviewed)) take(indicator.rateCell?.at);
  if (indicator.score?.stated && indicator.fullMark && indicator.markGroup === undefined) take(indicator.itemScore?.stated?.at);
  if (saysDeduction(indicator)) take(indicator.deduction?.at);
  if (justification !== "notRequired") take(indicator.reason?.at);
  // a remark stands in for a reason only where none is given
  if (justification !== "notRequired" && justification !== "missing" && !isGiven(indicator.reason)) take(indicator.remark?.at);
  for (const cell of [indicator.standard, indicator.explanation, indicator.description]) {
    const at = cell && sheetA1({ sheet: table.sheet, ...cell.at });
    if (cell && (at === rule?.at || at === definition?.at)) take(cell.at);
  }
} // prettier-ignore

const isGiven = (cell: TableCell | null): boolean =>
  typeof cell?.raw === "string" ? !isBlankText(cell.raw) : (cell?.raw ?? null) !== null;

const COMPARED: readonly Examined["target"][] = ["met", "missed", "incomparable"];

/** A stated rate is held against its definition, else against target and actual value. */
function comparesRate({ indicator, definition, rate }: IndicatorReview): boolean {
  if (!indicator.rateCell?.stated) return false;
  return definition ? rate.status === "computed" : rateOfTarget(indicator) !== null;
}

/** 扣分 is held against a mark and a score of its own; without a score column it says itself what was lost. */
function saysDeduction(indicator: Indicator): boolean {
  const { deduction, score, fullMark, markGroup } = indicator;
  if (!deduction?.stated) return false;
  if (score === null) return true;
  if (isExtraItem(indicator) || markGroup !== undefined || deduction.merged || score.merged) return false;
  return score.stated !== null && fullMark !== null;
}

/** Budget and executed give the rate, the parts the total; a stated rate is compared where its row has both. */
function takeFunding(total: FundingRow | null, parts: readonly FundingRow[], take: Take): void {
  const money = ["initialBudget", "budget", "executed"] as const;
  for (const column of money) {
    const stated = total?.cells[column]?.stated;
    const sums = parts.filter(({ cells }) => cells[column]?.stated);
    if (stated && sums.length > 0) for (const { cells } of [total, ...sums]) take(cells[column]?.at);
  }
  for (const { cells } of [...(total ? [total] : []), ...parts]) {
    // The initial budget is never taken for the year's (SPEC R19).
    if (!cells.executed?.stated || !cells.budget?.stated) continue;
    for (const cell of [cells.executed, cells.budget, statedCell(cells.rate)]) take(cell?.at);
  }
  for (const cell of [total?.cells.fullMark, total?.cells.score]) take(statedCell(cell)?.at);
  take(total?.cells.reason?.at);
} // prettier-ignore

const statedCell = (cell: TableCell | undefined): TableCell | null => (cell?.stated ? cell : null);

/** The cells from which quantities take their values, by sheet. */
export function boundCells(quantities: readonly Quantity[]): ReadonlyMap<string, Uses> {
  const bound = new Map<string, Set<number>>();
  for (const { source } of quantities) {
    if (!source || !("at" in source)) continue;
    const cells = bound.get(source.at.sheet) ?? new Set<number>();
    bound.set(source.at.sheet, cells.add(placeKey(source.at)));
  }
  return bound;
}

/** The labels of the values that quantities take: by its label a value is known. */
export const labelsOf = ({ entries }: BaseDataTable, bound: Uses | undefined): Uses =>
  new Set(entries.flatMap(({ at, rowAt }) => (bound?.has(placeKey(at)) === true ? [placeKey(rowAt)] : [])));
