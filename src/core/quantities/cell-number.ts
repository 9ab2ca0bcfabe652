import { readGivenNumber } from "../language/definition/given-number";
import { exactFromDouble, type Exact } from "../model/exact";
import { isCellError, type CellScalar } from "../model/snapshot";

/** The number of a cell that should hold one; "text" where it holds something else, null where it is blank (SPEC N1, N5). */
export function cellNumber(value: CellScalar): Exact | "text" | null {
  if (value === null) return null;
  if (typeof value === "number") return Number.isFinite(value) ? exactFromDouble(value) : "text";
  if (typeof value !== "string") return "text";
  return value.trim() === "" ? null : (readGivenNumber(value) ?? "text");
}

export const shownValue = (value: CellScalar): string => (isCellError(value) ? value.error : String(value ?? ""));
