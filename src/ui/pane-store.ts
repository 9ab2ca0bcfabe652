import type { HostFailure, Unsubscribe } from "../host/port";
import { choosingActions } from "./store/choosing";
import { copyingActions } from "./store/copying";
import { earlierActions } from "./store/earlier-round";
import { movingActions } from "./store/moving";
import { createPaneWork, internalFailure, type PaneWork } from "./store/pane-work";
import type { NewWorkbook, PaneSurroundings } from "./store/surroundings";
import { reportActions } from "./store/report-beside";
import { typingActions } from "./store/typing";
import { writingActions } from "./store/writing";

export type { PaneSurroundings } from "./store/surroundings";
export type PaneStore = ReturnType<typeof createPaneStore>;

/** How long the workbook must be quiet before it is read again. */
const QUIET_MS = 600;

/**
 * The pane's state and everything that changes it. Writes and undoes run one at a time, reviews after them; what the user
 * does meanwhile is either harmless (moving about) or waits.
 */
export function createPaneStore(surroundings: PaneSurroundings) {
  const { openNew } = surroundings;
  const work = createPaneWork(surroundings);
  const { dispatch, getState, read } = work;
  const actions = told(work.fail, {
    ...movingActions(work),
    ...choosingActions(work),
    ...typingActions(work),
    ...writingActions(work),
    ...copyingActions(work),
    ...reportActions(work),
    ...earlierActions(work),
    read: (): Promise<void> => read(),
    cancel: work.cancel,
    openNew: async (what: NewWorkbook): Promise<void> => {
      if (!(await openNew?.(what))) dispatch({ do: "notice", notice: { kind: "new-refused" } });
    },
  });
  let isStarted = false;
  let isVisible = true;
  let stop: Unsubscribe | null = null;
  const settle = (): void => {
    const isListening = isStarted && isVisible;
    if (isListening) stop ??= listen(work);
    else {
      stop?.();
      stop = null;
    }
  };
  return {
    actions,
    /** Until all that was saved is also read again. */
    settled: work.settle,
    canOpenNew: openNew !== null,
    canMakeCopy: surroundings.openCleanCopy !== null,
    canReadFile: surroundings.readFile !== undefined,
    canReadReport: surroundings.readReport !== undefined,
    getState,
    subscribe: work.subscribe,
    /** Listens to the workbook while the pane is in sight, until the returned function is called. */
    start: (): (() => void) => {
      isStarted = true;
      settle();
      return () => {
        isStarted = false;
        settle();
        work.cancel();
      };
    },
    /** Out of sight nothing is heard, so that what was shown is read again when the pane comes back. */
    setVisible: (visible: boolean): void => {
      if (visible === isVisible) return;
      isVisible = visible;
      settle();
      if (isVisible && getState().phase.status !== "idle") void read();
    },
  };
}

/** Hears of changes, which are read when the workbook is quiet, and of the selection; until the returned function is called. */
function listen({ surroundings: { host }, dispatch, getState, read }: PaneWork): Unsubscribe {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  /** Whoever is in the middle of something is told, and reads again when they want to. */
  const isBusy = (): boolean => getState().open !== null || getState().reviewing !== null || getState().page !== null;
  const offChanged = host.onChanged?.(({ own }) => {
    if (own) return;
    dispatch({ do: "changed" });
    clearTimeout(quiet);
    if (getState().phase.status !== "idle") quiet = setTimeout(() => !isBusy() && void read(), QUIET_MS);
  });
  const offSelected = host.onSelected?.((at) => {
    if (getState().habits.followSelection) dispatch({ do: "select", at });
  });
  return () => {
    offChanged?.();
    offSelected?.();
    clearTimeout(quiet);
  };
}

/** The same actions; what one of them throws is a fault of ours: it is told on the page, and thrown on. */
function told<T extends object>(tell: (failure: HostFailure) => void, actions: T): T {
  const thrown = (error: unknown): never => {
    tell(internalFailure(error));
    throw error;
  };
  const guarded =
    (action: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) => {
      try {
        const result = action(...given);
        return result instanceof Promise ? result.catch(thrown) : result;
      } catch (error) {
        return thrown(error);
      }
    };
  return Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, guarded(action as never)])) as T;
}
