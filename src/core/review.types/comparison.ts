import type { Exact } from "../model/exact";
import type { CellPosition } from "../workbook/address";
import type { CellScalar } from "../workbook/snapshot";

/** A cell of a scoring table that follows from others: one score, a rate, a level's or the table's sum. */
export interface ComparedCell {
  readonly kind: "score" | "rate" | "level" | "total";
  /** A level and a total state scores, marks, or both. */
  readonly of: "score" | "mark" | "rate";
  readonly at: CellPosition;
  readonly path: readonly string[];
  /** What it is called: the last name of its path, or what the row says (合计). */
  readonly name: string;
}

/** Why no formula can be told that a judged cell should hold; worded in `audit/absence-words.ts`. */
export interface FormulaAbsence {
  readonly why:
    | "noRule"
    | "unreadable"
    | "noFullMark"
    | "judgement"
    | "missing"
    | "given"
    | "inWords"
    | "isDate"
    | "shared"
    | "embedded"
    | "noDefinition"
    | "direction"
    | "noParts"
    | "totalRules";
  /** What it is about: names of what is missing, cells, a clause; empty where the reason says all. */
  readonly about: readonly string[];
}

/** What a cell holds, what it recalculates to and what the rule gives, side by side, with one verdict (SPEC G8). */
export interface Comparison extends ComparedCell {
  readonly formula: string | null;
  /** The formula that the table's own rule asks for, in this sheet's cells; null where none can be told. */
  readonly expected: string | null;
  /** Why none can be told; null where one is. */
  readonly absence: FormulaAbsence | null;
  /** Typed, or stored for the formula. */
  readonly held: CellScalar;
  /** The number that it states, 5分 and 95% being numbers; null where it states none. */
  readonly stated: Exact | null;
  /** From the stored values of the cells that the formula reads; null for what is typed, or can not be recalculated. */
  readonly isolated: CellScalar;
  /** What a full recalculation gives; null as above. */
  readonly recalculated: CellScalar;
  /** In the cell's own scale: 95 where it counts percent. */
  readonly rule: Exact | null;
  readonly verdict: Verdict | null;
}

/**
 * Of a score, rate, sub-total or total: how what is typed or stored, what it recalculates to and what the rule gives compare
 * (SPEC G8). Null where there is nothing to compare.
 */
export type Verdict =
  | "agrees"
  | "overwritten"
  | "stale"
  | "textAsZero"
  | "rounding"
  | "wrongFormula"
  | "wrongInput"
  | "typed"
  | "notRecalculated";
