import type { Exact } from "../model/exact";

/**
 * The arithmetic of a printed definition (公式) or standard, after reading. `at` is where the node begins in the text
 * that was read; trees that were not read from a text have none.
 */
export type Expression =
  | { readonly op: "number"; readonly number: Exact; readonly at?: number }
  | { readonly op: "variable"; readonly name: string; readonly at?: number }
  | { readonly op: "negate"; readonly of: Expression; readonly at?: number }
  | {
      readonly op: "add" | "subtract" | "multiply" | "divide";
      readonly left: Expression;
      readonly right: Expression;
      readonly at?: number;
    };

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
  readonly explanations: ReadonlyMap<string, string>;
  /** What was decided by structure and could be meant otherwise (a hyphen read as part of a name); absent where nothing was. */
  readonly notes?: readonly ReadingNote[];
}

export interface ReadingNote {
  readonly zh: string;
  readonly en: string;
  /** The text was printed wrongly, and read as what it should be. */
  readonly slip?: true;
}
