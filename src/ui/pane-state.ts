import type { Proposal } from "../app/pane/engine";
import type { OfficialTemplate, PaneChoices } from "../app/pane/pane-choices";
import type { PaneHabits } from "../app/pane/pane-memory";
import type { PaneReview } from "../app/pane/pane-review";
import type { UndoEntry } from "../app/pane/undo-journal";
import type { CellAddress } from "../core/workbook/address";
import type { HostFailure } from "../host/port";

/** Everything the pane shows, in one value that changes in one place. */
export interface PaneState {
  readonly phase: Phase;
  readonly section: Section;
  readonly choices: PaneChoices;
  readonly template: OfficialTemplate | null;
  readonly habits: PaneHabits;
  /** The table under review, where the workbook has several. */
  readonly table: string | null;
  readonly selected: CellAddress | null;
  /** The finding that is open under 问题, by fingerprint. */
  readonly finding: string | null;
  /** What to fill in next under 数据, by label. */
  readonly wanted: readonly string[];
  readonly proposal: Proposal | null;
  readonly work: Work | null;
  readonly notice: Notice | null;
  readonly undoable: UndoEntry | null;
}

export type Section = "overview" | "findings" | "data" | "rules";

type Phase =
  | { readonly status: "idle" }
  | {
      readonly status: "reading";
      readonly progress: Progress | null;
      readonly before: PaneReview | null;
      /** The workbook changed while it was read: the result may be out of date when it comes. */
      readonly changed: boolean;
    }
  | { readonly status: "ready"; readonly reviewed: PaneReview; readonly outdated: boolean }
  | { readonly status: "failed"; readonly failure: HostFailure; readonly before: PaneReview | null };

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Work {
  readonly kind: "writing" | "undoing";
  readonly progress: Progress | null;
}

/** Something that happened, said once. */
export type Notice =
  | { readonly kind: "wrote"; readonly places: number }
  | { readonly kind: "typed"; readonly cell: string }
  | { readonly kind: "kept"; readonly label: string }
  | { readonly kind: "undone"; readonly entry: UndoEntry["what"] }
  | { readonly kind: "nothing-to-undo" }
  /** Somebody changed these cells after the write that was to be undone. */
  | { readonly kind: "undo-stale"; readonly cells: readonly string[] }
  | { readonly kind: "new-refused" }
  /** A file that is no pack, with its faults, or no template: it has no scoring table. */
  | { readonly kind: "file-refused"; readonly file: string; readonly faults: readonly string[] }
  | { readonly kind: "failure"; readonly failure: HostFailure };

export type PaneAction =
  | { readonly do: "read" }
  | { readonly do: "progress"; readonly progress: Progress }
  | { readonly do: "reviewed"; readonly reviewed: PaneReview }
  | { readonly do: "failed"; readonly failure: HostFailure }
  | { readonly do: "cancelled" }
  | { readonly do: "changed" }
  | { readonly do: "section"; readonly section: Section }
  | { readonly do: "table"; readonly table: string }
  | { readonly do: "select"; readonly at: CellAddress | null }
  | { readonly do: "open-finding"; readonly fingerprint: string | null }
  | { readonly do: "want"; readonly labels: readonly string[] }
  | { readonly do: "choose"; readonly choices: PaneChoices }
  | { readonly do: "template"; readonly template: OfficialTemplate | null }
  | { readonly do: "habits"; readonly habits: PaneHabits }
  | { readonly do: "propose"; readonly proposal: Proposal | null }
  | { readonly do: "work"; readonly work: Work | null }
  | { readonly do: "notice"; readonly notice: Notice | null }
  | { readonly do: "undoable"; readonly entry: UndoEntry | null };

export const initialState = (choices: PaneChoices, habits: PaneHabits, undoable: UndoEntry | null): PaneState => ({
  phase: { status: "idle" },
  section: "overview",
  choices,
  template: null,
  habits,
  table: null,
  selected: null,
  finding: null,
  wanted: [],
  proposal: null,
  work: null,
  notice: null,
  undoable,
});

export function reducePane(state: PaneState, action: PaneAction): PaneState {
  switch (action.do) {
    case "read":
      return { ...state, phase: { status: "reading", progress: null, before: shownReview(state), changed: false } };
    case "progress":
      return state.phase.status === "reading"
        ? { ...state, phase: { ...state.phase, progress: action.progress } }
        : state;
    case "reviewed":
      return { ...state, phase: { status: "ready", reviewed: action.reviewed, outdated: hasChanged(state) } };
    case "failed":
      return { ...state, phase: { status: "failed", failure: action.failure, before: shownReview(state) } };
    case "cancelled":
      return { ...state, phase: afterCancel(state) };
    case "changed":
      return { ...state, phase: afterChange(state) };
    case "section":
      return { ...state, section: action.section, wanted: [] };
    case "table":
      return { ...state, table: action.table };
    case "select":
      return { ...state, selected: action.at };
    case "open-finding":
      return { ...state, finding: action.fingerprint };
    case "want":
      return { ...state, section: "data", wanted: action.labels };
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
  }
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

/** The table on the screen: the one chosen, else the first. */
export const shownTable = (state: PaneState): PaneReview["tables"][number] | null => {
  const tables = shownReview(state)?.tables ?? [];
  return tables.find(({ id }) => id === state.table) ?? tables[0] ?? null;
};
