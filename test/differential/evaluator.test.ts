import { createCalculation } from "../../src/core/formula/calculate";
import { isCellError, type CellScalar } from "../../src/core/workbook/snapshot";
import { buildWorkbook } from "../support/build-workbook";
import { describeWithLibreOffice, recalculate } from "./libreoffice";
import { randomSheet, type RandomSheet } from "./random-formulas";

const SHEETS = 8;
const FORMULAS = 500;
const COLUMN = 7; // H

/** Both calculators add in their own order: the last digit may differ, and so may what it decides. */
const agree = (ours: CellScalar, theirs: CellScalar): boolean => {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(ours), Math.abs(theirs));
  }
  if (isCellError(ours) && isCellError(theirs)) return ours.error === theirs.error;
  return ours === theirs;
};

const calculationOf = ({ rows }: RandomSheet) =>
  createCalculation({
    sheets: ["S"],
    cell: (_, row, column) => ({ value: rows[row]?.[column] ?? null }),
    used: () => ({ top: 0, left: 0, bottom: rows.length - 1, right: 4 }),
    resolveName: () => null,
  });

describeWithLibreOffice("the evaluator against LibreOffice", () => {
  it(`[E9] gives the same values for ${SHEETS * FORMULAS} random formulas`, () => {
    const sheets = Array.from({ length: SHEETS }, (_, n) => randomSheet(2026 + n, FORMULAS));
    const files = sheets.map(({ rows, formulas }, n): [string, Uint8Array] => {
      const cells = Object.fromEntries(formulas.map((formula, row) => [`H${row + 1}`, { formula }]));
      return [`${n}`, buildWorkbook({ sheets: [{ name: "S", rows, cells }] })];
    });
    const calculated = recalculate(new Map(files));

    const differences: string[] = [];
    let evaluated = 0;
    for (const [n, sheet] of sheets.entries()) {
      const calculation = calculationOf(sheet);
      for (const [row, formula] of sheet.formulas.entries()) {
        const ours = calculation.evaluate(formula, { sheet: "S", row, column: COLUMN });
        if (ours.kind === "notEvaluated") continue;
        evaluated++;
        const theirs = calculated.get(`${n}`)?.get("S")?.at(row, COLUMN) ?? null;
        if (!agree(ours.value, theirs)) {
          differences.push(
            `${n}!H${row + 1} ${formula}: ${JSON.stringify(ours.value)}, LibreOffice ${JSON.stringify(theirs)}`,
          );
        }
      }
    }
    expect(differences).toEqual([]);
    expect(evaluated).toBeGreaterThan(SHEETS * FORMULAS * 0.99);
  });
});
