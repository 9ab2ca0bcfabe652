import type { HostFailure } from "../host/port";
import { choosingActions } from "./store/choosing";
import { movingActions } from "./store/moving";
import { createPaneWork, internalFailure } from "./store/pane-work";
import type { PaneSurroundings } from "./store/surroundings";
import { typingActions } from "./store/typing";
import { writingActions } from "./store/writing";

export type { PaneSurroundings } from "./store/surroundings";
export type PaneStore = ReturnType<typeof createPaneStore>;

/** How long the workbook must be quiet before it is read again. */
const QUIET_MS = 600;

/**
 * The pane's state and everything that changes it. Reads, writes and undoes run one at a time; what the user does while
 * one runs is either harmless (moving about) or waits.
 */
export function createPaneStore(surroundings: PaneSurroundings) {
  const { host, openSample } = surroundings;
  const work = createPaneWork(surroundings);
  const { dispatch, getState, read } = work;
  const choosing = choosingActions(work);
  const actions = told(work.fail, {
    ...movingActions(work),
    ...choosing,
    ...typingActions(work, choosing),
    ...writingActions(work),
    read,
    cancel: work.cancel,
    /** Past the first page, and reviewed. */
    begin: (): Promise<void> => {
      choosing.habits({ ...getState().habits, welcomed: true });
      return read();
    },
    openSample: async (): Promise<void> => {
      if (!(await openSample?.())) dispatch({ do: "notice", notice: { kind: "sample-failed" } });
    },
  });
  return {
    actions,
    canOpenSample: openSample !== null,
    canReadFile: surroundings.readFile !== undefined,
    getState,
    subscribe: work.subscribe,
    /** Listens to the workbook until the returned function is called. */
    start: (): (() => void) => {
      let quiet: ReturnType<typeof setTimeout> | undefined;
      const readWhenQuiet = (): void => {
        clearTimeout(quiet);
        if (getState().phase.status !== "idle") quiet = setTimeout(() => void read(), QUIET_MS);
      };
      const offChanged = host.onChanged?.(({ own }) => {
        if (own || getState().work) return;
        dispatch({ do: "changed" });
        readWhenQuiet();
      });
      const offSelected = host.onSelected?.((at) => {
        if (getState().habits.followSelection) dispatch({ do: "select", at });
      });
      return () => {
        offChanged?.();
        offSelected?.();
        clearTimeout(quiet);
        work.cancel();
      };
    },
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
