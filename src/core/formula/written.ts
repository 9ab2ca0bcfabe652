import type { CellPosition, Rect } from "../workbook/address";

/**
 * The formulas Pinghe writes, as a tree. `print.ts` alone makes text of it; `compile` of a rule kind makes the tree.
 */
export type FormulaNode =
  | { readonly node: "number"; readonly text: string } // exact decimal text, e.g. "0.005"
  | { readonly node: "text"; readonly text: string }
  | { readonly node: "boolean"; readonly value: boolean }
  | { readonly node: "cell"; readonly sheet: string | null; readonly at: CellPosition; readonly absolute: boolean }
  | { readonly node: "range"; readonly sheet: string | null; readonly rect: Rect; readonly absolute: boolean }
  | { readonly node: "name"; readonly name: string }
  /** An array constant of texts in one row; not in validations and conditional formats, where Excel takes none. */
  | { readonly node: "texts"; readonly texts: readonly string[] }
  | { readonly node: "call"; readonly fn: string; readonly args: readonly FormulaNode[] }
  | { readonly node: "negate"; readonly of: FormulaNode }
  | { readonly node: "binary"; readonly op: BinaryOperator; readonly left: FormulaNode; readonly right: FormulaNode };

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";
