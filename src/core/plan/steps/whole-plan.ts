import { isInside } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { PlanStep, WritePlan } from "../../workbook/write-plan";
import { sheetNamed } from "./difference";
import type { PlanResult, Refusal } from "./plan-result";

const EMPTY: WritePlan = { guards: [], steps: [] };

const NOTHING_FOUND = { findings: [], refusals: [] };

export const refused = (...refusals: readonly Refusal[]): PlanResult => ({ plan: EMPTY, findings: [], refusals });

/**
 * The plan with what was found on the way; none of it where the workbook takes no sheet that it adds, or where a protected
 * sheet holds cells that would have to change (SPEC P14).
 */
export function wholePlan(
  book: WorkbookSnapshot,
  plan: WritePlan,
  { findings, refusals }: Pick<PlanResult, "findings" | "refusals"> = NOTHING_FOUND,
): PlanResult {
  if (book.structureProtected && plan.steps.some((step) => step.do === "addSheet"))
    return refused({ kind: "workbook-protected" });
  const locked = lockedCells(book, plan.steps);
  if (locked.length > 0) return { plan: EMPTY, findings, refusals: [...refusals, ...locked] };
  return { plan, findings, refusals };
}

/** A protected sheet is never unprotected: the cells that would have to change are named instead. */
function lockedCells(book: WorkbookSnapshot, steps: readonly PlanStep[]): readonly Refusal[] {
  return steps.flatMap((step): Refusal[] => {
    if (step.do !== "putCells") return [];
    const { sheet } = step;
    const snapshot = sheetNamed(book, sheet);
    if (!snapshot?.protected) return [];
    const locked = step.cells.filter((cell) => !snapshot.unlocked.some((area) => isInside(cell, area)));
    const cells = locked.map(({ row, column }) => ({ sheet, row, column }));
    return cells.length > 0 ? [{ kind: "sheet-protected", sheet, cells }] : [];
  });
}
