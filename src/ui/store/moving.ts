import type { QueueKind } from "../../app/pane/queue-item";
import { itemBefore, nextItem } from "../../app/pane/queue";
import type { Tab } from "../../app/pane/pane-memory";
import type { CellAddress } from "../../core/workbook/address";
import type { IndicatorRef } from "../pane-notice";
import { shownQueue, type Page, type PaneState } from "../pane-state";
import type { PaneWork } from "./pane-work";

/** Moving about: nothing is changed but what is shown and selected. */
export function movingActions({ surroundings, dispatch, fail, getState }: PaneWork) {
  const reveal = async (at: CellAddress): Promise<void> => {
    dispatch({ do: "select", at });
    const shown = await surroundings.host.reveal(at);
    if (!shown.ok && shown.failure.kind !== "unsupported") fail(shown.failure);
  };
  /** Opens an item of 待办 and shows its cell; null closes. */
  const open = (key: string | null): void => {
    dispatch({ do: "open", key });
    const item = getState().queue.find((one) => one.key === key);
    if (item?.at) void reveal(item.at);
  };
  const openNext = (): void => open(nextItem(listed(getState()), getState().open, isDone(getState()))?.key ?? null);
  return {
    tab: (tab: Tab): void => {
      dispatch({ do: "tab", tab });
      const habits = { ...getState().habits, tab };
      dispatch({ do: "habits", habits });
      surroundings.memory.saveHabits(habits);
    },
    page: (page: Page | null): void => dispatch({ do: "page", page }),
    table: (table: string | null): void => dispatch({ do: "table", table }),
    filter: (kind: QueueKind | null): void => dispatch({ do: "filter", kind }),
    open,
    openNext,
    openBefore: (): void => open(itemBefore(listed(getState()), getState().open)?.key ?? null),
    review: (ref: IndicatorRef | null, at: CellAddress | null): void => {
      dispatch({ do: "reviewing", ref });
      if (at) void reveal(at);
    },
    dismissNotice: (): void => dispatch({ do: "notice", notice: null }),
    wantData: (labels: readonly string[]): void => dispatch({ do: "want", labels }),
    reveal,
  };
}

/** The rows through which the keys go: those of the filter. */
const listed = (state: PaneState) =>
  shownQueue(state).filter(({ kind }) => state.filter === null || kind === state.filter);

const isDone =
  ({ done }: PaneState) =>
  ({ key }: { readonly key: string }): boolean =>
    done.has(key);
