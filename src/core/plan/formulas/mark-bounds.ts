import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";
import { isExtraItem, mayBeNegative } from "../../model/named-indicators";
import type { Indicator } from "../../model/scoring-table";

/** Between what a score may lie, as the check of the score cells has it (SPEC C2, C5). */
export interface MarkBounds {
  /** 扣分项 and 奖惩 have scores below zero. */
  readonly mayBeNegative: boolean;
  /** 加分项 and 扣分项: less than the mark is no loss of marks. */
  readonly isExtra: boolean;
}

/** The bounds of those that share one score. */
export const markBounds = (members: readonly Indicator[]): MarkBounds => ({
  mayBeNegative: members.some(mayBeNegative),
  isExtra: members.length > 0 && members.every(isExtraItem),
});

/** Whether a score lies beyond its mark, which bounds what may be taken off where it is below zero; both must be numbers. */
export function beyondMark(score: FormulaNode, fullMark: FormulaNode, { mayBeNegative }: MarkBounds): FormulaNode {
  const over = f.decisive(f.subtract(score, fullMark));
  const above = f.greater(over, ZERO);
  if (!mayBeNegative) return above;
  return f.when(f.less(fullMark, ZERO), f.call("OR", f.greater(f.decisive(score), ZERO), f.less(over, ZERO)), above);
}

const ZERO = f.number(ratio(0));
