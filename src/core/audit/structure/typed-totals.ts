import type { LineCell, SheetLines } from "./sheet-lines";

/** A typed number on a line called a total that is the sum of the numbers before it. */
export interface TypedTotal {
  readonly cell: LineCell;
  readonly first: LineCell;
  readonly last: LineCell;
}

const NOISE = 1e-9;

/** Totals that were typed (SPEC G15): right today, and no longer when a number changes. */
export function typedTotals(lines: SheetLines): readonly TypedTotal[] {
  return lines.columns.flatMap(({ cells }) =>
    cells.flatMap((cell, at): TypedTotal[] => {
      if (cell.formula !== null || typeof cell.value !== "number" || cell.value === 0) return [];
      if (!lines.isTotal("column", cell)) return [];
      let sum = 0;
      let count = 0;
      for (let before = at - 1; before >= 0; before--) {
        const one = cells[before];
        if (!one || typeof one.value !== "number" || one.row < cell.row - 500) break;
        if (lines.isTotal("column", one)) break;
        sum += one.value;
        count += 1;
        const first = one;
        const last = cells[at - 1];
        if (count >= 2 && last && Math.abs(sum - cell.value) <= NOISE * Math.max(1, Math.abs(sum)))
          return [{ cell, first, last }];
      }
      return [];
    }),
  );
}
