import type { Proposal } from "../app/pane/proposal";
import { keptOrder, type Done } from "../app/pane/kept-order";
import type { OfficialTemplate, PaneChoices } from "../app/pane/pane-choices";
import type { PaneHabits, Tab } from "../app/pane/pane-memory";
import type { PaneReview } from "../app/pane/pane-review";
import type { QueueItem, QueueKind } from "../app/pane/queue";
import type { UndoEntry } from "../app/pane/undo-journal";
import type { CellAddress } from "../core/workbook/address";
import type { WritePlan } from "../core/workbook/write-plan";
import type { HostFailure } from "../host/port";

/** Everything the pane shows, in one value that changes in one place. */
export interface PaneState {
  readonly phase: Phase;
  readonly tab: Tab;
  /** A page on top of the tab. */
  readonly page: Page | null;
  readonly choices: PaneChoices;
  readonly template: OfficialTemplate | null;
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

export type Page = "rules" | "write" | "slip" | "clean" | "options" | "cell";

export interface IndicatorRef {
  readonly table: string;
  readonly index: number;
}

type Phase =
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
  /** Asked to write by the ribbon while the pane is 只读. */
  | { readonly kind: "read-only" }
  | { readonly kind: "rules-kept" }
  | { readonly kind: "slip-copied" }
  | { readonly kind: "slip-written"; readonly count: number }
  | { readonly kind: "audit-written" }
  | { readonly kind: "batch"; readonly count: number }
  /** The 报送版 stands open beside the workbook. */
  | { readonly kind: "clean-opened" }
  /** A file that is no pack, with its faults, or no template: it has no scoring table. */
  | { readonly kind: "file-refused"; readonly file: string; readonly faults: readonly string[] }
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

export type PaneAction =
  | { readonly do: "read"; readonly keepsOrder: boolean }
  | { readonly do: "progress"; readonly progress: Progress }
  | { readonly do: "reviewed"; readonly reviewed: PaneReview }
  | { readonly do: "patched"; readonly reviewed: PaneReview }
  | { readonly do: "failed"; readonly failure: HostFailure }
  | { readonly do: "cancelled" }
  | { readonly do: "changed" }
  | { readonly do: "tab"; readonly tab: Tab }
  | { readonly do: "page"; readonly page: Page | null }
  | { readonly do: "table"; readonly table: string | null }
  | { readonly do: "select"; readonly at: CellAddress | null }
  | { readonly do: "open"; readonly key: string | null }
  | { readonly do: "filter"; readonly kind: QueueKind | null }
  | { readonly do: "saving"; readonly target: SaveTarget }
  | { readonly do: "saved"; readonly target: SaveTarget }
  | { readonly do: "unsaved"; readonly target: SaveTarget }
  | { readonly do: "save-failed"; readonly target: SaveTarget; readonly why: SaveTrouble }
  | { readonly do: "reviewing"; readonly ref: IndicatorRef | null }
  | { readonly do: "want"; readonly labels: readonly string[] }
  | { readonly do: "choose"; readonly choices: PaneChoices }
  | { readonly do: "template"; readonly template: OfficialTemplate | null }
  | { readonly do: "habits"; readonly habits: PaneHabits }
  | { readonly do: "propose"; readonly proposal: Proposal | null }
  | { readonly do: "work"; readonly work: Work | null }
  | { readonly do: "notice"; readonly notice: Notice | null }
  | { readonly do: "undoable"; readonly entry: UndoEntry | null }
  | { readonly do: "readOnly"; readonly readOnly: boolean };

export const initialState = (choices: PaneChoices, habits: PaneHabits, undoable: UndoEntry | null): PaneState => ({
  phase: { status: "idle" },
  tab: habits.tab,
  page: null,
  choices,
  template: null,
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
  readOnly: null,
});

export function reducePane(state: PaneState, action: PaneAction): PaneState {
  switch (action.do) {
    case "read": {
      const before = shownReview(state);
      const phase = {
        status: "reading",
        progress: null,
        before,
        changed: false,
        keepsOrder: action.keepsOrder,
      } as const;
      return { ...state, phase, changes: 0 };
    }
    case "progress":
      return state.phase.status === "reading"
        ? { ...state, phase: { ...state.phase, progress: action.progress } }
        : state;
    case "reviewed":
      return reviewed(state, action.reviewed);
    case "patched":
      return state.phase.status === "ready"
        ? { ...state, phase: { ...state.phase, reviewed: action.reviewed } }
        : state;
    case "failed":
      return { ...state, phase: { status: "failed", failure: action.failure, before: shownReview(state) } };
    case "cancelled":
      return { ...state, phase: afterCancel(state) };
    case "changed":
      return { ...state, phase: afterChange(state), changes: state.changes + 1 };
    case "tab":
      return { ...state, tab: action.tab, page: null, wanted: [] };
    case "page":
      return { ...state, page: action.page, ...(action.page === "write" ? {} : { proposal: null }) };
    case "table":
      return { ...state, table: action.table, open: null, reviewing: null };
    case "select":
      return { ...state, selected: action.at };
    case "open":
      return { ...state, open: action.key };
    case "filter":
      return { ...state, filter: action.kind, open: null };
    case "saving":
      return marked(state, action.target, { cell: action.target.cell, isSaving: true });
    case "saved":
      return marked(state, action.target, { cell: action.target.cell, isSaving: false });
    case "unsaved":
      return action.target.key === null ? state : { ...state, done: without(state.done, action.target.key) };
    case "save-failed":
      return saveFailed(state, action.target, action.why);
    case "reviewing":
      return { ...state, reviewing: action.ref };
    case "want":
      return { ...state, tab: "data", page: null, wanted: action.labels };
    case "choose":
      return { ...state, choices: action.choices };
    case "template":
      return { ...state, template: action.template };
    case "habits":
      return { ...state, habits: action.habits };
    case "propose":
      return { ...state, proposal: action.proposal };
    case "work":
      return { ...state, work: action.work };
    case "notice":
      return { ...state, notice: action.notice };
    case "undoable":
      return { ...state, undoable: action.entry };
    case "readOnly":
      return { ...state, readOnly: action.readOnly };
  }
}

/** After a full reading the list is in its own order, and what was saved is gone from it; after a save it stays. */
function reviewed(state: PaneState, fresh: PaneReview): PaneState {
  const { phase } = state;
  const keeps = phase.status === "reading" && phase.keepsOrder;
  const queue = keeps ? keptOrder(state.queue, fresh.queue, state.done) : fresh.queue;
  const done = keeps ? state.done : new Map<string, Done>();
  const isThere = (key: string | null): boolean => queue.some((item) => item.key === key);
  return {
    ...state,
    phase: { status: "ready", reviewed: fresh, outdated: hasChanged(state) },
    queue,
    done,
    open: isThere(state.open) ? state.open : null,
    filter: queue.some(({ kind }) => kind === state.filter) ? state.filter : null,
    failed: new Set([...state.failed].filter(isThere)),
    changes: hasChanged(state) ? state.changes : 0,
  };
}

function marked(state: PaneState, { key }: SaveTarget, mark: Done): PaneState {
  if (key === null) return state;
  const failed = new Set(state.failed);
  failed.delete(key);
  const solved = state.notice?.kind === "save-failed" && state.notice.item.key === key;
  return { ...state, done: new Map(state.done).set(key, mark), failed, notice: solved ? null : state.notice };
}

function without(done: PaneState["done"], key: string): PaneState["done"] {
  const rest = new Map(done);
  rest.delete(key);
  return rest;
}

function saveFailed(state: PaneState, target: SaveTarget, why: SaveTrouble): PaneState {
  const done = new Map(state.done);
  const failed = new Set(state.failed);
  if (target.key !== null) {
    done.delete(target.key);
    failed.add(target.key);
  }
  return { ...state, done, failed, notice: { kind: "save-failed", item: target, why } };
}

function afterChange({ phase }: PaneState): Phase {
  switch (phase.status) {
    case "ready":
      return { ...phase, outdated: true };
    case "reading":
      return { ...phase, changed: true };
    default:
      return phase;
  }
}

const hasChanged = ({ phase }: PaneState): boolean => phase.status === "reading" && phase.changed;

/** What was shown before a reading that was called off: out of date, or nothing yet. */
function afterCancel({ phase }: PaneState): Phase {
  if (phase.status !== "reading") return phase;
  return phase.before ? { status: "ready", reviewed: phase.before, outdated: true } : { status: "idle" };
}

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
