import { reviewSteps, type ReviewOptions, type ReviewSize } from "../core/review";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { fail, succeed } from "../core/model/result";
import type { Finding } from "../core/findings/finding";
import type { Review } from "../core/review.types";
import type { HostFailure, HostResult, WorkbookHost } from "../host/port";

/** A workbook as it was read, and what the review of it says. */
export interface Reviewed {
  readonly book: WorkbookSnapshot;
  readonly review: Review;
}

/** The same with what is found beside it, so that the record is told of both. */
export const withFindings = (reviewed: Reviewed, more: readonly Finding[]): Reviewed => ({
  ...reviewed,
  review: { ...reviewed.review, findings: [...reviewed.review.findings, ...more] },
});

/** With what the report beside it raises; what is not raised again beside a report is gone (SPEC P50). */
export const besideReport = (reviewed: Reviewed, raised: readonly Finding[]): Reviewed => ({
  ...reviewed,
  review: { ...withFindings(reviewed, raised).review, besideReport: true },
});

export interface Progress {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told once the tables are read, before anything is computed from them. */
  readonly onSize?: (size: ReviewSize) => void;
  /** Told where the worker that was to review has died, and the page does it in its place. */
  readonly onWorkerLost?: () => void;
}

/** Indicators that one review takes: each costs some tens of kilobytes while it is judged (SPEC X17). */
export const REVIEWED_INDICATORS = 100_000;

/**
 * Reads the workbook and reviews it, giving way between the steps so that a long review can report and be stopped.
 * Nothing is written.
 */
export async function reviewWorkbook(
  host: WorkbookHost,
  options: ReviewOptions,
  progress: Progress = {},
): Promise<HostResult<Reviewed>> {
  const read = await host.read(progress.signal ? { signal: progress.signal } : {});
  return read.ok ? reviewInSteps(read.value, options, progress) : read;
}

/** Reviews a workbook that was read before; it gives way once it has been busy for `busyMs`, or after every step. */
export async function reviewInSteps(
  book: WorkbookSnapshot,
  options: ReviewOptions,
  { signal, onProgress, onSize }: Progress,
  busyMs = 0,
): Promise<HostResult<Reviewed>> {
  const steps = reviewSteps(book, options);
  let busySince = Date.now();
  for (;;) {
    if (signal?.aborted) return fail({ kind: "cancelled" });
    const step = steps.next();
    if (step.done) return succeed({ book, review: step.value });
    const { size } = step.value;
    const tooLarge = size && refusedBySize(size);
    if (tooLarge) return fail(tooLarge);
    if (size) onSize?.(size);
    if (Date.now() - busySince < busyMs) continue;
    onProgress?.(step.value.done, step.value.total);
    await giveWay();
    busySince = Date.now();
  }
}

/** Why tables of that size are not reviewed at all; null where they are. */
export const refusedBySize = ({ indicators }: ReviewSize): HostFailure | null =>
  indicators > REVIEWED_INDICATORS
    ? { kind: "too-many-indicators", count: indicators, limit: REVIEWED_INDICATORS }
    : null;

/** Lets the page paint and the user press Cancel. */
const giveWay = (): Promise<void> => new Promise((resume) => setTimeout(resume, 0));
