import type { Finding } from "../findings/finding";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** How the workbook calculates, where its results can not be relied on for it (SPEC G16); what the review said is not said again. */
export function bookFindings(book: WorkbookSnapshot, reviewed: readonly Finding[]): readonly Finding[] {
  const hasFormulas = book.sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));
  if (!hasFormulas) return [];
  const about = { table: null, sheet: null, at: null, path: [], subject: "" };
  const all: readonly Finding[] = [
    ...(book.calculation === "manual" ? [{ ...about, code: "manual-calculation" as const, data: {} }] : []),
    ...(book.iterative === true ? [{ ...about, code: "iterative-calculation" as const, data: {} }] : []),
    ...(book.precisionAsDisplayed === true ? [{ ...about, code: "precision-as-displayed" as const, data: {} }] : []),
  ];
  return all.filter(({ code }) => !reviewed.some((one) => one.code === code));
}
