import { isBlankText } from "../model/text";
import { exactFromDouble, type Exact } from "../model/exact";
import { isCellError, type CellScalar } from "../workbook/snapshot";

/**
 * The number of a cell that should hold one; "text" where it holds something else, null where it is blank (SPEC N1, N5).
 * Figures typed as text are no number: a live formula does not count them either, and both must give the same.
 */
export function cellNumber(value: CellScalar): Exact | "text" | null {
  if (value === null || (typeof value === "string" && isBlankText(value))) return null;
  return typeof value === "number" && Number.isFinite(value) ? exactFromDouble(value) : "text";
}

export const shownValue = (value: CellScalar): string => (isCellError(value) ? value.error : String(value ?? ""));
