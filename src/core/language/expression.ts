import type { Exact } from "../model/exact";

/** The arithmetic of a printed definition (公式) or standard, after reading. */
export type Expression =
  | { readonly op: "number"; readonly number: Exact }
  | { readonly op: "variable"; readonly name: string }
  | { readonly op: "negate"; readonly of: Expression }
  | { readonly op: "add" | "subtract" | "multiply" | "divide"; readonly left: Expression; readonly right: Expression };

/** A printed definition: 在职人员控制率=（在职人员数/编制数）×100%。 */
export interface Definition {
  /** The defined rate, quotes kept as printed, spaces and line breaks dropped. */
  readonly name: string;
  /** Distinct variables in order of appearance, as printed without spaces and line breaks. */
  readonly variables: readonly string[];
  readonly expression: Expression;
  /** True where ×100% is printed: the value is a fraction to be shown as a percentage. */
  readonly percent: boolean;
  /** The definition's own text within the cell. */
  readonly text: string;
  /** Explanations printed for the variables: 在职人员数：部门实际在职人数，以…为准。 */
  readonly explanations: Readonly<Record<string, string>>;
}
