import { hash64 } from "../../core/findings/fingerprint";
import { wordFindings } from "../../core/findings/word";
import { findingContents } from "../../core/plan/record/record-lines";
import { planRecordRows } from "../../core/plan/record/record-rows";
import { planBase, planReasons, planRules } from "../../core/plan/plan-part";
import { planSlip, type SlipEntry } from "../../core/plan/slip-sheet";
import type { PlanResult } from "../../core/plan/steps/plan-result";
import type { ReviewerChoice } from "../../core/plan/rules-draft";
import { readOurs } from "../../core/ours/read-ours";
import { WAIVED } from "../../core/ours/record-sheet";
import { sealText, standingStatus, valuesHash } from "../../core/ours/waiver";
import type { CellContent } from "../../core/workbook/write-plan";
import type { Reviewed } from "../review-workbook";
import { recordOf } from "./opinions";
import { reasonPlaces } from "./reason-place";
import { planTyped, typedText } from "./typed-cells";

/** Saves that need no 写入: what is missing for them in the workbook is added with them (SPEC P21, P22). */

/** Puts a reason into its cell; where the table has no column for it, one is added. */
export function planReason(reviewed: Reviewed, tableId: string, index: number, text: string): PlanResult {
  const { at } = reasonPlaces(reviewed, tableId)(index);
  if (!at) return planReasons(reviewed.book, reviewed.review, tableId, new Map([[index, text.trim()]]));
  return { plan: planTyped(reviewed.book, [{ at, content: typedText(text) }]), findings: [], refusals: [] };
}

/** 基础数据 with the numbers that were given to the review. */
export const planData = ({ book, review }: Reviewed): PlanResult => planBase(book, review, "pane");

/** A pack taken, declined or a setting changed, on the sheet 规则. */
export const planChoice = ({ book, review }: Reviewed, choice: ReviewerChoice): PlanResult =>
  planRules(book, review, choice, "zh");

/** 只读 set or taken back; null where there is no sheet 规则 to say it: none is added for that. */
export const planReadOnly = (reviewed: Reviewed, readOnly: boolean): PlanResult | null =>
  readOurs(reviewed.book).rules && planChoice(reviewed, { pack: null, settings: [], readOnly });

/** The return slip of this round, which it closes. */
export const planReturn = ({ book, review }: Reviewed, lines: readonly SlipEntry[]): PlanResult =>
  planSlip(book, lines, review.tables[0]?.table.unit ?? "");

/**
 * Waives a finding on the record: 处理=豁免 with the reason as 复核意见, sealed with the values that the person has read in
 * the pane. Its row is added where 核验记录 does not list it yet.
 */
export function planWaiver({ book, review }: Reviewed, fingerprint: string, reason: string): PlanResult | null {
  const worded = wordFindings(review.findings, "zh").find((one) => one.fingerprint === fingerprint);
  const opinion = reason.trim();
  if (!worded || opinion === "") return null;
  const values = valuesHash(book, worded);
  const entry = recordOf(book)?.byFingerprint.get(fingerprint);
  // The row keeps its words, and with them the round in which they were said; a new row is said in this one.
  const { round, history } = entry ? (entry.seal ?? NOT_SEALED) : { round: recordOf(book)?.round ?? 1, history: "" };
  const waived = { values, opinion: hash64(opinion) };
  const decided: Readonly<Record<string, CellContent>> = {
    treatment: { type: "text", text: WAIVED },
    opinion: typedText(opinion),
    seal: typedText(sealText(fingerprint, { values, waived, status: standingStatus(worded.finding), round, history })),
  };
  return planRecordRows(book, review, [{ fingerprint, subject: findingContents(worded, "zh"), decided }], "zh");
}

const NOT_SEALED = { round: null, history: null } as const;

/** Takes the waiver back; the words in 复核意见 stay. Null where no record lists it. */
export function planWaiverTakenBack({ book, review }: Reviewed, fingerprint: string): PlanResult | null {
  const { record } = readOurs(book);
  if (record === null || record === "unreadable" || !record.byFingerprint.has(fingerprint)) return null;
  const decided = { treatment: { type: "blank" } } as const;
  return planRecordRows(book, review, [{ fingerprint, subject: {}, decided }], "zh");
}
