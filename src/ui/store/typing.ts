import type { DataRow } from "../../app/pane/data-row";
import type { Opinion } from "../../app/pane/opinions";
import type { Remedy } from "../../app/pane/remedies";
import type { CellRoleChoice } from "../../core/ours/cell-roles";
import type { QueueItem } from "../../app/pane/queue-item";
import { a1, type CellAddress } from "../../core/workbook/address";
import type { CellContent, WritePlan } from "../../core/workbook/write-plan";
import type { SlipLine } from "../../app/pane/slip";
import type { Notice, SaveTarget } from "../pane-notice";
import { shownReview } from "../pane-state";
import type { Outcome } from "./outcome";
import type { PaneWork } from "./pane-work";

const NOTHING_ELSE = { findings: [], refusals: [] } as const;
const planOf = (plan: WritePlan) => ({ plan, ...NOTHING_ELSE });
const elsewhere = (cell: string): SaveTarget => ({ key: null, reviewing: null, cell });

/**
 * What the person types for one cell or question: it is put at once, into the workbook and nowhere else, held to the
 * workbook that they saw when they typed (SPEC U3).
 */
export function typingActions({
  surroundings,
  dispatch,
  getState,
  save,
  settle,
  keepChoices,
  onWorkerLost,
  read,
}: PaneWork) {
  const { engine, lang } = surroundings;

  /** Numbers for 基础数据, which is added with the first of them. */
  function give(inputs: Readonly<Record<string, string>>, target: SaveTarget): Promise<Outcome> {
    return save("data", target, async ({ reviewBook, planData }, shown) => {
      const { choices, template } = getState();
      const given = { ...choices, template, report: null, earlier: null, inputs: { ...choices.inputs, ...inputs } };
      const reviewed = await reviewBook(shown.book, given, lang, { onWorkerLost });
      return reviewed.ok ? planData(reviewed.value) : null;
    });
  }

  const saveRoles = (target: SaveTarget, cellRoles: readonly CellRoleChoice[]): Promise<Outcome> =>
    save("rules", target, ({ planChoice }, shown) => planChoice(shown, { pack: null, settings: [], cellRoles }));

  return {
    /** A number or choice of 数据; nothing typed takes it away. */
    fill: async (row: DataRow, text: string, key: string | null = null): Promise<Outcome> => {
      const { typedAnswer, clearedAnswer } = await engine();
      const answer = text.trim() === "" ? clearedAnswer(row) : typedAnswer(row, text);
      if (!answer) return "refused";
      const target = { ...elsewhere(row.cell ?? row.shown), key };
      if (row.typedInSheet && row.cell)
        return save("data", target, ({ planTyped }, { book }) => planOf(planTyped(book, answer.cells)));
      return answer.input === null ? "refused" : give({ [row.label]: answer.input }, target);
    },
    /** 取所选: the quantity reads the cell that is selected in Excel; 基础数据 is added first where there is none. */
    link: async (row: DataRow, to: CellAddress): Promise<Outcome> => {
      const target = elsewhere(row.cell ?? row.shown);
      const { holdsNumber } = await engine();
      const book = shownReview(getState())?.book;
      if (!book || !holdsNumber(book, to)) return "refused";
      if (!row.typedInSheet) {
        const added = await give({}, target);
        if (added !== "done") return added;
        await settle();
      }
      return save("data", target, ({ linkedAnswer, planTyped }, { book: now, data }) => {
        const found = data.flatMap(({ rows }) => rows).find(({ label }) => label === row.label);
        const cells = found && linkedAnswer(now, found, to);
        return cells ? planOf(planTyped(now, cells)) : null;
      });
    },
    /** Several at once, as they were pasted. */
    fillAll: async (filled: readonly { readonly row: DataRow; readonly text: string }[]): Promise<Outcome> => {
      const { typedAnswer } = await engine();
      const answers = filled.map(({ row, text }) => ({ row, answer: typedAnswer(row, text) }));
      if (answers.some(({ answer }) => answer === null)) return "refused";
      const inSheet = answers.flatMap(({ row, answer }) => (row.typedInSheet && answer ? answer.cells : []));
      const inputs = Object.fromEntries(
        answers.flatMap(({ row, answer }) =>
          !row.typedInSheet && answer?.input != null ? [[row.label, answer.input]] : [],
        ),
      );
      const target = elsewhere("基础数据");
      if (inSheet.length > 0) {
        const put = await save("data", target, ({ planTyped }, { book }) => planOf(planTyped(book, inSheet)));
        if (put !== "done") return put;
      }
      return Object.keys(inputs).length > 0 ? give(inputs, target) : "done";
    },
    /** 扣分原因, in its column or in the one that is added. */
    reason: (item: QueueItem, cell: string, text: string): Promise<Outcome> =>
      save("reason", targetOf(item, cell), ({ planReason }, shown) =>
        item.table !== null && item.index !== null && text.trim() !== ""
          ? planReason(shown, item.table, item.index, text)
          : null,
      ),
    evidence: (item: QueueItem, at: CellAddress, text: string): Promise<Outcome> =>
      save("evidence", targetOf(item, a1(at)), ({ planTyped, typedText }, { book }) =>
        text.trim() === "" ? null : planOf(planTyped(book, [{ at, content: typedText(text) }])),
      ),
    /** The one cell of the unit's that an open item changes: its score. */
    score: (item: QueueItem, text: string): Promise<Outcome> =>
      save("score", targetOf(item, item.cell), ({ planTyped, typedNumber }, { book }) => {
        const content: CellContent | null = typedNumber(text);
        return content && item.at ? planOf(planTyped(book, [{ at: item.at, content }])) : null;
      }),
    /** One press that mends the cell. */
    mend: (item: QueueItem, { what, at, cell, content }: Extract<Remedy, { readonly do: "put" }>): Promise<Outcome> =>
      save(what, targetOf(item, cell), ({ planTyped }, { book }) => planOf(planTyped(book, [{ at, content }]))),
    /** What cells are, in 规则; the table is read anew with it. */
    sayRoles: (item: QueueItem, cellRoles: readonly CellRoleChoice[]): Promise<Outcome> =>
      saveRoles(targetOf(item, "规则"), cellRoles),
    /** Which row is a header and what its heads are, where no table was found; the workbook is read anew with it. */
    sayHeader: async (cellRoles: readonly CellRoleChoice[]): Promise<Outcome> => {
      const outcome = await saveRoles(elsewhere("规则"), cellRoles);
      if (outcome === "done") await read();
      return outcome;
    },
    waive: (item: QueueItem, fingerprint: string, reason: string): Promise<Outcome> =>
      save("waiver", targetOf(item, "核验记录"), ({ planWaiver }, shown) => planWaiver(shown, fingerprint, reason)),
    takeWaiverBack: (fingerprint: string): Promise<Outcome> =>
      save("waiver", elsewhere("核验记录"), ({ planWaiverTakenBack }, shown) =>
        planWaiverTakenBack(shown, fingerprint),
      ),
    /** 复核分, 复核意见 and 退回 of one indicator, or of all that agree. */
    opine: async (opinions: readonly Opinion[], cell: string): Promise<Outcome> => {
      const [only] = opinions;
      const reviewing = only && opinions.length === 1 ? { table: only.table, index: only.index } : null;
      const outcome = await save("opinion", { key: null, reviewing, cell }, ({ planOpinions }, shown) =>
        planOpinions(shown, opinions),
      );
      if (outcome === "done" && opinions.length > 1)
        dispatch({ do: "notice", notice: { kind: "batch", count: opinions.length } });
      return outcome;
    },
    /** The return slip as a sheet; it closes the round. */
    returnSlip: async (lines: readonly SlipLine[]): Promise<void> => {
      const words = { scores: "请更正得分", supply: "请补充" };
      const entries = lines.map((line) => ({ ...line, group: words[line.group] }));
      const outcome = await save("slip", elsewhere("退回意见"), ({ planReturn }, shown) => planReturn(shown, entries));
      if (outcome !== "done") return;
      dispatch({ do: "page", page: null });
      dispatch({ do: "notice", notice: { kind: "slip-written", count: lines.length } });
    },
    /** 公式核查表, in place of the one of an earlier audit. */
    writeAudit: async (): Promise<Outcome> => {
      const outcome = await save("audit", elsewhere("公式核查表"), async (_, shown) => {
        const { planAuditHere } = await import(/* webpackChunkName: "audit" */ "../../app/pane/audit-plan");
        return planAuditHere(shown, lang);
      });
      if (outcome === "done") dispatch({ do: "notice", notice: { kind: "audit-written" } });
      return outcome;
    },
    told: (notice: Notice): void => dispatch({ do: "notice", notice }),
    /** What an earlier version kept beside the workbook goes into it. */
    keepInputs: async (): Promise<void> => {
      const { choices } = getState();
      if (Object.keys(choices.inputs).length === 0) return;
      const outcome = await give({}, elsewhere("基础数据"));
      if (outcome === "done") keepChoices({ ...getState().choices, inputs: {} });
    },
  };
}

const targetOf = ({ key }: QueueItem, cell: string): SaveTarget => ({ key, reviewing: null, cell });
