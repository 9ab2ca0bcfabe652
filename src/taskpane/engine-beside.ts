import type { PaneEngine } from "../ui/store/surroundings";

/** The engine, which reviews large workbooks in a worker of its own; one that could not be loaded is asked for again. */
export function engineBeside(load: () => Promise<PaneEngine>): () => Promise<PaneEngine> {
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

const startWorker = () => new Worker(/* webpackChunkName: "reviewer" */ new URL("./reviewer.ts", import.meta.url));
