import type { PaneStore } from "../ui/pane-store";

/**
 * Tells the pane when it is closed and shown again: with a shared runtime the page stays loaded behind a closed pane.
 * Where Office does not tell, the page ends with the pane.
 */
export function followVisibility({ setVisible }: Pick<PaneStore, "setVisible">): void {
  if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return;
  // What is refused leaves a pane that goes on listening while it is closed: more than needed, nothing wrong.
  Office.addin
    .onVisibilityModeChanged(({ visibilityMode }) => setVisible(visibilityMode === Office.VisibilityMode.taskpane))
    .catch(() => undefined);
}
