import type { Point } from "../../audit/tried-formula";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ONE, HUNDREDTH } from "../../model/exact";
import type { TableCell } from "../../model/scoring-table";
import type { FormulaAbsence, TableReview, TotalCap, TotalRules } from "../../review.types";
import type { CellPosition } from "../../workbook/address";
import { absent } from "./absence";
import { timesFactor } from "./rule-places";

/** What a pack's caps make of a sum, and the cell of the execution rate that they look at. */
export interface CappedTotal {
  readonly cap: (sum: FormulaNode) => FormulaNode;
  readonly reads: CellPosition;
  /** Rates at which to try, within each of the caps and above all. */
  readonly rates: readonly number[];
}

/** Caps by the execution rate, where a cell of the table states it; a deduction or a question is no formula of its cells. */
export function cappedTotal(rules: TotalRules, reviewed: TableReview): CappedTotal | FormulaAbsence {
  const clauses = [...rules.deductions, ...rules.caps].map(({ clause }) => clause);
  const cell = executionCell(rules, reviewed);
  const isByRate = rules.deductions.length === 0 && rules.caps.every(({ when }) => when.kind === "executionRate");
  if (!isByRate || !cell || typeof cell.raw !== "number") return absent("totalRules", clauses);
  const inPoints = cell.raw > 2;
  const rate = timesFactor(f.cell(cell.at), inPoints ? HUNDREDTH : ONE);
  const cap = (sum: FormulaNode): FormulaNode =>
    rules.caps.reduceRight<FormulaNode>(
      (otherwise, { when, total }) =>
        f.when(condition(when, rate), f.call("MIN", f.number(total), otherwise), otherwise),
      sum,
    );
  return { cap, reads: cell.at, rates: RATES.map((one) => (inPoints ? one * 100 : one)) };
}

const RATES = [1, 0.3, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/** Each sum at each rate. */
export const atEachRate = (points: readonly Point[], { rates }: CappedTotal): readonly Point[] =>
  points.flatMap((point) => rates.map((rate): Point => [...point, rate]));

function executionCell({ executionRate }: TotalRules, { table, indicators }: TableReview): TableCell | null {
  if (executionRate === "funding") return table.funding?.total?.cells.rate ?? null;
  const row = executionRate === null ? undefined : indicators[executionRate];
  return row?.indicator.rateCell ?? null;
}

function condition(when: TotalCap["when"], rate: FormulaNode): FormulaNode {
  if (when.kind === "question") return f.boolean(false);
  const low = when.from && (when.from.closed ? f.atLeast : f.greater)(f.decisive(rate), f.number(when.from.value));
  const high = when.to && (when.to.closed ? f.atMost : f.less)(f.decisive(rate), f.number(when.to.value));
  return f.allOf([low, high].filter((end) => end !== null));
}
