import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { CellPosition } from "../../workbook/address";
import { exactFromDouble, ratio, type Exact } from "../../model/exact";
import type { TableCell } from "../../model/scoring-table";
import type { RuleAnswer } from "../../review.types";

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
export function answerNode({ input, cell, number, scale, words }: RuleAnswer, ref: CellReference): FormulaNode {
  if (!cell) return f.blank;
  if (words) return optionNode(cell, number, words, ref);
  if (input.type === "rate" && cell.raw !== null && number) return rateInCell(cell, number, scale, ref);
  return number ? statedNode(cell, number, ref) : cell.raw === null ? ref(cell.at) : f.blank;
}

/** An actual value that stands for the asked rate: percent by its unit, else a fraction, never 95 (SPEC V8). */
function rateInCell(cell: TableCell, number: Exact, scale: Exact | undefined, ref: CellReference): FormulaNode {
  const at = ref(cell.at);
  const isText = typeof cell.raw === "string";
  const likely = f.call("AND", f.atLeast(at, f.number(ratio(0))), f.atMost(at, f.number(ratio(3, 2))));
  // Beside a text the unit may be the text's own: a number typed over it is none of its percents.
  const typed = scale && !isText ? f.multiply(at, f.number(scale)) : f.when(likely, at, f.blank);
  return f.when(f.call("ISNUMBER", at), typed, isText ? statedNode(cell, number, ref) : f.blank);
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
    return f.when(f.anyOf(tests), f.number(rank), otherwise);
  }, f.blank);
}

/**
 * Whether a cell says just this text. Texts in formulas have at most 255 signs and no line break that every program
 * keeps: of any other its length and its beginning are compared.
 */
export function sameText(at: FormulaNode, text: string): FormulaNode {
  const line = text.split(/[\r\n\t]/, 1)[0] ?? "";
  const start = line.slice(0, LONGEST_TEXT);
  if (start === text) return f.equal(at, f.text(text));
  const length = f.equal(f.call("LEN", at), f.number(ratio(text.length)));
  return f.call("AND", length, f.equal(f.call("LEFT", at, f.number(ratio(start.length))), f.text(start)));
}

/** Whether a cell begins as this text does: enough to tell a row of ours from its neighbours. */
export const sameBeginning = (at: FormulaNode, text: string): FormulaNode => {
  const start = (text.split(/[\r\n\t]/, 1)[0] ?? "").slice(0, 20);
  return f.equal(f.call("LEFT", at, f.number(ratio(start.length))), f.text(start));
};

const LONGEST_TEXT = 250;

const rawNode = (raw: TableCell["raw"]): FormulaNode =>
  typeof raw === "number" ? f.number(exactFromDouble(raw)) : f.boolean(raw === true);
