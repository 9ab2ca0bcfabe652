import { STOCK_WORDS } from "../checks/justification/reason-text";
import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import { ratio } from "../model/exact";

/**
 * Whether the words in a reason's cell explain nothing, as formulas (SPEC J3, P5). Whatever the check takes for a
 * placeholder says nothing here too, so that 无误 never stands beside it.
 */
const PUNCTUATION = Array.from("　…。.，,、；;：:！!？?／/\\—–－-_~～·*#“”（）()【】");
/** What is left of 本项扣2分 once the amount is taken for said. */
const AMOUNT = Array.from("0123456789%分扣得计减失丢除去掉了为本该此项共合自评实际");
/** 扣分原因 is 原因 and an amount: as the amount's signs are not looked at in a cell, nor are they in the words. */
const STOCK = [
  ...new Set(
    STOCK_WORDS.map((word) =>
      Array.from(word)
        .filter((sign) => !AMOUNT.includes(sign))
        .join(""),
    ).filter((word) => word.length > 1),
  ),
  "n/a",
];

export function saysNothing(reason: FormulaNode): FormulaNode {
  const text = f.call("SUBSTITUTE", reason, f.text(" "), f.blank);
  const empty = countOf(text, [...PUNCTUATION, ...AMOUNT]);
  const little = f.less(f.subtract(f.call("LEN", text), empty), f.number(ratio(2)));
  const beside = f.call("LEN", f.call("SUBSTITUTE", f.call("LOWER", text), f.texts(STOCK), f.blank));
  const stock = f.greater(f.call("SUMPRODUCT", f.negate(f.negate(f.atMost(beside, empty)))), f.number(ratio(0)));
  const first = f.call("LEFT", text, f.number(ratio(1)));
  const onlyOneSign = f.equal(f.call("SUBSTITUTE", text, first, f.blank), f.blank);
  return f.call("OR", little, stock, onlyOneSign);
}

/** How many of the text's characters are among these. */
function countOf(text: FormulaNode, characters: readonly string[]): FormulaNode {
  const without = f.call("LEN", f.call("SUBSTITUTE", text, f.texts(characters), f.blank));
  return f.call("SUMPRODUCT", f.subtract(f.call("LEN", text), without));
}

/**
 * The short form for validations, which take no array constants: a reason of at most one sign (blank, 0, 无, /) or of
 * dots alone.
 */
export const saysHardlyAnything = (reason: FormulaNode): FormulaNode =>
  f.less(f.call("LEN", f.call("SUBSTITUTE", f.call("TRIM", reason), f.text("…"), f.blank)), f.number(ratio(2)));
