import { nameKey } from "../language/text";
import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import type { CellPosition } from "../model/address";
import { exactFromDouble, ratio, type Exact } from "../model/exact";
import type { Quantity } from "../model/quantity";
import type { TableCell } from "../model/scoring-table";
import type { IndicatorReview, RuleAnswer } from "../review.types";

/** A cell of the table as a formula on our sheet reads it. */
export type CellReference = (at: CellPosition) => FormulaNode;

/** The quantity behind each variable of each definition. */
export function quantityIndex(quantities: readonly Quantity[]): (use: UseKey) => Quantity | null {
  const byUse = new Map<string, Quantity>();
  for (const quantity of quantities) for (const use of quantity.usedBy) byUse.set(keyOf(use), quantity);
  return (use) => byUse.get(keyOf(use)) ?? null;
}

interface UseKey {
  readonly table: string;
  readonly path: readonly string[];
  readonly variable: string;
}

const keyOf = ({ table, path, variable }: UseKey): string => JSON.stringify([table, path, variable]);

/** Whether the answer is the indicator's own rate, which stands in our column 计算值. */
export function isOwnRate(review: IndicatorReview, answer: RuleAnswer): boolean {
  const { definition, answers } = review;
  if (definition === null || answer.input.type !== "rate") return false;
  const rates = answers.filter(({ input }) => input.type === "rate");
  return rates.length === 1 || nameKey(answer.input.name) === nameKey(definition.definition.name);
}

/**
 * A table's cell as a number: the cell itself where it holds that number; where the number was read out of a text,
 * the number for as long as the text stands there, and blank once it is changed.
 */
export function statedNode(cell: TableCell, number: Exact, ref: CellReference): FormulaNode {
  const at = ref(cell.at);
  if (typeof cell.raw === "number" && exactFromDouble(cell.raw).equals(number)) return at;
  const same = typeof cell.raw === "string" ? sameText(at, cell.raw) : f.equal(at, rawNode(cell.raw));
  return f.when(same, f.number(number), f.blank);
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
