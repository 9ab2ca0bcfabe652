import type { Finding } from "../findings/finding";
import { readOurs } from "../ours/read-ours";
import { a1, isInside, type CellAddress } from "../workbook/address";
import { append } from "../workbook/lists-by-key";
import { sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { WritePlan } from "../workbook/write-plan";

/**
 * Computed scores that stand and that this plan would blank: they follow rules that are not here now (SPEC P48). A finding a
 * sheet, at the first of them.
 */
export function scoresWithoutRule(
  book: WorkbookSnapshot,
  plan: WritePlan,
  firstTable: ReadonlyMap<string, string>,
): readonly Finding[] {
  const sheetGone = readOurs(book).rules === null;
  const bySheet = new Map<string, CellAddress[]>();
  for (const at of blankedScores(plan, book)) append(bySheet, at.sheet, at);
  return [...bySheet].flatMap(([sheet, cells]): Finding[] => {
    const [at] = cells;
    if (!at) return [];
    const data = { cells: cells.map(a1), sheetGone };
    return [{ code: "scores-without-rule", table: firstTable.get(sheet) ?? null, sheet, at, path: [], subject: "", data }];
  });
} // prettier-ignore

/** Cells of our column 复算分 whose formula shows a number and that the plan would leave blank, in its order. */
export function blankedScores({ steps }: WritePlan, book: WorkbookSnapshot): readonly CellAddress[] {
  const scores = readOurs(book).tags.flatMap(({ part, area }) => (part === "recomputed" && area ? [area] : []));
  const views = sheetViews(book);
  return steps.flatMap((step) =>
    step.do !== "putCells"
      ? []
      : step.cells.flatMap(({ row, column, content }) => {
          if (content.type !== "blank") return [];
          const found = views.get(step.sheet)?.cell(row, column);
          const isComputed = found?.formula !== undefined && typeof found.value === "number";
          const isScore = (): boolean =>
            scores.some((area) => area.sheet === step.sheet && isInside({ row, column }, area.rect));
          return isComputed && isScore() ? [{ sheet: step.sheet, row, column }] : [];
        }),
  );
}
