import { isOutdated, shownReview } from "../pane-state";
import type { PaneWork } from "./pane-work";

/** 写入 and 撤销: shown first, carried out on agreement, taken back on demand. */
export function writingActions({ surroundings, dispatch, fail, getState, keepChoices, read, write }: PaneWork) {
  const { host, engine, journal, lang } = surroundings;
  return {
    /** Shows what 写入 would do; a review that is out of date is made anew first. */
    propose: async (fillBlank: boolean): Promise<void> => {
      if (isOutdated(getState())) await read();
      const state = getState();
      const shown = shownReview(state);
      if (!shown || state.phase.status !== "ready" || state.work) return;
      const { propose } = await engine();
      dispatch({ do: "propose", proposal: propose(shown, { lang, fillBlank, giver: "pane" }) });
    },
    closeProposal: (): void => dispatch({ do: "propose", proposal: null }),
    confirm: async (): Promise<void> => {
      const { proposal, work } = getState();
      if (!proposal || work) return;
      const written = await write(proposal.result.plan, "review", "");
      dispatch({ do: "propose", proposal: null });
      if (written.ok) {
        dispatch({ do: "notice", notice: { kind: "wrote", cells: written.value.cellsWritten } });
        // What was kept stands in the workbook now.
        keepChoices({ ...getState().choices, inputs: {} });
      }
      return read();
    },
    undo: async (): Promise<void> => {
      const entry = journal.entries().at(-1);
      if (getState().work) return;
      if (!entry) {
        dispatch({ do: "notice", notice: { kind: "nothing-to-undo" } });
        return;
      }
      dispatch({ do: "work", work: { kind: "undoing", progress: null } });
      const undone = await host.write(entry.inverse);
      dispatch({ do: "work", work: null });
      if (!undone.ok) {
        fail(undone.failure);
        return;
      }
      journal.pop();
      dispatch({ do: "undoable", entry: journal.entries().at(-1) ?? null });
      dispatch({ do: "notice", notice: { kind: "undone", entry: entry.what } });
      return read();
    },
  };
}
