import type { DataRow } from "../../app/pane/data-rows";
import type { Opinion } from "../../app/pane/opinions";
import type { Remedy } from "../../app/pane/remedies";
import type { PaneReview } from "../../app/pane/pane-review";
import type { UndoEntry } from "../../app/pane/undo-journal";
import { a1, type CellAddress } from "../../core/model/address";
import type { WritePlan } from "../../core/plan/plan";
import type { HostFailure } from "../../host/port";
import { shownReview } from "../pane-state";
import type { choosingActions } from "./choosing";
import type { PaneWork } from "./pane-work";
import type { PaneEngine } from "./surroundings";

type PlanTyping = (engine: PaneEngine, shown: PaneReview) => WritePlan | null;

/** The workbook is not what was read. */
export const isOld = ({ kind }: HostFailure): boolean => kind === "stale" || kind === "partially-applied";

/**
 * What the person types for one cell or question: it is put at once, since they said what and where. Each promises whether
 * it was taken; what went wrong is told.
 */
export function typingActions(
  { surroundings, dispatch, getState, write, read }: PaneWork,
  { choose }: Pick<ReturnType<typeof choosingActions>, "choose">,
) {
  const { engine } = surroundings;

  async function put(what: UndoEntry["what"], cell: string, planned: PlanTyping): Promise<boolean> {
    const shown = shownReview(getState());
    const plan = shown && planned(await engine(), shown);
    if (!plan || getState().work) return false;
    const written = await write(plan, what, cell);
    if (written.ok) dispatch({ do: "notice", notice: { kind: "typed", cell } });
    if (written.ok || isOld(written.failure)) await read();
    return written.ok;
  }

  /** Kept until 写入, which gives it a cell; null takes back what was kept. */
  const keep = (label: string, input: string | null): Promise<void> => {
    const others = Object.entries(getState().choices.inputs).filter(([other]) => other !== label);
    return choose({ inputs: Object.fromEntries(input === null ? others : [...others, [label, input]]) });
  };

  return {
    /** Fills in a number or choice: into its cell on 基础数据 where there is one, else kept until 写入. False: not an answer. */
    fill: async (row: DataRow, text: string): Promise<boolean> => {
      const { typedAnswer, clearedAnswer, planTyped } = await engine();
      const answer = text.trim() === "" ? clearedAnswer(row) : typedAnswer(row, text);
      if (!answer || !shownReview(getState())) return false;
      if (row.typedInSheet && row.cell) return put("data", row.cell, (_, { book }) => planTyped(book, answer.cells));
      await keep(row.label, answer.input);
      if (answer.input !== null) dispatch({ do: "notice", notice: { kind: "kept", label: row.label } });
      return true;
    },
    putText: (what: "reason" | "evidence", at: CellAddress, text: string): Promise<boolean> =>
      put(what, a1(at), ({ planTyped, typedText }, { book }) => planTyped(book, [{ at, content: typedText(text) }])),
    /** One press that mends the cell. */
    mend: ({ what, at, cell, content }: Extract<Remedy, { readonly do: "put" }>): Promise<boolean> =>
      put(what, cell, ({ planTyped }, { book }) => planTyped(book, [{ at, content }])),
    /** Null takes the waiver back. */
    waive: (fingerprint: string, reason: string | null): Promise<boolean> =>
      put("waiver", "核验记录", ({ planWaiver, planWaiverTakenBack }, shown) =>
        reason === null ? planWaiverTakenBack(shown, fingerprint) : planWaiver(shown, fingerprint, reason),
      ),
    putOpinion: (opinion: Opinion, cell: string): Promise<boolean> =>
      put("opinion", cell, ({ planOpinion }, shown) => planOpinion(shown, opinion)),
  };
}
