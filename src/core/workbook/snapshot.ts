import type { Rect } from "./address";

/**
 * A workbook as a host read it: plain JSON, the same from every host for the same workbook (SPEC W1).
 * Cells are sparse: only cells with a value, a formula or an error are listed, in row order,
 * so that a sheet that claims a million rows costs nothing.
 */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  readonly calculation: "automatic" | "manual" | "automaticExceptTables";
  /** Whether days count from 1904; null where the host can not tell. No finding and no plan depends on it. */
  readonly date1904: boolean | null;
  /** Workbook structure protection: sheets can not be added. */
  readonly structureProtected: boolean;
}

export type CellErrorCode =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#GETTING_DATA"
  | "#SPILL!"
  | "#CALC!"
  | "#BLOCKED!"
  | "#CONNECT!"
  | "#UNKNOWN!"
  | "#FIELD!"
  | "#BUSY!";

export interface CellError {
  readonly error: CellErrorCode;
}

/** Null is an empty cell. */
export type CellScalar = number | string | boolean | CellError | null;

export interface CellSnapshot {
  readonly row: number;
  readonly column: number;
  /** What the cell shows: a constant, or the stored result of its formula. */
  readonly value: CellScalar;
  /** With the leading "=", en-US A1; shared formulas are expanded. Absent for constants. */
  readonly formula?: string;
  /** Set on every cell of an array formula (also dynamic arrays): its whole range. */
  readonly array?: Rect;
  /** Number format code; absent for General. */
  readonly numberFormat?: string;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** True where the sheet is protected; then `unlocked` lists what may still be edited. */
  readonly protected: boolean;
  readonly unlocked: readonly Rect[];
  readonly used: Rect | null;
  readonly cells: readonly CellSnapshot[];
  readonly merges: readonly Rect[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly validations: readonly RangedRule[];
  readonly conditionalFormats: readonly RangedRule[];
  /** Null where the sheet has no print area of its own; empty where a formula gives it. */
  readonly printArea: readonly Rect[] | null;
  /** Column widths in characters, where the sheet states them. */
  readonly columnWidths: Readonly<Record<number, number>>;
}

/** Where a validation or conditional format applies, and its first formula with "=", by which ours are recognised (SPEC W4). */
export interface RangedRule {
  readonly ranges: readonly Rect[];
  readonly formula: string | null;
}

export interface DefinedName {
  readonly name: string;
  /** Null: workbook scope; otherwise the sheet's name. */
  readonly scope: string | null;
  /** Without "=": "'基础数据'!$C$4", "#REF!", a constant, a formula. */
  readonly refersTo: string;
  readonly hidden: boolean;
}

export const isCellError = (value: CellScalar): value is CellError => typeof value === "object" && value !== null;

const ERROR_CODES: ReadonlySet<string> = new Set<CellErrorCode>([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
  "#FIELD!",
  "#BUSY!",
]);

export const isErrorCode = (text: string): text is CellErrorCode => ERROR_CODES.has(text);
