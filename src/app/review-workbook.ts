import { reviewSteps, type ReviewOptions } from "../core/review";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { fail, succeed } from "../core/model/result";
import type { Review } from "../core/review.types";
import type { HostResult, WorkbookHost } from "../host/port";

/** A workbook as it was read, and what the review of it says. */
export interface Reviewed {
  readonly book: WorkbookSnapshot;
  readonly review: Review;
}

export interface Progress {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

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
  { signal, onProgress }: Progress,
  busyMs = 0,
): Promise<HostResult<Reviewed>> {
  const steps = reviewSteps(book, options);
  let busySince = Date.now();
  for (;;) {
    if (signal?.aborted) return fail({ kind: "cancelled" });
    const step = steps.next();
    if (step.done) return succeed({ book, review: step.value });
    if (Date.now() - busySince < busyMs) continue;
    onProgress?.(step.value.done, step.value.total);
    await giveWay();
    busySince = Date.now();
  }
}

/** Lets the page paint and the user press Cancel. */
const giveWay = (): Promise<void> => new Promise((resume) => setTimeout(resume, 0));
