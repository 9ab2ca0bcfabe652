import { sameMeaning } from "../../../src/core/formula/same-meaning";

describe("[G18] formulas that another program spelled otherwise", () => {
  it.each([
    ["=SUM(C2:C3)", "=sum( C2:C3 )"],
    ["=IF(A1>0,FALSE,TRUE)", "=IF(A1>0,FALSE(),TRUE())"],
    ["='评分表'!I3+1", "=评分表!I3+1"],
    ["='My Sheet'!A1", "='MY SHEET'!A1"],
    ["=在职人员数/编制数", "= 在职人员数 / 编制数"],
    ["=_xlfn.STDEV.S(A1:A3)", "=STDEV.S(A1:A3)"],
    ["=[1]Sheet1!A1", "=[1]sheet1!a1"],
    ["=SUM(T[Score])", "=sum(t[score])"],
    ["=AGGREGATE(9,5,B2:B4)", "=aggregate(9,5,B2:B4)"],
    ['=IF(A1="",1,2)', '=IF(A1="", 1, 2)'],
  ])("%s is %s", (a, b) => expect(sameMeaning(a, b)).toBe(true));

  it.each([
    ["=SUM(C2:C3)", "=SUM(C2:C4)"],
    ["=SUM(C2:C3)", "=SUM(C$2:C3)"],
    ["=A1-B1-C1", "=A1-(B1-C1)"],
    ['=A1&"a"', '=A1&"A"'],
    ["=IF(A1,,1)", "=IF(A1,1)"],
    ["=甲!A1", "=乙!A1"],
    ["=1", "=TRUE"],
    ["=1", '="1"'],
    ["=MAX(A1,B1)", "=MIN(A1,B1)"],
    ["=(A1", "=( A1"],
  ])("%s is not %s", (a, b) => expect(sameMeaning(a, b)).toBe(false));

  it("what can not be read is the same only letter by letter", () => {
    expect(sameMeaning("=(A1", "=(A1")).toBe(true);
  });
});
