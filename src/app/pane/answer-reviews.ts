import { exactsIn } from "../../core/model/carried";
import type { ReportFile } from "../../core/workbook/report-text";
import { reviewBook, type PaneReview } from "./pane-review";
import type { Line, ResultParts, ReviewAnswer, ReviewRequest } from "./review-messages";

/**
 * The worker's end: reviews what it is sent, one request after another or in turns, until each is answered or called off.
 * What is thrown is told to the page, which throws it.
 */
export function answerReviews(line: Line): void {
  const running = new Map<number, AbortController>();
  let report: ReportFile | null = null;
  const answer = (message: ReviewAnswer): void => line.postMessage(message);
  line.addEventListener("message", ({ data }) => {
    const request = data as ReviewRequest | { readonly do: "another's" };
    if (request.do === "cancel") running.get(request.id)?.abort();
    else if (request.do === "report") report = request.report;
    // The line may carry what others answer.
    else if (request.do === "review") void review(request);
  });
  answer({ do: "ready" });

  async function review({
    id,
    book,
    choices,
    withReport,
    lang,
  }: ReviewRequest & { readonly do: "review" }): Promise<void> {
    const called = new AbortController();
    running.set(id, called);
    const onProgress = (done: number, total: number): void => answer({ do: "progress", id, done, total });
    try {
      const reviewed = await reviewBook(book, { ...choices, report: withReport ? report : null }, lang, {
        signal: called.signal,
        onProgress,
      });
      if (reviewed.ok) send(id, reviewed.value);
      answer({ do: "done", id, failure: reviewed.ok ? null : reviewed.failure });
    } catch (error) {
      answer({ do: "threw", id, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      running.delete(id);
    }
  }

  function send(id: number, { review, ...rest }: PaneReview): void {
    const shown: Partial<typeof rest> & ResultParts["shown"] = rest;
    delete shown.book;
    for (const part of [{ review }, { shown }]) answer({ do: "part", id, part, exacts: exactsIn(part) });
  }
}
