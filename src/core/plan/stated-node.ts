import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import type { CellPosition } from "../model/address";
import { exactFromDouble, ratio, type Exact } from "../model/exact";
import type { TableCell } from "../model/scoring-table";
import type { RuleAnswer } from "../review.types";

/** A cell of the table as a formula on our sheet reads it. */
export type CellReference = (at: CellPosition) => FormulaNode;

/**
 * A table's cell as a number: the cell itself where it holds that number; where the number was read out of a text,
 * the number for as long as the text stands there, and blank once it is changed. A blank cell is read as it is filled.
 */
export function statedNode(cell: TableCell, number: Exact, ref: CellReference): FormulaNode {
  const at = ref(cell.at);
  if (cell.raw === null) return at;
  if (typeof cell.raw === "number" && exactFromDouble(cell.raw).equals(number)) return at;
  const same = typeof cell.raw === "string" ? sameText(at, cell.raw) : f.equal(at, rawNode(cell.raw));
  return f.when(same, f.number(number), f.blank);
}

/** What a person's answer in a table's cell comes to: the option whose words stand there, else the number it states. */
export function answerNode({ cell, number, scale, words }: RuleAnswer, ref: CellReference): FormulaNode {
  if (!cell) return f.blank;
  if (words) return optionNode(cell, number, words, ref);
  if (scale && typeof cell.raw === "number") return f.multiply(ref(cell.at), f.number(scale));
  return number ? statedNode(cell, number, ref) : cell.raw === null ? ref(cell.at) : f.blank;
}

/** IF(OR(G9="达成年度指标",G9="达成预期指标"),1,IF(…,2,"")); words that a person spelled otherwise count as read. */
function optionNode(
  cell: TableCell,
  number: Exact | null,
  words: readonly (readonly string[])[],
  ref: CellReference,
): FormulaNode {
  const at = ref(cell.at);
  return words.reduceRight<FormulaNode>((otherwise, names, index) => {
    const rank = ratio(index + 1);
    const typed = typeof cell.raw === "string" && number?.equals(rank) ? [cell.raw] : [];
    const tests = [...new Set([...names, ...typed])].map((name) => sameText(at, name));
    const [only] = tests;
    return f.when(only && tests.length === 1 ? only : f.call("OR", ...tests), f.number(rank), otherwise);
  }, f.blank);
}

/** Texts in formulas have at most 255 signs: of a longer one its length and its beginning are compared. */
function sameText(at: FormulaNode, text: string): FormulaNode {
  if (text.length <= LONGEST_TEXT) return f.equal(at, f.text(text));
  const start = f.equal(f.call("LEFT", at, f.number(ratio(LONGEST_TEXT))), f.text(text.slice(0, LONGEST_TEXT)));
  return f.call("AND", f.equal(f.call("LEN", at), f.number(ratio(text.length))), start);
}

const LONGEST_TEXT = 250;

const rawNode = (raw: TableCell["raw"]): FormulaNode =>
  typeof raw === "number" ? f.number(exactFromDouble(raw)) : f.boolean(raw === true);
