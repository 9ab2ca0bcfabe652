import { addedAreas } from "./aggregates";
import type { LineCell, SheetLines } from "./sheet-lines";

/** A sum with numbers that nobody sees. */
export interface HiddenInSum {
  readonly cell: LineCell;
  readonly what: string;
}

/** Sums over numbers in hidden rows and columns of their sheet (SPEC G16), told once a sheet, at the first of them. */
export function hiddenInSums(lines: SheetLines): readonly HiddenInSum[] {
  const { hiddenRows, hiddenColumns } = lines.sheet;
  if (hiddenRows.length === 0 && hiddenColumns.length === 0) return [];
  const [rows, columns] = [new Set(hiddenRows), new Set(hiddenColumns)];
  const hidden = lines.columns.flatMap(
    ({ cells }) =>
    cells.filter(({ row, column, value }) => (rows.has(row) || columns.has(column)) && typeof value === "number" && value !== 0), // prettier-ignore
  );
  for (const { cells } of lines.columns) {
    for (const cell of cells) {
      // A sum that is hidden itself belongs to what is hidden.
      if (rows.has(cell.row) || columns.has(cell.column)) continue;
      const seen = hidden.filter((one) => isAdded(cell, one));
      if (seen.length > 0) return [{ cell, what: seen.slice(0, 20).map((one) => named(lines, one)).join("、") }]; // prettier-ignore
    }
  }
  return [];
}

function isAdded({ formula }: LineCell, { row, column }: LineCell): boolean {
  const areas = formula?.meaning ? addedAreas(formula.meaning) : null;
  return (areas ?? []).some(
    ({ sheet, rect }) =>
      sheet === null && row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right,
  );
}

const named = (lines: SheetLines, at: LineCell): string => {
  const label = lines.rowLabel(at);
  return label === null ? String(at.row + 1) : `${at.row + 1} ${label}`;
};
