import type { RangedRule } from "../workbook/snapshot";

/**
 * A formula with its cell references taken out, so that ours is recognised wherever rows have moved it:
 * `$K3<>"无误"` and `=$L17<>"无误"` have one shape. Texts stay as they are; a deleted reference counts as one.
 */
export function formulaShape(formula: string): string {
  const pieces = formula.replace(/^=/, "").split('"');
  // Even pieces stand outside texts: "" inside a text gives an empty piece and keeps the count even.
  return pieces.map((piece, index) => (index % 2 === 0 ? piece.replace(REFERENCE, "#") : piece)).join('"');
}

const REFERENCE = /(?:'[^']*'!)?(?:#REF!|\$?[A-Z]{1,3}\$?\d{1,7}\b)/g;

export const hasShape = (rule: RangedRule, shape: string): boolean =>
  rule.formula !== null && formulaShape(rule.formula) === shape;
