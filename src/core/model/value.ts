import type { Exact } from "./exact";

/**
 * What is known of a number. There is no bare null and no NaN: a blank input is not zero,
 * and a missing one is named (SPEC N5).
 */
export type Value =
  | { readonly state: "known"; readonly number: Exact }
  | { readonly state: "blank" }
  | { readonly state: "notApplicable" }
  | { readonly state: "notVerifiable"; readonly missing: readonly string[] };

export const known = (number: Exact): Value => ({ state: "known", number });
export const BLANK: Value = { state: "blank" };
export const NOT_APPLICABLE: Value = { state: "notApplicable" };
export const notVerifiable = (missing: readonly string[]): Value => ({ state: "notVerifiable", missing });
