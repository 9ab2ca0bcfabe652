import type { PackFile } from "../core/rules/packs/schema";
import { planClean } from "../core/plan/clean";
import { planReview } from "../core/plan/plan-review";
import type { InputGiver } from "../core/ours/input-note";
import { fail, succeed } from "../core/model/result";
import type { HostFailure, HostResult, WorkbookHost, WriteReceipt } from "../host/port";
import { reviewerChoice } from "./chosen-pack";
import type { Language } from "./failure-words";
import type { Reviewed } from "./review-workbook";
import type { PlanResult, Refusal } from "../core/plan/steps/plan-result";

export interface WriteReviewOptions {
  readonly lang: Language;
  /** Fill the unit's blank score and rate cells with formulas that take the computed value. */
  readonly fillBlank: boolean;
  /** Where the review's inputs come from; the command line unless told. */
  readonly giver?: InputGiver;
  /** The pack that the reviewer took, to be kept in the workbook. */
  readonly pack?: PackFile | null;
}

/** What will be written, to be shown first. */
export const planFor = ({ book, review }: Reviewed, { pack, ...options }: WriteReviewOptions): PlanResult =>
  planReview(book, review, { ...options, ...(pack ? { reviewer: reviewerChoice(pack, review, options.lang) } : {}) });

/** The refusals after which there is nothing to write at all. */
export const isFatal = (refusal: Refusal): boolean =>
  refusal.kind === "review-too-large" ||
  refusal.kind === "workbook-protected" ||
  refusal.kind === "sheet-protected" ||
  refusal.kind === "pack-unavailable" ||
  refusal.kind === "sheet-unreadable";

const MOST_ROUNDS = 3;

/**
 * Carries a plan out and plans again until nothing is left to write: filling a blank score changes what the next review
 * finds, and the file that a command leaves must already say it (SPEC P2).
 */
export async function writeUntilSettled(
  host: WorkbookHost,
  first: PlanResult,
  again: () => Promise<HostResult<PlanResult>>,
): Promise<HostResult<{ readonly cellsWritten: number }>> {
  let planned = first;
  let cellsWritten = 0;
  for (let round = 0; round < MOST_ROUNDS && planned.plan.steps.length > 0; round++) {
    const written = await host.write(planned.plan);
    if (!written.ok) return written;
    cellsWritten += written.value.cellsWritten;
    const next = await again();
    if (!next.ok) return next;
    planned = next.value;
  }
  return succeed({ cellsWritten });
}

/** Makes the 报送版 of the workbook in the host: everything of ours goes, the unit's cells stay as they were (SPEC P13). */
export async function cleanWorkbook(host: WorkbookHost): Promise<HostResult<WriteReceipt>> {
  const read = await host.read();
  if (!read.ok) return read;
  const plan = planClean(read.value);
  if (plan.steps.length === 0) return fail<HostFailure>({ kind: "nothing-to-clean" });
  const written = await host.write(plan);
  return written.ok ? succeed(written.value) : written;
}
