import { STOCK_WORDS } from "../../language/reason";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";

/**
 * Whether the words in a reason's cell explain nothing, as formulas that an auditor can read (SPEC J3, P19): at most one
 * sign, dots alone, or a stock word as it stands. What else the check takes for a placeholder the next run tells.
 */
export function saysNothing(reason: FormulaNode): FormulaNode {
  const asked = f.concat(f.concat(f.text("|"), f.call("LOWER", f.call("TRIM", reason))), f.text("|"));
  const isStock = STOCK.map((words) => f.call("ISNUMBER", f.call("FIND", asked, f.text(words))));
  return f.call("OR", saysHardlyAnything(reason), ...isStock);
}

/** A text in a formula has at most 255 signs. */
const LONGEST_TEXT = 250;

/** |没有|暂无|同上|…|: the stock words one after the other, in as few texts as hold them. */
const STOCK = STOCK_WORDS.filter((word) => word.length > 1).reduce<readonly string[]>((texts, word) => {
  const last = texts.at(-1);
  return last !== undefined && last.length + word.length < LONGEST_TEXT
    ? [...texts.slice(0, -1), `${last}${word}|`]
    : [...texts, `|${word}|`];
}, []);

/** The short form for validations, which take no array constants: at most one sign (blank, 0, 无, /), or dots alone. */
export const saysHardlyAnything = (reason: FormulaNode): FormulaNode =>
  f.less(f.call("LEN", without("…", without(".", f.call("TRIM", reason)))), f.number(ratio(2)));

const without = (sign: string, text: FormulaNode): FormulaNode => f.call("SUBSTITUTE", text, f.text(sign), f.blank);
