import { createCalculation, snapshotSource } from "../../src/core/formula/calculate";
import { parseFormula } from "../../src/core/formula/parse";
import { referencesOf } from "../../src/core/formula/references";
import { noiseOf, sameValue } from "../../src/core/formula/same-value";
import { displayText } from "../../src/core/formula/number-format";
import { shownAddress } from "../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";

type Agreement =
  | { readonly kind: "agrees" }
  | { readonly kind: "differs"; readonly stored: string; readonly calculated: string }
  | { readonly kind: "notRecalculated"; readonly reason: string };

/** What became of one formula with a stored value, each recalculated from the stored values that it reads. */
export type Compared = Agreement & {
  readonly at: string;
  readonly formula: string;
  readonly functions: readonly string[];
};

export function* compareBook(book: WorkbookSnapshot): Generator<Compared> {
  const calculation = createCalculation(snapshotSource(book), "excel", "stored");
  for (const sheet of book.sheets) {
    for (const { row, column, value, formula } of sheet.cells) {
      if (formula === undefined || value === null) continue;
      const at = { sheet: sheet.name, row, column };
      const parsed = parseFormula(formula);
      const functions = parsed.ok ? referencesOf(parsed.value.tree, sheet.name).functions : [];
      const about = { at: shownAddress(at), formula, functions };
      const result = calculation.valueAt(at);
      if (result.kind === "notEvaluated") yield { ...about, kind: "notRecalculated", reason: result.reason };
      else if (sameValue(value, result.value, noiseOf(formula, 0))) yield { ...about, kind: "agrees" };
      else yield { ...about, kind: "differs", stored: displayText(value), calculated: displayText(result.value) };
    }
  }
}
