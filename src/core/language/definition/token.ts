import type { Exact } from "../../model/exact";

export type Operator = "+" | "-" | "*" | "/";

/** A piece of a formula's right side, with its place in the text. */
export type Token =
  | {
      readonly kind: "number";
      readonly number: Exact;
      readonly percent: boolean;
      readonly at: number;
      readonly end: number;
    }
  | { readonly kind: "name"; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: "operator"; readonly operator: Operator; readonly at: number; readonly end: number }
  | { readonly kind: "open" | "close"; readonly bracket: string; readonly at: number; readonly end: number };

/** The tokens up to where the formula ends, and that place. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** Just behind the last token. */
  readonly end: number;
  readonly notes: readonly Note[];
}

/** A hyphen that was read as part of a name: a decision of structure that a person may want to see. */
export interface Note {
  readonly text: string;
}
