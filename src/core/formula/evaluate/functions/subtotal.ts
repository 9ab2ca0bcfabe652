import { isCellError } from "../../../workbook/snapshot";
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

/** What a function passes over, and its name. */
export interface Skipped {
  readonly fn: string;
  /** Cells that hold sub-totals themselves. */
  readonly nested: boolean;
  readonly hidden: boolean;
  readonly errors: boolean;
}

/** The cells that SUBTOTAL and AGGREGATE count, each by itself. */
export function countedCells(operand: Operand, skipped: Skipped, place: Place): Operand {
  if (!isReference(operand)) return error("#VALUE!");
  const { book } = place;
  const isCounted = (sheet: string, row: number, column: number): boolean => {
    if (skipped.nested && /\b(?:SUBTOTAL|AGGREGATE)\(/i.test(book.formula?.(sheet, row, column) ?? "")) return false;
    return !(skipped.errors && isCellError(book.cell(sheet, row, column)));
  };
  const areas = operand.areas.flatMap(({ sheet, rect }) => {
    const used = book.used(sheet);
    const kept = [];
    for (let row = rect.top; used && row <= Math.min(rect.bottom, used.bottom); row++) {
      const hidden = book.isRowHidden?.(sheet, row) ?? false;
      if (hidden && skipped.hidden) continue;
      if (hidden) throw new NotEvaluated(`${skipped.fn} over hidden rows: a filter is not known from outside`);
      for (let column = rect.left; column <= Math.min(rect.right, used.right); column++)
        if (isCounted(sheet, row, column)) kept.push({ sheet, rect: { top: row, bottom: row, left: column, right: column } });
    }
    return kept;
  });
  return { kind: "reference", areas };
} // prettier-ignore

export const SUBTOTAL: FunctionTable = {
  SUBTOTAL: repeating(["integer", "range"], ["range"], (place, [code, first], rest) => {
    const counted = [first, ...rest].map((operand) =>
      countedCells(operand, { fn: "SUBTOTAL", nested: true, hidden: code > 100, errors: false }, place),
    );
    return counted.find(isErrorOperand) ?? specOf(code).run(place, counted);
  }),
};
