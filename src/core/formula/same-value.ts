import { isCellError, type CellErrorCode, type CellScalar } from "../workbook/snapshot";

/** Two programs that add in another order differ in the last digits; a wrong formula differs in the first. */
const RELATIVE = 1e-10;
/** What is left of a difference of two equal sums: Excel shows it as 0, but does not store it so. */
const NOISE = 1e-12;

/** Excel finds it by trial, and stops at a hundred-thousandth of a percent. */
const BY_TRIAL = 1.5e-7;
const TRIED = /\b(?:IRR|XIRR|RATE)\(/i;

/** Errors for which a file has no word: Excel writes #VALUE! in their place. */
const WRITTEN_AS_VALUE: ReadonlySet<CellErrorCode> = new Set<CellErrorCode>(["#CALC!", "#SPILL!"]);

/** How far apart two results of a formula may lie that are the same all the same. */
export const noiseOf = (formula: string, least: number = NOISE): number => (TRIED.test(formula) ? BY_TRIAL : least);

/**
 * True where a stored and a recalculated value are the same result: numbers to ten digits, a formula that shows
 * nothing being "" whether the text is stored or not.
 */
export function sameValue(stored: CellScalar, calculated: CellScalar, noise: number = NOISE): boolean {
  if (isCellError(stored) || isCellError(calculated)) {
    if (!isCellError(stored) || !isCellError(calculated)) return false;
    return stored.error === calculated.error || (stored.error === "#VALUE!" && WRITTEN_AS_VALUE.has(calculated.error));
  }
  if (typeof stored === "number" && typeof calculated === "number") {
    const difference = Math.abs(stored - calculated);
    return difference <= noise || difference <= RELATIVE * Math.max(Math.abs(stored), Math.abs(calculated));
  }
  return (stored ?? "") === (calculated ?? "");
}
