import type { Finding } from "../../findings/finding";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { CellPosition } from "../../workbook/address";
import { ratio } from "../../model/exact";
import type { AddedColumn } from "../../ours/added-columns";
import { beyondMark, markBounds } from "../formulas/mark-bounds";
import { marksNode } from "../formulas/marks-node";
import { saysNothing } from "../formulas/reason-node";
import type { TableContext } from "../formulas/table-context";

export interface IndicatorRow {
  readonly context: TableContext;
  readonly index: number;
}

/** The indicator that a finding's cell belongs to. */
export function indicatorRows(contexts: readonly TableContext[]): (finding: Finding) => IndicatorRow | undefined {
  const byRow = new Map<string, IndicatorRow>();
  for (const context of contexts) {
    const { table } = context.review;
    table.indicators.forEach(({ row }, index) => byRow.set(`${table.id}:${row}`, { context, index }));
  }
  return ({ table, at }) => (table && at ? byRow.get(`${table}:${at.row}`) : undefined);
}

/** A reason has a column once the plan is carried out: so the next run will word the finding, and so does this record. */
export function asWritten(finding: Finding, rowOf: ReturnType<typeof indicatorRows>): Finding {
  if (finding.code !== "justification-missing") return finding;
  const noColumn = finding.data.noColumn && rowOf(finding)?.context.placement.columns.reason === undefined;
  return { ...finding, data: { ...finding.data, noColumn } };
}

/**
 * Whether a finding still stands, as a formula over the cells it is about; null where no formula can tell and only
 * the next run will (SPEC P10).
 */
export function liveCondition(finding: Finding, found: IndicatorRow | undefined): FormulaNode | null {
  if (!found) return null;
  const { context, index } = found;
  const indicator = context.review.table.indicators[index];
  if (!indicator?.score || indicator.scoreGroup !== null) return null;
  const cells = liveCells(context, index);
  const { score, fullMark, reason, difference } = cells;
  const isNumber = f.call("ISNUMBER", score);
  switch (finding.code) {
    case "score-missing":
      return f.equal(score, f.blank);
    case "score-not-a-number":
      return f.call("AND", f.notEqual(score, f.blank), f.call("NOT", isNumber));
    case "score-negative":
      return f.when(isNumber, f.less(score, f.number(ZERO)), f.boolean(false));
    case "score-over-full":
      return fullMark && f.when(isNumber, beyondMark(score, fullMark, markBounds([indicator])), f.boolean(false));
    case "justification-missing": {
      if (!reason || !fullMark || finding.data.cause !== "deduction") return null;
      const short = f.when(isNumber, f.less(exactDifference(score, fullMark), f.number(ZERO)), f.boolean(false));
      return f.call("AND", short, saysNothing(reason));
    }
    case "score-mismatch": {
      if (!difference) return null;
      const apart = f.greater(f.decisive(f.call("ABS", difference)), f.number(context.settings.tolerance));
      return f.when(f.call("ISNUMBER", difference), apart, f.boolean(true));
    }
    case "input-missing": {
      const places = finding.data.missing.map((name) => context.places.variable(indicator.path, name));
      const found = places.filter((place) => place !== null);
      if (found.length === 0 || found.length < places.length) return null;
      return f.less(f.over("COUNT", found), f.number(ratio(found.length)));
    }
    default:
      return null;
  }
}

const ZERO = ratio(0);
const exactDifference = (a: FormulaNode, b: FormulaNode): FormulaNode => f.decisive(f.subtract(a, b));

interface LiveCells {
  readonly score: FormulaNode;
  readonly fullMark: FormulaNode | null;
  readonly reason: FormulaNode | null;
  readonly difference: FormulaNode | null;
}

/** The cells of an indicator's row, as another sheet calls them. */
function liveCells({ review, placement }: TableContext, index: number): LiveCells {
  const { table } = review;
  const indicator = table.indicators[index];
  const inTable = (at: CellPosition): FormulaNode => f.cell(at, { sheet: table.sheet });
  const ours = (column: AddedColumn): FormulaNode | null => {
    const at = placement.columns[column];
    return at === undefined ? null : f.cell({ row: placement.rowOf(index), column: at }, { sheet: placement.sheet });
  };
  const tableMark = placement.markColumn !== null && indicator?.fullMark ? inTable(indicator.fullMark.at) : null;
  return {
    score: indicator?.score ? marksNode(indicator.score, inTable) : f.blank,
    fullMark: indicator?.fullMark ? (ours("fullMark") ?? tableMark) : null,
    reason: ours("reason") ?? (indicator?.reason ? inTable(indicator.reason.at) : null),
    difference: ours("difference"),
  };
}
