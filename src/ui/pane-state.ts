import type { Proposal } from "../app/pane/proposal";
import type { Done } from "../app/pane/kept-order";
import type { EarlierFile } from "../app/pane/earlier-file";
import type { OfficialTemplate, PaneChoices } from "../app/pane/pane-choices";
import type { PaneHabits, Tab } from "../app/pane/pane-memory";
import type { PaneReview } from "../app/pane/pane-review";
import type { QueueItem, QueueKind } from "../app/pane/queue-item";
import type { UndoEntry } from "../app/pane/undo-journal";
import type { ReportFile } from "../core/workbook/report-text";
import type { CellAddress } from "../core/workbook/address";
import type { HostFailure } from "../host/port";
import type { IndicatorRef, Notice } from "./pane-notice";

/** Everything the pane shows, in one value that changes in one place. */
export interface PaneState {
  readonly phase: Phase;
  readonly tab: Tab;
  /** A page on top of the tab. */
  readonly page: Page | null;
  readonly choices: PaneChoices;
  readonly template: OfficialTemplate | null;
  /** The narrative report beside the workbook; it lasts as long as the pane. */
  readonly report: ReportFile | null;
  /** A file of an earlier round, for as long as the pane is open. */
  readonly earlier: EarlierFile | null;
  /** The card 本轮变化 was closed. */
  readonly hidesChanges: boolean;
  readonly habits: PaneHabits;
  /** The table under review, where the workbook has several; null: all of them. */
  readonly table: string | null;
  readonly selected: CellAddress | null;
  /** 待办 in the order in which it is shown. */
  readonly queue: readonly QueueItem[];
  /** The item that is open, by its key. */
  readonly open: string | null;
  readonly filter: QueueKind | null;
  /** What was saved since the last full reading, by the item's key. */
  readonly done: ReadonlyMap<string, Done>;
  /** Items whose save failed. */
  readonly failed: ReadonlySet<string>;
  /** The indicator that is open under 复核. */
  readonly reviewing: IndicatorRef | null;
  /** What to fill in next under 数据, by label. */
  readonly wanted: readonly string[];
  /** Places changed in the workbook since it was read. */
  readonly changes: number;
  readonly proposal: Proposal | null;
  readonly work: Work | null;
  readonly notice: Notice | null;
  readonly undoable: UndoEntry | null;
  /** What the person said of 只读 since the pane was opened; null: the workbook says it. */
  readonly readOnly: boolean | null;
}

export type Page = "changes" | "rules" | "report" | "write" | "slip" | "clean" | "options" | "cell";

export type Phase =
  | { readonly status: "idle" }
  | {
      readonly status: "reading";
      readonly progress: Progress | null;
      readonly before: PaneReview | null;
      /** The workbook changed while it was read: the result may be out of date when it comes. */
      readonly changed: boolean;
      /** After a save of ours: the list stays in its order. */
      readonly keepsOrder: boolean;
    }
  | { readonly status: "ready"; readonly reviewed: PaneReview; readonly outdated: boolean }
  | { readonly status: "failed"; readonly failure: HostFailure; readonly before: PaneReview | null };

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Work {
  readonly kind: "writing" | "undoing" | "saving" | "copying";
  readonly progress: Progress | null;
}

/** What a person gave the pane since it was opened and no workbook holds: a pane in the other language goes on from it. */
export type PaneSession = Pick<PaneState, "choices" | "template" | "report" | "earlier" | "hidesChanges" | "readOnly">;

export const NEW_SESSION = { template: null, report: null, earlier: null, hidesChanges: false, readOnly: null };

export const initialState = (session: PaneSession, habits: PaneHabits, undoable: UndoEntry | null): PaneState => ({
  phase: { status: "idle" },
  tab: habits.tab,
  page: null,
  choices: session.choices,
  template: session.template,
  readOnly: session.readOnly,
  report: session.report,
  earlier: session.earlier,
  hidesChanges: session.hidesChanges,
  habits,
  table: null,
  selected: null,
  queue: [],
  open: null,
  filter: null,
  done: new Map(),
  failed: new Set(),
  reviewing: null,
  wanted: [],
  changes: 0,
  proposal: null,
  work: null,
  notice: null,
  undoable,
});

/** The review on the screen: the newest that there is, also while a newer one is being made. */
export function shownReview({ phase }: PaneState): PaneReview | null {
  switch (phase.status) {
    case "idle":
      return null;
    case "ready":
      return phase.reviewed;
    case "reading":
    case "failed":
      return phase.before;
  }
}

export const isOutdated = ({ phase }: PaneState): boolean =>
  phase.status === "ready" ? phase.outdated : phase.status !== "idle" && phase.before !== null;

/** 只读: as the person said since the pane was opened, else as the workbook says (SPEC U17). */
export const isReadOnly = (state: PaneState): boolean => state.readOnly ?? shownReview(state)?.readOnly ?? false;

/** The tables on the screen: the one chosen, else all. */
export const shownTables = (state: PaneState): PaneReview["tables"] => {
  const tables = shownReview(state)?.tables ?? [];
  const chosen = tables.filter(({ id }) => id === state.table);
  return chosen.length > 0 ? chosen : tables;
};

/** 待办 of the tables on the screen; what belongs to no table stands with all of them. */
export const shownQueue = ({ queue, table }: PaneState): readonly QueueItem[] =>
  table === null ? queue : queue.filter((item) => item.table === table || item.table === null);
