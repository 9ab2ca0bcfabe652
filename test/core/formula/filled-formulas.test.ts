import fc from "fast-check";
import { createCalculation } from "../../../src/core/formula/calculate";
import type { FormulaBook } from "../../../src/core/formula/evaluate/book";
import { evaluateFormula } from "../../../src/core/formula/evaluate/evaluate";
import { a1, absoluteA1, columnName } from "../../../src/core/workbook/address";

// every cell has a value of its own
const book: FormulaBook = {
  cell: (sheet, row, column) => row * 100 + column + (sheet === "B1" ? 0.5 : 0),
  used: () => ({ top: 0, left: 0, bottom: 40, right: 40 }),
  hasSheet: () => true,
  resolveName: () => "'S'!$C$3",
};
const calculation = () =>
  createCalculation({
    sheets: ["S", "B1"],
    cell: (sheet, row, column) => ({ value: book.cell(sheet, row, column) }),
    used: (sheet) => book.used(sheet),
    resolveName: (name, sheet) => book.resolveName(name, sheet),
  });

interface Place {
  readonly row: number;
  readonly column: number;
}

const offset = fc.record({ row: fc.integer({ min: -4, max: 4 }), column: fc.integer({ min: -4, max: 4 }) });
const place = fc.record({ row: fc.integer({ min: 5, max: 20 }), column: fc.integer({ min: 5, max: 20 }) });
const moved = (at: Place, by: Place): Place => ({ row: at.row + by.row, column: at.column + by.column });

/** A piece of a formula, as it is written at a cell. */
const piece: fc.Arbitrary<(at: Place) => string> = fc.oneof(
  offset.map((by) => (at: Place) => a1(moved(at, by))),
  offset.map((by) => (at: Place) => `SUM('B1'!${a1(at)}:${a1(moved(at, by))})`),
  offset.map((by) => (at: Place) => `SUM(B1!${absoluteA1({ row: 9, column: 9 })}:${a1(moved(at, by))})`),
  offset.map((by) => (at: Place) => `SUM(${columnName(moved(at, by).column)}$7:$F${moved(at, by).row + 1})`),
  fc
    .constantFrom('LEN("A1")', "1E2", "LOG10(1000)", "TAX", "SUM($B:$B)", "SUM(B:C)", "B1!$A$2", "ROW()", "N(TRUE)")
    .map((text) => () => text),
);

describe("formulas that were filled down or across", () => {
  it("[E8] have the values that each would have by itself", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.array(place, { minLength: 2, maxLength: 4 }),
        (pieces, places) => {
          const shared = calculation();
          for (const at of places) {
            const formula = `=${pieces.map((write) => write(at)).join("+")}`;
            const address = { sheet: "S", ...at };
            expect(shared.evaluate(formula, address)).toEqual(evaluateFormula(formula, address, book));
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it("[E8] ten thousand of them take a fraction of a second", () => {
    const rows = 10_000;
    const source = {
      sheets: ["S"],
      cell: (_: string, row: number, column: number) =>
        column < 2
          ? { value: row + column + 1 }
          : {
              value: null,
              formula: `=IF(COUNT(A${row + 1},B${row + 1})<2,"",ROUND(MAX(0,5-INT(ROUND((A${row + 1}/B${row + 1}-1)/0.01,12))*0.5),2))`,
            },
      used: () => ({ top: 0, left: 0, bottom: rows - 1, right: 2 }),
      resolveName: () => null,
    };
    const filled = createCalculation(source);
    const before = process.cpuUsage();
    for (let row = 0; row < rows; row++) expect(filled.valueAt({ sheet: "S", row, column: 2 }).kind).toBe("value");
    // The processor's time: other work on the machine does not count.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  });
});
