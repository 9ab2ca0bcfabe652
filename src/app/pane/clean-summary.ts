import { planClean } from "../../core/plan/clean";
import { isTableGroup, ourDefinedNames } from "../../core/ours/tags";
import { readOurs } from "../../core/ours/read-ours";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";

/** What a 报送版 leaves out of the workbook, and what of a person's stays, before it is made (SPEC P13). */
export interface CleanSummary {
  /** Sheets of ours, by name. */
  readonly sheets: readonly string[];
  /** Columns of ours beside the tables. */
  readonly columns: number;
  /** Blank cells of the unit's that we had filled with formulas. */
  readonly filled: number;
  /** Names of ours that a person sees. */
  readonly names: number;
  /** Reasons written in our column: they stay, as the unit's own. */
  readonly reasons: number;
}

/** Null where nothing of ours is in the workbook: it can be handed in as it is. */
export function cleanSummary(book: WorkbookSnapshot): CleanSummary | null {
  const { steps } = planClean(book);
  if (steps.length === 0) return null;
  const areas = readOurs(book).tags.flatMap(({ group, area }) => (isTableGroup(group) && area ? [area] : []));
  const columns = new Set(areas.map(({ sheet, rect }) => `${sheet}!${rect.left}`));
  const writes = steps.flatMap((step) =>
    step.do === "putCells" ? step.cells.map((cell) => ({ ...cell, sheet: step.sheet })) : [],
  );
  const isBeside = ({ sheet, column }: { readonly sheet: string; readonly column: number }): boolean =>
    columns.has(`${sheet}!${column}`);
  const headers = new Set(areas.map(({ sheet, rect }) => `${sheet}!${rect.top}`));
  return {
    sheets: steps.flatMap((step) => (step.do === "removeSheet" ? [step.sheet] : [])),
    columns: columns.size,
    filled: writes.filter((write) => !isBeside(write)).length,
    names: ourDefinedNames(book).size,
    reasons: writes.filter(
      (write) => isBeside(write) && write.content.type !== "blank" && !headers.has(`${write.sheet}!${write.row}`),
    ).length,
  };
}
