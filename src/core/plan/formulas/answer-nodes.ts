import type { FormulaNode } from "../../formula/written";
import type { IndicatorReview, RuleAnswer } from "../../review.types";
import { a1 } from "../../workbook/address";
import { f } from "../../formula/build";
import { comparedSide } from "./input-places";
import { shareNode, targetNodes } from "./target-nodes";
import { ourCell, tableCell, targetCells, type TableContext } from "./table-context";

/** What a person answered, where it stands: in the table, in 基础数据, by a name. */
export const givenNode = (context: TableContext, one: IndicatorReview, answer: RuleAnswer): FormulaNode =>
  context.places.answer(one, answer, (cell) => tableCell(context, cell));

/** The cell of ours in which an answer stands as a number, so that the rule's formula need not convert it each time it reads it. */
export function helperCell(
  context: TableContext,
  one: IndicatorReview,
  index: number,
  answer: RuleAnswer,
): FormulaNode | null {
  const sides = targetCells(context, index);
  const side = sides && comparedSide(one, answer);
  if (answer.of) {
    const nodes = sides ?? targetNodes(one.indicator, (at) => tableCell(context, at));
    return nodes ? shareNode(nodes) : f.blank;
  }
  if (side) return sides[side];
  return !sides && answer === actualAnswer(one) ? ourCell(context, context.placement.rowOf(index), "actual") : null;
}

/** The answer that the actual value itself gives, in words or as a rate. */
export function actualAnswer({ indicator: { actual }, answers }: IndicatorReview): RuleAnswer | undefined {
  return answers.find(({ cell, of }) => cell && !of && actual && a1(cell.at) === a1(actual.at));
}
