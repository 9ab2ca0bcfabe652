import { createPaneMemory } from "../app/pane/pane-memory";
import { createUndoJournal, type TextStore } from "../app/pane/undo-journal";
import type { WorkbookHost } from "../host/port";
import type { Language } from "../ui/i18n/words";
import { createPaneStore, type PaneStore, type PaneSurroundings } from "../ui/pane-store";

/**
 * The pane until Office is ready, which takes most of a start: the same pages, over a workbook that does not answer yet.
 * What the person presses meanwhile is theirs to keep: see `goOn`; their habits are in the store.
 */
export function createStartingPane(
  store: TextStore | null,
  lang: Language,
  { engine, openNew }: Pick<PaneSurroundings, "engine" | "openNew">,
): PaneStore {
  const memory = createPaneMemory(store, null);
  const pane = createPaneStore({
    host: NO_ANSWER,
    engine,
    memory,
    journal: createUndoJournal(null, ""),
    lang,
    openNew,
  });
  if (memory.habits.welcomed) void pane.actions.read();
  return pane;
}

/** Goes on in the pane proper where the person is: in their section, and reviewed where they want it. */
export function goOn(starting: PaneStore, pane: PaneStore): void {
  pane.actions.section(starting.getState().section);
  if (wasBegun(starting)) void pane.actions.begin();
}

/** Whether a review is wanted: the first page was left on an earlier day, or just now. */
export const wasBegun = (pane: PaneStore): boolean => pane.getState().phase.status !== "idle";

const never = <T>(): Promise<T> => new Promise(() => undefined);

const NO_ANSWER: WorkbookHost = {
  capabilities: { nativeUndo: false, deleteSheet: false, reveal: false, conditionalFormats: false, validations: false },
  read: never,
  write: never,
  reveal: never,
};
