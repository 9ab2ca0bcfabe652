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
  ])("%s", (formula) => {
    expect(createCalculation(sourceOf({ S: {} })).evaluate(formula, AT).kind).toBe("notEvaluated");
  });
});
