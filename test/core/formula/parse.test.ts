import fc from "fast-check";
import { parseFormula } from "../../../src/core/formula/parse";
import { references } from "../../../src/core/formula/references";
import { rectA1 } from "../../../src/core/workbook/address";

const at = { sheet: "评分表", row: 4, column: 2 };
const read = (formula: string) => {
  const result = references(formula, at);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
};

describe("reading a formula", () => {
  it.each([
    ["=SUM(A1:B10,$C$3)", ["评分表!A1:B10", "评分表!C3"]],
    ["='数据 明细'!A1*参数!$D$1", ["数据 明细!A1", "参数!D1"]],
    ["='O''Brien 表'!B2", ["O'Brien 表!B2"]],
    ["=SUM(A:A)+SUM(2:3)", ["评分表!A1:A1048576", "评分表!A2:XFD3"]],
    ["=IF(A1>60,,B1)", ["评分表!A1", "评分表!B1"]],
    ["=LET(x,A1,x*B1)", ["评分表!A1", "评分表!B1"]],
    ["=MAP(A1:A3,LAMBDA(v,v*C1))", ["评分表!A1:A3", "评分表!C1"]],
    ["=SUM(A1:INDEX(B:B,5))", ["评分表!A1", "评分表!B1:B1048576"]],
    ['="A1"&"\'[x]\'!A1"', []],
    ["='2026年'!#REF!+A1", ["评分表!A1"]],
  ])("[E4] %s reads %p", (formula, expected) => {
    expect(read(formula).areas.map(({ sheet, rect }) => `${sheet}!${rectA1(rect)}`)).toEqual(expected);
  });

  it.each([
    ["='C:\\数据\\[去年.xlsx]表'!A1+1", ["'C:\\数据\\[去年.xlsx]表'!A1"]],
    ["=SUM('https://a.cn/d/[b.xlsx]S'!$A$1:$A$5)", ["'https://a.cn/d/[b.xlsx]S'!$A$1:$A$5"]],
    ["='[去年.xlsx]Sheet1'!$A$1", ["'[去年.xlsx]Sheet1'!$A$1"]],
    ["=[1]去年!$A$1*[1]!外部名", ["[1]去年!$A$1", "[1]!外部名"]],
  ])("[E4] %s links to another workbook", (formula, expected) => {
    expect(read(formula)).toMatchObject({ external: expected, areas: [] });
  });

  it("[E4] names, tables and functions are told apart; a variable of LET is no name", () => {
    expect(read("=_xlfn.LET(_xlpm.x,得分,_xlpm.x*SUM(表1[得分])+'数据'!本地名)")).toMatchObject({
      names: [
        { sheet: null, name: "得分" },
        { sheet: "数据", name: "本地名" },
      ],
      tables: ["表1[得分]"],
      functions: ["LET", "SUM"],
    });
  });

  it("[E4] says where in the text a reference stands, and which edges are fixed", () => {
    const formula = "= 1 + '表 1'!$C$3:C9";
    const [area] = read(formula).areas;
    expect(formula.slice(area?.span.start, area?.span.end)).toBe("'表 1'!$C$3:C9");
    expect(area?.fixed).toEqual({ top: true, left: true, bottom: false, right: false });
  });

  it.each(["=", "=1+", "=SUM((A1", "=1 2", "={1,2", "=1E400", `=${"1+".repeat(5000)}1`, `=${"(".repeat(8000)}`])(
    "[E3] text that is no formula is a typed failure",
    (text) => expect(parseFormula(text)).toMatchObject({ ok: false, failure: { kind: "not-a-formula" } }),
  );

  it("[E3] a chain as long as Excel allows is read", () => {
    expect(parseFormula(`=${Array.from({ length: 2000 }, () => "A1").join("+")}`)).toMatchObject({ ok: true });
  });

  it("[E3] never throws, whatever the text", () => {
    const part = fc.constantFrom(
      "=",
      "A1",
      "'",
      '"',
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "!",
      "#REF!",
      ",",
      "+",
      "得分",
      "1",
      ":",
      " ",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        expect(typeof parseFormula(parts.join("")).ok).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });
});
