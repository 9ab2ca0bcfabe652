import { createCalculation } from "../../../src/core/formula/calculate";
import { isCellError, type CellScalar } from "../../../src/core/workbook/snapshot";
import { sourceOf } from "./calculation-source";

const CELLS = { A1: 2, A2: 4, A3: 4, A4: 4, A5: 5, A6: 5, A7: 7, A8: 9, B1: "5", B2: true, B3: "x", C1: -100, C2: 60, C3: 60 }; // prettier-ignore

function value(formula: string): CellScalar {
  const result = createCalculation(sourceOf({ S: CELLS })).evaluate(formula, { sheet: "S", row: 9, column: 6 });
  if (result.kind === "notEvaluated") return `未算: ${result.reason}`;
  return isCellError(result.value) ? result.value.error : result.value;
}

it.each<readonly [string, CellScalar]>([
  // eight numbers with the mean 5 and the squares 9+1+1+1+0+0+4+16 = 32
  ["=VAR.P(A1:A8)", 4],
  ["=VARP(A1:A8)", 4],
  ["=STDEV.P(A1:A8)", 2],
  ["=VAR.S(A1:A8)", 32 / 7],
  ["=STDEV.S(A1:A8)", Math.sqrt(32 / 7)],
  ["=STDEV(A1:A8,B1:B3)", Math.sqrt(32 / 7)],
  ["=VAR.S(A1)", "#DIV/0!"],
  ["=VAR.P(A1)", 0],
  ["=VAR.P(B1:B3)", "#DIV/0!"],
  ['=STDEV.S(1,"3")', Math.SQRT2],
  ['=STDEV.S(1,"x",1/0)', "#VALUE!"],
  // 2 + 0 + 1 + 0 of four values
  ["=AVERAGEA(A1,B1:B3)", 0.75],
  ["=AVERAGEA(D1:D3)", "#DIV/0!"],
  ['=AVERAGEA("x")', "#VALUE!"],
  ["=AVERAGEA(TRUE,3)", 2],
  // 60/x + 60/x² = 100 with x = 1 + rate: x = (3 + √69)/10
  ["=ROUND(IRR(C1:C3),9)", Number(((3 + Math.sqrt(69)) / 10 - 1).toFixed(9))],
  ["=IRR(C2:C3)", "#NUM!"],
  ["=IRR(C1:C3,-1)", "#VALUE!"],
  ["=CEILING.MATH(-4.1)", -4],
  ["=CEILING.MATH(-4.1,1,1)", -5],
  ["=CEILING.MATH(4.1,-2)", 6],
  ["=CEILING.MATH(4.1,0)", 0],
  ["=FLOOR.MATH(-4.1)", -5],
  ["=FLOOR.MATH(-4.1,1,1)", -4],
  ["=FLOOR.MATH(6.9,-2)", 6],
  ["=CEILING.PRECISE(-4.1,-2)", -4],
  ["=ISO.CEILING(4.1,2)", 6],
  ["=FLOOR.PRECISE(-4.1,-2)", -6],
  ["=TODAY()", "未算: volatile: TODAY"],
  ["=SUM(1,RAND())", "未算: volatile: RAND"],
  ["=INDIRECT(\"A1\")", "未算: volatile: INDIRECT"],
])("[E5] %s is %p", (formula, expected) => {
  const found = value(formula);
  if (typeof expected === "number") expect(found).toBeCloseTo(expected, 12);
  else expect(found).toBe(expected);
}); // prettier-ignore
