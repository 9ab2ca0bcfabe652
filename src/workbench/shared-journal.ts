import type { UndoEntry, UndoJournal } from "../app/pane/undo-journal";
import type { WorkbenchHost } from "../host/workbench/workbench-host";

/**
 * The pane's journal over the workbench's one list: what was taken back by key is none of it any more, so that neither
 * takes back what the other did (SPEC B7).
 */
export function sharedJournal(host: WorkbenchHost): UndoJournal {
  let named: readonly UndoEntry[] = [];
  let newest: UndoEntry | undefined;
  return {
    entries() {
      const standing = named.filter(({ inverse }) => host.isDone(inverse));
      newest = standing.at(-1);
      return standing;
    },
    push(entry) {
      named = [...named, entry];
    },
    /** The one that was looked at last: once it is undone it stands no more, and another would be the newest. */
    pop() {
      named = named.filter((entry) => entry !== newest);
    },
  };
}
