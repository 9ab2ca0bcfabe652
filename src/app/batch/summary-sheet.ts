import { exactFromText, toDouble } from "../../core/model/exact";
import type { CellScalar } from "../../core/workbook/snapshot";
import type { BatchPlace } from "./batch-unit";

/** One question of the summary; its head is the first row. */
export interface SummarySheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly CellScalar[])[];
}

/** Marks as a number; a dash where the table states none. */
export function marksOf(text: string | null): CellScalar {
  const marks = exactFromText(text ?? "");
  return marks ? toDouble(marks) : (text ?? "—");
}

export const placed = ({ sheet, cell }: BatchPlace): string => (cell === null ? sheet : `${sheet}!${cell}`);
