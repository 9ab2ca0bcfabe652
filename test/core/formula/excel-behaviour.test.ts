import { createCalculation } from "../../../src/core/formula/calculate";
import type { NumberMode } from "../../../src/core/formula/evaluate/book";
import { isCellError, type CellScalar } from "../../../src/core/workbook/snapshot";
import { sourceOf } from "./calculation-source";

type Case = readonly [formula: string, value: CellScalar];

/** What a formula gives in G5 of a sheet that holds these cells; an error as its code. */
function value(formula: string, cells: Readonly<Record<string, CellScalar>> = {}, mode?: NumberMode): CellScalar {
  const result = createCalculation(sourceOf({ S: cells }), mode).evaluate(formula, { sheet: "S", row: 4, column: 6 });
  if (result.kind === "notEvaluated") return `未算: ${result.reason}`;
  return isCellError(result.value) ? result.value.error : result.value;
}

describe("what Excel was seen to do (values stored by Excel, or its documentation)", () => {
  it.each<Case>([
    ['=" 10 "+0', 10],
    ['="2024-01-10"+0', 45301],
    ['=" 2024-01-10"+0', "#VALUE!"],
    ['="2024-01-10 "+0', "#VALUE!"],
    ['=INT(" 2024/1/10 ")', "#VALUE!"],
    ['=SUM(" 2024-01-10 ")', "#VALUE!"],
    ['=VALUE("--8")', "#VALUE!"],
    ['=VALUE("-8")', -8],
  ])("[E5] blanks may stand around a number, but not around a date: %s is %p", (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  const column = { A1: 23, A2: "23", A3: true, A4: -23, A5: "hey", A6: false, A7: "" };
  it.each<Case>([
    ['=COUNTIF(A1:A9,"<=")', 0],
    ['=COUNTIF(A1:A9,">")', 0],
    ['=COUNTIF(A1:A9,">=")', 0],
    ['=COUNTIF(A1:A9,"<")', 0],
    ['=COUNTIF(A1:A9,">0")', 1],
    ['=COUNTIFS(A1:A9,">",A1:A9,"<>")', 0],
    ['=SUMIF(A1:A9,"<=")', 0],
    ['=COUNTIF(A1:A9,"=")', 2],
    ['=COUNTIF(A1:A9,"<>")', 7],
    ['=COUNTIF(A1:A9,"23")', 2],
    ['=COUNTIF(A1:A9,"=23")', 2],
    ['=COUNTIF(A1:A9,"<>23")', 8],
    ['=COUNTIF(A1:A9,"<>-23")', 8],
    ['=COUNTIF(A1:A9,"<>hey")', 8],
    ['=COUNTIF(A1:A9,"<>TRUE")', 8],
  ])("[E5] a condition without an operand, and one that leaves out: %s is %p", (formula, expected) => {
    expect(value(formula, column)).toBe(expected);
  });

  it.each<Case>([
    ['=FLOOR("x",1/0)', "#VALUE!"],
    ['=FLOOR(1/0,"x")', "#DIV/0!"],
    ['=ROUND(NA(),"x")', "#N/A"],
    ['=SUM("x",1/0)', "#VALUE!"],
    ['=SUM(1/0,"x")', "#DIV/0!"],
    ['=AND("x",1/0)', "#VALUE!"],
    ['=MID("abc","x",NA())', "#VALUE!"],
    ['=IFERROR(LEFT("a","x"),"否")', "否"],
    ["=MAX(1,NA(),1/0)", "#N/A"],
  ])("[E5] arguments are taken from the left, so the first error wins: %s is %s", (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  it.each<Case>([
    ['=OR("",TRUE)', true],
    ['=AND("",FALSE)', false],
    ['=XOR("",TRUE)', true],
    ['=AND("",TRUE)', true],
    ['=AND("")', "#VALUE!"],
    ['=OR("x",TRUE)', "#VALUE!"],
    ['=OR(" ",TRUE)', "#VALUE!"],
    ["=AND(A1,TRUE)", true],
  ])('[E5] AND, OR and XOR pass over a written "": %s is %p', (formula, expected) => {
    expect(value(formula, { A1: "x" })).toBe(expected);
  });

  it.each<Case>([
    ['=SEARCH("~","Hi ~Bang!")', 1],
    ['=SEARCH("~","Hello")', 1],
    ['=SEARCH("~d","My dear")', 4],
    ['=SEARCH("~~","Hi ~Bang!")', 4],
    ['=SEARCH("~*","2*3")', 2],
    ['=SEARCH("~?","2*3")', "#VALUE!"],
    ['=COUNTIF(A1:A2,"a~*b")', 1],
  ])("[E5] the sign ~ takes the next one as it is: %s is %p", (formula, expected) => {
    expect(value(formula, { A1: "a*b", A2: "axb" })).toBe(expected);
  });

  it.each<Case>([
    ["=QUOTIENT(TRUE,TRUE)", "#VALUE!"],
    ["=QUOTIENT(A1,1)", "#VALUE!"],
    ['=QUOTIENT("7",2)', 3],
    ["=QUOTIENT(-7,2)", -3],
    ["=MOD(TRUE,TRUE)", 0],
    ["=MOD(-7,3)", 2],
    ["=MOD(7,-3)", -2],
    ["=MOD(5,0)", "#DIV/0!"],
    ["=MOD(10.0000000001,0.1)", 9.999945316252479e-11],
    ["=MOD(5,1E-10)", 9.999981783901343e-11],
    ["=MOD(5,-1E-10)", -1.821609865774887e-16],
    ["=EXP(-745)", 0],
  ])("[E5] quotients and remainders: %s is %p", (formula, expected) => {
    expect(value(formula, { A1: true })).toBe(expected);
  });

  it.each<Case>([
    ["=DATE(1900,2,28)", 59],
    ["=DATE(1900,2,29)", 60],
    ["=DATE(1900,3,1)", 61],
    ["=DAY(60)", 29],
    ["=MONTH(DATE(1900,2,29))", 2],
    ["=DATE(1900,1,60)", 60],
    ["=DATE(2023,2,29)", 44986],
    ["=DATE(9999,12,31)", 2958465],
    ["=DATE(9999,12,32)", "#NUM!"],
    ["=DATE(9999,13,-1)", "#NUM!"],
    ["=DATE(2022,13,1)", 44927],
    ["=DAYS(2958465,1)", 2958464],
    ["=DAYS(2958466,1)", "#NUM!"],
    ["=DAYS(-5,-10)", "#NUM!"],
    ['=TEXT(2958466,"m/d/y")', "#VALUE!"],
    ['=TEXT(-1,"yyyy-mm-dd")', "#VALUE!"],
    ['=TEXT(-1,"0.0")', "-1.0"],
  ])("[E5] Excel's calendar: %s is %p", (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  it.each<Case>([
    ['=VLOOKUP("a","无",1)', "#VALUE!"],
    ['=HLOOKUP("a","无",1,FALSE)', "#VALUE!"],
    ['=VLOOKUP("a",3,1)', "#N/A"],
    ['=VLOOKUP("a",TRUE,1)', "#N/A"],
    ["=ERROR.TYPE(A1)", 9],
    ["=ERROR.TYPE(A2)", 14],
    ["=ERROR.TYPE(A3)", "#N/A"],
  ])("[E5] lookups without a table, and kinds of errors: %s is %p", (formula, expected) => {
    expect(value(formula, { A1: { error: "#SPILL!" }, A2: { error: "#CALC!" }, A3: 1 })).toBe(expected);
  });

  it.each<readonly [string, CellScalar, CellScalar]>([
    // the result's exponent lies 49 below the first operand's, and 50 below
    ["=1-A1", 2 ** -49, 2 ** -49],
    ["=1-A2", 0, 2 ** -50],
    ["=(1-A2)", 2 ** -50, 2 ** -50],
    ["=2*(1-A2)", 2 ** -49, 2 ** -49],
    ["=1.5-A3", 0, 2 ** -50],
  ])("[E7] the last difference is zero where its exponent lies more than 49 below: %s", (formula, excel, ieee) => {
    const cells = { A1: 1 - 2 ** -49, A2: 1 - 2 ** -50, A3: 1.5 - 2 ** -50 };
    expect(value(formula, cells)).toBe(excel);
    expect(value(formula, cells, "ieee")).toBe(ieee);
  });

  it.each<Case>([
    ['=LEN(REPT("x",32767))', 32767],
    ['=REPT("x",32768)', "#VALUE!"],
    ['=REPT("xy",1E15)', "#VALUE!"],
    ['=LEN(REPT("x",32766)&"y")', 32767],
    ['=REPT("x",32767)&"y"', "#VALUE!"],
    ['=SUBSTITUTE(REPT("x",32767),"x",REPT("y",32767))', "#VALUE!"],
    ['=LEN(SUBSTITUTE(REPT("x",32767),"x","y"))', 32767],
    ['=SUBSTITUTE(REPT("x",32767),"x","yy",32767)', "#VALUE!"],
    ['=CONCATENATE(REPT("x",20000),REPT("x",20000))', "#VALUE!"],
    ['=CONCAT(REPT("x",20000),REPT("x",20000))', "#VALUE!"],
    ['=TEXTJOIN(REPT("-",20000),TRUE,"a","b","c")', "#VALUE!"],
    ['=TEXTJOIN(",",FALSE,A:A)', "#VALUE!"],
    ['=TEXTJOIN(",",TRUE,A:A)', "a,b"],
    ['=TEXTJOIN(",",FALSE,A1:A3)', "a,b,"],
    ['=REPLACE(REPT("x",32767),1,0,"y")', "#VALUE!"],
  ])("[E5] no text grows beyond what a cell holds: %s is %p", (formula, expected) => {
    expect(value(formula, { A1: "a", A2: "b" })).toBe(expected);
  });

  const mixed = { A1: 23, A2: "23", A3: true, A4: -23, A5: "hey", A6: false, A7: "" };
  it.each<Case>([
    // blanks around dates, in other functions than + and VALUE
    ['=IFERROR(YEAR("2024-01-10 "),"否")', "否"],
    ['=DAYS("2024-01-10","2024-01-08 ")', "#VALUE!"],
    ['=EDATE(" 2024-01-10",1)', "#VALUE!"],
    ['=VALUE(" 12% ")', 0.12],
    // conditions without an operand, in the rest of the family
    ['=SUMIFS(A1:A9,A1:A9,"<")', 0],
    ['=AVERAGEIF(A1:A9,">=")', "#DIV/0!"],
    ['=MAXIFS(A1:A9,A1:A9,">")', 0],
    ['=SUMIF(A1:A9,"<>23")', -23],
    ['=AVERAGEIFS(A1:A9,A1:A9,"<>23")', -23],
    ['=COUNTIF(A1:A9,"<>23.0")', 8],
    // the first error from the left
    ['=DATE("x",1/0,1)', "#VALUE!"],
    ["=1/0+NA()", "#DIV/0!"],
    ["=NA()+1/0", "#N/A"],
    ['=REPT(NA(),"x")', "#N/A"],
    ['=EDATE("x",1/0)', "#VALUE!"],
    ['=XOR("","")', "#VALUE!"],
    ['=OR("",FALSE)', false],
    ['=AND(TRUE,"","")', true],
    // ~ in a pattern
    ['=SEARCH("~*","a*b*",3)', 4],
    ['=SEARCH("b~?","ab?")', 2],
    ['=SEARCH("a~","ba~")', 2],
    ["=QUOTIENT(10,FALSE)", "#VALUE!"],
    ['=QUOTIENT("a",1)', "#VALUE!"],
    ["=QUOTIENT(5,2)", 2],
    // the 29 February that was none, and the end of the calendar
    ["=WEEKDAY(60)", 4],
    ["=EOMONTH(DATE(1900,2,1),0)", 60],
    ["=EDATE(DATE(1900,1,31),1)", 60],
    ["=EDATE(2958465,1)", "#NUM!"],
    ["=YEAR(2958466)", "#NUM!"],
    ["=DATE(10000,1,1)", "#NUM!"],
    ["=WEEKDAY(2958466)", "#NUM!"],
    // lookups without a table
    ["=VLOOKUP(1,1,1)", "#N/A"],
    ['=VLOOKUP(1,"",1)', "#VALUE!"],
    ['=HLOOKUP("x",NA(),1)', "#N/A"],
    ["=ERROR.TYPE(NA())", 7],
    ["=ERROR.TYPE(1/0)", 2],
    ['=ERROR.TYPE("a"+1)', 3],
    ["=ERROR.TYPE(SQRT(-1))", 6],
    ["=ERROR.TYPE(A1:A2 B1:B2)", 1],
    // the last difference is nothing, unless it stands in brackets or is no last one
    ["=1.1-1-0.1", 0],
    ["=0.3-0.2-0.1", 0],
    ["=SUM(0.5,-0.4,-0.1)", -2.7755575615628914e-17],
    ["=(0.3-0.2-0.1)*1", -2.7755575615628914e-17],
    // a rank between two whole ones
    ["=LARGE({1,2,3,4,5,6},3.4)", 3],
    ["=SMALL({1,2,3,4,5,6},3.4)", 3],
    ["=LARGE({1,2,3},3.5)", "#NUM!"],
    // blanks are nothing alone, and 0 in a range
    ["=GCD(B1,B2)", "#VALUE!"],
    ["=GCD(B1:B2)", 0],
    ["=LCM(B1:C1)", 0],
    ["=GCD(0,5,B1)", 5],
  ])("[E13] more of its kinds: %s is %p", (formula, expected) => {
    expect(value(formula, { ...mixed, C1: 5 })).toBe(expected);
  });
});
