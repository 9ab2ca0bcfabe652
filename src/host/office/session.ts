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
      return await Excel.run(options, script);
    } catch (error) {
      if (failureOf(error).kind !== "cell-edit-mode" || codeOf(error) === null || Date.now() + PAUSE > deadline)
        throw error;
    }
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);

/** One entry in the user's undo list for all that a script does, where Excel can. */
export const UNDO_GROUP: Excel.RunOptions = { mergeUndoGroup: true };

/** A group is refused as a whole by a member that can not be undone (office-js-docs, "Undo grouping"). */
export const UNGROUPABLE = "UndoNotSupported";
