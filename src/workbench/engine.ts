import { engineBeside } from "../ui/store/engine-beside";

/** The page's one script: a page that opens from a folder has no other file of which a worker could be made. */
const SCRIPT = typeof document === "undefined" ? null : (document.currentScript?.textContent ?? null);

export const startWorker = (): Worker | null =>
  SCRIPT === null ? null : new Worker(URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" })));

/** One engine, and one worker, for all workbooks that are open (SPEC B10). */
export const engine = engineBeside(() => import("../app/pane/engine"), startWorker);
