import type { UndoEntry } from "../app/pane/undo-journal";
import type { CellAddress } from "../core/workbook/address";
import type { WritePlan } from "../core/workbook/write-plan";
import type { HostFailure } from "../host/port";

/** Something that happened, said in the one slot above the bar; it stands until it is closed, solved or followed by another. */
export type Notice =
  | { readonly kind: "wrote"; readonly places: number }
  | {
      readonly kind: "undone";
      readonly entry: UndoEntry["what"];
      readonly cells: number;
      readonly kept: readonly string[];
    }
  | { readonly kind: "nothing-to-undo" }
  /** Somebody changed cells after the write that is to be undone. */
  | {
      readonly kind: "undo-partly";
      readonly entry: UndoEntry["what"];
      readonly cells: number;
      readonly kept: readonly CellAddress[];
      readonly plan: WritePlan;
      readonly whole: WritePlan;
    }
  | { readonly kind: "new-refused" }
  /** The page reviews by itself from now on, and typing may wait for it. */
  | { readonly kind: "worker-lost" }
  /** Asked to write by the ribbon while the pane is 只读. */
  | { readonly kind: "read-only" }
  | { readonly kind: "rules-kept" }
  | { readonly kind: "copied" }
  /** The browser lets no script reach the clipboard. */
  | { readonly kind: "copy-refused" }
  | { readonly kind: "slip-written"; readonly count: number }
  | { readonly kind: "audit-written" }
  | { readonly kind: "batch"; readonly count: number }
  /** The 报送版 stands open beside the workbook. */
  | { readonly kind: "clean-opened" }
  /** A file that is no pack, with its faults, or no template: it has no scoring table. */
  | { readonly kind: "file-refused"; readonly file: string; readonly faults: readonly string[] }
  /** A report beside the workbook, and how much was found. */
  | { readonly kind: "report-read"; readonly file: string; readonly found: number }
  | { readonly kind: "report-refused"; readonly file: string; readonly failure: HostFailure }
  /** A file of an earlier round that is none, or can not be read. */
  | { readonly kind: "earlier-refused"; readonly file: string; readonly why: HostFailure | string }
  /** A plan that would take back computed scores that stand, since the rules are others now. */
  | { readonly kind: "blanking"; readonly count: number }
  | { readonly kind: "save-failed"; readonly item: SaveTarget; readonly why: SaveTrouble }
  | { readonly kind: "failure"; readonly failure: HostFailure };

/** What a save was about: the way back to it. */
export interface SaveTarget {
  /** Of 待办; null for a save elsewhere. */
  readonly key: string | null;
  readonly reviewing: IndicatorRef | null;
  readonly cell: string;
}

export type SaveTrouble = HostFailure | { readonly kind: "refusals"; readonly texts: readonly string[] };

export interface IndicatorRef {
  readonly table: string;
  readonly index: number;
}
