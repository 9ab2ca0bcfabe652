import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { TableCell } from "../../model/scoring-table";
import type { CellReference } from "./stated-node";

/**
 * What was typed as a score, in marks: the cell itself, or its number times the cell's factor where it is a percentage or out of
 * a hundred (SPEC R15). Blank and words stay what they are.
 */
export function marksNode(cell: TableCell, ref: CellReference): FormulaNode {
  const at = ref(cell.at);
  if (!cell.factor) return at;
  const rest = f.when(f.equal(at, f.blank), f.blank, at);
  return f.when(f.call("ISNUMBER", at), f.decisive(f.multiply(at, f.number(cell.factor))), rest);
}
