import type { PaneChoices, ReviewChoices } from "../../app/pane/pane-choices";
import type { PaneReview } from "../../app/pane/pane-review";
import type { UndoEntry } from "../../app/pane/undo-journal";
import type { WritePlan } from "../../core/plan/plan";
import type { HostFailure, HostResult, WriteReceipt } from "../../host/port";
import { initialState, isOutdated, reducePane, shownReview, type PaneAction, type PaneState } from "../pane-state";
import type { PaneEngine, PaneSurroundings } from "./surroundings";

export type PaneWork = ReturnType<typeof createPaneWork>;

/**
 * The pane's state, and the two kinds of work that take time: reviews, of which a newer one calls off the one before, and
 * writes, which run one at a time.
 */
export function createPaneWork(surroundings: PaneSurroundings) {
  const { host, engine, memory, journal, lang } = surroundings;
  let state = initialState(memory.choices, memory.habits, journal.entries().at(-1) ?? null);
  const listeners = new Set<() => void>();
  let running: AbortController | null = null;
  let writing: AbortController | null = null;

  const dispatch = (action: PaneAction): void => {
    state = reducePane(state, action);
    for (const listener of listeners) listener();
  };
  const fail = (failure: HostFailure): void => dispatch({ do: "notice", notice: { kind: "failure", failure } });
  const onProgress = (done: number, total: number): void => dispatch({ do: "progress", progress: { done, total } });

  async function run(
    review: (engine: PaneEngine, signal: AbortSignal) => Promise<HostResult<PaneReview>>,
  ): Promise<void> {
    running?.abort();
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

  const choices = (): ReviewChoices => ({ ...state.choices, template: state.template });

  const read = (): Promise<void> =>
    run(({ readAndReview }, signal) => readAndReview(host, choices(), lang, { signal, onProgress }));

  /** Choices change what follows from the workbook, not the workbook: it is not read again. */
  function reviewAgain(): Promise<void> {
    const shown = shownReview(state);
    if (!shown || isOutdated(state)) return read();
    return run(({ reviewBook }, signal) => reviewBook(shown.book, choices(), lang, { signal, onProgress }));
  }

  const remember = (entry: UndoEntry): void => {
    journal.push(entry);
    dispatch({ do: "undoable", entry });
  };

  /** Carries a plan out and keeps its inverse; what could not be put back can be undone too. What failed is told. */
  async function write(plan: WritePlan, what: UndoEntry["what"], detail: string): Promise<HostResult<WriteReceipt>> {
    const own = new AbortController();
    writing = own;
    const progress = (done: number, total: number): void =>
      dispatch({ do: "work", work: { kind: "writing", progress: { done, total } } });
    dispatch({ do: "work", work: { kind: "writing", progress: null } });
    const written = await settled(() => host.write(plan, { onProgress: progress, signal: own.signal }));
    writing = null;
    dispatch({ do: "work", work: null });
    if (written.ok) remember({ what, detail, inverse: written.value.inverse });
    else {
      const { failure } = written;
      if (failure.kind === "partially-applied") remember({ what: "partial", detail, inverse: failure.inverse });
      fail(failure);
    }
    return written;
  }

  return {
    surroundings,
    dispatch,
    fail,
    read,
    reviewAgain,
    write,
    getState: (): PaneState => state,
    /** Keeps the choices, also for the next time. */
    keepChoices: (kept: PaneChoices): void => {
      dispatch({ do: "choose", choices: kept });
      memory.saveChoices(kept);
    },
    cancel: (): void => {
      writing?.abort();
      running?.abort();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A fault of our own ends in words on the page, not in a pane that waits for ever. */
async function settled<T>(work: () => Promise<HostResult<T>>): Promise<HostResult<T>> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, failure: internalFailure(error) };
  }
}

export const internalFailure = (error: unknown): HostFailure => ({
  kind: "host-error",
  code: "internal",
  detail: String(error),
});
