import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { explainsNothing } from "../../language/reason";
import type { Indicator, TableCell } from "../../model/scoring-table";
import { tableCell, type TableContext } from "./table-context";
import { sameValue } from "./unchanged-node";

/**
 * A formula reads what is struck through as if it stood, since no function tells a look. So what the review took for
 * withdrawn is told by its content: as long as the cell still holds just that, the row waits (SPEC R42, P46).
 */
export const judgedCells = ({ score, actual, target }: Indicator): readonly TableCell[] =>
  [score, actual, target].filter((cell) => cell?.struck === true) as readonly TableCell[];

/** Whether score, actual value or target still hold what is struck through in them; null where none does. */
export function withdrawnNode(context: TableContext, indicator: Indicator): FormulaNode | null {
  const tests = judgedCells(indicator).flatMap((cell) => stillHolds(context, cell) ?? []);
  return tests.length === 0 ? null : f.anyOf(tests);
}

/**
 * Whether a reason's cell, the table's or ours beside it, still holds words of which nothing that explains is left; null
 * where it has none such. On 核验计算 a reason that is struck through is for the next run to tell.
 */
export function withdrawnReason({ placement, view }: TableContext, reason: FormulaNode): FormulaNode | null {
  if (!placement.beside || reason.node !== "cell") return null;
  const cell = view.cell(reason.at.row, reason.at.column);
  if (cell?.unstruck === undefined || !explainsNothing(cell.unstruck)) return null;
  return sameValue(reason, cell.value);
}

const stillHolds = (context: TableContext, { at }: TableCell): FormulaNode | null =>
  sameValue(tableCell(context, at), context.view.value(at.row, at.column));
