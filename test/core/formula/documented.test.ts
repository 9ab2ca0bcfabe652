import { createCalculation } from "../../../src/core/formula/calculate";
import { isCellError } from "../../../src/core/workbook/snapshot";
import { sourceOf } from "./calculation-source";
import { DOCUMENTED } from "./documented";

const AT = { sheet: "S", row: 9, column: 9 };

describe("[E17] functions as Microsoft documents them", () => {
  it.each(DOCUMENTED)("%s is %s", (formula, shown) => {
    const result = createCalculation(sourceOf({ S: {} })).evaluate(formula, AT);
    if (result.kind === "notEvaluated") throw new Error(result.reason);
    const { value } = result;
    if (isCellError(value)) expect(value.error).toBe(shown);
    else if (typeof value === "number") {
      const decimals = String(shown).split(".")[1]?.length ?? 0;
      // A whole number is shown whole; of other numbers the last digit is rounded.
      const rounding = decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
      expect(Math.abs(value - Number(shown))).toBeLessThanOrEqual(rounding + 1e-9);
    } else expect(value).toBe(shown);
  });
});

describe("[E17] XLOOKUP and XMATCH", () => {
  const cells = { A1: "甲", A2: "乙", A3: "丙", A4: "乙", B1: 10, B2: 20, B3: 30, B4: 40, C1: 1, C2: 2, C3: 3, C4: 4 };
  const value = (formula: string): unknown => {
    const result = createCalculation(sourceOf({ S: cells })).evaluate(formula, AT);
    if (result.kind === "notEvaluated") return `未算: ${result.reason}`;
    return isCellError(result.value) ? result.value.error : result.value;
  };
  it.each([
    ['=XLOOKUP("乙",A1:A4,B1:B4)', 20],
    ['=XLOOKUP("乙",A1:A4,B1:B4,,0,-1)', 40],
    ['=XLOOKUP("丁",A1:A4,B1:B4)', "#N/A"],
    ['=XLOOKUP("丁",A1:A4,B1:B4,"无")', "无"],
    ['=XLOOKUP("丁",A1:A4,B1:B4,0)', 0],
    ["=XLOOKUP(25,B1:B4,A1:A4,,-1)", "乙"],
    ["=XLOOKUP(25,B1:B4,A1:A4,,1)", "丙"],
    ["=XLOOKUP(5,B1:B4,A1:A4,,-1)", "#N/A"],
    ['=XLOOKUP("?",A1:A4,B1:B4)', "#N/A"],
    ['=XLOOKUP("?",A1:A4,B1:B4,,2)', 10],
    ['=SUM(XLOOKUP("丙",A1:A4,B1:C4))', 33],
    ['=SUM(XLOOKUP("甲",A1:A4,B1:B4):XLOOKUP("丙",A1:A4,B1:B4))', 60],
    ['=XLOOKUP("甲",A1:A4,B1:B3)', "#VALUE!"],
    ["=XMATCH(30,B1:B4)", 3],
    ["=XMATCH(35,B1:B4,-1)", 3],
    ["=XMATCH(35,B1:B4,1,2)", 4],
    ["=XMATCH(35,B1:B4,1,-2)", "未算: approximate search in unsorted data"],
    ["=XLOOKUP(D9,A1:A4,B1:B4)", "未算: search for an empty cell"],
  ])("%s is %p", (formula, expected) => expect(value(formula)).toBe(expected));
});

/** Microsoft's example of AGGREGATE: two columns, two of the cells in error. */
const AGGREGATED = {
  A1: { error: "#DIV/0!" }, A2: 72, A3: 30, A4: { error: "#NUM!" }, A5: 31, A6: 96, A7: 32, A8: 81, A9: 33, A10: 53, A11: 34,
  B1: 82, B2: 65, B3: 95, B4: 63, B5: 53, B6: 71, B7: 55, B8: 83, B9: 100, B10: 91, B11: 89,
  C1: 1, C2: 2, C3: { formula: "=SUBTOTAL(9,C1:C2)" }, C4: 4,
} as const; // prettier-ignore

describe("[E17] AGGREGATE", () => {
  it.each<readonly [formula: string, expected: number | string]>([
    ["=AGGREGATE(4,6,A1:A11)", 96],
    ["=AGGREGATE(14,6,A1:A11,3)", 72],
    ["=AGGREGATE(15,6,A1:A11)", "#VALUE!"],
    ["=AGGREGATE(12,6,A1:A11,B1:B11)", 68],
    // 72+30+31+96+32+81+33+53+34, 9 numbers, 10 cells that are no error among A1:B5
    ["=AGGREGATE(9,6,A1:A11)", 462],
    ["=AGGREGATE(1,7,A1:A11)", 462 / 9],
    ["=AGGREGATE(2,2,A1:A11)", 9],
    ["=AGGREGATE(3,3,A1:B5)", 8],
    ["=AGGREGATE(9,4,A1:A11)", "#DIV/0!"],
    ["=AGGREGATE(9,5,A4:A11)", "#NUM!"],
    ["=AGGREGATE(15,6,A1:A11,1)", 30],
    ["=AGGREGATE(16,6,A1:A11,0.5)", 34],
    ["=AGGREGATE(17,6,A1:A11,2)", 34],
    // of an array: the least of those above 40
    ["=AGGREGATE(15,6,A1:A11/(A1:A11>40),1)", 53],
    ["=AGGREGATE(9,6,{1,2})", "#VALUE!"],
    ["=AGGREGATE(20,6,A1:A11)", "#VALUE!"],
    ["=AGGREGATE(9,8,B1:B11)", "#VALUE!"],
    // the sub-total is passed over by options 0 to 3
    ["=AGGREGATE(9,0,C1:C4)", 7],
    ["=AGGREGATE(9,3,C1:C4)", 7],
    ["=AGGREGATE(9,4,C1:C4)", 10],
    ["=AGGREGATE(9,7,C1:C4)", 10],
  ])("%s is %p", (formula, expected) => {
    const result = createCalculation(sourceOf({ S: AGGREGATED })).evaluate(formula, AT);
    const value = result.kind === "notEvaluated" ? result.reason : result.value;
    expect(isCellError(value) ? value.error : value).toEqual(expected);
  });

  it.each([
    ["=AGGREGATE(9,5,B1:B4)", 240],
    ["=AGGREGATE(9,4,B1:B4)", "AGGREGATE over hidden rows: a filter is not known from outside"],
  ])("row 2 being hidden, %s is %p", (formula, expected) => {
    const source = { ...sourceOf({ S: AGGREGATED }), isRowHidden: (_: string, row: number) => row === 1 };
    const result = createCalculation(source).evaluate(formula, AT);
    expect(result.kind === "notEvaluated" ? result.reason : result.value).toBe(expected);
  });
});

describe("[E5] what nobody can know is not guessed", () => {
  it.each([
    '=DATEDIF(DATE(2024,1,31),DATE(2024,3,1),"MD")',
    "=SIN(PI())",
    "=TAN(PI()/2)",
    '=DATEVALUE("1-Mar-2024")',
    '=TIMEVALUE("2:24 PM")',
    '=NUMBERVALUE("1.5")',
    '=CODE("中")',
    "=MROUND(,5)",
    "=IRR({-1,3,-2.5})",
    // a loss, and two possible rates
    "=XIRR({-100,90},{40000,40365})",
    "=XIRR({-1,3,-2.5},{40000,40365,40730})",
    "=XNPV(-0.1,{-100,110},{40000,40365})",
  ])("%s", (formula) => {
    expect(createCalculation(sourceOf({ S: {} })).evaluate(formula, AT).kind).toBe("notEvaluated");
  });
});
