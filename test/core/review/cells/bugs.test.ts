import { readFileSync } from "node:fs";
import path from "node:path";
import { remedies } from "../../../../src/app/pane/remedies";
import type { Finding } from "../../../../src/core/findings/finding";
import { review } from "../../../../src/core/review";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../../../src/host/xlsx/xlsx-host";
import { told } from "./clean-form";

async function bookAt(name: string): Promise<WorkbookSnapshot> {
  const bytes = readFileSync(path.join(__dirname, "../../../workbooks/bugs", `${name}.xlsx`));
  const read = await createXlsxHost(new Uint8Array(bytes)).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const found = (book: WorkbookSnapshot, code: Finding["code"]): Finding | undefined =>
  review(book).findings.find((finding) => finding.code === code);

/** Workbooks after public bug reports; what is right was settled by hand before anything ran (test/workbooks/bugs). */
describe("workbooks that go wrong", () => {
  test.each<[string, string, readonly string[]]>([
    ["b01", "an amount behind a zero-width space is a number typed as text, and its block is read", ["number-as-text E4"]],
    ["b03", "a date cell past its target is late", ["target-missed-but-full G8"]],
    ["b17", "a total in words is read and compared", ["total-mismatch G13"]],
    ["b19", "a mark with more than its number is named, and the total that it is missing from recalculated", ["cell-not-understood F5", "stale-value F13"]],
    ["b33", "of two columns 得分 the visible one counts, and the hidden one is named", ["hidden-part", "column-unused G4"]],
    ["b43", "amounts with their unit are read, and named as text", ["number-as-text D4", "number-as-text E4"]],
    ["b22", "a text number that a formula gives is told", ["number-as-text G5", "total-mismatch G13"]],
    ["b24", "a reason struck through as a whole is withdrawn", ["justification-missing G4", "struck-through H4"]],
    ["b25", "a reason in a note alone is missing in its cell, and the note is named", ["justification-missing G4", "note-not-cell G4"]],
    ["b29", "pictures of WPS are one note", ["picture-not-read I4"]],
    ["b31", "a hidden indicator that counts is named, and the hidden row listed", ["hidden-part", "hidden-cells C5"]],
    ["b35", "a score behind a zero-width space is a number typed as text", ["number-as-text G5", "total-mismatch G13"]],
    ["b42", "more digits than are shown are told", ["score-precision G4"]],
  ])("[C40] %s: %s", async (name, _, expected) => {
    // that SUM passes over a text is the audit's to say
    const found = told(await bookAt(name)).filter((one) => !one.startsWith("text-skipped-by-sum"));
    expect(found).toEqual(expected);
  }); // prettier-ignore

  test("[R41] b06: a score turned into a date is no number, and is told as the date it shows", async () => {
    const book = await bookAt("b06");
    expect(found(book, "score-not-a-number")?.data).toMatchObject({ text: "9月5日" });
    expect(told(book, "score-over-full")).toEqual([]);
  });

  test("[R40] b37: 9 5 is no number", async () => {
    const book = await bookAt("b37");
    expect(found(book, "score-not-a-number")?.data).toMatchObject({ text: "9 5" });
    expect(told(book, "score-over-full", "number-as-text")).toEqual([]);
  });

  test("[C2] b42: the stored digits are told", async () => {
    expect(found(await bookAt("b42"), "score-precision")?.data).toMatchObject({ score: "8.9999999" });
  });

  test("[Q40] b49: a number among words in base data is offered, with its cell", async () => {
    const finding = found(await bookAt("b49"), "text-number-available");
    expect(finding).toMatchObject({ sheet: "基础数据表", at: { row: 3, column: 2 }, data: { number: "69" } });
  });

  test.each([
    ["b22", "number-as-text", null],
    ["b25", "note-not-cell", "因疫情两场培训改期到下年度"],
    ["b35", "number-as-text", "10"],
  ] as const)("[U9] %s: what one press does about %s", async (name, code, shown) => {
    const book = await bookAt(name);
    const reviewed = { book, review: review(book) };
    const finding = reviewed.review.findings.find((one) => one.code === code);
    const remedy = finding ? remedies(reviewed)(finding) : null;
    expect(remedy?.do === "put" ? remedy.shown : null).toBe(shown);
  });
});
