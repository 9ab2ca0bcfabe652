import { a1 } from "../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import type { CalculatedSheets } from "./libreoffice";
import { parseReference } from "../../src/core/workbook/sheet-area";

/** A formula whose stored value is not the one that LibreOffice calculates. */
export interface DifferingCell {
  readonly cell: string;
  readonly formula: string;
  readonly ours: CellScalar;
  readonly theirs: CellScalar;
}

/** Links are left out: LibreOffice shows them in its own way. */
export const differingCells = (
  book: WorkbookSnapshot,
  sheets: CalculatedSheets | undefined,
): readonly DifferingCell[] =>
  book.sheets.flatMap((sheet) =>
    sheet.cells.flatMap(({ row, column, value, formula }) => {
      if (formula === undefined || formula.startsWith("=HYPERLINK")) return [];
      const theirs = sheets?.get(sheet.name)?.at(row, column) ?? null;
      return same(value, theirs)
        ? []
        : [{ cell: `${sheet.name}!${a1({ row, column })}`, formula, ours: value, theirs }];
    }),
  );

/** Where our column 复算分 of the first table stands. */
export function recomputedColumn(book: WorkbookSnapshot): { sheet: string; column: number } {
  const name = book.names.find((defined) => /^_pinghe\.t1\.recomputed$/i.test(defined.name));
  const [area] = parseReference(name?.refersTo ?? "");
  if (!area) throw new Error("the copy has no column 复算分");
  return { sheet: area.sheet, column: area.rect.left };
}

/** LibreOffice gives the empty text of a formula as an empty cell. */
const blankIsNull = (value: CellScalar): CellScalar => (value === "" ? null : value);

/** Equal to 12 places, or the same text. */
export function same(ours: CellScalar, theirs: CellScalar): boolean {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(ours));
  }
  return JSON.stringify(blankIsNull(ours)) === JSON.stringify(blankIsNull(theirs));
}
