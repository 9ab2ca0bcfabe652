import { nameKey } from "../language/text";
import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import { parseA1, type CellPosition } from "../model/address";
import { exactFromDouble, type Exact } from "../model/exact";
import { parseReference } from "../model/ownership";
import type { Quantity } from "../model/quantity";
import type { TableCell } from "../model/scoring-table";
import type { IndicatorReview, RuleAnswer } from "../review.types";
import type { RuleInput } from "../rules/rule";

/**
 * Where each thing that a formula reads stands: a quantity by its defined name, a rate in our own column, a target in
 * the table's cell, and whatever has no place yet in 基础数据.
 */
export interface InputPlace {
  /** The words by which a conclusion calls it when it is missing. */
  readonly label: string;
  readonly at: FormulaNode;
}

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

/** The cell of the table that holds a target rule's target or actual value; null for every other input. */
export function comparedCell(review: IndicatorReview, input: RuleInput): TableCell | null {
  for (const clause of review.rule?.rule.clauses ?? []) {
    if (clause.kind !== "target") continue;
    if (clause.target.name === input.name) return review.indicator.target;
    if (clause.actual.name === input.name) return review.indicator.actual;
  }
  return null;
}

/**
 * A table's cell as a number: the cell itself where it holds that number; where the number was read out of a text,
 * the number for as long as the text stands there, and blank once it is changed.
 */
export function statedNode(cell: TableCell, number: Exact, ref: CellReference): FormulaNode {
  const at = ref(cell.at);
  if (typeof cell.raw === "number" && exactFromDouble(cell.raw).equals(number)) return at;
  const same = typeof cell.raw === "string" ? f.equal(at, f.text(cell.raw)) : f.equal(at, rawNode(cell.raw));
  return f.when(same, f.number(number), f.blank);
}

const rawNode = (raw: TableCell["raw"]): FormulaNode =>
  typeof raw === "number" ? f.number(exactFromDouble(raw)) : f.boolean(raw === true);

/** The defined name or cell that a review says an answer stands in. */
export function referenceNode(reference: string, ref: CellReference): FormulaNode {
  const area = parseReference(reference)[0];
  if (area) {
    const { sheet, rect } = area;
    return f.cell({ row: rect.top, column: rect.left }, { sheet, absolute: true });
  }
  const at = parseA1(reference);
  return at ? ref(at) : f.name(reference);
}
