import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { review as reviewBook } from "../../../src/core/review";
import { refusalText } from "../../../src/core/plan/describe";
import { refusedBySize, REVIEWED_INDICATORS } from "../../../src/app/review-workbook";
import { planReview, refusedByRows, WRITABLE_ITEMS } from "../../../src/core/plan/plan-review";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { run } from "../../cli/memory-terminal";
import { buildWorkbook } from "../../support/build-workbook";

const HEADER = ["一级指标", "三级指标", "分值", "评分标准", "得分"];
const TABLE = buildWorkbook({
  sheets: [{ name: "评分表", rows: [HEADER, ["投入", "控制率", 10, null, 8], ["产出", "数量", 10, null, 10], ["合计", null, 20, null, 18]] }],
}); // prettier-ignore
const SHEET = "xl/worksheets/sheet1.xml";
const BOOK = "xl/workbook.xml";

function withPart(part: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(TABLE);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

/** An extension list that holds elements so deep, the whole part counted. */
const deep = (depth: number, root: string) => (text: string): string =>
  text.replace(`</${root}>`, `<extLst><ext uri="{x}">${"<a>".repeat(depth - 3)}${"</a>".repeat(depth - 3)}</ext></extLst></${root}>`); // prettier-ignore

// On two busy cores; what grew with the square took minutes.
const CPU_SECONDS = 20;

/** What a command comes to, and that it takes bounded CPU time whatever else the machine does. */
async function bounded(bytes: Uint8Array): Promise<{ readonly status: number; readonly err: string }> {
  const before = process.cpuUsage();
  const { status, err } = await run(["score", "b.xlsx", "-o", "o.xlsx"], new Map([["b.xlsx", bytes]]));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(CPU_SECONDS);
  return { status, err };
}

/* What needs a measured memory, and hundreds of megabytes, is in limits.test.ts. */
describe("[X17] bounded and linear, with the limit named", () => {
  test.each([
    ["the workbook part, 256 deep", withPart(BOOK, deep(256, "workbook")), null],
    ["the workbook part, 257 deep", withPart(BOOK, deep(257, "workbook")), /元素嵌套超过 256 层/],
    ["the workbook part, 100,000 deep", withPart(BOOK, deep(100_000, "workbook")), /元素嵌套超过 256 层/],
    ["a sheet, 256 deep", withPart(SHEET, deep(256, "worksheet")), null],
    ["a sheet, 257 deep", withPart(SHEET, deep(257, "worksheet")), /元素嵌套超过 256 层/],
    ["a sheet, 100,000 deep", withPart(SHEET, deep(100_000, "worksheet")), /元素嵌套超过 256 层/],
    ["50,000 attributes at the root of a sheet", withPart(SHEET, (text) => text.replace("<worksheet ", `<worksheet ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(" ")} `)), null],
    ["50,000 attributes at a cell", withPart(SHEET, (text) => text.replace('<c r="A1"', `<c r="A1" ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(" ")}`)), null],
    ["130,000 conditional formats", withPart(SHEET, (text) => text.replace("</sheetData>", `</sheetData><conditionalFormatting sqref="A1">${Array.from({ length: 130_000 }, (_, i) => `<cfRule type="expression" priority="${i + 1}"><formula>1</formula></cfRule>`).join("")}</conditionalFormatting>`)), null],
    ["130,000 validations", withPart(SHEET, (text) => text.replace("</sheetData>", `</sheetData><dataValidations>${Array.from({ length: 130_000 }, (_, i) => `<dataValidation type="whole" sqref="Z${i + 1}"><formula1>1</formula1></dataValidation>`).join("")}</dataValidations>`)), null],
    ["200,000 merged cells", withPart(SHEET, (text) => text.replace("</sheetData>", `</sheetData><mergeCells>${Array.from({ length: 200_000 }, (_, i) => `<mergeCell ref="Y${i + 1}:Z${i + 1}"/>`).join("")}</mergeCells>`)), null],
  ])("%s", async (_, bytes, refused) => {
    const { status, err } = await bounded(bytes);
    if (refused) expect([status, err]).toEqual([2, expect.stringMatching(refused)]);
    else expect([err, status < 2]).toEqual(["", true]);
  }); // prettier-ignore

  it("50,000 inputs, of which the table uses none", async () => {
    const inputs = strToU8(Array.from({ length: 50_000 }, (_, i) => `数${i}: 1\n`).join(""));
    const before = process.cpuUsage();
    const { status, err } = await run(["check", "b.xlsx", "--inputs", "i.yaml"], new Map([["b.xlsx", TABLE], ["i.yaml", inputs]]));
    const { user, system } = process.cpuUsage(before);
    expect([err, status < 2]).toEqual(["", true]);
    expect((user + system) / 1e6).toBeLessThan(CPU_SECONDS);
  }); // prettier-ignore

  it.each([
    [WRITABLE_ITEMS, null],
    [WRITABLE_ITEMS + 1, { zh: /至少有 50001 条，超过写入上限 50000 条，未写入任何内容/, en: /at least 50001, above the 50000/ }],
  ])("%d rows of tables are refused before anything is computed from them: %j", (rows, words) => {
    const refusal = refusedByRows(rows);
    expect(refusal && { zh: refusalText(refusal, "zh"), en: refusalText(refusal, "en") }).toEqual(
      words && { zh: expect.stringMatching(words.zh) as string, en: expect.stringMatching(words.en) as string },
    );
  }); // prettier-ignore

  it.each([
    [REVIEWED_INDICATORS, null],
    [REVIEWED_INDICATORS + 1, { kind: "too-many-indicators", count: 100_001, limit: 100_000 }],
  ])("%d indicators in one review: %j", (indicators, failure) => {
    expect(refusedBySize({ indicators, rows: indicators })).toEqual(failure);
  });

  it("a review of one finding too many is not written, and the limit is named", async () => {
    const book = await createXlsxHost(TABLE).read();
    if (!book.ok) throw new Error("unread");
    const reviewed = reviewBook(book.value);
    const [finding] = reviewed.findings;
    if (!finding) throw new Error("the table has a finding");
    // Its header, two indicators and a total.
    const findings = Array.from({ length: WRITABLE_ITEMS - 4 + 1 }, () => finding);
    const planned = planReview(book.value, { ...reviewed, findings }, { lang: "zh" });
    expect(planned.refusals).toEqual([{ kind: "review-too-large", items: WRITABLE_ITEMS + 1, limit: WRITABLE_ITEMS }]);
    expect(planned.plan.steps).toEqual([]);
    for (const lang of ["zh", "en"] as const)
      expect(planned.refusals.map((refusal) => refusalText(refusal, lang)).join()).toMatch(/50001.*50000/);
  });
});
