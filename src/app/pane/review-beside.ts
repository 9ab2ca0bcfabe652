import { asExact } from "../../core/model/carried";
import { fail, succeed } from "../../core/model/result";
import type { ReportFile } from "../../core/workbook/report-text";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { HostFailure, HostResult } from "../../host/port";
import type { Progress } from "../review-workbook";
import type { PaneReview, ReviewBook } from "./pane-review";
import type { Line, ResultParts, ReviewAnswer, ReviewRequest } from "./review-messages";

/** A worker as the page sees it. */
export interface ReviewWorker extends Line {
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error" | "messageerror", listener: () => void): void;
  terminate(): void;
}

/** A workbook of fewer cells is reviewed by the page before a worker would have started, in pieces that nobody notices. */
const CELLS_HERE = 1000;
/** So many characters of a report are read within a twentieth of a second: some fifteen pages. */
const CHARACTERS_HERE = 10_000;

/** One review that the worker owes. */
interface Owed {
  readonly book: WorkbookSnapshot;
  readonly progress: Progress;
  readonly parts: Partial<ResultParts>;
  readonly here: () => Promise<HostResult<PaneReview>>;
  readonly resolve: (result: HostResult<PaneReview> | Promise<HostResult<PaneReview>>) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * `reviewBook` in a worker where that pays, so that the page answers meanwhile (SPEC U21). Called off it ends at once. Where
 * there is no worker, or it died, the page reviews by itself; `onWorkerLost` is told of one that had started.
 *
 * @param start begins the worker with the first workbook that pays; null where the browser has none.
 * @param reviewHere the same review on the page's own thread.
 */
export function reviewBeside(start: () => ReviewWorker | null, reviewHere: ReviewBook): ReviewBook {
  const owed = new Map<number, Owed>();
  let last = 0;
  let worker: ReviewWorker | null | undefined;
  let hasStarted = false;
  /** The report that the worker has. */
  let sent: ReportFile | null = null;

  function lose(): void {
    worker?.terminate();
    worker = null;
    const left = [...owed.values()];
    owed.clear();
    for (const { here, resolve, progress } of left) {
      if (hasStarted) progress.onWorkerLost?.();
      resolve(here());
    }
  }

  function take(answer: ReviewAnswer): void {
    if (answer.do === "ready") {
      hasStarted = true;
      return;
    }
    const one = owed.get(answer.id);
    if (!one) return;
    switch (answer.do) {
      case "progress":
        one.progress.onProgress?.(answer.done, answer.total);
        return;
      case "part":
        asExact(answer.exacts);
        Object.assign(one.parts, answer.part);
        return;
      case "threw":
        owed.delete(answer.id);
        one.reject(new Error(answer.detail));
        return;
      case "done":
        owed.delete(answer.id);
        settle(one, answer.failure);
    }
  }

  function started(): ReviewWorker | null {
    if (worker !== undefined) return worker;
    worker = attempt(start);
    if (worker) {
      worker.addEventListener("message", ({ data }) => take(data as ReviewAnswer));
      worker.addEventListener("error", lose);
      worker.addEventListener("messageerror", lose);
    }
    return worker;
  }

  return (book, choices, lang, progress = {}) => {
    const here = (): Promise<HostResult<PaneReview>> => reviewHere(book, choices, lang, progress);
    const { report, ...others } = choices;
    const line = pays(book) || isLong(report) ? started() : null;
    if (!line) return here();
    const { signal } = progress;
    if (signal?.aborted) return Promise.resolve(fail({ kind: "cancelled" }));
    const id = ++last;
    const ask = (request: ReviewRequest): void => line.postMessage(request);
    return new Promise((resolve, reject) => {
      owed.set(id, { book, progress, parts: {}, here, resolve, reject });
      signal?.addEventListener("abort", () => {
        if (!owed.delete(id)) return;
        ask({ do: "cancel", id });
        resolve(fail({ kind: "cancelled" }));
      });
      if (report && report !== sent) ask({ do: "report", report: (sent = report) });
      ask({ do: "review", id, book, choices: others, withReport: report !== null, lang });
    });
  };
}

function settle({ book, parts: { review, shown }, resolve, reject }: Owed, failure: HostFailure | null): void {
  if (failure) resolve(fail(failure));
  else if (review && shown) resolve(succeed({ ...shown, review, book }));
  else reject(new Error("the worker left out a part of its result"));
}

const pays = ({ sheets }: WorkbookSnapshot): boolean =>
  sheets.reduce((sum, { cells }) => sum + cells.length, 0) >= CELLS_HERE;

const isLong = (report: ReportFile | null): boolean =>
  report !== null &&
  report.text.blocks.reduce((sum, block) => sum + (block.is === "paragraph" ? block.text.length : 0), 0) >=
    CHARACTERS_HERE;

/** A browser that refuses workers (a page opened from a file in some of them) throws. */
function attempt(start: () => ReviewWorker | null): ReviewWorker | null {
  try {
    return start();
  } catch {
    return null;
  }
}
