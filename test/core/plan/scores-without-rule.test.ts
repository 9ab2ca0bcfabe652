import { readFileSync } from "node:fs";
import path from "node:path";
import { planReview } from "../../../src/core/plan/plan-review";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { scoredCopy } from "../../support/scored-copy";

const workbook = (name: string): Uint8Array => readFileSync(path.resolve(__dirname, "../../workbooks", name));

async function read(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const book = await createXlsxHost(bytes).read();
  if (!book.ok) throw new Error(book.failure.kind);
  return book.value;
}

/** The workbook after a person has deleted a sheet; what referred to it refers to nothing. */
const withoutSheet = (book: WorkbookSnapshot, name: string): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.filter((sheet) => sheet.name !== name),
  names: book.names.map((one) => (one.refersTo.includes(name) ? { ...one, refersTo: "=#REF!" } : one)),
});

const told = (book: WorkbookSnapshot, pack: string | null = null) =>
  review(book, { ...NO_OPTIONS, pack: pack === null ? null : builtInPack(pack) })
    .findings.filter(({ code }) => code === "scores-without-rule")
    .map(({ sheet, data }) => [sheet, data]);

describe("[P48] computed scores without their rules", () => {
  let scored: WorkbookSnapshot;
  beforeAll(async () => {
    scored = await read(await scoredCopy(workbook("project-2020-unexplained-deductions.xlsx"), "--pack", "project"));
  });

  it("a scored copy has its rules, and nothing is told", () => expect(told(scored)).toEqual([]));

  it("without the sheet 规则 every computed score is named", () => {
    const cells = ["L9", "L10", "L11", "L12", "L13"];
    expect(told(withoutSheet(scored, "规则"))).toEqual([["评分表", { cells, sheetGone: true }]]);
  });

  it("with the pack that judged then nothing is missing", () => expect(told(withoutSheet(scored, "规则"), "project")).toEqual([]));

  it("where another pack judges now, what it says nothing of is named", () => {
    const [found] = told(scored, "department-framework-2013");
    expect(found).toMatchObject(["评分表", { sheetGone: false }]);
  });

  it("without 基础数据 or 核验记录 alone the rules still stand", () => {
    for (const sheet of ["基础数据", "核验记录"]) expect(told(withoutSheet(scored, sheet))).toEqual([]);
  });

  it("what is named is what writing again would blank", () => {
    const book = withoutSheet(scored, "规则");
    const { plan } = planReview(book, review(book), { lang: "zh" });
    const blanked = plan.steps.flatMap((step) => (step.do === "putCells" ? step.cells : [])).filter(({ content }) => content.type === "blank");
    expect(blanked.length).toBeGreaterThanOrEqual(5);
  });
}); // prettier-ignore

it("[P48] a table that Pinghe never wrote to is told nothing of it", async () => {
  expect(told(await read(workbook("project-2020-unexplained-deductions.xlsx")))).toEqual([]);
});
