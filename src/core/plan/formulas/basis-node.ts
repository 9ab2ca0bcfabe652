import { f } from "../../formula/build";
import type { CellPosition } from "../../workbook/address";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import type { IndicatorReview } from "../../review.types";
import { CONCLUSION } from "./conclusion";
import type { NamedInput } from "./score-nodes";
import { isJudged, ourCell, tableCell, type TableContext } from "./table-context";
import { unchangedNode } from "./unchanged-node";
import { withdrawnNode } from "./withdrawn-node";

/**
 * 核对依据: blank as long as the row bears the name that it was planned for, the cells that its rule was read from say what
 * they said, nothing that it judges is struck through, and its inputs' rows in 基础数据 are their own; else which of these
 * has changed. The row's other formulas read this one cell and show nothing beside such words (SPEC P18, P43).
 */
export function basisNode(
  context: TableContext,
  one: IndicatorReview,
  index: number,
  inputs: readonly NamedInput[],
): FormulaNode | null {
  const planned = ourCell(context, context.placement.rowOf(index), "indicator");
  if (!planned) return null;
  const unchanged = isJudged(one) || one.definition !== null ? unchangedNode(context, one) : null;
  const places = [...new Map(inputs.map(({ at }) => [printFormula(at), at])).values()];
  const inOrder = places.flatMap((at) => context.places.inOrder(at) ?? []);
  const sorted = inOrder.length > 0 ? f.when(f.allOf(inOrder), f.blank, f.text(CONCLUSION.sorted)) : f.blank;
  const kept = unchanged ? f.when(unchanged, sorted, f.text(CONCLUSION.changed)) : sorted;
  const struck = places.flatMap((at) => context.places.withdrawn(at) ?? []);
  const withdrawn = [withdrawnNode(context, one.indicator) ?? [], struck].flat();
  const rest = withdrawn.length > 0 ? f.when(f.anyOf(withdrawn), f.text(CONCLUSION.withdrawn), kept) : kept;
  return f.when(staysBeside(context, one.indicator.nameAt, planned), rest, f.text(CONCLUSION.moved));
}

/** Whether the name is the planned one, and was not cut out of its row: a reference follows what is cut, our row does not. */
function staysBeside(context: TableContext, nameAt: CellPosition, planned: FormulaNode): FormulaNode {
  const name = tableCell(context, nameAt);
  const same = f.equal(name, planned);
  return context.placement.beside ? f.call("AND", same, f.equal(f.call("ROW", name), f.call("ROW", planned))) : same;
}
