import { sumExact } from "../../model/exact";
import type { FundingBlock, Indicator, TotalRow } from "../../model/scoring-table";

/**
 * 100 in the 分值 of the funding row is the whole table's mark and not that of budget execution: it is the stated total, or
 * a hundred beside indicators that have marks themselves, and together they would make more than the whole (SPEC R21).
 * The block then states neither mark nor score of its own.
 */
export function withTableTotal(block: FundingBlock, indicators: readonly Indicator[], totals: readonly TotalRow[]): FundingBlock {
  const fullMark = block.total?.cells.fullMark?.stated;
  const marks = indicators.flatMap((each) => each.fullMark?.number ?? []);
  if (!block.total || !fullMark || marks.length === 0) return block;
  const stated = totals.flatMap((row) => row.fullMark?.number ?? []);
  const isTotal = fullMark.number.compare(HUNDRED) >= 0 || stated.some((total) => total.equals(fullMark.number));
  const together = sumExact(marks).add(fullMark.number);
  const whole = stated.length > 0 ? stated : [sumExact(marks)];
  if (!isTotal || whole.some((total) => total.equals(together))) return block;
  const { initialBudget, budget, executed, rate, reason, score } = block.total.cells;
  const kept = { initialBudget, budget, executed, rate, reason };
  const cells = Object.fromEntries(Object.entries(kept).filter(([, cell]) => cell !== undefined));
  return {
    ...block,
    total: { ...block.total, cells },
    tableTotal: { fullMark, score: score ?? null },
  };
} // prettier-ignore

const HUNDRED = 100;
