import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { sheetA1, type CellPosition } from "../../workbook/address";
import { exactFromDouble } from "../../model/exact";
import type { CellScalar } from "../../workbook/snapshot";
import type { IndicatorReview } from "../../review.types";
import type { SourcedRule } from "../../rules/rule";
import { isSaidAgain } from "../../targets/same-words";
import { sameText } from "./stated-node";
import { tableCell, type CellCaller, type TableContext } from "./table-context";
import { targetSides } from "../../rules/target-sides";

/**
 * Whether the cells that a score's formula was made from still say what they said: the mark, the printed standard, the
 * printed definition, the target's operator and unit. A changed rule is a matter for the next run; until then its score stays blank, so that
 * nothing is agreed to by a rule that stands there no more (SPEC P18). Null where there is no such cell.
 */
export function unchangedNode(context: TableContext, one: IndicatorReview): FormulaNode | null {
  const tests = ruleCells(one, context.review.table.sheet).flatMap((at) => {
    const value = context.view.value(at.row, at.column);
    const test = sameValue(tableCell(context, at), value);
    return test ? [test] : [];
  });
  const printed = one.rule && printedNode(context, one.rule);
  if (printed) tests.push(printed);
  return tests.length === 0 ? null : f.allOf(tests);
}

/** Whether the cell outside the row that prints the rule still says it; null where the rule is not printed so (SPEC M19). */
export function printedNode(
  { placement, review }: TableContext,
  { printedAt, text }: SourcedRule,
  caller: CellCaller = "table",
): FormulaNode | null {
  if (!printedAt) return null;
  const own = placement.beside && caller === "table" && printedAt.sheet === review.table.sheet;
  return sameText(f.cell(printedAt, { sheet: own ? null : printedAt.sheet }), text);
}

/** A mark printed in a name moves with the name, which the conclusion looks at. */
function ruleCells({ indicator, rule, definition, answers }: IndicatorReview, sheet: string): readonly CellPosition[] {
  const { fullMark, standard, description, explanation, targetOperator, unit } = indicator;
  const readsRow = answers.some(({ cell }) => cell !== null);
  const texts = [standard, description, explanation].flatMap((cell) => {
    if (!cell) return [];
    const at = sheetA1({ sheet, ...cell.at });
    const isRead = [rule, definition].some((printed) => printed?.source === "table" && printed.at === at);
    return isRead ? [cell.at] : [];
  });
  const columns = readsRow ? [targetOperator?.at, unit?.at] : [];
  // a threshold that the target's cell gave, as a number of the rule
  if (rule?.rule.clauses.some((clause) => clause.kind === "stepDeduct" && clause.thresholdIsTarget))
    columns.push(indicator.target?.at);
  // 效果明显 is the best tier only as long as the target says 效果明显, too
  if (rule?.rule.clauses.some(({ kind }) => kind === "tiers") && isSaidAgain(indicator))
    columns.push(indicator.target?.at);
  // A target read out of a text is a number of the formula's own.
  if (
    readsRow &&
    typeof indicator.target?.raw === "string" &&
    rule?.rule.clauses.some((clause) => targetSides(clause) !== null)
  )
    columns.push(indicator.target.at);
  return [fullMark && !fullMark.embedded ? fullMark.at : null, ...texts, ...columns].filter((at) => at != null);
}

/** Whether a cell holds just this; null where a formula can not ask. */
export function sameValue(cell: FormulaNode, value: CellScalar): FormulaNode | null {
  if (typeof value === "string") return sameText(cell, value);
  if (typeof value === "number") return f.equal(cell, f.number(exactFromDouble(value)));
  return value === null ? f.equal(cell, f.blank) : null;
}
