import type { CellAddress } from "../../core/workbook/address";
import type { WritePlan } from "../../core/workbook/write-plan";

/** Something that was done to the workbook and can be taken back. */
export interface HistoryEntry {
  readonly what: "typed" | "plan";
  /** Where the person is led when it is taken back or done again. */
  readonly at: CellAddress | null;
  /** Takes it back; for what was taken back: does it again. */
  readonly plan: WritePlan;
}

const KEPT = 100;

/** One list for what was typed in the grid and for what the pane wrote, newest last (SPEC B7). */
export class History {
  private done: HistoryEntry[] = [];
  private undone: HistoryEntry[] = [];

  get newest(): HistoryEntry | null {
    return this.done.at(-1) ?? null;
  }

  get newestUndone(): HistoryEntry | null {
    return this.undone.at(-1) ?? null;
  }

  /** Whether what the plan takes back is still done. */
  holds(plan: WritePlan): boolean {
    return this.done.some((entry) => entry.plan === plan);
  }

  /** Anything new empties what could be done again. */
  push(entry: HistoryEntry): void {
    this.done = [...this.done, entry].slice(-KEPT);
    this.undone = [];
  }

  /** The newest entry was taken back; `redo` does it again. */
  takenBack(redo: WritePlan): void {
    const entry = this.done.pop();
    if (entry) this.undone.push({ ...entry, plan: redo });
  }

  /** What was taken back last was done again; `undo` takes it back. */
  doneAgain(undo: WritePlan): void {
    const entry = this.undone.pop();
    if (entry) this.done.push({ ...entry, plan: undo });
  }
}
