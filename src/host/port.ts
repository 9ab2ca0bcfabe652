import type { CellAddress } from "../core/workbook/address";
import type { Result } from "../core/model/result";
import type { CellScalar, WorkbookSnapshot } from "../core/workbook/snapshot";
import type { WritePlan } from "../core/workbook/write-plan";

/**
 * The three verbs by which the program meets a workbook, whoever keeps it: a file, Excel, another host.
 * Every failure of a host is a typed result; nothing is swallowed, nothing is thrown (SPEC H1).
 */
export interface WorkbookHost {
  read(options?: ReadOptions): Promise<HostResult<WorkbookSnapshot>>;
  /** Checks guards and expectations, puts, reads back; what was written is put back on any mismatch. */
  write(plan: WritePlan, options?: WriteOptions): Promise<HostResult<WriteReceipt>>;
  /** Shows the cell to the user. */
  reveal(at: CellAddress): Promise<HostResult<void>>;
  /** A hint to read again, nothing more. */
  onChanged?(listener: (change: WorkbookChange) => void): Unsubscribe;
  /** A hint that the user moved to another cell. */
  onSelected?(listener: (at: CellAddress) => void): Unsubscribe;
  readonly capabilities: HostCapabilities;
}

export type HostResult<T> = Result<T, HostFailure>;
export type Unsubscribe = () => void;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export type WriteOptions = ReadOptions;

export interface WorkbookChange {
  readonly sheet: string | null;
  /** True where our own write caused it. */
  readonly own: boolean;
}

export interface HostCapabilities {
  /** Whether the user's own Undo takes our writes back. */
  readonly nativeUndo: boolean;
  /** Whether a sheet can be deleted without harm (else it is emptied and hidden). */
  readonly deleteSheet: boolean;
  readonly reveal: boolean;
  readonly conditionalFormats: boolean;
  readonly validations: boolean;
}

export interface WriteReceipt {
  readonly cellsWritten: number;
  /** Takes everything back, if nobody changed it since. */
  readonly inverse: WritePlan;
}

export type HostFailure =
  /** The sheet is protected; the locked cells that the plan needed. */
  | { readonly kind: "protected"; readonly sheet: string; readonly cells: readonly CellAddress[] }
  /** The workbook's structure is protected: no sheet can be added. */
  | { readonly kind: "workbook-protected" }
  /** A guard or expectation failed: the workbook changed since it was read. Nothing was written. */
  | { readonly kind: "stale"; readonly differences: readonly StaleCell[] }
  | { readonly kind: "sheet-missing"; readonly sheet: string }
  | { readonly kind: "name-conflict"; readonly name: string }
  | { readonly kind: "cell-edit-mode" }
  | { readonly kind: "too-large"; readonly limit: Words }
  /** The tables hold more indicators than one review takes; nothing was computed. */
  | { readonly kind: "too-many-indicators"; readonly count: number; readonly limit: number }
  | { readonly kind: "busy"; readonly retryAfterSeconds: number | null }
  | { readonly kind: "session-lost" }
  | { readonly kind: "read-only" }
  | { readonly kind: "unsupported"; readonly what: Words }
  | { readonly kind: "cancelled" }
  /** The host never answered, and whoever waited has called it off; only as the cause of `partially-applied`. */
  | { readonly kind: "unanswered" }
  | {
      readonly kind: "unreadable";
      readonly problem: FileProblem;
      readonly detail: Words;
      readonly file?: ReportKind;
    }
  /** Part of the plan stands in the workbook and could not be put back; the inverse of exactly that part. */
  | {
      readonly kind: "partially-applied";
      readonly inverse: WritePlan;
      readonly cause: HostFailure;
      readonly differences: readonly StaleCell[];
    }
  /** Excel reported no error, and yet these cells and parts are as they were; all was put back. */
  | { readonly kind: "not-taken"; readonly parts: readonly string[] }
  /** A file holds nothing that Pinghe wrote. */
  | { readonly kind: "nothing-to-clean" }
  /** Anything else the host said, in its own words; `unexpected` is a fault of ours, with its stack. */
  | { readonly kind: "host-error"; readonly code: string; readonly detail: string };

/** What a file is when it is no workbook, by its name. */
export type ReportKind = "document" | "pdf" | "text";

/** A part of a sentence in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Why a file can not be read; each has its own advice ("另存为 .xlsx 后重试"). */
export type FileProblem =
  | "not-a-zip"
  | "legacy-xls"
  | "encrypted"
  | "truncated"
  | "zip-bomb"
  | "not-a-workbook"
  | "unsafe-xml"
  | "bad-xml"
  | "too-large"
  | "binary-xlsb"
  | "inconsistent-zip"
  | "unsupported-zip"
  | "legacy-doc"
  | "not-a-document"
  | "no-text"
  /** The page that was to read a PDF has no reader of PDFs. */
  | "no-pdf-reader";

export interface StaleCell {
  readonly at: CellAddress;
  readonly expected: CellScalar;
  readonly found: CellScalar;
}
