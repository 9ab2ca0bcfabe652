import { buildDocument, type DocumentPart, type TableData } from "../support/build-document";
import { run } from "./memory-terminal";

const HEAD = ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"];
const TABLE: TableData = {
  table: [
    HEAD,
    [{ text: "产出指标", rows: 2 }, "数量指标", "体检人数", "50", "48", ""],
    ["质量指标", "体检质量达标率", "50.00", "50", ""],
    [{ text: "合计", columns: 3 }, "100", "97", ""],
  ],
};
const REPORT = [
  "青山镇卫生院2022年度老年人体检项目绩效自评报告",
  "单位名称：青山镇卫生院",
  "项目全年按计划实施，各项指标完成情况如下表。",
  { table: [["来源", "金额"], ["县级资金", "20"]] },
  "项目支出绩效自评表",
  TABLE,
] as const; // prettier-ignore
const document = (...changes: readonly DocumentPart[]): ReadonlyMap<string, Uint8Array> =>
  new Map([["报告.docx", buildDocument(changes.length > 0 ? changes : REPORT)]]);

/** A letter and a number in a sentence of ours would send a person to a cell that no page shows. */
const ADDRESS = /(?<![A-Za-z\d])[A-Z]{1,2}\d+(?![A-Za-z\d])/;

describe("[I4] check of a document", () => {
  test("names table, row and column, and no address", async () => {
    const { status, out, err } = await run(["check", "报告.docx"], document());
    expect([status, err]).toEqual([1, ""]);
    expect(out).toContain("表2 第2行第5列：「体检人数」扣 2 分，没有说明原因");
    // 48 + 50 = 98
    expect(out).toMatch(/表2 第4行第5列.*97.*98/);
    expect(out).toContain("青山镇卫生院 · 2022 年度");
    expect(out).not.toMatch(ADDRESS);
  });

  test("in English too", async () => {
    const { out } = await run(["check", "报告.docx", "--lang", "en"], document());
    expect(out).toContain("表2 row 2 column 5: ");
    expect(out).not.toMatch(ADDRESS);
  });

  test("says what it did not look at", async () => {
    const { out } = await run(["check", "报告.docx"], document());
    expect(out).toContain("只核对了文档中的表格，未读：正文 4 段");
  });

  test("JSON has the words beside the place in the copy that score makes", async () => {
    const { out } = await run(["check", "报告.docx", "--format", "json"], document());
    const found = (JSON.parse(out) as { findings: { code: string }[] }).findings;
    const missing = found.find(({ code }) => code === "justification-missing");
    // the title, the unit and the table's own title stand above it in the copy
    expect(missing).toMatchObject({ sheet: "表2", cell: "E5", place: "表2 第2行第5列", message: expect.stringMatching(/^表2 第2行第5列：/) as unknown }); // prettier-ignore
  });

  test("no number of it is a number typed as text", async () => {
    const { out } = await run(["check", "报告.docx", "--format", "json"], document());
    expect(out).not.toContain("number-as-text");
  });

  test("a row behind a page break is named in the table in which it is printed", async () => {
    const more = { table: [HEAD, ["效益指标", "社会效益", "知晓率", "0", "1", ""]] };
    const { out } = await run(["check", "报告.docx"], document("项目支出绩效自评表", TABLE, "续表", more));
    expect(out).toContain("表2 第2行第5列");
  });

  test("a code that the table prints is no address", async () => {
    const coded = { table: [HEAD, ["产出指标", "数量指标", "达到C2要求的人数", "50", "48", ""], ["产出指标", "质量指标", "C3 达标率", "50", "50", ""]] }; // prettier-ignore
    const { out } = await run(["check", "报告.docx"], document("项目支出绩效自评表", coded));
    expect(out).toContain("表1 第2行第5列：「达到C2要求的人数」");
  });

  test("a document without a table says so", async () => {
    const { status, out } = await run(["check", "报告.docx"], document("全文没有表格。"));
    expect(status).toBe(1);
    expect(out).toContain("没有找到指标计分表");
  });

  test.each<[file: string, words: string]>([
    ["报告.doc", "另存为 .docx"],
    ["报告.docx", "另存为 .docx"],
    ["报告.wps", "另存为 .docx"],
  ])("%s that is none is refused in one line", async (file, words) => {
    const { status, out, err } = await run(["check", file], new Map([[file, new TextEncoder().encode("自评报告")]]));
    expect([status, out]).toEqual([2, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(words);
  });
});

describe("[I5] what comes of a document is a workbook", () => {
  test("score writes a copy that checks as a workbook", async () => {
    const scored = await run(["score", "报告.docx", "-o", "报告.xlsx"], document());
    expect([scored.status, scored.err]).toEqual([1, ""]);
    const checked = await run(["check", "报告.xlsx", "--format", "json"], scored.files);
    const found = (JSON.parse(checked.out) as { findings: { code: string; sheet: string; cell: string }[] }).findings;
    expect(found.find(({ code }) => code === "justification-missing")).toMatchObject({ sheet: "表2", cell: "E5" });
    expect(scored.out).toContain("已写入 报告.xlsx");
  });

  test.each(["score", "prepare"])("%s -o 报告.docx is refused: it would be no document", async (command) => {
    const { status, err, files } = await run([command, "报告.docx", "-o", "新.docx"], document());
    expect([status, err.includes(".xlsx"), files.has("新.docx")]).toEqual([2, true, false]);
  });

  test("prepare makes a workbook of a form in a document", async () => {
    const { status, files } = await run(["prepare", "报告.docx", "-o", "填报.xlsx"], document());
    expect([status, files.has("填报.xlsx")]).toEqual([0, true]);
  });

  test("audit reads it, and finds no formula", async () => {
    const { status, out } = await run(["audit", "报告.docx"], document());
    expect([status, ADDRESS.test(out)]).toEqual([0, false]);
  });
});

test("[I4] diff compares a document with a workbook, by indicator", async () => {
  const scored = await run(["score", "报告.docx", "-o", "上轮.xlsx"], document());
  const files = new Map([...scored.files, ["报告.docx", buildDocument([...REPORT.slice(0, 5), later()])]]);
  const { out } = await run(["diff", "上轮.xlsx", "报告.docx"], files);
  expect(out).toMatch(/体检人数.*48.*50/);
});

/** The table of a later round: the deduction is gone. */
const later = (): DocumentPart => {
  const { table } = TABLE;
  return { table: table.map((row) => row.map((cell) => (cell === "48" ? "50" : cell === "97" ? "100" : cell))) };
};

test("[Y7] batch takes the documents of a folder too", async () => {
  const files = new Map([["夹/甲.docx", buildDocument(REPORT)], ["夹/乙.docx", new TextEncoder().encode("坏")]]); // prettier-ignore
  const { out } = await run(["batch", "夹", "--format", "json"], files);
  const { files: rows } = JSON.parse(out) as { files: readonly { file: string; failure: string | null }[] };
  expect(rows.map(({ file, failure }) => [file, failure === null])).toEqual([["夹/乙.docx", false], ["夹/甲.docx", true]]); // prettier-ignore
});
