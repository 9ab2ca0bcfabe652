import fc from "fast-check";
import { createCalculation } from "../../../src/core/formula/calculate";
import type { NumberMode } from "../../../src/core/formula/evaluate/book";
import { exactFromText, roundHalfUp, toDouble } from "../../../src/core/model/exact";
import { isCellError, type CellScalar } from "../../../src/core/workbook/snapshot";
import { EXCEL_VALUES, NAMES, NOT_EVALUATED, SHEETS } from "./excel-values";

const calculationOf = (sheets: typeof SHEETS, mode: NumberMode = "excel") =>
  createCalculation(
    {
      sheets: [...Object.keys(sheets), "计算"],
      cell: (sheet, row, column) => ({ value: sheets[sheet]?.[row]?.[column] ?? null }),
      used: (sheet) => ({ top: 0, left: 0, bottom: (sheets[sheet]?.length ?? 1) - 1, right: 7 }),
      resolveName: (name) => NAMES[name] ?? null,
    },
    mode,
  );

/** The value, an error as its code, "未算" with the reason where it is not evaluated. */
function value(formula: string, rows: readonly (readonly CellScalar[])[] = [], mode: NumberMode = "excel"): CellScalar {
  const result = calculationOf({ ...SHEETS, S: rows }, mode).evaluate(formula, { sheet: "S", row: 4, column: 6 });
  if (result.kind === "notEvaluated") return `未算: ${result.reason}`;
  return isCellError(result.value) ? result.value.error : result.value;
}

describe("evaluating a formula", () => {
  it.each(EXCEL_VALUES)("[E5] %s is %p", (formula, expected) => {
    const found = value(formula);
    if (typeof expected === "number") expect(found).toBeCloseTo(expected, 12);
    else expect(found).toBe(expected);
  });

  it.each(NOT_EVALUATED)("[E5] %s is outside the set", (formula) => {
    expect(value(formula)).toMatch(/^未算: not in the function set/);
  });

  it.each([
    ['="张三"<"李四"', "order of Chinese text"],
    ['="3-5"+1', "a date in one language, nothing in another"],
    ['=TEXT(46086,"dddd")', "names of days"],
    ["=SUM('[b.xlsx]S'!A1)", "another workbook"],
    ["=SUM(表1[得分])", "structured reference"],
    ["=SUM(S:没有!A1)", "several sheets, one of which is not there"],
    ["=MATCH(5,{9,1,7,2},1)", "approximate search in unsorted data"],
    ["=IF(1)", "too few arguments"],
    ["=1+", "no formula"],
  ])("[E5] %s is not evaluated: %s", (formula) => expect(value(formula)).toMatch(/^未算/));

  // A: numbers and blanks; B: text
  const rows: readonly (readonly CellScalar[])[] = [
    [1, "优"],
    [null, "5"],
    ["5", ""],
    [true, "12%"],
    [4, "x"],
  ];
  it.each<readonly [string, CellScalar]>([
    ["=SUM(A1:A5)", 5], // the text "5" and TRUE are passed over
    ["=A3+1", 6],
    ["=A2+1", 1],
    ["=B3+1", "#VALUE!"],
    ["=B4*2", 0.24],
    ["=B5*2", "#VALUE!"],
    ["=A1:A5", 4], // the cell in its own row, the fifth
    ["=A1:B5", "#VALUE!"],
    ["=A1:A3*2", "#VALUE!"],
    ["=SUMPRODUCT((A1:A5=4)*1)", 1],
    ["=SUMPRODUCT(A1:A5*2)", 22], // in arithmetic "5" is 5 and TRUE is 1
    ["=COUNT(A1:A5)", 2],
    ["=COUNTA(A1:A5)", 4],
    ["=COUNTBLANK(A:A)", 1048572],
    ['=COUNTIF(A:A,"")', 1048572],
    ['=COUNTIF(B1:B5,"<>")', 5],
    ["=COUNTIF(A1:A5,5)", 1],
    ["=SUM(A:A)", 5],
    ["=IF(A2,1,)", 0],
    ["=IF(A1=1,A2)", 0],
    ['=A2&"x"', "x"],
    ["=MAX(B1:B5)", 0],
    ["=无表!A1", "#REF!"],
    ["='S'!#REF!", "#REF!"],
    ["=ISNUMBER(B2)", false],
    ["=SUM(A1:INDEX(A:A,5))", 5],
    ["=SUBTOTAL(9,A1:A5)", 5],
    ['=HYPERLINK("#S!A1","去看")', "去看"],
    ["=INDEX(A1:B5,5,2)", "x"],
    ["=INDEX(A1:B5,6,1)", "#REF!"],
    ["=-A2", 0],
    ['=IF(COUNT(A1,A2)<2,"",IF(A2=0,"",A1/A2))', ""],
    ["=@A1:A5", 4],
    ['=TEXTJOIN("、",TRUE,B1:B5)', "优、5、12%、x"],
    ["=ERROR.TYPE(1/0)", 2],
  ])("[E5] %s is %p", (formula, expected) => {
    expect(value(formula, rows)).toBe(expected);
  });
});

describe("Excel's number rules", () => {
  it("[N2] rounds every exact half away from zero", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }), (n, places) => {
        const decimal = `${n < 0 ? "-" : ""}${Math.abs(n)}5e-${places + 1}`;
        const exact = exactFromText(decimal);
        if (!exact) throw new Error(decimal);
        const expected = toDouble(roundHalfUp(exact, places));
        expect(value(`=ROUND(${Number(decimal)},${places})`)).toBe(expected);
        expect(value(`=ROUND(${Number(decimal)},${places})`, [], "ieee")).toBe(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it.each<readonly [string, CellScalar, CellScalar]>([
    // formula, in Excel, in plain doubles
    ["=INT((1.15-1)/0.01)", 15, 14],
    ["=INT(ROUND((1.15-1)/0.01,12))", 15, 15],
    ["=0.1+0.2=0.3", true, false],
    ["=ROUND(0.1+0.2,12)=ROUND(0.3,12)", true, true],
    ["=1.1-1=0.1", true, false],
    ["=0.5-0.4-0.1", 0, -2.7755575615628914e-17],
    ["=(0.5-0.4-0.1)", -2.7755575615628914e-17, -2.7755575615628914e-17],
    ["=ROUND(1.255*100,0)", 126, 125],
  ])("[E7] %s is %p in Excel and %p in strict mode", (formula, excel, ieee) => {
    expect(value(formula)).toBe(excel);
    expect(value(formula, [], "ieee")).toBe(ieee);
  });

  it("[E5] a pattern with many stars costs no time", () => {
    const text = "a".repeat(3000);
    expect(value(`=COUNTIF(A1:A1,"${"*a".repeat(60)}b")`, [[text]])).toBe(0);
  });
});
