import type { CellAddress } from "../../core/workbook/address";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { SheetView } from "../../core/workbook/sheet-view";
import { expectationOf } from "../../core/workbook/cell-content";
import type { CellContent, CellWrite, Guard, PlanStep, WritePlan } from "../../core/workbook/write-plan";

/** What a person typed in the pane for one cell of the workbook. */
export interface TypedCell {
  readonly at: CellAddress;
  readonly content: CellContent;
}

/**
 * Puts what was typed into its cells, if they still hold what was read there, and if the texts of their rows, by which a
 * person knows the row, still stand: another may have sorted or inserted rows since (SPEC P1).
 */
export function planTyped(book: WorkbookSnapshot, typed: readonly TypedCell[]): WritePlan {
  const guards: Guard[] = [];
  const steps: PlanStep[] = [];
  for (const sheet of new Set(typed.map(({ at }) => at.sheet))) {
    const own = typed.filter(({ at }) => at.sheet === sheet);
    // A sheet that is gone or renamed stays in the plan: the host refuses it by name, and nothing typed is lost unsaid.
    const snapshot = book.sheets.find(({ name }) => name === sheet);
    const view = snapshot && new SheetView(snapshot);
    const rows = new Set(own.map(({ at }) => at.row));
    for (const cell of snapshot?.cells ?? []) {
      const isLabel = rows.has(cell.row) && typeof cell.value === "string" && cell.formula === undefined;
      if (isLabel) guards.push({ at: { sheet, row: cell.row, column: cell.column }, expect: { value: cell.value } });
    }
    const cells = own.map(({ at: { row, column }, content }): CellWrite => ({
      row,
      column,
      expect: expectationOf(view?.cell(row, column)),
      content,
    }));
    steps.push({ do: "putCells", sheet, cells });
  }
  return { guards, steps };
}

/** One plan that does both. */
export const joinPlans = (a: WritePlan, b: WritePlan): WritePlan => ({
  guards: [...a.guards, ...b.guards],
  steps: [...a.steps, ...b.steps],
});

/** Text as text, whatever it looks like; nothing typed leaves the cell blank. */
export const typedText = (text: string): CellContent =>
  text.trim() === "" ? { type: "blank" } : { type: "text", text: text.trim() };
