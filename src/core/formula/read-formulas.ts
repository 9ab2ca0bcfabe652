import { sameAddress, type CellAddress } from "../workbook/address";
import { NotEvaluated } from "./evaluate/book";
import { parseFormula, type ParsedFormula } from "./parse";
import { relativeText } from "./relative-text";

/** A parsed formula and the cell it was read for. */
export interface ReadFormula {
  readonly parsed: ParsedFormula;
  readonly at: CellAddress;
}

/** Formulas that were filled down or across are read once, for the first of their cells. */
export class ReadFormulas {
  /** By the formula's text as seen from its cell. */
  private readonly known = new Map<string, ReadFormula>();

  /** Throws NotEvaluated where the text is no formula. */
  get(formula: string, at: CellAddress): ReadFormula {
    const relative = relativeText(formula, at);
    const key = relative ?? formula;
    const known = this.known.get(key);
    if (known && (relative !== null || sameAddress(known.at, at))) return known;
    const result = parseFormula(formula);
    if (!result.ok) throw new NotEvaluated(`not a formula: ${result.failure.detail}`);
    const read = { parsed: result.value, at };
    this.known.set(key, read);
    return read;
  }
}
