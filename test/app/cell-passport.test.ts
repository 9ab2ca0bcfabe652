import { cellPassport } from "../../src/app/cell-passport";
import { review } from "../../src/core/review";
import { parseA1 } from "../../src/core/workbook/address";
import { madeScoring, TYPED_SCORES } from "../support/made-scoring";

const passport = (changes: Parameters<typeof madeScoring>[0], cell: string, lang: "zh" | "en" = "zh") => {
  const book = madeScoring(changes);
  const { wanted, whyNone, results, judged } = cellPassport({ book, review: review(book) }, { sheet: "评分表", ...(parseA1(cell) ?? { row: 0, column: 0 }) }, lang, 9); // prettier-ignore
  return { wanted, whyNone, results, judged };
};
const stored = (formula: string, value: number) => ({ formula, stored: value });

describe("[U14] [G26] the passport of a cell that the rules speak of", () => {
  it.each<readonly [what: string, changes: Parameters<typeof madeScoring>[0], cell: string, expected: object]>([
    ["a formula that is right", {}, "I6", { wanted: null, whyNone: null, results: { isolated: "37.75", chain: "37.75" }, judged: "一致" }],
    ["a sum cut short", { I6: "=SUM(I3:I4)" }, "I6", { wanted: "=SUM(I3:I5)", results: { isolated: "27.75", chain: "27.75" }, judged: "公式不符" }],
    ["a stale score: from what is stored, and over the whole chain", { I3: stored("=D3*MIN(1,G3)", 9), G3: stored("=F3/E3", 0.5) }, "I3", { wanted: null, results: { isolated: "7.5", chain: "14.25" }, judged: "未重算" }],
    ["a score that is typed", TYPED_SCORES, "I5", { results: null, judged: "一致" }],
    ["a score without a standard", { ...TYPED_SCORES, H5: "视情况酌情给分", E5: "", F5: "" }, "I5", { wanted: null, whyNone: "评分标准没有读懂", results: null, judged: null }],
    ["a formula that changes by itself", { I6: stored("=SUM(OFFSET(I3,0,0,3,1))", 37.75) }, "I6", { results: { isolated: "OFFSET 每次重算结果都可能不同，不作重算", chain: "OFFSET 每次重算结果都可能不同，不作重算" }, judged: "不能重算" }],
    ["a cell that nothing is said of", {}, "A1", { wanted: null, whyNone: null, results: null, judged: null }],
  ])("%s", (_, changes, cell, expected) => expect(passport(changes, cell)).toMatchObject(expected)); // prettier-ignore

  it("what is due to a typed score is told, in the language asked for", () => {
    expect(passport(TYPED_SCORES, "I5").wanted).toContain("F5/E5");
    expect(passport({ ...TYPED_SCORES, H5: "视情况酌情给分", E5: "", F5: "" }, "I5", "en").whyNone).toBe("its standard was not understood"); // prettier-ignore
  });
});
