import { codeOf, failureOf } from "./failures";

/** How long a cell that the user is editing is waited for, in milliseconds. */
export interface Patience {
  readonly cellEdit: number;
}

const PAUSE = 250;

/**
 * Runs one batch script in Excel. While the user edits a cell Excel refuses everything; nothing was done then, so the
 * script is begun again until the patience ends. (The option delayForCellEdit would keep the request in Excel, where it
 * can not be taken back, and carry it out long after its guards were checked.)
 */
export async function inExcel<T>(
  script: (context: Excel.RequestContext) => Promise<T>,
  { cellEdit }: Patience,
  signal?: AbortSignal,
  options: Excel.RunOptions = {},
): Promise<T> {
  const deadline = Date.now() + cellEdit;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await answered(script, options, signal);
    } catch (error) {
      if (failureOf(error).kind !== "cell-edit-mode" || codeOf(error) === null || Date.now() + PAUSE > deadline)
        throw error;
    }
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}

/**
 * The answer, or an AbortError as soon as the caller calls it off: a request that Excel never answers holds nobody up,
 * and the next one begins anew. A script that was called off asks nothing more, should its answer come after all.
 */
async function answered<T>(
  script: (context: Excel.RequestContext) => Promise<T>,
  options: Excel.RunOptions,
  signal?: AbortSignal,
): Promise<T> {
  if (!signal) return Excel.run(options, script);
  const work = Excel.run(options, (context) => {
    const sync = context.sync.bind(context);
    context.sync = (value) => {
      signal.throwIfAborted();
      return sync(value);
    };
    return script(context);
  });
  // Whoever called it off has gone; what comes of it then is nobody's any more.
  work.catch(() => undefined);
  return Promise.race([work, called(signal)]);
}

/** Never answers; ends with the signal's reason once that is given. */
const called = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = (): void => reject(signal.reason instanceof Error ? signal.reason : new DOMException("", "AbortError"));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);

/** One entry in the user's undo list for all that a script does, where Excel can. */
export const UNDO_GROUP: Excel.RunOptions = { mergeUndoGroup: true };

/** A group is refused as a whole by a member that can not be undone (office-js-docs, "Undo grouping"). */
export const UNGROUPABLE = "UndoNotSupported";
