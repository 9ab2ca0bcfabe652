import type { WorkbenchStore } from "../workbench-store";
import type { BatchStore } from "./batch-store";

/** Opens a file of the folder beside the other workbooks, once; why it can not be opened is told where it was asked for. */
export async function openUnit(store: WorkbenchStore, batch: BatchStore, path: string, sheet: string): Promise<void> {
  const state = batch.getState();
  const file = batch.actions.fileAt(path);
  if (!state || !file) return;
  const id = `folder:${path}`;
  if (store.getState().files.some((one) => one.id === id)) {
    store.actions.activate(id);
    if (sheet !== "") store.actions.showSheet(id, sheet);
  } else {
    const { openingOf } = await import("./batch-work");
    const opening = await openingOf(file, sheet, state.lang);
    if (!opening.ok) {
      batch.actions.tell(opening.failure);
      return;
    }
    if (!(await store.actions.open(opening.value, id))) {
      batch.actions.tell(store.getState().notice?.text ?? "");
      return;
    }
  }
  batch.actions.show(false);
}
