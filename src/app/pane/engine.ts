import { exactText, toDouble } from "../../core/model/exact";
import { describePlan, refusalText, type PlanRow } from "../../core/plan/describe";
import { sheetA1, type CellAddress } from "../../core/workbook/address";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { CellContent } from "../../core/workbook/write-plan";
import { contentText } from "../../core/workbook/cell-content";
import { inputNote, linkNote } from "../../core/ours/input-note";
import type { Reviewed } from "../review-workbook";
import { isFatal, planFor, type WriteReviewOptions } from "../write-review";
import { answerOf } from "./rule-details";
import type { TypedCell } from "./typed-cells";
import { summarisePlan, type PlanSummary } from "./plan-summary";
import type { PlanResult } from "../../core/plan/steps/plan-result";
import type { DataRow } from "./data-row";

/**
 * Everything behind the pane that needs the core: loaded as one chunk of its own after the shell has painted. The pane
 * talks to the core through it.
 */
export { readAndReview, reviewBook, takesSetting } from "./pane-review";
export { hasTable, readPackBook, readPackFile, userPackChoice } from "./user-pack";
export { planOpinions } from "./opinions";
export { planChoice, planData, planReadOnly, planReason, planReturn, planWaiver, planWaiverTakenBack } from "./saves";
export { planTyped, typedText } from "./typed-cells";
export { undoByCell } from "./undo-cells";
export { cleanSummary } from "./clean-summary";
export { patched } from "./patched";
export { packChoiceOf } from "./packs";
export { refusalText } from "../../core/plan/describe";

/** A plan with its words, to be shown before it is carried out. */
export interface Proposal {
  readonly result: PlanResult;
  readonly rows: readonly PlanRow[];
  /** Steps that no one needs to see: looks, widths, marks. */
  readonly hidden: number;
  readonly refusals: readonly string[];
  /** Nothing can be written at all. */
  readonly fatal: boolean;
  readonly summary: PlanSummary;
}

export function propose(reviewed: Reviewed, options: WriteReviewOptions): Proposal {
  const result = planFor(reviewed, options);
  const rows = describePlan(result.plan, options.lang);
  const visible = rows.filter((row) => row.visible);
  return {
    result,
    rows: visible,
    hidden: rows.length - visible.length,
    refusals: result.refusals.map((refusal) => refusalText(refusal, options.lang)),
    fatal: result.refusals.some(isFatal),
    summary: summarisePlan(result.plan, reviewed.book, reviewed.review.tables[0]?.table ?? null),
  };
}

/** What was typed for a number or question, as the inputs take it and as its cells do; null where it is no answer. */
export interface TypedAnswer {
  readonly input: string | null;
  readonly cells: readonly TypedCell[];
}

export function typedAnswer(row: DataRow, text: string): TypedAnswer | null {
  const { options, yesNo, at, noteAt } = row;
  const number = answerOf(text, options, yesNo);
  if (!number) return null;
  const input = options.length > 0 ? exactText(number) : text.normalize("NFKC").trim();
  const content: CellContent =
    options.length > 0 ? { type: "text", text } : { type: "number", number: toDouble(number) };
  const note: CellContent = { type: "text", text: inputNote("pane", contentText(content)) };
  return { input, cells: [...(at ? [{ at, content }] : []), ...(noteAt ? [{ at: noteAt, content: note }] : [])] };
}

/**
 * A quantity of 基础数据 takes what another cell holds, now and later: a reference, never a copy. Null where that cell holds
 * no number, or is the quantity's own.
 */
export function linkedAnswer(
  book: WorkbookSnapshot,
  { at, noteAt }: DataRow,
  to: CellAddress,
): readonly TypedCell[] | null {
  if (!at || !holdsNumber(book, to) || at.sheet === to.sheet) return null;
  const note: CellContent = { type: "text", text: linkNote(to) };
  return [
    { at, content: { type: "formula", formula: `=${sheetA1(to)}` } },
    ...(noteAt ? [{ at: noteAt, content: note }] : []),
  ];
}

export function holdsNumber(book: WorkbookSnapshot, at: CellAddress): boolean {
  const sheet = book.sheets.find(({ name }) => name === at.sheet);
  return typeof sheet?.cells.find(({ row, column }) => row === at.row && column === at.column)?.value === "number";
}

/** Nothing is given any more. */
export const clearedAnswer = ({ at, noteAt }: DataRow): TypedAnswer => ({
  input: null,
  cells: [at, noteAt].flatMap((cell) => (cell ? [{ at: cell, content: { type: "blank" } }] : [])),
});

/** A score as it is typed; null where it is no number. */
export function typedNumber(text: string): CellContent | null {
  const number = answerOf(text, [], false);
  return number && { type: "number", number: toDouble(number) };
}
