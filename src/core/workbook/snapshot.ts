import type { Rect } from "./address";
import type { LostPart } from "./lost-part";

/**
 * A workbook as a host read it: plain JSON, the same from every host for the same workbook (SPEC W1).
 * Cells are sparse: only cells with a value, a formula or an error are listed, in row order,
 * so that a sheet that claims a million rows costs nothing.
 */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedName[];
  readonly calculation: "automatic" | "manual" | "automaticExceptTables";
  /** Whether days count from 1904; null where the host can not tell: then 1900 is taken, and said (SPEC H11). */
  readonly date1904: boolean | null;
  /** Whether circles are calculated again and again; absent for no, and where the host can not tell. */
  readonly iterative?: boolean;
  /** Whether Excel calculates with what is shown; null where the host can not tell, absent for no. */
  readonly precisionAsDisplayed?: boolean | null;
  /** Other workbooks that formulas read, in the order in which formulas count them; absent where there are none or they can not be told. */
  readonly links?: readonly LinkedBook[];
  /** What the host can not look at, so that its absence says nothing. */
  readonly unseen?: readonly Unseen[];
  /** Of a document: what it holds beside its tables and is not read with them (SPEC I4). */
  readonly lost?: readonly LostPart[];
  /** Handed over to be looked at: read-only, marked as final, or recommended to be opened so; absent for no (SPEC W6). */
  readonly readOnly?: boolean;
  /** Workbook structure protection: sheets can not be added. */
  readonly structureProtected: boolean;
}

/** `struck`: text of which a part is struck through; `comments`: threads, as opposed to notes. */
export type Unseen = "struck" | "notes" | "comments" | "drawings" | "tables";

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
  /** The content as text without what is struck through, "" where all of it is; absent where nothing is. */
  readonly unstruck?: string;
  /** Set where a picture was placed in the cell. */
  readonly picture?: true;
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
  /** Notes and threaded comments, in row order; absent where there are none. */
  readonly notes?: readonly CellNote[];
  /** Pictures and text boxes that lie over the cells; absent where there are none. */
  readonly drawings?: readonly Drawing[];
  /** Excel's tables (表, made by Ctrl-T) on the sheet; absent where there are none or the host can not tell. */
  readonly tables?: readonly SheetTable[];
  /** Cells that are not free though they hold nothing; absent where there are none or the host can not tell. */
  readonly held?: readonly HeldArea[];
  /** Set where the sheet is a table of a document: which row of which table each row is, from the top on (SPEC I2). */
  readonly printed?: readonly PrintedTable[];
}

/** From the sheet's row `top` on, the rows of a table of a document as its reader counts them, `row` (from 0) first. */
export interface PrintedTable {
  /** 表2 */
  readonly table: string;
  readonly top: number;
  readonly row: number;
}

/** A table of Excel's own, whose columns formulas name: 得分表[得分]. */
export interface SheetTable {
  readonly name: string;
  /** With its header and its total row. */
  readonly range: Rect;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** The names of its columns from left to right, as formulas spell them. */
  readonly columns: readonly string[];
}

/** Another workbook that formulas read, with what of it the file itself keeps. */
export interface LinkedBook {
  /** Where it lies, as the file says it. */
  readonly target: string;
  readonly sheets: readonly LinkedSheet[];
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/** `cells` are those that were read when the links were last updated; null where the file keeps none of the sheet. */
export interface LinkedSheet {
  readonly name: string;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly value: CellScalar }[] | null;
}

/** What of the unit's stands on cells beside their content, and where (SPEC P5). */
export interface HeldArea {
  readonly by: Holder;
  readonly area: Rect;
}

/**
 * An Excel table, and its header or totals alone; a pivot table; an array formula; a link; a sparkline; a drawing of any
 * kind with the cells it covers; blank cells behind the content of their rows with a look of their own; the box around
 * all blank cells that print a border or a fill.
 */
export type Holder = "table" | "tableEdge" | "pivot" | "array" | "link" | "sparkline" | "drawing" | "look" | "frame";

/** What is pinned to a cell and is not in it: a note, or a comment with its answers, one a line. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Something that lies over cells: a text box has a text, a picture none. */
export interface Drawing {
  readonly kind: "picture" | "text";
  /** The cells from its upper left to its lower right corner. */
  readonly area: Rect;
  readonly text: string;
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
