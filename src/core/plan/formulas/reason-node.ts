import { STOCK_WORDS } from "../../language/reason";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";

/**
 * Whether the words in a reason's cell explain nothing, as formulas that an auditor can read (SPEC J3, P19): at most one
 * sign, dots alone, or a stock word as it stands. What else the check takes for a placeholder the next run tells.
 */
export function saysNothing(reason: FormulaNode): FormulaNode {
  const isStock = f.equal(f.call("TRIM", reason), f.texts(STOCK));
  const count = f.call("SUMPRODUCT", f.negate(f.negate(isStock)));
  return f.call("OR", saysHardlyAnything(reason), f.greater(count, f.number(ratio(0))));
}

const STOCK = STOCK_WORDS.filter((word) => word.length > 1);

/** The short form for validations, which take no array constants: at most one sign (blank, 0, 无, /), or dots alone. */
export const saysHardlyAnything = (reason: FormulaNode): FormulaNode =>
  f.less(f.call("LEN", without("…", without(".", f.call("TRIM", reason)))), f.number(ratio(2)));

const without = (sign: string, text: FormulaNode): FormulaNode => f.call("SUBSTITUTE", text, f.text(sign), f.blank);
