import type { CleanSummary } from "../../app/pane/clean-summary";
import { shownReview } from "../pane-state";
import { internalFailure, type PaneWork } from "./pane-work";

/** The 报送版: a copy without anything of ours, opened beside the workbook, which is left as it is (SPEC U16). */
export function copyingActions({ surroundings, dispatch, fail, getState, settle }: PaneWork) {
  return {
    cleanSummary: async (): Promise<CleanSummary | null> => {
      const shown = shownReview(getState());
      const { cleanSummary } = await surroundings.engine();
      return shown && cleanSummary(shown.book);
    },
    makeCleanCopy: async (): Promise<void> => {
      if (!surroundings.openCleanCopy || getState().work) return;
      await settle();
      dispatch({ do: "work", work: { kind: "copying", progress: null } });
      const opened = await surroundings.openCleanCopy().catch((error: unknown) => {
        return { ok: false, failure: internalFailure(error) } as const;
      });
      dispatch({ do: "work", work: null });
      if (!opened.ok) {
        fail(opened.failure);
        return;
      }
      dispatch({ do: "page", page: null });
      dispatch({ do: "notice", notice: { kind: "clean-opened" } });
    },
  };
}
