import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { createDocumentHost } from "../../../src/host/document/document-host";
import { a1, rectA1 } from "../../../src/core/workbook/address";
import type { SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { buildDocument, paragraphXml, runXml, tableXml, type DocumentPart, type OtherParts } from "../../support/build-document"; // prettier-ignore

async function sheetsOf(body: readonly DocumentPart[], others?: OtherParts): Promise<readonly SheetSnapshot[]> {
  const read = await createDocumentHost(buildDocument(body, others)).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.sheets;
}

/** By address, so that a case reads as the sheet would look. */
const cellsOf = (sheet: SheetSnapshot | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries((sheet?.cells ?? []).map((cell) => [a1(cell), cell.value]));
const mergesOf = (sheet: SheetSnapshot | undefined): readonly string[] => (sheet?.merges ?? []).map(rectA1);

const TEXT = "全年各项工作按计划推进，完成情况见下表。";

describe("[I2] a number is read out of a text that is one", () => {
  test.each<[printed: string, value: unknown, format: string | undefined]>([
    ["20", 20, undefined],
    ["0", 0, undefined],
    ["-1.50", -1.5, "0.00"],
    ["−3", -3, undefined],
    ["1,234.50", 1234.5, "#,##0.00"],
    ["12,345,678", 12345678, "#,##0"],
    ["98%", 0.98, "0%"],
    ["57.3%", 0.573, "0.0%"],
    ["０．５", 0.5, "0.0"],
    ["１００％", 1, "0%"],
    [" 8 ", 8, undefined],
    ["123456789012345", 123456789012345, undefined],
    // no number, or none that a cell could hold as printed
    ["1234567890123456", "1234567890123456", undefined],
    ["007", "007", undefined],
    ["12,34", "12,34", undefined],
    ["8分", "8分", undefined],
    ["2022-12", "2022-12", undefined],
    ["1.2.3", "1.2.3", undefined],
    ["5.", "5.", undefined],
    ["≥95%", "≥95%", undefined],
    ["/", "/", undefined],
  ])("“%s” is %p", async (printed, value, format) => {
    const [sheet] = await sheetsOf([TEXT, { table: [["指标", printed]] }]);
    expect(sheet?.cells[1]).toMatchObject({ row: 0, column: 1, value, ...(format !== undefined && { numberFormat: format }) }); // prettier-ignore
    if (format === undefined) expect(sheet?.cells[1]).not.toHaveProperty("numberFormat");
  });
});

describe("[I2] spans make merges", () => {
  test("across, down and both", async () => {
    const [sheet] = await sheetsOf([
      TEXT,
      { table: [[{ text: "一级指标", rows: 2 }, { text: "得分情况", columns: 2 }], ["分值", "得分"], [{ text: "合计", columns: 2 }, "93"]] },
    ]); // prettier-ignore
    expect(mergesOf(sheet)).toEqual(["A1:A2", "B1:C1", "A3:B3"]);
    expect(cellsOf(sheet)).toEqual({ A1: "一级指标", B1: "得分情况", B2: "分值", C2: "得分", A3: "合计", C3: 93 });
  });

  test("a merge that only continues, with nothing above it, is a cell of its own", async () => {
    const rows = `<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraphXml("产出")}</w:tc><w:tc>${paragraphXml("1")}</w:tc></w:tr>`;
    const [sheet] = await sheetsOf([TEXT, { xml: `<w:tbl>${rows}</w:tbl>` }]);
    expect([cellsOf(sheet), mergesOf(sheet)]).toEqual([{ A1: "产出", B1: 1 }, []]);
  });

  test("the older horizontal merge counts as a span", async () => {
    const cell = (merge: string, text: string) =>
      `<w:tc><w:tcPr><w:hMerge${merge}/></w:tcPr>${paragraphXml(text)}</w:tc>`;
    const merged = `<w:tr>${cell(' w:val="restart"', "合计")}${cell("", "")}<w:tc>${paragraphXml("9")}</w:tc></w:tr>`;
    const plain = `<w:tr>${[1, 2, 3].map((n) => `<w:tc>${paragraphXml(String(n))}</w:tc>`).join("")}</w:tr>`;
    const [sheet] = await sheetsOf([TEXT, { xml: `<w:tbl>${merged}${plain}</w:tbl>` }]);
    expect([cellsOf(sheet), mergesOf(sheet)]).toEqual([{ A1: "合计", C1: 9, A2: 1, B2: 2, C2: 3 }, ["A1:B1"]]);
  });

  test.each<[title: string, slip: number, columns: readonly string[]]>([
    ["of a millimetre makes no column", 57, ["A", "B"]],
    ["of more than a millimetre makes one", 58, ["A", "B", "C"]],
  ])("a border that stands beside the others by a hand's slip %s", async (_, slip, columns) => {
    const table = [
      ["指标", { text: "得分", columns: 2 }],
      [{ text: "产出", columns: 2 }, "8"],
    ];
    const [sheet] = await sheetsOf([TEXT, { table, grid: [2000, slip, 2000] }]);
    expect(Object.keys(cellsOf(sheet)).map((at) => at[0]).sort()).toEqual(columns.length === 2 ? ["A", "A", "B", "B"] : ["A", "A", "B", "C"]); // prettier-ignore
  });

  test("a narrow cell is a column, however narrow", async () => {
    const [sheet] = await sheetsOf([
      TEXT,
      {
        table: [
          ["甲", "1", "乙"],
          ["丙", "2", "丁"],
        ],
        grid: [2000, 40, 2000],
      },
    ]);
    expect(cellsOf(sheet)).toEqual({ A1: "甲", B1: 1, C1: "乙", A2: "丙", B2: 2, C2: "丁" });
  });
});

describe("[I3] what the page shows is read, and nothing else", () => {
  const inCell = (xml: string): DocumentPart => ({ table: [[{ xml: `<w:p>${xml}</w:p>` }, "8"]] });
  test.each<[title: string, xml: string, shown: unknown]>([
    ["text tracked as inserted", `${runXml("完成")}<w:ins>${runXml("全部")}</w:ins>`, "完成全部"],
    ["not what is tracked as deleted", `<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins>${runXml("8")}</w:ins>`, 8],
    ["text that was moved here, not from here", `<w:moveTo>${runXml("甲")}</w:moveTo><w:moveFrom>${runXml("乙")}</w:moveFrom>`, "甲"],
    ["not hidden text", `${runXml("8")}${runXml("9", "<w:vanish/>")}`, 8],
    ["a link's text", `<w:hyperlink>${runXml("附件")}</w:hyperlink>`, "附件"],
    ["a field's result, not its code", `<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>${runXml("93")}`, 93],
    ["a content control's text", `<w:sdt><w:sdtPr/><w:sdtContent>${runXml("是")}</w:sdtContent></w:sdt>`, "是"],
    ["a line break", `${runXml("甲")}<w:r><w:br/></w:r>${runXml("乙")}`, "甲\n乙"],
    ["a tick of a symbol font", `<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>${runXml("达标")}`, "☑达标"],
    ["a fraction of a formula", "<m:oMath><m:f><m:num><m:r><m:t>在职人员数</m:t></m:r></m:num><m:den><m:r><m:t>编制数</m:t></m:r></m:den></m:f></m:oMath>", "在职人员数/编制数"],
    ["of two forms of one thing the first", `<mc:AlternateContent><mc:Choice>${runXml("新")}</mc:Choice><mc:Fallback>${runXml("旧")}</mc:Fallback></mc:AlternateContent>`, "新"],
  ])("%s", async (_, xml, shown) => {
    const [sheet] = await sheetsOf([TEXT, inCell(xml)]);
    expect(cellsOf(sheet)).toEqual({ A1: shown, B1: 8 });
  }); // prettier-ignore

  test("a row tracked as deleted is gone, one tracked as inserted stands", async () => {
    const row = (mark: string, text: string) =>
      `<w:tr><w:trPr>${mark}</w:trPr><w:tc>${paragraphXml(text)}</w:tc></w:tr>`;
    const [sheet] = await sheetsOf([TEXT, { xml: `<w:tbl>${row("<w:del/>", "旧")}${row("<w:ins/>", "新")}</w:tbl>` }]);
    expect(cellsOf(sheet)).toEqual({ A1: "新" });
  });

  test("what is struck through is told apart", async () => {
    const [sheet] = await sheetsOf([TEXT, inCell(`${runXml("7", "<w:strike/>")}${runXml("8")}`)]);
    expect(sheet?.cells[0]).toMatchObject({ value: 78, unstruck: "8" });
  });

  test("paragraphs whose dividing mark was deleted are one", async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${runXml("预算")}</w:p>`;
    const [sheet] = await sheetsOf([TEXT, { table: [[{ xml: first + paragraphXml("执行率") }]] }]);
    expect(cellsOf(sheet)).toEqual({ A1: "预算执行率" });
  });

  test("automatic numbers of a column 序号", async () => {
    const item = { xml: '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:p>' };
    const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'; // prettier-ignore
    const [sheet] = await sheetsOf(
      [
        TEXT,
        {
          table: [
            [item, "甲"],
            [item, "乙"],
          ],
        },
      ],
      { numbering },
    );
    expect(cellsOf(sheet)).toEqual({ A1: 1, B1: "甲", A2: 2, B2: "乙" });
  });

  test("a footnote stands apart from the number that it hangs on", async () => {
    const [sheet] = await sheetsOf([TEXT, inCell(`${runXml("8")}<w:r><w:footnoteReference w:id="2"/></w:r>`)], {
      footnotes: `<w:footnote w:id="2">${paragraphXml("口径见附件")}</w:footnote>`,
    });
    expect([cellsOf(sheet).A1, sheet?.notes]).toEqual([8, [{ row: 0, column: 0, text: "口径见附件" }]]);
  });

  test("pictures in cells are drawings over them", async () => {
    const [sheet] = await sheetsOf([TEXT, inCell("<w:r><w:drawing/></w:r>")]);
    expect(sheet?.drawings).toEqual([{ kind: "picture", area: { top: 0, left: 0, bottom: 0, right: 0 }, text: "" }]);
  });
});

describe("[I1] which tables there are", () => {
  const HEAD = ["三级指标", "分值", "得分"];
  test("each is a sheet, in order, with the lines above it", async () => {
    const sheets = await sheetsOf(["附件：2022年度绩效自评表", "单位：万元", { table: [["甲"]] }, TEXT, "续写一段：", { table: [["乙"]] }]); // prettier-ignore
    expect(sheets.map(({ name }) => name)).toEqual(["表1", "表2"]);
    expect(sheets.map(cellsOf)).toEqual([
      { A1: "附件：2022年度绩效自评表", A2: "单位：万元", A3: "甲" },
      { A1: "附件：2022年度绩效自评表", A2: "单位：万元", A3: "续写一段：", A4: "乙" },
    ]);
  });

  test.each<[title: string, between: readonly string[], head: readonly string[], sheets: readonly string[]]>([
    ["goes on behind a blank line", [""], HEAD, ["表1"]],
    ["goes on behind 续表", ["续表"], HEAD, ["表1"]],
    ["goes on behind （续表1）", ["（续表1）"], HEAD, ["表1"]],
    ["is another one under a title", ["乙项目自评表"], HEAD, ["表1", "表2"]],
    ["is another one with another head", [""], ["三级指标", "权重", "得分"], ["表1", "表2"]],
  ])("a table with the same head %s", async (_, between, head, names) => {
    const sheets = await sheetsOf([TEXT, { table: [HEAD, ["数量", "8", "7"]] }, ...between, { table: [head, ["质量", "5", "5"]] }]); // prettier-ignore
    expect(sheets.map(({ name }) => name)).toEqual(names);
    if (names.length === 1) {
      expect(cellsOf(sheets[0])).toMatchObject({ A1: "三级指标", A2: "数量", A3: "质量", C3: 5 });
      expect(sheets[0]?.printed).toEqual([
        { table: "表1", top: 0, row: 0 },
        { table: "表2", top: 2, row: 1 },
      ]);
    }
  });

  test("two tables of numbers alone are two", async () => {
    const sheets = await sheetsOf([TEXT, { table: [["1", "2"]] }, "", { table: [["1", "2"]] }]);
    expect(sheets).toHaveLength(2);
  });

  test("a table within a cell is a sheet of its own, named after the cell", async () => {
    const sheets = await sheetsOf([TEXT, { table: [["外"], [{ xml: paragraphXml("内附：") + tableXml({ table: [["内", "8"]] }) + paragraphXml("") }]] }]); // prettier-ignore
    expect(sheets.map(({ name }) => name)).toEqual(["表1", "表1第2行第1列内表"]);
    expect(cellsOf(sheets[1])).toEqual({ A1: "内附：", A2: "内", B2: 8 });
  });
});

describe("[I6] files that are refused, each as a document", () => {
  const zip = (parts: Readonly<Record<string, string>>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))); // prettier-ignore
  const RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'; // prettier-ignore
  const sound = buildDocument([TEXT]);
  test.each<[title: string, bytes: Uint8Array, problem: string]>([
    ["an older .doc", compound("WordDocument"), "legacy-doc"],
    ["one behind a password", compound("EncryptedPackage"), "encrypted"],
    ["a workbook", new Uint8Array(readFileSync("test/workbooks/heshan-2021-self-evaluation.xlsx")), "not-a-document"],
    ["a text", strToU8("自评报告"), "not-a-zip"],
    ["nothing", new Uint8Array(), "not-a-zip"],
    ["half of one", sound.subarray(0, sound.length >> 1), "truncated"],
    ["XML that ends early", zip({ "_rels/.rels": RELS, "word/document.xml": "<w:document" }), "bad-xml"],
    ["a document type", zip({ "_rels/.rels": RELS, "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), "unsafe-xml"],
    ["a part beyond the limit", zip({ "_rels/.rels": RELS, "word/document.xml": " ".repeat(48_000_001) }), "too-large"],
    ["tables within tables without end", buildDocument([{ xml: "<w:tbl><w:tr><w:tc>".repeat(100) + "</w:tc></w:tr></w:tbl>".repeat(100) }]), "too-large"],
  ])("%s", async (_, bytes, problem) => {
    const read = await createDocumentHost(bytes).read();
    expect(read.ok ? null : read.failure).toMatchObject({ kind: "unreadable", problem, file: "document" });
  }); // prettier-ignore

  test.each(["999999999", "-1", "viele", "1e9"])("a span of %s columns makes no loop", async (span) => {
    const cell = `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraphXml("8")}</w:tc>`;
    const [sheet] = await sheetsOf([TEXT, { xml: `<w:tbl><w:tr>${cell}</w:tr></w:tbl>` }]);
    expect(cellsOf(sheet)).toEqual({ A1: 8 });
  });
});

/** The smallest compound file ([MS-CFB]) whose directory names a stream. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i === 0 ? 0 : 0xffffffff, true);
  view.setUint32(512 + 4, 0xfffffffe, true);
  for (const [i, name] of ["Root Entry", stream].entries()) {
    const at = 1024 + 128 * i;
    for (const [k, sign] of Array.from(name).entries()) view.setUint16(at + 2 * k, sign.charCodeAt(0), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
  }
  return bytes;
}
