import type { Severity } from "../../core/findings/finding-kind";
import type { Exact } from "../../core/model/exact";
import type { CellAddress } from "../../core/workbook/address";
import type { PaneFinding } from "./pane-findings";

/** What wants a person, worst first (SPEC U2). */
export type QueueKind =
  "table" | "formula" | "differs" | "unscored" | "unexplained" | "lacking" | "report" | "notUnderstood" | "hint";

export const QUEUE_KINDS: readonly QueueKind[] = [
  "table",
  "formula",
  "differs",
  "unscored",
  "unexplained",
  "lacking",
  "report",
  "notUnderstood",
  "hint",
];

/** A row's fact, as figures. */
export type Fact =
  | { readonly is: "change"; readonly from: string; readonly to: string }
  | { readonly is: "blank"; readonly full: string | null }
  | { readonly is: "deducted"; readonly score: string; readonly full: string; readonly by: string }
  | { readonly is: "marks"; readonly marks: string }
  | { readonly is: "unequal"; readonly stored: string; readonly due: string }
  | { readonly is: "none" };

/** One thing to do at one cell. */
export interface QueueItem {
  /** The same from one reading to the next, whatever its cell's address is. */
  readonly key: string;
  readonly kind: QueueKind;
  readonly table: string | null;
  readonly at: CellAddress | null;
  readonly cell: string;
  readonly name: string;
  readonly path: readonly string[];
  /** Of the table's indicators; null where it is about none. */
  readonly index: number | null;
  readonly fact: Fact;
  /** Marks at stake. */
  readonly stake: Exact;
  readonly marks: string;
  readonly severity: Severity;
  readonly findings: readonly PaneFinding[];
  /** What else is to do at the same cell. */
  readonly others: readonly QueueKind[];
}
