import type { DataRow } from "../app/pane/data-rows";
import type * as Engine from "../app/pane/engine";
import type { Opinion } from "../app/pane/opinions";
import type { PaneChoices } from "../app/pane/pane-choices";
import type { PaneHabits, PaneMemory } from "../app/pane/pane-memory";
import type { PaneReview } from "../app/pane/pane-review";
import type { Todo } from "../app/todo";
import type { UndoEntry, UndoJournal } from "../app/pane/undo-journal";
import type { CellAddress } from "../core/model/address";
import type { WritePlan } from "../core/plan/plan";
import type { HostFailure, HostResult, WorkbookHost } from "../host/port";
import type { Language } from "./i18n/words";
import {
  initialState,
  isOutdated,
  reducePane,
  sameCell,
  shownReview,
  shownTable,
  type PaneAction,
  type PaneState,
  type Section,
} from "./pane-state";

/** The chunk that knows the core: everything that reads, judges and plans. */
export type PaneEngine = typeof Engine;

/** What the pane needs from outside: a workbook, the review engine, a memory. */
export interface PaneSurroundings {
  readonly host: WorkbookHost;
  readonly engine: () => Promise<PaneEngine>;
  readonly memory: PaneMemory;
  readonly journal: UndoJournal;
  readonly lang: Language;
  /** Opens the sample as a new workbook; null where the host can not. */
  readonly openSample: (() => Promise<boolean>) | null;
}

export type PaneStore = ReturnType<typeof createPaneStore>;

/** How long the workbook must be quiet before it is read again. */
const QUIET_MS = 600;

/**
 * The pane's state and everything that changes it. Reads, writes and undoes run one at a time; what the user does while
 * one runs is either harmless (moving about) or waits.
 */
export function createPaneStore({ host, engine, memory, journal, lang, openSample }: PaneSurroundings) {
  let state = initialState(memory.choices, memory.habits, journal.entries().at(-1) ?? null);
  const listeners = new Set<() => void>();
  let running: AbortController | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const dispatch = (action: PaneAction): void => {
    state = reducePane(state, action);
    for (const listener of listeners) listener();
  };

  /** Runs a review; a newer one calls off the one before. */
  async function run(
    review: (engine: PaneEngine, signal: AbortSignal) => Promise<HostResult<PaneReview>>,
  ): Promise<void> {
    running?.abort();
    clearTimeout(quiet);
    const own = new AbortController();
    running = own;
    dispatch({ do: "read" });
    const result = await settled(async () => review(await engine(), own.signal));
    if (running !== own) return;
    running = null;
    if (result.ok) dispatch({ do: "reviewed", reviewed: result.value });
    else if (result.failure.kind === "cancelled") dispatch({ do: "cancelled" });
    else dispatch({ do: "failed", failure: result.failure });
  }

  const onProgress = (done: number, total: number): void => dispatch({ do: "progress", progress: { done, total } });

  const read = (): Promise<void> =>
    run(({ readAndReview }, signal) => readAndReview(host, state.choices, lang, { signal, onProgress }));

  /** Choices change what follows from the workbook, not the workbook: it is not read again. */
  async function choose(choices: PaneChoices): Promise<void> {
    dispatch({ do: "choose", choices });
    memory.saveChoices(choices);
    const shown = shownReview(state);
    if (!shown || isOutdated(state)) return read();
    return run(({ reviewBook }, signal) => reviewBook(shown.book, choices, lang, { signal, onProgress }));
  }

  const fail = (failure: HostFailure): void => dispatch({ do: "notice", notice: { kind: "failure", failure } });

  const remember = (entry: UndoEntry): void => {
    journal.push(entry);
    dispatch({ do: "undoable", entry });
  };

  /** Carries a plan out and keeps its inverse; what could not be put back can be undone too. */
  async function write(
    plan: WritePlan,
    what: UndoEntry["what"],
    detail: string,
    signal?: AbortSignal,
  ): Promise<number | null> {
    const progress = (done: number, total: number): void =>
      dispatch({ do: "work", work: { kind: "writing", progress: { done, total } } });
    dispatch({ do: "work", work: { kind: "writing", progress: null } });
    const written = await host.write(plan, { onProgress: progress, ...(signal ? { signal } : {}) });
    dispatch({ do: "work", work: null });
    if (written.ok) {
      remember({ what, detail, inverse: written.value.inverse });
      return written.value.cellsWritten;
    }
    if (written.failure.kind === "partially-applied") {
      remember({ what: "partial", detail, inverse: written.failure.inverse });
    }
    fail(written.failure);
    return null;
  }

  /** Types something into one cell at once, since the person said what and where. */
  async function type(plan: WritePlan | null, what: UndoEntry["what"], cell: string): Promise<boolean> {
    if (!plan || state.work) return false;
    const cells = await write(plan, what, cell);
    if (cells === null) return false;
    dispatch({ do: "notice", notice: { kind: "typed", cell } });
    await read();
    return true;
  }

  /** Goes to the next thing of a list, after the cell where the user is, round and round. */
  async function toNext(todos: readonly Todo[]): Promise<Todo | null> {
    const todo = todos[(todos.findIndex(({ at }) => sameCell(at, state.selected)) + 1) % Math.max(1, todos.length)];
    if (!todo) return null;
    await actions.reveal(todo.at);
    return todo;
  }

  let writing: AbortController | null = null;

  const actions = {
    read,
    /** Past the first page, and reviewed. */
    begin: (): Promise<void> => {
      actions.habits({ ...state.habits, welcomed: true });
      return read();
    },
    cancel: (): void => {
      writing?.abort();
      running?.abort();
    },
    section: (section: Section): void => dispatch({ do: "section", section }),
    table: (table: string): void => dispatch({ do: "table", table }),
    openFinding: (fingerprint: string | null): void => dispatch({ do: "open-finding", fingerprint }),
    deselect: (): void => dispatch({ do: "select", at: null }),
    dismissNotice: (): void => dispatch({ do: "notice", notice: null }),
    wantData: (labels: readonly string[]): void => dispatch({ do: "want", labels }),

    reveal: async (at: CellAddress): Promise<void> => {
      dispatch({ do: "select", at });
      const shown = await host.reveal(at);
      if (!shown.ok && shown.failure.kind !== "unsupported") fail(shown.failure);
    },
    next: (): Promise<Todo | null> => toNext(shownTable(state)?.todos ?? []),
    nextOf: (kind: Todo["kind"]): Promise<Todo | null> =>
      toNext((shownTable(state)?.todos ?? []).filter((todo) => todo.kind === kind)),

    habits: (habits: PaneHabits): void => {
      dispatch({ do: "habits", habits });
      memory.saveHabits(habits);
    },
    choosePack: (pack: string | null): Promise<void> => choose({ ...state.choices, pack }),
    chooseSetting: (key: string, value: string): Promise<void> =>
      choose({ ...state.choices, settings: { ...state.choices.settings, [key]: value } }),

    /** Fills in a number or choice: into its cell on 基础数据 where there is one, else kept until 写入. False: not an answer. */
    fill: async (row: DataRow, text: string): Promise<boolean> => {
      const { typedAnswer, planTyped } = await engine();
      if (text.trim() === "") {
        const inputs = Object.fromEntries(
          Object.entries(state.choices.inputs).filter(([label]) => label !== row.label),
        );
        await choose({ ...state.choices, inputs });
        return true;
      }
      const answer = typedAnswer(row, text);
      const shown = shownReview(state);
      if (!answer || !shown) return false;
      if (row.typedInSheet && row.at && row.cell) {
        return type(planTyped(shown.book, answer.cells), "data", row.cell);
      }
      await choose({ ...state.choices, inputs: { ...state.choices.inputs, [row.label]: answer.input } });
      dispatch({ do: "notice", notice: { kind: "kept", label: row.label } });
      return true;
    },
    putReason: async (at: CellAddress, cell: string, text: string): Promise<boolean> => {
      const { planTyped, typedText } = await engine();
      const shown = shownReview(state);
      return shown ? type(planTyped(shown.book, [{ at, content: typedText(text) }]), "reason", cell) : false;
    },
    putNumber: async (at: CellAddress, cell: string, number: string): Promise<boolean> => {
      const { planTyped } = await engine();
      const shown = shownReview(state);
      const content = { type: "number", number: Number(number) } as const;
      return shown ? type(planTyped(shown.book, [{ at, content }]), "number", cell) : false;
    },
    waive: async (fingerprint: string, reason: string | null): Promise<boolean> => {
      const { planWaiver, planWaiverTakenBack } = await engine();
      const shown = shownReview(state);
      if (!shown) return false;
      const plan = reason === null ? planWaiverTakenBack(shown, fingerprint) : planWaiver(shown, fingerprint, reason);
      return type(plan, "waiver", "核验记录");
    },
    putOpinion: async (opinion: Opinion, cell: string): Promise<boolean> => {
      const { planOpinion } = await engine();
      const shown = shownReview(state);
      return shown ? type(planOpinion(shown, opinion), "opinion", cell) : false;
    },

    /** Shows what 写入 would do; a review that is out of date is made anew first. */
    propose: async (fillBlank: boolean): Promise<void> => {
      if (isOutdated(state)) await read();
      const shown = shownReview(state);
      if (!shown || state.phase.status !== "ready") return;
      const { propose } = await engine();
      dispatch({ do: "propose", proposal: propose(shown, { lang, fillBlank, giver: "pane" }) });
    },
    closeProposal: (): void => dispatch({ do: "propose", proposal: null }),
    confirm: async (): Promise<void> => {
      const { proposal } = state;
      if (!proposal || state.work) return;
      writing = new AbortController();
      const cells = await write(proposal.result.plan, "review", "", writing.signal);
      writing = null;
      dispatch({ do: "propose", proposal: null });
      if (cells === null) return read();
      dispatch({ do: "notice", notice: { kind: "wrote", cells } });
      // What was kept stands in the workbook now.
      const choices = { ...state.choices, inputs: {} };
      dispatch({ do: "choose", choices });
      memory.saveChoices(choices);
      return read();
    },
    undo: async (): Promise<void> => {
      const entry = journal.entries().at(-1);
      if (!entry || state.work) return;
      dispatch({ do: "work", work: { kind: "undoing", progress: null } });
      const undone = await host.write(entry.inverse);
      dispatch({ do: "work", work: null });
      if (!undone.ok) {
        fail(undone.failure);
        return;
      }
      journal.pop();
      dispatch({ do: "undoable", entry: journal.entries().at(-1) ?? null });
      dispatch({ do: "notice", notice: { kind: "undone", entry: entry.what } });
      return read();
    },
    openSample: async (): Promise<void> => {
      if (!(await openSample?.())) dispatch({ do: "notice", notice: { kind: "sample-failed" } });
    },
  };

  return {
    actions,
    canOpenSample: openSample !== null,
    getState: (): PaneState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Listens to the workbook until the returned function is called. */
    start: (): (() => void) => {
      const offChanged = host.onChanged?.(({ own }) => {
        if (own || state.work) return;
        dispatch({ do: "changed" });
        clearTimeout(quiet);
        if (shownReview(state)) quiet = setTimeout(() => void read(), QUIET_MS);
      });
      const offSelected = host.onSelected?.((at) => {
        if (state.habits.followSelection) dispatch({ do: "select", at });
      });
      return () => {
        offChanged?.();
        offSelected?.();
        clearTimeout(quiet);
        running?.abort();
      };
    },
  };
}

/** A fault of our own ends in words on the page, not in a pane that reads for ever. */
async function settled<T>(work: () => Promise<HostResult<T>>): Promise<HostResult<T>> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, failure: { kind: "host-error", code: "internal", detail: String(error) } };
  }
}
