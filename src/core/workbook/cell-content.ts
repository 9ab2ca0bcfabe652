import type { CellScalar, CellSnapshot } from "./snapshot";
import { isCellError } from "./snapshot";
import type { CellContent, CellExpectation } from "./write-plan";

/** What a plan expects to find again at a cell that was read as this (SPEC P4). */
export const expectationOf = (cell: CellSnapshot | undefined): CellExpectation =>
  cell?.formula !== undefined ? { formula: cell.formula } : { value: cell?.value ?? null };

export const isBlankCell = (cell: CellSnapshot | undefined): boolean =>
  cell === undefined || (cell.formula === undefined && cell.value === null);

/** A cell's value as a person reads it. */
export const scalarText = (value: CellScalar): string => {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
};

/** Content that puts the cell's own content somewhere else. */
export const contentOfCell = (cell: CellSnapshot | undefined): CellContent => {
  if (cell?.formula !== undefined) return { type: "formula", formula: cell.formula };
  if (typeof cell?.value === "number") return { type: "number", number: cell.value };
  const text = scalarText(cell?.value ?? null);
  return text === "" ? { type: "blank" } : { type: "text", text };
};

/** Content as a person reads it. */
export function contentText(content: CellContent): string {
  switch (content.type) {
    case "number":
      return String(content.number);
    case "text":
      return content.text;
    case "formula":
      return content.formula;
    case "blank":
      return "";
  }
}

export const sameScalar = (a: CellScalar, b: CellScalar): boolean =>
  isCellError(a) && isCellError(b) ? a.error === b.error : a === b;

export const meetsExpectation = (cell: CellSnapshot | undefined, expect: CellExpectation): boolean =>
  "formula" in expect
    ? cell?.formula === expect.formula
    : cell?.formula === undefined && sameScalar(cell?.value ?? null, expect.value);

/** Whether the cell already holds the content, so that nothing need be written. */
export function holds(cell: CellSnapshot | undefined, content: CellContent): boolean {
  if (content.type === "formula") return cell?.formula !== undefined && sameFormula(cell.formula, content.formula);
  if (cell?.formula !== undefined) return false;
  const value = cell?.value ?? null;
  switch (content.type) {
    case "number":
      return value === content.number;
    case "text":
      return value === content.text;
    case "blank":
      return value === null;
  }
}

/**
 * Formulas that differ only in how a sheet's name is quoted are the same: Excel drops quotes that it does not need.
 */
export const sameFormula = (a: string, b: string): boolean => a === b || bareSheets(a) === bareSheets(b);

function bareSheets(formula: string): string {
  let bare = "";
  for (let i = 0; i < formula.length;) {
    const unit = formula.charAt(i);
    if (unit !== "'" && unit !== '"') {
      bare += unit;
      i++;
      continue;
    }
    const end = closingQuote(formula, i, unit);
    // A text keeps its quotes; a sheet's name loses them.
    bare += unit === '"' ? formula.slice(i, end + 1) : formula.slice(i + 1, end);
    i = end + 1;
  }
  return bare;
}

/** The quote that ends what opened at `start`; a doubled quote inside stands for itself. */
function closingQuote(formula: string, start: number, quote: string): number {
  for (let i = start + 1; i < formula.length; i++) {
    if (formula.charAt(i) !== quote) continue;
    if (formula.charAt(i + 1) !== quote) return i;
    i++;
  }
  return formula.length;
}
