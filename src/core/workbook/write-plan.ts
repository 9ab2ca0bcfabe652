import type { CellAddress, Rect } from "./address";
import type { CellScalar } from "./snapshot";

/**
 * Everything that a write will do, as plain JSON that can be shown before it is done (SPEC P1).
 * A host carries out the steps in order: it checks all guards and expectations first, puts, and reads back.
 */
export interface WritePlan {
  /** What the plan relied on; if any differs, the host refuses with `stale` and writes nothing. */
  readonly guards: readonly Guard[];
  readonly steps: readonly PlanStep[];
}

export interface Guard {
  readonly at: CellAddress;
  readonly expect: CellExpectation;
}

/** What was read at a cell: for a formula cell its formula counts, for a constant its value. */
export type CellExpectation = { readonly formula: string } | { readonly value: CellScalar };

/** Typed content: text stays text whatever it looks like, and only `formula` is ever calculated. */
export type CellContent =
  | { readonly type: "number"; readonly number: number }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "formula"; readonly formula: string } // with "=", en-US A1
  | { readonly type: "blank" };

export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly expect: CellExpectation;
  readonly content: CellContent;
  readonly style?: CellStyle;
  /** Only in an inverse plan: by which the host that made it restores the cell to the last detail; others ignore it. */
  readonly former?: string;
}

/** Appearance: starts from the cell's own, or from that of `like`, and changes only what is named. */
export interface CellStyle {
  /** Copy the whole look of this cell first. */
  readonly like?: CellAddress;
  /** Back to the sheet's default look; used when our cells are taken out. */
  readonly reset?: true;
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly wrap?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  /** RRGGBB. */
  readonly fill?: string;
  readonly fontColor?: string;
  readonly border?: "thin";
  /** False leaves the cell editable when the user protects the sheet. */
  readonly locked?: boolean;
}

/** Look of a conditional format: RRGGBB colours. */
export interface FormatLook {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}

export type ValidationRule =
  | {
      readonly type: "list";
      /** A range reference such as "'基础数据'!$H$2:$H$4", or literal items. */ readonly source:
        string | readonly string[];
    }
  | { readonly type: "decimal"; readonly min: string; readonly max: string } // numbers or formulas without "="
  | { readonly type: "custom"; readonly formula: string }; // with "=", relative to the range's first cell

export type PlanStep =
  | {
      readonly do: "addSheet";
      readonly sheet: string;
      /** Place after this sheet; null: at the end. */ readonly after: string | null;
    }
  /** Takes out a sheet that Pinghe added; a host that can not delete without harm empties and hides it. */
  | {
      readonly do: "removeSheet";
      readonly sheet: string;
      /** In an inverse plan: refused as stale where the sheet holds more than the plan's other steps take away. */
      readonly onlyOurs?: true;
    }
  | { readonly do: "putCells"; readonly sheet: string; readonly cells: readonly CellWrite[] }
  | {
      readonly do: "defineName";
      readonly name: string;
      readonly scope: string | null;
      readonly refersTo: string;
      readonly hidden: boolean;
      /** Its present definition; null: it must not exist yet. */ readonly expect: string | null;
    }
  | { readonly do: "removeName"; readonly name: string; readonly scope: string | null; readonly expect: string }
  | {
      readonly do: "validate";
      readonly sheet: string;
      readonly range: Rect;
      readonly rule: ValidationRule;
      readonly prompt: string | null;
      readonly error: string | null;
      /** warning lets a person insist. */ readonly alert: "stop" | "warning";
    }
  | { readonly do: "removeValidation"; readonly sheet: string; readonly range: Rect }
  | {
      readonly do: "formatWhen";
      readonly sheet: string;
      readonly range: Rect;
      /** With "=", relative to the range's first cell. */ readonly formula: string;
      readonly look: FormatLook;
    }
  | { readonly do: "removeFormatWhen"; readonly sheet: string; readonly range: Rect; readonly formula: string }
  | {
      readonly do: "columnWidth";
      readonly sheet: string;
      readonly column: number;
      /** In characters; null: the sheet's default. */ readonly width: number | null;
      /** Hides the column; absent: it is shown. */ readonly hidden?: true;
    }
  | {
      readonly do: "printArea";
      readonly sheet: string;
      readonly area: readonly Rect[] | null;
      readonly expect: readonly Rect[] | null;
    }
  | { readonly do: "freezeRows"; readonly sheet: string; readonly rows: number };
