import { isOutdated, shownReview } from "../pane-state";
import { isOld, type PaneWork } from "./pane-work";

/** 写入 and 撤销: shown first, carried out on agreement, taken back on demand. */
export function writingActions({ surroundings, dispatch, getState, keepChoices, read, write, undo }: PaneWork) {
  const { engine, lang } = surroundings;
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
      const { proposal, work, choices } = getState();
      if (!proposal || work) return;
      const written = await write(proposal.result.plan, "review", choices.inputs);
      dispatch({ do: "propose", proposal: null });
      if (written.ok) {
        dispatch({ do: "notice", notice: { kind: "wrote", places: proposal.rows.length } });
        // What was kept stands in the workbook now.
        keepChoices({ ...getState().choices, inputs: {} });
      }
      return read();
    },
    /** What 写入 had stored for the pane is kept in the pane again; what was typed since goes before it. */
    undo: async (): Promise<void> => {
      const undone = await undo();
      if (undone === null) {
        dispatch({ do: "notice", notice: { kind: "nothing-to-undo" } });
        return;
      }
      if (undone.ok) {
        const { what, inputs } = undone.value;
        const { choices } = getState();
        keepChoices({ ...choices, inputs: { ...inputs, ...choices.inputs } });
        dispatch({ do: "notice", notice: { kind: "undone", entry: what } });
      }
      if (undone.ok || isOld(undone.failure)) await read();
    },
  };
}
