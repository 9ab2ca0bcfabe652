import { review } from "../../../src/core/review";
import { toDouble } from "../../../src/core/model/exact";
import type { Comparison } from "../../../src/core/review.types";
import { a1 } from "../../../src/core/workbook/address";
import { madeScoring, TYPED_RATES, TYPED_SCORES, TYPED_SUMS, type MadeCell } from "../../support/made-scoring";

type Changes = Readonly<Record<string, MadeCell>>;

const compared = (changes: Changes): readonly Comparison[] => review(madeScoring(changes)).tables[0]?.comparisons ?? [];

const verdictAt = (changes: Changes, cell: string): unknown =>
  compared(changes).find(({ at }) => a1(at) === cell)?.verdict;

const stored = (formula: string, value: number): MadeCell => ({ formula, stored: value });

describe("[G8] every scored, rate, level and total cell has one verdict", () => {
  it("all twenty-two cells of a right table agree", () => {
    const cells = compared({});
    expect(cells.map(({ kind, of, at }) => `${a1(at)} ${kind} ${of}`)).toEqual([
      "I3 score score", "I4 score score", "I5 score score", "I7 score score", "I8 score score", "I10 score score", "I11 score score",
      "G3 rate rate", "G4 rate rate", "G5 rate rate", "G7 rate rate", "G8 rate rate", "G10 rate rate", "G11 rate rate",
      "I6 level score", "D6 level mark", "I9 level score", "D9 level mark", "I12 level score", "D12 level mark",
      "I13 total score", "D13 total mark",
    ]); // prettier-ignore
    expect(new Set(cells.map(({ verdict }) => verdict))).toEqual(new Set(["agrees"]));
  });

  it("puts what is held, recalculated and due beside each other", () => {
    const [first] = compared({ I3: stored("=D3*MIN(1,G3)-1", 14.25) });
    expect(first).toMatchObject({ name: "培训人数", formula: "=D3*MIN(1,G3)-1", held: 14.25, isolated: 13.25, recalculated: 13.25, verdict: "stale" }); // prettier-ignore
    expect(first?.rule && toDouble(first.rule)).toBe(14.25);
  });

  it.each<readonly [what: string, verdict: string, cell: string, wrong: Changes, right: Changes]>([
    ["a score typed over its formula", "overwritten", "I4", { I4: 13.5 }, TYPED_SCORES],
    ["a rate typed over its formula", "overwritten", "G8", { G8: 0.8 }, TYPED_RATES],
    ["a sub-total typed over its formula", "overwritten", "I9", { I9: 36 }, TYPED_SUMS],
    ["a total typed over its formula", "overwritten", "I13", { I13: 93.75 }, TYPED_SUMS],
    ["an old score", "stale", "I3", { I3: stored("=D3*MIN(1,G3)", 15) }, {}],
    ["an old rate", "stale", "G3", { G3: stored("=F3/E3", 1) }, {}],
    ["an old sub-total", "stale", "I6", { I6: stored("=SUM(I3:I5)", 40) }, {}],
    ["an old total", "stale", "I13", { I13: stored("=I6+I9+I12", 95) }, {}],
    ["a total that only follows from an old score", "stale", "I13", { I3: stored("=D3*MIN(1,G3)", 15), I6: stored("=SUM(I3:I5)", 38.5), I13: stored("=I6+I9+I12", 94.5) }, {}], // prettier-ignore
    ["a score typed as text", "textAsZero", "I5", { ...TYPED_SCORES, I5: "10" }, TYPED_SCORES],
    ["a sub-total that passes text over", "textAsZero", "I6", { ...TYPED_SCORES, I5: "10" }, TYPED_SCORES],
    ["a total that passes text over", "textAsZero", "I13", { ...TYPED_SCORES, I5: "10", I13: "=SUM(I3:I5,I7:I8,I10:I11)" }, { ...TYPED_SCORES, I13: "=SUM(I3:I5,I7:I8,I10:I11)" }], // prettier-ignore
    ["a typed sub-total in which text counts as 0", "textAsZero", "I6", { ...TYPED_SCORES, ...TYPED_SUMS, I5: "10分", I6: 27.75 }, { ...TYPED_SCORES, ...TYPED_SUMS }], // prettier-ignore
    ["a typed total in which text counts as 0", "textAsZero", "I13", { ...TYPED_SCORES, ...TYPED_SUMS, I8: "16", I9: 20, I13: 77.75 }, { ...TYPED_SCORES, ...TYPED_SUMS }], // prettier-ignore
    ["a rate that counts text as 0", "textAsZero", "G3", { F3: "95", G3: "=SUM(F3)/E3" }, { G3: "=SUM(F3)/E3" }],
    ["a rounded score", "rounding", "I4", { ...TYPED_SCORES, E4: 11, I4: 12.3, I3: 14.3 }, { ...TYPED_SCORES, I4: 13.5 }], // prettier-ignore
    ["a rounded rate", "rounding", "G4", { ...TYPED_RATES, E4: 11, G4: 0.82 }, TYPED_RATES],
    ["a rounded sub-total", "rounding", "I6", { ...TYPED_SCORES, ...TYPED_SUMS, I6: 38 }, TYPED_SUMS],
    ["a rounded total", "rounding", "I13", { ...TYPED_SCORES, ...TYPED_SUMS, I13: 94 }, TYPED_SUMS],
    ["a score of another formula", "wrongFormula", "I3", { I3: "=D3*MIN(1,G3)-5" }, {}],
    ["a rate of another formula", "wrongFormula", "G3", { G3: "=F3/E4" }, {}],
    ["a sub-total that is short", "wrongFormula", "I6", { I6: "=SUM(I3:I4)" }, {}],
    ["a total with a number typed in", "wrongFormula", "I13", { I13: "=I6+I9+I12+5" }, {}],
    ["marks that are not added up", "wrongFormula", "D13", { D13: "=D6+D9+10" }, {}],
    ["a score that is wrong", "wrongInput", "I3", { ...TYPED_SCORES, I3: 15 }, TYPED_SCORES],
    ["a score that is full although the target was missed", "wrongInput", "I8", { ...TYPED_SCORES, I8: 20 }, TYPED_SCORES], // prettier-ignore
    ["a total beside a sub-total that is wrong as well", "wrongInput", "I13", { ...TYPED_SCORES, ...TYPED_SUMS, I6: 39, I13: 95 }, TYPED_SUMS], // prettier-ignore
    ["a score that is no number", "wrongInput", "I3", { ...TYPED_SCORES, I3: "优" }, TYPED_SCORES],
    ["a rate that is wrong", "wrongInput", "G3", { ...TYPED_RATES, G3: 0.99 }, TYPED_RATES],
    ["a sub-total that is wrong", "wrongInput", "I6", { ...TYPED_SUMS, I6: 39 }, TYPED_SUMS],
    ["a total that is wrong", "wrongInput", "I13", { ...TYPED_SUMS, I13: 99 }, TYPED_SUMS],
    ["a level's mark that is wrong", "wrongInput", "D6", { ...TYPED_SUMS, D6: 45 }, TYPED_SUMS],
    ["a score that changes by itself", "notRecalculated", "I3", { I3: stored("=OFFSET(D3,0,0)*MIN(1,G3)", 14.25) }, {}],
    ["a rate that changes by itself", "notRecalculated", "G3", { G3: stored("=OFFSET(F3,0,0)/E3", 0.95) }, {}],
    ["a sub-total that changes by itself", "notRecalculated", "I6", { I6: stored("=SUM(OFFSET(I3,0,0,3,1))", 37.75) }, {}], // prettier-ignore
    ["a total that changes by itself", "notRecalculated", "I13", { I13: stored("=I6+I9+INDIRECT(\"I12\")", 93.75) }, {}], // prettier-ignore
    ["a typed sub-total", "typed", "I6", TYPED_SUMS, {}],
    ["a typed total", "typed", "I13", TYPED_SUMS, {}],
    ["a typed rate", "typed", "G3", TYPED_RATES, {}],
  ])("%s: %s", (_, verdict, cell, wrong, right) => {
    expect(verdictAt(wrong, cell)).toBe(verdict);
    expect(["agrees", "typed"].filter((one) => one !== verdict)).toContain(verdictAt(right, cell));
  });

  it("a blank cell, and one that nothing is compared with, have none", () => {
    expect(verdictAt({ ...TYPED_SCORES, I3: null }, "I3")).toBeNull();
    expect(verdictAt({ ...TYPED_SCORES, H3: "视情况酌情给分", I3: 12 }, "I3")).toBeNull();
    expect(verdictAt({ ...TYPED_RATES, F3: "基本完成" }, "G3")).toBeNull();
  });
});
