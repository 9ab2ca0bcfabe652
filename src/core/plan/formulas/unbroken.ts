import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";

/**
 * What a live cell of ours shows where something that it reads was deleted or holds an error: nothing, or words, but
 * never #REF! (SPEC P47). This hides no fault: 核验结论, or the state on 核验记录, says it in the same row.
 */
export const unbroken = (node: FormulaNode, instead: FormulaNode = f.blank): FormulaNode =>
  node.node === "text" ? node : f.call("IFERROR", node, instead);
