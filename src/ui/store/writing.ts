import type { UndoEntry } from "../../app/pane/undo-journal";
import { shownAddress, type CellAddress } from "../../core/workbook/address";
import type { WritePlan } from "../../core/workbook/write-plan";
import { isOutdated, isReadOnly, shownReview } from "../pane-state";
import { isOld, type PaneWork } from "./pane-work";

/** 写入 and 撤销: shown first, carried out on agreement, taken back on demand. */
export function writingActions(work: PaneWork) {
  const { surroundings, dispatch, getState, keepChoices, read, fail, write, takeBack, settle } = work;
  const { engine, lang, host, journal } = surroundings;

  /** The pane shows no such control while it is 只读; the ribbon and the keys are still there. */
  function refusesToWrite(): boolean {
    const refuses = isReadOnly(getState());
    if (refuses) dispatch({ do: "notice", notice: { kind: "read-only" } });
    return refuses;
  }

  /** Shows what 写入 would do, on a page of its own; a review that is out of date is made anew first. */
  async function propose(fillBlank: boolean): Promise<void> {
    if (refusesToWrite()) return;
    await settle();
    if (isOutdated(getState())) await read();
    const state = getState();
    const shown = shownReview(state);
    if (!shown || state.phase.status !== "ready" || state.work) return;
    const { propose: plan } = await engine();
    dispatch({ do: "propose", proposal: plan(shown, { lang, fillBlank, giver: "pane" }) });
    dispatch({ do: "page", page: "write" });
  }

  async function undone(
    plan: WritePlan,
    { what, inputs = {} }: UndoEntry,
    cells: number,
    kept: readonly CellAddress[],
  ) {
    const result = await takeBack(plan);
    if (result.ok) {
      const { choices } = getState();
      if (Object.keys(inputs).length > 0) keepChoices({ ...choices, inputs: { ...inputs, ...choices.inputs } });
      dispatch({ do: "notice", notice: { kind: "undone", entry: what, cells, kept: kept.map(shownAddress) } });
    }
    if (result.ok || isOld(result.failure)) await read();
  }

  return {
    propose,
    closeProposal: (): void => dispatch({ do: "page", page: null }),
    confirm: async (): Promise<void> => {
      const { proposal, work: underway, choices } = getState();
      if (!proposal || underway) return;
      const written = await write(proposal.result.plan, "review", choices.inputs);
      dispatch({ do: "page", page: null });
      if (written.ok) {
        dispatch({ do: "notice", notice: { kind: "wrote", places: proposal.rows.length } });
        // What was kept stands in the workbook now.
        keepChoices({ ...getState().choices, inputs: {} });
      }
      return read();
    },
    /** Takes the newest write back, cell by cell; where cells were changed since it asks first. */
    undo: async (): Promise<void> => {
      if (refusesToWrite()) return;
      await settle();
      const entry = journal.entries().at(-1);
      if (!entry) {
        dispatch({ do: "notice", notice: { kind: "nothing-to-undo" } });
        return;
      }
      const now = await host.read();
      if (!now.ok) {
        fail(now.failure);
        return;
      }
      const { undoByCell } = await engine();
      const { plan, whole, cells, kept } = undoByCell(entry.inverse, now.value);
      if (kept.length === 0) return undone(plan, entry, cells, []);
      dispatch({ do: "notice", notice: { kind: "undo-partly", entry: entry.what, cells, kept, plan, whole } });
    },
    /** On what the notice asked: what was changed since stays, or goes too. */
    undoPartly: async (alsoChanged: boolean): Promise<void> => {
      const { notice } = getState();
      const entry = journal.entries().at(-1);
      if (notice?.kind !== "undo-partly" || !entry) return;
      const { plan, whole, cells, kept } = notice;
      dispatch({ do: "notice", notice: null });
      if (alsoChanged) await undone(whole, entry, cells + kept.length, []);
      else await undone(plan, entry, cells, kept);
    },
  };
}
