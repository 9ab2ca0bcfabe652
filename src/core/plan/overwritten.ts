import type { Finding } from "../findings/finding";
import { quoteSheet } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Review } from "../review.types";
import { scalarText } from "../workbook/cell-content";
import { isTagName } from "../ours/tags";
import { planReview } from "./plan-review";

/**
 * Formulas of ours that somebody replaced by a value: the cell no longer follows what it was computed from (SPEC P15).
 * Told by what the plan would put there now; a workbook that Pinghe never wrote to has none.
 */
export function overwrittenFormulas(book: WorkbookSnapshot, review: Review): readonly Finding[] {
  if (!book.names.some(({ name }) => isTagName(name))) return [];
  const { plan } = planReview(book, review, { lang: "zh" });
  const firstTable = new Map<string, string>();
  for (const { table } of review.tables) if (!firstTable.has(table.sheet)) firstTable.set(table.sheet, table.id);
  return plan.steps.flatMap((step) => {
    if (step.do !== "putCells") return [];
    return step.cells.flatMap(({ row, column, expect, content }): Finding[] => {
      if (content.type !== "formula" || !("value" in expect) || expect.value === null) return [];
      const table = firstTable.get(step.sheet) ?? null;
      const at = { sheet: step.sheet, row, column };
      const data = { expected: content.formula, found: scalarText(expect.value) };
      const subject = `${quoteSheet(step.sheet)} ${content.formula}`;
      return [{ code: "formula-overwritten", table, sheet: step.sheet, at, path: [], subject, data }];
    });
  });
}
