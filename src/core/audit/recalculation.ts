import { keptWith } from "../workbook/kept-with";
import type { CalculatedCell, Calculation, SourceCell } from "../formula/calculation";
import { meaningsOf, withMeantCells } from "./meant-cells";
import { createCalculation, snapshotSource } from "../formula/calculate";
import { parseFormula, type ParsedFormula } from "../formula/parse";
import { noiseOf, sameValue } from "../formula/same-value";
import type { FormulaTree } from "../formula/parsed";
import type { CellAddress } from "../workbook/address";
import { isCellError, type CellScalar, type CellSnapshot, type SheetSnapshot, type WorkbookSnapshot } from "../workbook/snapshot"; // prettier-ignore

import { textNumber } from "./text-number";

/** A formula with what was stored for it and what it gives, each result in two ways (SPEC E12). */
export interface RecalculatedFormula {
  readonly at: CellAddress;
  readonly formula: string;
  /** Null where the text is no formula that can be read. */
  readonly parsed: ParsedFormula | null;
  /** Its tree with names and structured references replaced by the cells that they mean. */
  readonly meaning: FormulaTree | null;
  /** Null where no result was ever stored. */
  readonly stored: CellScalar;
  /** From the stored values of the cells that it reads: another result than the stored one is this cell's own fault. */
  readonly isolated: CalculatedCell;
  /** What a full recalculation gives. */
  readonly chain: CalculatedCell;
}

/** A workbook that can be recalculated cell by cell; each result is found once, when it is first asked for. */
export interface Recalculation {
  readonly book: WorkbookSnapshot;
  readonly own: Calculation;
  readonly chain: Calculation;
  /** As `own`, were every text that reads as a number one. */
  readonly asRead: Calculation;
  formula(sheet: SheetSnapshot, cell: CellSnapshot): RecalculatedFormula | null;
}

/** Kept by snapshot, since a snapshot never changes. */
export const recalculationOf = keptWith(recalculation);

function recalculation(book: WorkbookSnapshot): Recalculation {
  const source = snapshotSource(book);
  const own = createCalculation(source, "excel", "stored");
  const chain = createCalculation(source);
  const asRead = createCalculation(
    { ...source, cell: (sheet, row, column) => withTextAsNumber(source.cell(sheet, row, column)) },
    "excel",
    "stored",
  );
  const meanings = meaningsOf(book);
  return {
    book,
    own,
    chain,
    asRead,
    formula(sheet, cell) {
      if (cell.formula === undefined) return null;
      const at = { sheet: sheet.name, row: cell.row, column: cell.column };
      const parsed = parseFormula(cell.formula);
      return {
        at,
        formula: cell.formula,
        parsed: parsed.ok ? parsed.value : null,
        meaning: parsed.ok ? withMeantCells(parsed.value.tree, at, meanings) : null,
        stored: cell.value,
        isolated: own.valueAt(at),
        chain: chain.valueAt(at),
      };
    },
  };
}

function withTextAsNumber(cell: SourceCell | undefined): SourceCell | undefined {
  const number = cell && cell.formula === undefined ? textNumber(cell.value) : null;
  return cell && number !== null ? { ...cell, value: number } : cell;
}

/**
 * True where the stored result is not what the formula gives from the stored values of what it reads. A function that
 * the saving program did not know (#NAME?) says nothing of when it was saved.
 */
export function isStale({ formula, stored, isolated, chain }: RecalculatedFormula): boolean {
  if (stored === null || isolated.kind !== "value" || isInCircle(chain)) return false;
  if (isCellError(stored) && stored.error === "#NAME?") return false;
  return !sameValue(stored, isolated.value, noiseOf(formula));
}

export const isInCircle = (cell: CalculatedCell): boolean => cell.kind === "notEvaluated" && cell.circle !== undefined;

/**
 * The workbook with the results of formulas for which none was stored (a program wrote them, and nobody has opened the
 * file since): what Excel will show. The same snapshot where there is no such formula.
 */
export function withResults(book: WorkbookSnapshot): WorkbookSnapshot {
  const lacking = (cell: CellSnapshot): boolean => cell.value === null && cell.formula !== undefined;
  if (!book.sheets.some(({ cells }) => cells.some(lacking))) return book;
  const { chain } = recalculationOf(book);
  const sheets = book.sheets.map((sheet) => {
    if (!sheet.cells.some(lacking)) return sheet;
    const cells = sheet.cells.map((cell): CellSnapshot => {
      if (!lacking(cell)) return cell;
      const result = chain.valueAt({ sheet: sheet.name, row: cell.row, column: cell.column });
      return result.kind === "value" ? { ...cell, value: result.value } : cell;
    });
    return { ...sheet, cells };
  });
  return { ...book, sheets };
}
