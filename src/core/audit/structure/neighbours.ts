import { sameValue } from "../../formula/same-value";
import { copiedFormula } from "../../formula/relative-form";
import { walk } from "../../formula/parsed";
import type { Calculation } from "../../formula/calculation";
import type { CellScalar } from "../../workbook/snapshot";
import type { LineCell, SheetLines } from "./sheet-lines";

/** What a neighbour's formula would be at another cell, and what it gives there. */
export interface CopiedHere {
  readonly formula: string;
  readonly value: CellScalar;
  /** Whether that is what the cell shows. */
  readonly same: boolean;
}

/**
 * The formula of a neighbour as it reads when it is copied to the cell; null where it does not work there: a reference
 * leaves the sheet, it can not be recalculated, it gives no number, or it finds no numbers where the neighbour does.
 */
export function copiedHere(lines: SheetLines, own: Calculation, from: LineCell, to: LineCell): CopiedHere | null {
  const parsed = from.formula?.parsed;
  const formula = parsed && copiedFormula(parsed, from, to);
  if (!formula || !isFedAlike(lines, from, to)) return null;
  const result = own.evaluate(formula, { sheet: lines.sheet.name, row: to.row, column: to.column });
  if (result.kind !== "value" || typeof result.value !== typeof from.value) return null;
  if (typeof result.value === "object") return null;
  return { formula, value: result.value, same: sameValue(to.value, result.value) };
}

/** Where the neighbour reads a number in a single cell of this sheet, the copy must find one too. */
function isFedAlike(lines: SheetLines, from: LineCell, to: LineCell): boolean {
  const { parsed } = from.formula ?? {};
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  return [...walk(parsed?.tree ?? { node: "literal", value: null, span: { start: 0, end: 0 } })].every((node) => {
    if (node.node !== "area" || node.sheet !== null || node.whole !== null) return true;
    const { rect, fixed } = node;
    if (rect.top !== rect.bottom || rect.left !== rect.right) return true;
    const before = lines.at(rect.top, rect.left);
    if (typeof before?.value !== "number") return true;
    const after = lines.at(rect.top + (fixed.top ? 0 : rows), rect.left + (fixed.left ? 0 : columns));
    return typeof after?.value === "number";
  });
}
