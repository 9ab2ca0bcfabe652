import type { Finding } from "../findings/finding";
import { readOurs } from "../ours/read-ours";
import type { Review } from "../review.types";
import { placeKey, type CellPosition } from "../workbook/address";
import { append } from "../workbook/lists-by-key";
import { sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { recalculationOf, type RecalculatedFormula } from "./recalculation";
import { SheetLines } from "./structure/sheet-lines";
import { structuralFindings } from "./structure/structural-findings";

/** The patterns of every sheet but ours; what we added beside a table is held against its plan instead (SPEC P15). */
export function sheetFindings(
  book: WorkbookSnapshot,
  review: Review,
  formulas: readonly RecalculatedFormula[],
): readonly Finding[] {
  const { ownership } = readOurs(book);
  const { own } = recalculationOf(book);
  const views = sheetViews(book);
  const bySheet = new Map<string, RecalculatedFormula[]>();
  for (const formula of formulas) append(bySheet, formula.at.sheet, formula);
  return book.sheets.flatMap((sheet) => {
    if (ownership.isOurSheet(sheet.name)) return [];
    const lines = new SheetLines(sheet, bySheet.get(sheet.name) ?? [], (at) => ownership.isOurCell(sheet.name, at));
    return structuralFindings(lines, { own, views, isInput: inputsOf(review, sheet.name) });
  });
}

/** Scores are typed where a person judged, marks and their total where the form was made, whatever stands beside them. */
function inputsOf({ tables }: Review, sheet: string): (at: CellPosition) => boolean {
  const inputs = new Set(
    tables
      .filter(({ table }) => table.sheet === sheet)
      .flatMap(({ table: { indicators, totalRows } }) => [
        ...indicators.flatMap(({ score, fullMark }) => [score?.at, fullMark?.at]),
        ...totalRows.map(({ fullMark }) => fullMark?.at),
      ])
      .flatMap((at) => (at ? [placeKey(at)] : [])),
  );
  return (at) => inputs.has(placeKey(at));
}
