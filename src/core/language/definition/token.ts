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

/** A decision of structure that a person may want to see, with the words that it is about. */
export interface Note {
  /** hyphen: read as part of a name; factor: a mistyped ×100%, read as what it should be; sum: enumerated and added up. */
  readonly of: "hyphen" | "factor" | "sum";
  readonly text: string;
}
