import { createCalculation } from "../../src/core/formula/calculate";
import { isCellError, type CellScalar } from "../../src/core/workbook/snapshot";
import { sourceOf } from "../core/formula/calculation-source";
import { DOCUMENTED } from "../core/formula/documented";
import { buildWorkbook } from "../support/build-workbook";
import { describeWithLibreOffice, recalculate } from "./libreoffice";

/** Of LibreOffice 7.4: functions that it lacks, and those that it is known to calculate in another way than Excel. */
const NOT_ITS_OWN = /TEXTBEFORE|TEXTAFTER|SEQUENCE|UNIQUE|FILTER|SORT|STACK|TAKE|DROP|CHOOSECOLS|PERCENTRANK|TRANSPOSE|TYPE\(/; // prettier-ignore

/** Cases in which it was seen to differ, each with the reason for which Excel's side is ours. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['=DATEVALUE("2011/02/23")', "its locale wants another sign between the parts"],
  ["=MROUND(5,-2)", "it passes over the sign; Microsoft documents #NUM!"],
  ["=IRR({-10,2})", "it gives up; the payments have the one rate -80 %, and Excel stored such"],
]);

/** Newer functions as a file spells them. */
const inFile = (formula: string): string =>
  formula.slice(1).replace(/\b(?:ISOWEEKNUM|COMBINA|PERMUTATIONA|ACOT|ARABIC|BASE|RRI|PDURATION|NUMBERVALUE|[A-Z]+\.(?:INC|EXC|SNGL|P|S|MATH|AVG))\(/g, "_xlfn.$&"); // prettier-ignore

const agree = (ours: CellScalar, theirs: CellScalar): boolean => {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  // A wrong argument is #NUM! in Excel and has no name of its own there.
  return isCellError(ours) ? isCellError(theirs) && theirs.error !== "#NAME?" : ours === theirs;
};

describeWithLibreOffice("documented formulas against LibreOffice", () => {
  it("[E17] a second calculator gives the same, digit for digit", () => {
    const formulas = DOCUMENTED.map(([formula]) => formula).filter((formula) => !NOT_ITS_OWN.test(formula));
    const cells = Object.fromEntries(formulas.map((formula, row) => [`H${row + 1}`, { formula: inFile(formula) }]));
    const rows = formulas.map(() => [1]);
    const calculated = recalculate(new Map([["all", buildWorkbook({ sheets: [{ name: "S", rows, cells }] })]]));
    const own = createCalculation(sourceOf({ S: {} }));
    const differences = formulas.flatMap((formula, row) => {
      const ours = own.evaluate(formula, { sheet: "S", row, column: 7 });
      const theirs = calculated.get("all")?.get("S")?.at(row, 7) ?? null;
      const value = ours.kind === "value" ? ours.value : ours.reason;
      // An empty text and an empty cell look alike in what it writes.
      if (agree(value, theirs) || (value === "" && theirs === null) || OTHERWISE.has(formula)) return [];
      return [`${formula}: ${JSON.stringify(value)}, LibreOffice ${JSON.stringify(theirs)}`];
    });
    expect(differences).toEqual([]);
    expect(formulas.length).toBeGreaterThan(120);
  });
});
