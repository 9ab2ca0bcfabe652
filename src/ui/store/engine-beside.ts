import type { ReviewWorker } from "../../app/pane/review-beside";
import type { PaneEngine } from "./surroundings";

/**
 * The engine, which reviews large workbooks in a worker that `startWorker` begins; one that could not be loaded is asked for
 * again.
 */
export function engineBeside(
  load: () => Promise<PaneEngine>,
  startWorker: () => ReviewWorker | null,
): () => Promise<PaneEngine> {
  let loaded: Promise<PaneEngine> | null = null;
  const withWorker = (engine: PaneEngine): PaneEngine => ({
    ...engine,
    reviewBook: engine.reviewBeside(startWorker, engine.reviewBook),
  });
  return () =>
    (loaded ??= load().then(withWorker, (reason: unknown) => {
      loaded = null;
      throw reason;
    }));
}
