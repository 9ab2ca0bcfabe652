import type { PaneWork } from "./pane-work";

/** A file of an earlier round beside the workbook: read on this machine, kept as long as the pane, never in the workbook (SPEC Y18). */
export function earlierActions({ surroundings, dispatch, getState, reviewAgain }: PaneWork) {
  const { engine, lang, readFile } = surroundings;
  return {
    /** Takes the place of the file before, if there was one. A file that can not be read changes nothing. */
    compareWith: async (file: string, bytes: Uint8Array): Promise<void> => {
      if (!readFile) return;
      const { readEarlier } = await engine();
      const read = await readEarlier(file, bytes, readFile, lang);
      if (!read.ok) {
        dispatch({ do: "notice", notice: { kind: "earlier-refused", file, why: read.failure } });
        return;
      }
      if (getState().notice?.kind === "earlier-refused") dispatch({ do: "notice", notice: null });
      dispatch({ do: "earlier", earlier: read.value });
      await reviewAgain();
    },
    /** What 核验记录 tells of the round before stands again. */
    compareNoMore: (): Promise<void> => {
      dispatch({ do: "earlier", earlier: null });
      return reviewAgain();
    },
    /** The card goes; what was found stays in 待办. */
    closeChanges: (): void => dispatch({ do: "closeChanges" }),
  };
}
