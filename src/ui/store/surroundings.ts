import type * as Engine from "../../app/pane/engine";
import type { PaneMemory } from "../../app/pane/pane-memory";
import type { UndoJournal } from "../../app/pane/undo-journal";
import type { ReportFile } from "../../core/workbook/report-text";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { HostResult, WorkbookHost } from "../../host/port";
import type { Language } from "../i18n/words";
import type { PaneSession } from "../pane-state";

/** The chunk that knows the core: everything that reads, judges and plans. */
export type PaneEngine = typeof Engine;

/** Blank forms of both kinds, and a filled table to look at. */
export type NewWorkbook = "department" | "project" | "sample";

/** What the pane needs from outside: a workbook, the review engine, a memory. */
export interface PaneSurroundings {
  readonly host: WorkbookHost;
  readonly engine: () => Promise<PaneEngine>;
  readonly memory: PaneMemory;
  readonly journal: UndoJournal;
  /** What the person gave to an earlier pane over the same workbook; absent: only what is remembered. */
  readonly session?: PaneSession | undefined;
  readonly lang: Language;
  /** Opens a new workbook; false where the host refuses, null where it never can. */
  readonly openNew: ((what: NewWorkbook) => Promise<boolean>) | null;
  /** Opens the 报送版 of the workbook as it stands as a new one, and leaves this one alone; null where the host never can. */
  readonly openCleanCopy: (() => Promise<HostResult<void>>) | null;
  /** Reads a workbook from its file: an official template. Absent where the pane can not. */
  readonly readFile?: (bytes: Uint8Array) => Promise<HostResult<WorkbookSnapshot>>;
  /** Reads a narrative report from its file. Absent where the pane can not. */
  readonly readReport?: (file: string, bytes: Uint8Array) => Promise<HostResult<ReportFile>>;
}
