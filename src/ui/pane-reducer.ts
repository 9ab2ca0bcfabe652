import { keptOrder, type Done } from "../app/pane/kept-order";
import type { EarlierFile } from "../app/pane/earlier-file";
import type { OfficialTemplate, PaneChoices } from "../app/pane/pane-choices";
import type { PaneHabits, Tab } from "../app/pane/pane-memory";
import type { PaneReview } from "../app/pane/pane-review";
import type { Proposal } from "../app/pane/proposal";
import type { QueueKind } from "../app/pane/queue-item";
import type { UndoEntry } from "../app/pane/undo-journal";
import type { ReportFile } from "../core/workbook/report-text";
import type { CellAddress } from "../core/workbook/address";
import type { HostFailure } from "../host/port";
import type { IndicatorRef, Notice, SaveTarget, SaveTrouble } from "./pane-notice";
import { shownReview, type Page, type PaneState, type Phase, type Progress, type Work } from "./pane-state";

/** All that can happen to the state. */
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
  | { readonly do: "report"; readonly report: ReportFile | null }
  | { readonly do: "earlier"; readonly earlier: EarlierFile | null }
  | { readonly do: "closeChanges" }
  | { readonly do: "habits"; readonly habits: PaneHabits }
  | { readonly do: "propose"; readonly proposal: Proposal | null }
  | { readonly do: "work"; readonly work: Work | null }
  | { readonly do: "notice"; readonly notice: Notice | null }
  | { readonly do: "undoable"; readonly entry: UndoEntry | null }
  | { readonly do: "readOnly"; readonly readOnly: boolean };

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
    case "report":
      return { ...state, report: action.report };
    case "earlier":
      return { ...state, earlier: action.earlier, hidesChanges: false };
    case "closeChanges":
      return { ...state, hidesChanges: true };
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
