import { review } from "../../../src/core/review";
import { CATALOGUE } from "../../../src/core/findings/catalogue";
import { a1 } from "../../../src/core/workbook/address";
import { bookOf } from "../../support/grid";
import {
  inEveryScore,
  madeScoring,
  TYPED_RATES,
  TYPED_SCORES,
  TYPED_SUMS,
  type MadeCell,
} from "../../support/made-scoring";

type Changes = Readonly<Record<string, MadeCell>>;

const FORMULA_CODES = ["formula-differs", "range-too-short", "double-counted", "hard-coded-constant"];

const told = (changes: Changes, formats: Readonly<Record<string, string>> = {}): readonly string[] =>
  review(madeScoring(changes, formats))
    .findings.filter(({ code }) => FORMULA_CODES.includes(code))
    .map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`);

const only = (cell: string, formula: string): Changes => ({ [cell]: formula });

describe("[G23] the same formula in another spelling is the same", () => {
  it("a right table has none that differs", () => expect(told({})).toEqual([]));

  it.each([
    "=I3+I4+I5",
    "=SUM(I3,I4,I5)",
    "=SUM(I3:I4)+I5",
    "=SUMPRODUCT(I3:I5)",
    "=SUMPRODUCT(I3:I5*1)",
    "=ROUND(SUM(I3:I5),2)",
    '=IF(COUNT(I3:I5)=0,"",SUM(I3:I5))',
    '=IFERROR(SUM(I3:I5),"")',
    "=SUBTOTAL(9,I3:I5)",
    "=MIN(40,SUM($I$3:$I$5))",
    '=SUMIF(D3:D5,">0",I3:I5)',
    "=SUM(I3:I5)*100/100",
    "=AVERAGE(I3:I5)*3",
    "=I3+SUM(I4:I5)+0",
    "=D3*MIN(1,G3)+D4*MIN(1,G4)+D5*MIN(1,G5)",
  ])("a sub-total %s", (formula) => expect(told(only("I6", formula))).toEqual([]));

  it.each([
    "=SUM(I3:I5,I7:I8,I10:I11)",
    "=SUM(I6,I9,I12)",
    "=SUM(I3:I12)/2",
    "=SUM(I3:I5)+SUM(I7:I8)+SUM(I10:I11)",
    "=ROUND(I6+I9+I12,2)",
    '=SUMIF(A3:A12,"小计",I3:I12)',
    "=SUM(I3:I12)-SUM(I6,I9,I12)",
    '=IF(I6="","",I6+I9+I12)',
    "=MIN(100,I6+I9+I12)",
    '=SUMPRODUCT((A3:A12="小计")*I3:I12)',
  ])("a total %s", (formula) => expect(told(only("I13", formula))).toEqual([]));

  it("a total of sub-totals that are typed", () => {
    expect(told({ ...TYPED_SUMS, I13: "=I6+I9+I12", D13: "=D6+D9+D12" })).toEqual([]);
  });

  it.each([
    "=F4/E4",
    "=F4/$E$4",
    "=ROUND(F4/E4,4)",
    '=IF(E4=0,"",F4/E4)',
    '=IFERROR(F4/E4,"")',
    '=IF(OR(E4="",F4=""),"",F4/E4)',
    "=F4/E4*100",
    "=ROUND(F4/E4*100,2)",
    "=1-(E4-F4)/E4",
    "=MIN(1,F4/E4)",
    "=MIN(F4/E4,100%)",
    "=SUM(F4)/SUM(E4)",
  ])("a rate %s", (formula) => {
    const scores = inEveryScore((row) => `=D${row}*MIN(1,F${row}/E${row})`);
    expect(told({ ...scores, G4: formula })).toEqual([]);
  });

  it.each<readonly [formula: string, others: Changes]>([
    ["=D3*MIN(1,G3)", {}], ["=MIN(D3,D3*G3)", {}], ["=D3*MIN(1,F3/E3)", {}], ["=IF(F3>=E3,D3,D3*F3/E3)", {}], ["=ROUND(D3*MIN(G3,1),2)", {}],
    ["=IF(G3>1,D3,G3*D3)", {}], ['=IF(F3="","",MIN(15,15*F3/E3))', {}], ['=IFERROR(MIN(D3,F3/E3*D3),0)', {}], ["=D3-MAX(0,1-G3)*D3", {}],
    ["=MIN(G3,100%)*$D$3", {}], ["=D3*G3", { G3: "=MIN(1,F3/E3)" }], ["=D3*MIN(1,G3)", TYPED_RATES], ["=D3*MIN(100,G3)/100", { G3: "=F3/E3*100" }],
  ])("a score %s", (formula, others) => {
    expect(told({ ...others, I3: formula }).filter((one) => one.endsWith("I3"))).toEqual([]);
  }); // prettier-ignore

  it("a score that stands in whole marks", () => {
    expect(told({ I8: "=ROUND(D8*MIN(1,G8),0)" }, { I8: "0" })).toEqual([]);
  });

  it("a reference by a defined name", () => {
    const book = madeScoring({ I9: "=SUM(效益得分)", I3: "=培训分值*MIN(1,G3)" });
    const names = [
      { name: "效益得分", scope: null, refersTo: "'评分表'!$I$7:$I$8", hidden: false },
      { name: "培训分值", scope: null, refersTo: "'评分表'!$D$3", hidden: false },
    ];
    const findings = review({ ...bookOf(book.sheets, names) }).findings.filter(({ code }) =>
      FORMULA_CODES.includes(code),
    );
    expect(findings.map(({ code, at }) => [code, at && a1(at)])).toEqual([]);
  });

  it("scores that are typed are a person's", () => expect(told(TYPED_SCORES)).toEqual([]));
});

describe("[G23] a formula that differs by little is told, though it may come out right now", () => {
  it.each<readonly [what: string, cell: string, formula: string]>([
    ["one row short", "I6", "=SUM(I3:I4)"],
    ["one row too far", "I6", "=SUM(I3:I5)+I7"],
    ["a number added", "I13", "=I6+I9+I12+5"],
    ["a weight", "I13", "=I6*0.9+I9+I12"],
    ["another weight that is right now", "I12", "=I10*1.5+I11*0.5"],
    ["rounded too far", "I6", "=ROUND(SUM(I3:I5),0)"],
    ["rounded down", "I13", "=INT(I6+I9+I12)"],
    ["the wrong column", "I12", "=SUM(D10:D11)"],
    ["the greatest for the sum", "I9", "=MAX(I7:I8)*2"],
    ["the mean for the sum", "I9", "=AVERAGE(I7:I8)"],
    ["a number in the place of a sum", "I13", "=93.75"],
    ["the sum of another level", "I9", "=SUM(I10:I11)"],
    ["a cap below the full mark", "I9", "=MIN(36,SUM(I7:I8))"],
    ["a rate of the next row's target", "G4", "=F4/E5"],
    ["a rate of a fixed target", "G4", "=F4/$E$3"],
    ["a rate turned round", "G5", "=E5/F5"],
    ["a rate rounded too far", "G4", "=ROUND(F4/E4,1)"],
    ["a rate with a number added", "G4", "=F4/E4+0.01"],
    ["a rate against a typed target", "G4", "=F4/10"],
    ["a rate of the mark", "G4", "=F4/D4"],
    ["a score without its cap", "I5", "=D5*G5"],
    ["a score with another weight", "I5", "=12*MIN(1,G5)"],
    ["a score with the next row's mark", "I4", "=D5*MIN(1,G4)"],
    ["a score rounded too far", "I3", "=ROUND(D3*MIN(1,G3),0)"],
    ["a score that never falls below half", "I5", "=D5*MAX(0.5,MIN(1,G5))"],
    ["a score with points added", "I3", "=D3*MIN(1,G3)+0.5"],
    ["a score that is full from 95 %", "I3", "=IF(G3>=0.95,D3,D3*G3)"],
    ["a score of another row's rate", "I7", "=D7*MIN(1,G10)"],
    ["a score for nothing", "I5", "=D5"],
  ])("%s: %s %s", (_, cell, formula) => {
    expect(new Set(told(only(cell, formula)).map((one) => one.split(" ")[1]))).toEqual(new Set([cell]));
  });

  it("what a sum leaves out, counts twice or has typed in keeps its own name", () => {
    expect(told({ I6: "=SUM(I3:I4)", I9: "=SUM(I7:I8)+5", I12: "=SUM(I10:I11,I11)" })).toEqual([
      "range-too-short I6", "hard-coded-constant I9", "double-counted I12",
    ]);
    expect(told({ I6: "=SUM(I3:I4)", I13: "=I6+I9+I12+5" })).toEqual(["range-too-short I6", "hard-coded-constant I13"]);
  }); // prettier-ignore

  it("shows the formula that is due and numbers at which the two differ", () => {
    const { findings } = review(madeScoring({ I5: "=D5*G5" }));
    const found = findings.find(({ code }) => code === "formula-differs");
    if (found?.code !== "formula-differs") throw new Error("not found");
    // 10 marks, a target of 400: 404 is the first value beyond it that is tried.
    expect(found.data).toMatchObject({ found: "=D5*G5", due: "10" });
    const at = (cell: string): number => Number(found.data.where.find((one) => one.startsWith(`${cell}=`))?.slice(cell.length + 1));
    expect(Number(found.data.gives)).toBeCloseTo((10 * at("F5")) / at("E5"), 6);
    expect(CATALOGUE["formula-differs"].zh.message(found.data, { sheet: "评分表", cell: "I5", path: [] })).toContain("此公式得");
  }); // prettier-ignore
});
