import type { CellAddress } from "../workbook/address";
import type { QuantityUse } from "./quantity";

/**
 * What binding could not settle and a person should: typed, for the caller to word or to show. None stops the review;
 * the quantity concerned stays without a value.
 */
export type BindingProblem =
  /** A name given with --inputs that no definition uses. */
  | { readonly kind: "input-unmatched"; readonly name: string }
  /** A name given with --inputs that may be any of several quantities: give it as 名称（指标）. */
  | { readonly kind: "input-ambiguous"; readonly name: string; readonly quantities: readonly string[] }
  /** Two inputs give the same quantity different numbers. */
  | { readonly kind: "input-twice"; readonly names: readonly string[]; readonly quantity: string }
  /** A number that a person typed in 基础数据 beside a label that names nothing which is used. */
  | { readonly kind: "row-unmatched"; readonly label: string; readonly at: CellAddress }
  /** The same beside a label that may name any of several quantities. */
  | {
      readonly kind: "row-ambiguous";
      readonly label: string;
      readonly at: CellAddress;
      readonly quantities: readonly string[];
    }
  /** An answer in 基础数据 whose own table or indicator is gone, and which may be any of these that ask the same. */
  | {
      readonly kind: "row-ownerless";
      readonly label: string;
      readonly at: CellAddress;
      readonly uses: readonly string[];
    }
  /** Several cells fit equally well, so that none is taken. */
  | { readonly kind: "cells-ambiguous"; readonly quantity: string; readonly cells: readonly CellAddress[] }
  /** The label beside a linked cell no longer names the quantity. */
  | { readonly kind: "link-stale"; readonly quantity: string; readonly at: CellAddress; readonly label: string }
  /** The cell holds something that is not a number. */
  | { readonly kind: "not-a-number"; readonly quantity: string; readonly at: CellAddress; readonly text: string }
  /** One spelling in several definitions: one quantity by default; 名称（指标） as a label or input parts it. */
  | { readonly kind: "shared-spelling"; readonly quantity: string; readonly uses: readonly QuantityUse[] };
