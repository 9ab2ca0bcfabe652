import { isCellError, type CellSnapshot } from "../../../core/workbook/snapshot";
import type { CellContent } from "../../../core/workbook/write-plan";

/** What a cell holds as typed content. Booleans and errors only come back by their own XML. */
export function contentOf(cell: CellSnapshot | undefined): CellContent {
  if (cell?.formula !== undefined) return { type: "formula", formula: cell.formula };
  const value = cell?.value ?? null;
  if (typeof value === "number") return { type: "number", number: value };
  if (value === null) return { type: "blank" };
  return { type: "text", text: isCellError(value) ? value.error : String(value) };
}
