import type { Opinion } from "../../app/pane/opinions";
import type { Remedy } from "../../app/pane/remedies";
import type { PaneReview } from "../../app/pane/pane-review";
import type { UndoEntry } from "../../app/pane/undo-journal";
import { a1, type CellAddress } from "../../core/workbook/address";
import type { WritePlan } from "../../core/workbook/write-plan";
import { shownReview } from "../pane-state";
import type { choosingActions } from "./choosing";
import { isOld, type PaneWork } from "./pane-work";
import type { PaneEngine } from "./surroundings";
import type { DataRow } from "../../app/pane/data-row";
import type { Outcome } from "./outcome";

type PlanTyping = (engine: PaneEngine, shown: PaneReview) => WritePlan | null;

/**
 * What the person types for one cell or question: it is put at once, since they said what and where, or as soon as what
 * is being written is done. It is held to the workbook that they saw when they typed (SPEC U8).
 */
export function typingActions(
  { surroundings, dispatch, getState, write, read }: PaneWork,
  { choose }: Pick<ReturnType<typeof choosingActions>, "choose">,
) {
  const { engine } = surroundings;

  async function put(what: UndoEntry["what"], cell: string, planned: PlanTyping): Promise<Outcome> {
    const shown = shownReview(getState());
    const plan = shown && planned(await engine(), shown);
    if (!plan) return "refused";
    const written = await write(plan, what);
    if (written.ok) dispatch({ do: "notice", notice: { kind: "typed", cell } });
    if (written.ok || isOld(written.failure)) await read();
    return written.ok ? "done" : "failed";
  }

  /** Kept until 写入, which gives it a cell; null takes back what was kept. */
  const keep = (label: string, input: string | null): Promise<void> => {
    const others = Object.entries(getState().choices.inputs).filter(([other]) => other !== label);
    return choose({ inputs: Object.fromEntries(input === null ? others : [...others, [label, input]]) });
  };

  return {
    /** Fills in a number or choice: into its cell on 基础数据 where there is one, else kept until 写入. */
    fill: async (row: DataRow, text: string): Promise<Outcome> => {
      const { typedAnswer, clearedAnswer, planTyped } = await engine();
      const answer = text.trim() === "" ? clearedAnswer(row) : typedAnswer(row, text);
      if (!answer || !shownReview(getState())) return "refused";
      if (row.typedInSheet && row.cell) return put("data", row.cell, (_, { book }) => planTyped(book, answer.cells));
      await keep(row.label, answer.input);
      if (answer.input !== null) dispatch({ do: "notice", notice: { kind: "kept", label: row.label } });
      return "done";
    },
    putText: (what: "reason" | "evidence", at: CellAddress, text: string): Promise<Outcome> =>
      put(what, a1(at), ({ planTyped, typedText }, { book }) => planTyped(book, [{ at, content: typedText(text) }])),
    /** One press that mends the cell. */
    mend: ({ what, at, cell, content }: Extract<Remedy, { readonly do: "put" }>): Promise<Outcome> =>
      put(what, cell, ({ planTyped }, { book }) => planTyped(book, [{ at, content }])),
    /** Null takes the waiver back. */
    waive: (fingerprint: string, reason: string | null): Promise<Outcome> =>
      put("waiver", "核验记录", ({ planWaiver, planWaiverTakenBack }, shown) =>
        reason === null ? planWaiverTakenBack(shown, fingerprint) : planWaiver(shown, fingerprint, reason),
      ),
    putOpinion: (opinion: Opinion, cell: string): Promise<Outcome> =>
      put("opinion", cell, ({ planOpinion }, shown) => planOpinion(shown, opinion)),
  };
}
