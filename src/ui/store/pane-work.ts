import type { PlanResult } from "../../core/plan/steps/plan-result";
import type { PaneChoices, ReviewChoices } from "../../app/pane/pane-choices";
import type { PaneReview } from "../../app/pane/pane-review";
import type { UndoEntry } from "../../app/pane/undo-journal";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { WritePlan } from "../../core/workbook/write-plan";
import type { HostFailure, HostResult, WriteReceipt } from "../../host/port";
import type { SaveTarget, SaveTrouble } from "../pane-notice";
import { reducePane, type PaneAction } from "../pane-reducer";
import {
  NEW_SESSION,
  initialState,
  isOutdated,
  isReadOnly,
  shownReview,
  type PaneState,
  type Work,
} from "../pane-state";
import type { Outcome } from "./outcome";
import type { PaneEngine, PaneSurroundings } from "./surroundings";
import { createTurns } from "./turns";

/** How long a hand that saves one thing after another must rest before the workbook is read again. */
const REST_MS = 700;

/** A save as a plan for the workbook as it stands; null: what was typed is no answer. */
export type Planned = (engine: PaneEngine, shown: PaneReview) => PlanResult | null | Promise<PlanResult | null>;

export type PaneWork = ReturnType<typeof createPaneWork>;

/**
 * The pane's state, and the two kinds of work that take time: reviews, of which a newer one calls off the one before, and
 * writes and undoes, which run one at a time in the order in which they were asked for.
 */
export function createPaneWork(surroundings: PaneSurroundings) {
  const { host, engine, memory, journal, lang } = surroundings;
  const session = surroundings.session ?? { choices: memory.choices, ...NEW_SESSION };
  let state = initialState(session, memory.habits, journal.entries().at(-1) ?? null);
  const listeners = new Set<() => void>();
  const { free, inTurn } = createTurns();
  let running: AbortController | null = null;
  let newest: Promise<void> = Promise.resolve();
  let writing: AbortController | null = null;
  let saves: Promise<unknown> = Promise.resolve();
  /** A save that did more than put constants: the next one needs to know what stands now. */
  let mustRead = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let isResting = false;

  const dispatch = (action: PaneAction): void => {
    state = reducePane(state, action);
    for (const listener of listeners) listener();
  };
  const fail = (failure: HostFailure): void => dispatch({ do: "notice", notice: { kind: "failure", failure } });
  const onProgress = (done: number, total: number): void => dispatch({ do: "progress", progress: { done, total } });
  const onWorkerLost = (): void => dispatch({ do: "notice", notice: { kind: "worker-lost" } });

  type Reviewing = (engine: PaneEngine, signal: AbortSignal) => Promise<HostResult<PaneReview>>;

  /** Ends when the newest review has ended: whoever waits for one that was overtaken waits for what overtook it. */
  const run = (review: Reviewing, keepsOrder = false): Promise<void> => (newest = runNow(review, keepsOrder));

  async function runNow(review: Reviewing, keepsOrder: boolean): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    clearTimeout(rest);
    isResting = false;
    dispatch({ do: "read", keepsOrder });
    const result = await settled(async () => {
      const loaded = await engine();
      // What is half written is not read.
      await free();
      return review(loaded, own.signal);
    });
    if (running !== own) return newest;
    running = null;
    if (result.ok) {
      mustRead = false;
      dispatch({ do: "reviewed", reviewed: result.value });
      // In the workbench a write may have been taken back by key meanwhile.
      dispatch({ do: "undoable", entry: journal.entries().at(-1) ?? null });
    } else if (result.failure.kind === "cancelled") dispatch({ do: "cancelled" });
    else dispatch({ do: "failed", failure: result.failure });
  }

  const choices = (): ReviewChoices => ({
    ...state.choices,
    template: state.template,
    report: state.report,
    earlier: null,
  });

  /** A workbook with the choices of this moment, beside the earlier round. */
  async function reviewed(
    { reviewBook, earlierRound }: PaneEngine,
    book: WorkbookSnapshot,
    signal: AbortSignal,
  ): Promise<HostResult<PaneReview>> {
    const chosen = choices();
    const { earlier } = state;
    const progress = { signal, onProgress, onWorkerLost };
    const before = earlier && (await earlierRound(reviewBook, earlier, chosen, lang, progress));
    if (before?.ok === false) {
      if (before.failure.kind === "cancelled") return before;
      dispatch({ do: "earlier", earlier: null });
      dispatch({ do: "notice", notice: { kind: "earlier-refused", file: earlier?.file ?? "", why: before.failure } });
    }
    return reviewBook(book, { ...chosen, earlier: before?.ok ? before.value : null }, lang, progress);
  }

  const read = (keepsOrder = false): Promise<void> =>
    run(async (loaded, signal) => {
      const book = await host.read({ signal });
      return book.ok ? reviewed(loaded, book.value, signal) : book;
    }, keepsOrder);

  /** Once nothing was saved for a while. */
  const readLater = (): void => {
    clearTimeout(rest);
    isResting = true;
    rest = setTimeout(() => void read(true), REST_MS);
  };

  /** Choices change what follows from the workbook, not the workbook: it is not read again. */
  function reviewAgain(): Promise<void> {
    const shown = shownReview(state);
    if (!shown || isOutdated(state) || mustRead) return read();
    return run((loaded, signal) => reviewed(loaded, shown.book, signal));
  }

  const remember = (entry: UndoEntry): void => {
    journal.push(entry);
    dispatch({ do: "undoable", entry });
  };

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
    // A save tells itself what it was about.
    if (kind !== "saving") fail(failure);
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

  /**
   * Puts what a person decided, one after the other; the list goes on meanwhile. What fails is told with the way back to
   * it, and what was typed is still there.
   */
  const save = (what: UndoEntry["what"], target: SaveTarget, planned: Planned): Promise<Outcome> => {
    if (isReadOnly(state)) return Promise.resolve("refused");
    dispatch({ do: "saving", target });
    const outcome = saves.then(() => saveNow(what, target, planned));
    saves = outcome.catch(() => undefined);
    return outcome;
  };

  async function saveNow(what: UndoEntry["what"], target: SaveTarget, planned: Planned): Promise<Outcome> {
    clearTimeout(rest);
    if (mustRead) await read(true);
    await newest;
    const refuse = (why: SaveTrouble): Outcome => {
      dispatch({ do: "save-failed", target, why });
      return "failed";
    };
    const shown = shownReview(state);
    if (!shown) return "refused";
    const loaded = await engine();
    const result = await planned(loaded, shown);
    if (!result) {
      dispatch({ do: "unsaved", target });
      return "refused";
    }
    const { plan, refusals } = result;
    if (refusals.length > 0)
      return refuse({ kind: "refusals", texts: refusals.map((one) => loaded.refusalText(one, lang)) });
    if (plan.steps.length > 0) {
      const written = await inTurn(() => carryOut(plan, "saving"));
      if (!written.ok) {
        if (isOld(written.failure)) mustRead = true;
        return refuse(written.failure);
      }
      remember({ what, inverse: written.value.inverse });
      const book = loaded.patched(shown.book, plan);
      mustRead = book === null;
      if (book && state.phase.status === "ready") dispatch({ do: "patched", reviewed: { ...shown, book } });
    }
    dispatch({ do: "saved", target });
    readLater();
    return "done";
  }

  /** Takes back what a plan says; the newest entry is gone with it. */
  const takeBack = (plan: WritePlan): Promise<HostResult<WriteReceipt>> =>
    inTurn(async () => {
      const undone = await carryOut(plan, "undoing");
      if (!undone.ok) return undone;
      journal.pop();
      dispatch({ do: "undoable", entry: journal.entries().at(-1) ?? null });
      return undone;
    });

  return {
    surroundings,
    dispatch,
    fail,
    onWorkerLost,
    read,
    reviewAgain,
    write,
    save,
    takeBack,
    /** Until all that was saved is also read again. */
    settle: async (): Promise<void> => {
      await saves;
      if (isResting || mustRead) await read(true);
      await newest;
    },
    getState: (): PaneState => state,
    /** Keeps the choices, also for the next time. */
    keepChoices: (kept: PaneChoices): void => {
      dispatch({ do: "choose", choices: kept });
      memory.saveChoices(kept);
    },
    cancel: (): void => {
      clearTimeout(rest);
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
