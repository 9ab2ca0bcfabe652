import type { CellAddress } from "../workbook/address";
import type { Exact } from "./exact";

/**
 * A base-data quantity (基础数据): a name, a year, a budget phase and a unit, as one definition uses it.
 * The same spelling alone does not make two uses the same quantity (SPEC Q1).
 */
export interface Quantity {
  /** Stable key within the workbook: name, year offset and phase in canonical text. */
  readonly key: string;
  /** As first printed, without quotes, spaces and a unit in brackets at the end: 上年度三公经费总额. */
  readonly name: string;
  /** Relative to the evaluated year: 0 本年度, -1 上年度; null where the text does not say. */
  readonly yearOffset: number | null;
  /** 预算 or 决算, where the name says so; a base-data table is never bound across phases (SPEC Q3). */
  readonly phase: "budget" | "final" | null;
  /** "万元", "人", "%"… where stated. */
  readonly unit: string | null;
  /** 口径: the explanation printed for it, or the definition text that uses it. */
  readonly scope: string | null;
  readonly usedBy: readonly QuantityUse[];
  /** Where the value stands, and the value; null while nobody has given it. */
  readonly source: QuantitySource | null;
  /** Numbers that stand in the unit's own text: offered to a person, never taken (SPEC Q5). */
  readonly offers: readonly QuantityOffer[];
  /** The defined name its value cell has or will get: valid in Excel, WPS and LibreOffice (SPEC Q4). */
  readonly definedName: string;
}

export interface QuantityUse {
  readonly table: string;
  readonly path: readonly string[];
  /** The variable as it stands in the definition's expression. */
  readonly variable: string;
}

/** Strongest first, as listed (SPEC Q2). */
export type QuantitySource =
  | { readonly from: "inputs"; readonly number: Exact }
  | { readonly from: "linked"; readonly number: Exact | null; readonly at: CellAddress }
  | { readonly from: "baseTable"; readonly number: Exact | null; readonly at: CellAddress; readonly label: string }
  | { readonly from: "sheet"; readonly number: Exact | null; readonly at: CellAddress };

export interface QuantityOffer {
  readonly number: Exact;
  readonly at: CellAddress;
  /** The words around the number. */
  readonly excerpt: string;
}
