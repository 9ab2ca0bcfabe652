import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { Rect } from "../../workbook/address";
import { ratio, ZERO } from "../../model/exact";
import { NOT_APPLICABLE_TEXT } from "../../rules/compile-rule";
import { roundScoreNode } from "../../rules/rounding";
import { fundingNode } from "./funding-nodes";
import { recordCell, recordRange, stateRows } from "./record-places";
import { whileRowsStay } from "./total-guard";
import {
  markRange,
  mayBeDropped,
  nameRange,
  recomputedRange,
  totalsWithin,
  type CellCaller,
  type TableContext,
} from "./table-context";
import { rowsCount, rowsSaying, rowsSum, rowsSumIf, type SummedRows } from "./summed-rows";

/**
 * The recomputed total as a formula: the indicators' scores and the funding block's, blank until all are numbers, less a
 * pack's deductions and under its caps (SPEC P6, V4, V9).
 */
export function totalNode(context: TableContext, caller: CellCaller = "table"): FormulaNode | null {
  const parts = totalParts(context, caller);
  if (!parts) return null;
  const { rows, funding } = parts;
  const dropped = droppedNodes(context, caller);
  const simple = rows.names === null;
  const both = (call: "SUM" | "COUNT", ofRows: FormulaNode): FormulaNode => {
    if (!funding) return ofRows;
    return simple ? f.call(call, rows.cells, funding) : f.add(ofRows, f.call(call, funding));
  };
  const sum = both("SUM", rowsSum(rows));
  const count = both("COUNT", rowsCount(rows));
  const capped = cappedNode(context, caller, dropped ? f.multiply(sum, dropped.scale) : sum);
  const wanting = f.notEqual(dropped ? f.add(count, dropped.count) : count, f.number(ratio(parts.count)));
  const total = roundScoreNode(capped, context.settings);
  const told = f.when(wanting, f.blank, dropped ? f.when(dropped.some, total, f.blank) : total);
  return whileRowsStay(context, told, caller);
}

interface Dropped {
  readonly count: FormulaNode;
  /** Whether any mark is left. */
  readonly some: FormulaNode;
  readonly scale: FormulaNode;
}

/** Marks that do not apply scale the rest to the whole (SPEC V3); null where the setting drops none. */
function droppedNodes(context: TableContext, caller: CellCaller): Dropped | null {
  const { review } = context;
  const rows = recomputedRows(context, caller);
  const marks = rows && markRange(context, rows.area, caller);
  if (!marks || !review.indicators.some((_, index) => mayBeDropped(context, index))) return null;
  const whole = f.number(review.totals.fullMark);
  const left = f.subtract(whole, rowsSumIf(rows, NOT_APPLICABLE_TEXT, marks));
  return {
    count: rowsSaying(rows, NOT_APPLICABLE_TEXT),
    some: f.greater(f.decisive(left), f.number(ZERO)),
    scale: f.divide(whole, left),
  };
}

interface TotalParts {
  readonly rows: SummedRows;
  readonly funding: FormulaNode | null;
  readonly count: number;
}

/** Null where the block's mark belongs to the total and nothing judges it. */
function totalParts(context: TableContext, caller: CellCaller): TotalParts | null {
  const { review } = context;
  const rows = recomputedRows(context, caller);
  if (!rows) return null;
  const count = review.indicators.length;
  if (!review.funding?.fullMark) return { rows, funding: null, count };
  const funding = fundingCell(context, caller);
  return funding && { rows, funding, count: count + 1 };
}

/** The recomputed scores; total rows among them are passed over by the names beside. */
function recomputedRows(context: TableContext, caller: CellCaller): (SummedRows & { readonly area: Rect }) | null {
  const area = recomputedRange(context);
  if (!area) return null;
  const cells = f.range(area, { sheet: caller === "table" ? null : context.placement.sheet });
  if (!totalsWithin(context, area)) return { area, cells, names: null };
  const names = nameRange(context, area, caller);
  return names && { area, cells, names };
}

/** The cell of the funding block's 复算分 on 核验记录; null where no rule judges it. */
export function fundingCell(context: TableContext, caller: CellCaller): FormulaNode | null {
  const row = stateRows(context.review, context.record).funding;
  return row !== null && fundingNode(context) ? recordCell(context, row, "recomputed", caller) : null;
}

/** Less what is taken off, and no more than the lowest cap: both stand on 核验记录, blank while they do not apply. */
function cappedNode(context: TableContext, caller: CellCaller, sum: FormulaNode): FormulaNode {
  const { deductions, caps } = stateRows(context.review, context.record);
  const cellsOf = (rows: readonly number[]): FormulaNode | null => {
    const [top, bottom] = [rows[0], rows.at(-1)];
    return top === undefined || bottom === undefined
      ? null
      : recordRange(context, { top, bottom }, "recomputed", caller);
  };
  const taken = cellsOf(deductions);
  const left = taken ? f.call("MAX", f.number(ZERO), f.subtract(sum, f.call("SUM", taken))) : sum;
  const limits = cellsOf(caps);
  return limits ? f.call("MIN", left, limits) : left;
}
