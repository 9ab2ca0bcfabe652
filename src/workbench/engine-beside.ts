import type { PaneEngine } from "../ui/store/surroundings";

/** The page's one script: a page that opens from a folder has no other file of which a worker could be made. */
const SCRIPT = typeof document === "undefined" ? null : (document.currentScript?.textContent ?? null);

/** The engine, which reviews large workbooks in one worker for all that are open (SPEC B10). */
export const engineBeside = (): Promise<PaneEngine> =>
  (engine ??= import("../app/pane/engine").then((loaded) => ({
    ...loaded,
    reviewBook: loaded.reviewBeside(startWorker, loaded.reviewBook),
  })));

let engine: Promise<PaneEngine> | null = null;

const startWorker = (): Worker | null =>
  SCRIPT === null ? null : new Worker(URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" })));
