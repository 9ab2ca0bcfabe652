import type { PaneChoices, ReviewChoices } from "../../app/pane/pane-choices";
import type { PaneReview } from "../../app/pane/pane-review";
import type { UndoEntry } from "../../app/pane/undo-journal";
import { a1 } from "../../core/workbook/address";
import type { WritePlan } from "../../core/workbook/write-plan";
import type { HostFailure, HostResult, WriteReceipt } from "../../host/port";
import {
  initialState,
  isOutdated,
  reducePane,
  shownReview,
  type PaneAction,
  type PaneState,
  type Work,
} from "../pane-state";
import type { PaneEngine, PaneSurroundings } from "./surroundings";

export type PaneWork = ReturnType<typeof createPaneWork>;

/**
 * The pane's state, and the two kinds of work that take time: reviews, of which a newer one calls off the one before, and
 * writes and undoes, which run one at a time in the order in which they were asked for.
 */
export function createPaneWork(surroundings: PaneSurroundings) {
  const { host, engine, memory, journal, lang } = surroundings;
  let state = initialState(memory.choices, memory.habits, journal.entries().at(-1) ?? null);
  const listeners = new Set<() => void>();
  let running: AbortController | null = null;
  let newest: Promise<void> = Promise.resolve();
  let writing: AbortController | null = null;
  let turn: Promise<unknown> | null = null;

  const dispatch = (action: PaneAction): void => {
    state = reducePane(state, action);
    for (const listener of listeners) listener();
  };
  const fail = (failure: HostFailure): void => dispatch({ do: "notice", notice: { kind: "failure", failure } });
  const onProgress = (done: number, total: number): void => dispatch({ do: "progress", progress: { done, total } });

  type Reviewing = (engine: PaneEngine, signal: AbortSignal) => Promise<HostResult<PaneReview>>;

  /** Ends when the newest review has ended: whoever waits for one that was overtaken waits for what overtook it. */
  const run = (review: Reviewing): Promise<void> => (newest = runNow(review));

  async function runNow(review: Reviewing): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    dispatch({ do: "read" });
    const result = await settled(async () => {
      const loaded = await engine();
      // What is half written is not read.
      await free();
      return review(loaded, own.signal);
    });
    if (running !== own) return newest;
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

  async function free(): Promise<void> {
    while (turn) await turn;
  }

  /** At once where nothing is being written. */
  async function inTurn<T>(action: () => Promise<T>): Promise<T> {
    if (turn) await free();
    const done = action();
    turn = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      turn = null;
    }
  }

  /** What could not be put back can be undone too. What failed is told. */
  async function carryOut(plan: WritePlan, kind: Work["kind"]): Promise<HostResult<WriteReceipt>> {
    const own = new AbortController();
    writing = own;
    const tell = (progress: Work["progress"]): void => dispatch({ do: "work", work: { kind, progress } });
    tell(null);
    const onProgress = (done: number, total: number): void => tell({ done, total });
    const written = await settled(() => host.write(plan, { onProgress, signal: own.signal }));
    writing = null;
    dispatch({ do: "work", work: null });
    if (written.ok) return written;
    const { failure } = written;
    if (failure.kind === "partially-applied") remember({ what: "partial", inverse: failure.inverse });
    if (failure.kind === "stale" && kind === "undoing") {
      const cells = failure.differences.map(({ at }) => `${at.sheet} ${a1(at)}`);
      dispatch({ do: "notice", notice: { kind: "undo-stale", cells } });
    } else fail(failure);
    return written;
  }

  /** Carries a plan out and keeps its inverse, and what the pane had kept of what it stores. */
  const write = (
    plan: WritePlan,
    what: UndoEntry["what"],
    inputs: PaneChoices["inputs"] = {},
  ): Promise<HostResult<WriteReceipt>> =>
    inTurn(async () => {
      const written = await carryOut(plan, "writing");
      if (written.ok) remember({ what, inverse: written.value.inverse, inputs });
      return written;
    });

  /** Takes the newest write back; null where there is none. */
  const undo = (): Promise<HostResult<UndoEntry> | null> =>
    inTurn(async () => {
      const entry = journal.entries().at(-1);
      if (!entry) return null;
      const undone = await carryOut(entry.inverse, "undoing");
      if (!undone.ok) return undone;
      journal.pop();
      dispatch({ do: "undoable", entry: journal.entries().at(-1) ?? null });
      return { ok: true, value: entry };
    });

  return {
    surroundings,
    dispatch,
    fail,
    read,
    reviewAgain,
    write,
    undo,
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

/** The workbook is not what was read. */
export const isOld = ({ kind }: HostFailure): boolean => kind === "stale" || kind === "partially-applied";

export const internalFailure = (error: unknown): HostFailure => ({
  kind: "host-error",
  code: "unexpected",
  detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
});
