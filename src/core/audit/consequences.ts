import { referencesOf } from "../formula/references";
import { sameValue } from "../formula/same-value";
import { isInside, type CellAddress } from "../workbook/address";
import { isStale, type RecalculatedFormula } from "./recalculation";

/**
 * For each stale formula the formulas whose stored results are right for what they read and still not what a full
 * recalculation gives, because they read it, directly or through each other: one cause, told once (SPEC G1).
 */
export function consequences(
  formulas: readonly RecalculatedFormula[],
): ReadonlyMap<RecalculatedFormula, readonly CellAddress[]> {
  const following = formulas.filter((formula) => !isStale(formula) && follows(formula));
  const found = new Map<RecalculatedFormula, readonly CellAddress[]>();
  for (const root of formulas.filter(isStale)) {
    const reached: RecalculatedFormula[] = [root];
    const rest = new Set(following);
    for (const from of reached) {
      for (const formula of rest) {
        if (!reads(formula, from.at)) continue;
        reached.push(formula);
        rest.delete(formula);
      }
    }
    found.set(
      root,
      reached.slice(1).map(({ at }) => at),
    );
  }
  return found;
}

const follows = ({ stored, chain }: RecalculatedFormula): boolean =>
  stored !== null && chain.kind === "value" && !sameValue(stored, chain.value);

const reads = ({ parsed, at }: RecalculatedFormula, cell: CellAddress): boolean =>
  parsed !== null &&
  referencesOf(parsed.tree, at.sheet).areas.some(
    ({ sheet, rect }) => sheet.toUpperCase() === cell.sheet.toUpperCase() && isInside(cell, rect),
  );
