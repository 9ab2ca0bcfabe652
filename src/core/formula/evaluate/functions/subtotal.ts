import { NotEvaluated } from "../book";
import { repeating, type FunctionSpec, type FunctionTable } from "../declare";
import { error, isErrorOperand, isReference, type Operand, type Place } from "../operand";
import { MATH } from "./math";
import { SPREAD } from "./spread";
import { STATISTICS } from "./statistics";

/** What SUBTOTAL computes by its number; 101 and up leave out hidden rows. */
const SUBTOTALS: Readonly<Record<number, string>> = {
  1: "AVERAGE", 2: "COUNT", 3: "COUNTA", 4: "MAX", 5: "MIN", 6: "PRODUCT", 7: "STDEV", 8: "STDEVP", 9: "SUM", 10: "VAR", 11: "VARP",
}; // prettier-ignore

const specOf = (code: number): FunctionSpec => {
  const name = SUBTOTALS[code > 100 ? code - 100 : code];
  const spec = name === undefined ? undefined : (MATH[name] ?? STATISTICS[name] ?? SPREAD[name]);
  if (!spec) throw new NotEvaluated(`SUBTOTAL ${code}`);
  return spec;
};

/** The cells that SUBTOTAL counts: no sub-totals, and no hidden rows where it leaves them out. */
function countedCells(operand: Operand, skipHidden: boolean, place: Place): Operand {
  if (!isReference(operand)) return error("#VALUE!");
  const { book } = place;
  const areas = operand.areas.flatMap(({ sheet, rect }) => {
    const used = book.used(sheet);
    const kept = [];
    for (let row = rect.top; used && row <= Math.min(rect.bottom, used.bottom); row++) {
      const hidden = book.isRowHidden?.(sheet, row) ?? false;
      if (hidden && skipHidden) continue;
      if (hidden) throw new NotEvaluated("SUBTOTAL over hidden rows: a filter is not known from outside");
      for (let column = rect.left; column <= Math.min(rect.right, used.right); column++) {
        const inner = book.formula?.(sheet, row, column) ?? "";
        if (!/\b(?:SUBTOTAL|AGGREGATE)\(/i.test(inner))
          kept.push({ sheet, rect: { top: row, bottom: row, left: column, right: column } });
      }
    }
    return kept;
  });
  return { kind: "reference", areas };
}

export const SUBTOTAL: FunctionTable = {
  SUBTOTAL: repeating(["integer", "range"], ["range"], (place, [code, first], rest) => {
    const counted = [first, ...rest].map((operand) => countedCells(operand, code > 100, place));
    return counted.find(isErrorOperand) ?? specOf(code).run(place, counted);
  }),
};
