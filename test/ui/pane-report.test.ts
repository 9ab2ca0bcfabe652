import { readOurs } from "../../src/core/ours/read-ours";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { buildDocument } from "../support/build-document";
import { opened, reviewOf, rowOf, textStore, workbook, written, type PaneFixture } from "./pane-fixture";

const FOLDER = "reports";
const onBook = (name: string): Promise<PaneFixture> => opened({}, workbook(`${FOLDER}/${name}.xlsx`));
const lay = (pane: PaneFixture, file: string, bytes = workbook(`${FOLDER}/${file}`)): Promise<void> =>
  pane.store.actions.layReport(file, bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 待办 of the report: code, cell and place of each. */
const told = (pane: PaneFixture): readonly string[] =>
  pane.store
    .getState()
    .queue.filter(({ kind }) => kind === "report")
    .flatMap(({ cell, findings }) =>
      findings.map(({ code, place }) => [code, cell, place ?? ""].filter(Boolean).join(" ")),
    );

describe("[U23] a report beside the workbook", () => {
  it.each<[file: string, book: string, found: readonly string[]]>([
    [
      "r01.txt",
      "r01",
      // shared/reports/expect.json, with the lines of the file; errors first, then in the order of the report
      [
        "report-score-mismatch E14 第 3 行",
        "report-claim-contradicts E10 第 13 行",
        "report-problem-elsewhere E5 第 15 行",
        "parts-listed-short 第 5 行",
        "report-arithmetic 第 10 行",
        "report-deduction-unexplained E7",
        "report-evidence-absent E13",
      ],
    ],
  ])("%s: its findings stand in 待办 with their cell and their place", async (file, book, found) => {
    const pane = await onBook(book);
    expect(told(pane)).toEqual([]);
    await lay(pane, file);
    expect([...told(pane)].sort()).toEqual([...found].sort());
  });

  it("an item quotes the sentence, and opening it shows the cell of the table", async () => {
    const pane = await onBook("r02");
    await lay(pane, "r02.txt");
    const item = pane.store.getState().queue.find(({ findings }) => findings[0]?.code === "report-number-mismatch");
    expect(item?.findings[0]?.message).toContain("老年人体检人数1230人");
    expect([item?.name, item?.fact]).toEqual(["老年人体检人数", { is: "unequal", stored: "1230人", due: "1180人" }]);
    pane.store.actions.open(item?.key ?? null);
    expect(pane.revealed).toEqual([expect.objectContaining({ row: 6, column: 4 })]);
  });

  it("the same report as .docx is told by heading and paragraph", async () => {
    const pane = await onBook("r02");
    await lay(pane, "r02.docx");
    expect([...told(pane)].sort()).toEqual([
      "parts-exceed-whole 二、资金使用情况 · 第 5 段",
      "report-claim-contradicts E7 三、绩效目标完成情况 · 第 7 段",
      "report-evidence-absent G11",
      "report-number-mismatch E7 三、绩效目标完成情况 · 第 7 段",
    ]);
  });

  it("a contradiction is gone once the table is put right, and the file is not read again", async () => {
    const file = createXlsxHost(workbook(`${FOLDER}/r02.xlsx`));
    let actual = 1180;
    const read = async (): ReturnType<typeof file.read> => {
      const book = await file.read();
      return book.ok ? { ok: true, value: withNumber(book.value, 6, 4, actual) } : book;
    };
    const pane = await opened({ host: { read } });
    await lay(pane, "r02.txt");
    const mismatches = (): readonly string[] => told(pane).filter((one) => one.startsWith("report-number-mismatch"));
    expect(mismatches()).toEqual(["report-number-mismatch E7 第 8 行"]);
    actual = 1230;
    await pane.store.actions.read();
    expect(mismatches()).toEqual([]);
  });

  it("is replaced by another, and removed", async () => {
    const pane = await onBook("r02");
    await lay(pane, "r02.txt");
    await lay(pane, "空.txt", utf8("本单位已完成自评。\n"));
    // the table's own deductions are not spoken of in it
    expect([told(pane), reviewOf(pane).report?.file]).toEqual([["report-deduction-unexplained G7", "report-evidence-absent G11"], "空.txt"]); // prettier-ignore
    await lay(pane, "r02.txt");
    expect(told(pane).length).toBeGreaterThan(0);
    await pane.store.actions.removeReport();
    expect([told(pane), reviewOf(pane).report]).toEqual([[], null]);
  });

  it("nothing of it is kept on this machine: what is opened again has no report", async () => {
    const texts = textStore();
    const pane = await opened({ texts }, workbook(`${FOLDER}/r02.xlsx`));
    await lay(pane, "r02.txt");
    expect(texts.size()).toBeLessThan(1000);
    const again = await opened({ texts }, workbook(`${FOLDER}/r02.xlsx`));
    expect(reviewOf(again).report).toBeNull();
  });

  it.each<[file: string, bytes: Uint8Array, zh: RegExp]>([
    ["旧.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /另存为 \.docx/],
    ["坏.docx", new Uint8Array([1, 2, 3]), /不是 \.docx 文档/],
    ["坏.pdf", new Uint8Array([1, 2, 3]), /不是可读的 PDF/],
    ["大.pdf", new Uint8Array(64_000_001), /PDF 过大/],
    ["图.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), /不是 UTF-8 或 GBK/],
  ])("%s is refused in the notice slot, and the report before stays", async (file, bytes, zh) => {
    const pane = await onBook("r02");
    await lay(pane, "r02.txt");
    const before = told(pane);
    await lay(pane, file, bytes);
    const { notice } = pane.store.getState();
    if (notice?.kind !== "report-refused") throw new Error(notice?.kind);
    const { wordFailure } = await import("../../src/app/failure-words");
    expect([notice.file, wordFailure(notice.failure, "zh")]).toEqual([file, expect.stringMatching(zh)]);
    expect(told(pane)).toEqual(before);
  });

  it("what of the file was not read is said", async () => {
    const picture = { xml: '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>' }; // prettier-ignore
    const pane = await onBook("r02");
    await lay(pane, "有图.docx", buildDocument(["本项目支出45.6万元。", picture]));
    expect(reviewOf(pane).report?.lost).toEqual(["图片 1 幅"]);
  });

  it("[I27] a number of the text is offered where the pane asks for it, with its sentence, and never taken", async () => {
    const pane = await opened();
    const before = rowOf(pane, "编制数");
    expect(before.offers.filter(({ at }) => at === null)).toEqual([]);
    await lay(pane, "编制.txt", utf8("一、基本情况\n本单位编制77名，在职69人。\n"));
    const row = rowOf(pane, "编制数");
    expect(row.value).toBe(before.value);
    expect(row.offers.filter(({ at }) => at === null)).toEqual([
      { number: "77", at: null, cell: "第 2 行", excerpt: "本单位编制77名，在职69人" },
    ]);
  });

  it("[P50] a finding of it is waived on the record, where 写入 lists the others, too", async () => {
    const pane = await onBook("r02");
    await lay(pane, "r02.txt");
    const item = pane.store.getState().queue.find(({ findings }) => findings[0]?.code === "parts-exceed-whole");
    if (!item) throw new Error("nothing to waive");
    await pane.store.actions.waive(item, item.findings[0]?.fingerprint ?? "", "劳务含上年结转");
    await pane.store.settled();
    expect(reviewOf(pane).findings.find(({ code }) => code === "parts-exceed-whole")?.waived).toBe(true);
    expect(reviewOf(pane).report?.counts).toEqual({ error: 0, warning: 2, info: 1 });
    await written(pane);
    expect(told(pane)).toHaveLength(3);
    const { record } = readOurs(reviewOf(pane).book);
    const rows = record === null || record === "unreadable" ? [] : record.entries;
    expect(
      rows
        .filter(({ seal }) => seal?.status === "report")
        .map(({ code, treatment }) => `${code} ${treatment}`)
        .sort(),
    ).toEqual([
      "parts-exceed-whole 豁免",
      "report-claim-contradicts ",
      "report-evidence-absent ",
      "report-number-mismatch ",
    ]);
  });

  it.each<[title: string, text: string, hasNumbers: boolean]>([
    ["a report without a number", "本单位已完成自评。\n", false],
    ["a report with nothing against the table", "老年人体检人数1180人。\n", true],
  ])("%s: nothing was found, and which of the two it is", async (_, text, hasNumbers) => {
    const pane = await onBook("r02");
    await lay(pane, "报告.txt", utf8(text));
    const { report } = reviewOf(pane);
    expect(report?.hasNumbers).toBe(hasNumbers);
  });
});

const withNumber = (book: WorkbookSnapshot, row: number, column: number, number: number): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.row === row && cell.column === column ? { ...cell, value: number } : cell)),
  })),
});
