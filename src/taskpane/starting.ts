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
    // Nothing is open yet of which there could be a copy.
    openCleanCopy: null,
  });
  void pane.actions.read();
  return pane;
}

/** Goes on in the pane proper where the person is, and reads at once: nothing is written by that. */
export function goOn(starting: PaneStore, pane: PaneStore): void {
  pane.actions.tab(starting.getState().tab);
  void pane.actions.read();
}

const never = <T>(): Promise<T> => new Promise(() => undefined);

const NO_ANSWER: WorkbookHost = {
  capabilities: { nativeUndo: false, deleteSheet: false, reveal: false, conditionalFormats: false, validations: false },
  read: never,
  write: never,
  reveal: never,
};
