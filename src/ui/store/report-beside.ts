import { shownReview } from "../pane-state";
import type { PaneWork } from "./pane-work";

/** The narrative report beside the workbook: read on this machine, kept as long as the pane, never in the workbook (SPEC U23). */
export function reportActions({ surroundings, dispatch, getState, reviewAgain }: PaneWork) {
  return {
    /** Takes the report's place, if there was one before. A file that can not be read changes nothing. */
    layReport: async (file: string, bytes: Uint8Array): Promise<void> => {
      const read = await surroundings.readReport?.(file, bytes);
      if (!read) return;
      if (!read.ok) {
        dispatch({ do: "notice", notice: { kind: "report-refused", file, failure: read.failure } });
        return;
      }
      dispatch({ do: "report", report: read.value });
      await reviewAgain();
      const laid = shownReview(getState())?.report;
      if (getState().report !== read.value || !laid) return;
      const found = laid.counts.error + laid.counts.warning + laid.counts.info;
      dispatch({ do: "notice", notice: { kind: "report-read", file, found } });
    },
    removeReport: (): Promise<void> => {
      dispatch({ do: "report", report: null });
      return reviewAgain();
    },
  };
}
