import { strToU8, zipSync } from "fflate";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildWorkbook } from "../../support/build-workbook";
import { OOXML_FOLDER, ooxmlFaults, ooxmlPresent } from "../../support/ooxml-schema";
import { packageFaults, partsOf, type PackageRule, type Parts } from "../../support/package-rules";
import { run } from "../../cli/memory-terminal";
import { newWorkbook } from "../../../src/host/xlsx/new-workbook";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";

const HOSTILE = path.resolve(__dirname, "../../../../shared/hostile");
const OWN = "test/workbooks";

/** Workbooks whose package is odd, in ways that Excel reads or repairs; all of them are written. */
const ODD = ["styles-emptyroot", "styles-only-cellxfs", "styles-one-fill", "styles-selfclosed", "styles-missing-but-declared", "stale-override-sheet2", "sheetid-65534"]; // prettier-ignore
const odd = existsSync(HOSTILE) ? ODD.map((name) => path.join(HOSTILE, `${name}.xlsx`)) : [];
if (odd.length === 0 || !ooxmlPresent()) process.stderr.write(`\nSKIPPED: ${OOXML_FOLDER} or ${HOSTILE} is absent\n`);

it("the schemas and the odd workbooks are there where a skipped check would go unnoticed (CI)", () => {
  expect((odd.length > 0 && ooxmlPresent()) || process.env.CI !== "true").toBe(true);
});

const books = [...readdirSync(OWN).filter((name) => name.endsWith(".xlsx")).map((name) => path.join(OWN, name)), ...odd]; // prettier-ignore

describe("[X15] what is written, with every blank filled, is clean", () => {
  test.each(books)("%s", async (file) => {
    const before = partsOf(new Uint8Array(readFileSync(file)));
    const { files, err } = await run(["score", file, "-o", "o.xlsx", "--pack", "project", "--fill-blank"]);
    expect(err).not.toMatch(/^pinghe:/);
    const after = partsOf(files.get("o.xlsx") ?? new Uint8Array());
    // What was wrong before is the unit's; nothing is added to it.
    const known = JSON.stringify(packageFaults(before));
    const faults = packageFaults(after).filter((fault) => !known.includes(JSON.stringify(fault)));
    expect(faults).toEqual([]);
    if (!ooxmlPresent()) return;
    const written = new Map([...after].filter(([name, text]) => before.get(name) !== text));
    expect(written.size).toBeGreaterThan(3);
    expect(await ooxmlFaults(written)).toEqual([]);
  });
});

describe("[X15] what the other commands write is clean, too", () => {
  const TABLE_FILE = `${OWN}/heshan-2021-self-evaluation.xlsx`;
  const FORM = `${OWN}/department-template-empty.xlsx`;
  test.each<[string, string, readonly string[]]>([
    ["audit -o", TABLE_FILE, ["audit", "s.xlsx", "-o", "o.xlsx"]],
    ["score again", TABLE_FILE, ["score", "s.xlsx", "-o", "o.xlsx"]],
    ["clean", TABLE_FILE, ["clean", "s.xlsx", "-o", "o.xlsx"]],
    ["prepare", FORM, ["prepare", FORM, "-o", "o.xlsx", "--pack", "hunan-province"]],
    ["batch -o", TABLE_FILE, ["batch", "s.xlsx", FORM, "-o", "o.xlsx"]],
  ])("%s", async (_, own, command) => {
    const scored = await run(["score", TABLE_FILE, "-o", "s.xlsx", "--pack", "hunan-province"]);
    const after = partsOf((await run(command, scored.files)).files.get("o.xlsx") ?? new Uint8Array());
    const before = partsOf(new Uint8Array(readFileSync(own)));
    const known = JSON.stringify(packageFaults(before));
    expect(packageFaults(after).filter((fault) => !known.includes(JSON.stringify(fault)))).toEqual([]);
    const written = new Map([...after].filter(([name, text]) => before.get(name) !== text));
    if (ooxmlPresent()) expect(await ooxmlFaults(written)).toEqual([]);
  });
});

it("[X15] a workbook made anew, with widths and a frozen head, is clean", async () => {
  const { files } = await run(["pack", "project", "-o", "p.xlsx"]);
  const parts = partsOf(files.get("p.xlsx") ?? new Uint8Array());
  expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(
    /<sheetViews>.*<pane .*<\/sheetViews><sheetFormatPr[^>]*><cols>/,
  );
  // Its first sheet, too, has the heights that wrapped text needs.
  expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(/<row r="2" ht="\d+">/);
  expect(packageFaults(parts)).toEqual([]);
  if (ooxmlPresent()) expect(await ooxmlFaults(parts)).toEqual([]);
});

it("[X15] a sheet that says nothing of its window gets its frozen head before its columns", async () => {
  const parts = partsOf(newWorkbook("表"));
  const bare = (parts.get("xl/worksheets/sheet1.xml") ?? "").replace(/<sheetPr>.*<sheetFormatPr[^>]*>/, "");
  const host = createXlsxHost(zipped(new Map([...parts, ["xl/worksheets/sheet1.xml", bare]])));
  const width = { do: "columnWidth", sheet: "表", column: 0, width: 20 } as const;
  const written = await host.write({ guards: [], steps: [width, { do: "freezeRows", sheet: "表", rows: 1 }] });
  expect(written.ok).toBe(true);
  const sheet = partsOf(host.bytes()).get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toMatch(/<sheetViews>.*<\/sheetViews><cols>.*<\/cols><sheetData\/>/);
  if (ooxmlPresent()) expect(await ooxmlFaults(new Map([["xl/worksheets/sheet1.xml", sheet]]))).toEqual([]);
});

describe("[X9] an index that a cell names keeps its look where the styles part lacks it", () => {
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const FILLS = `<fills count="1"><fill><patternFill patternType="none"/></fill></fills>`;
  test.each([
    ["no lists at all", `<styleSheet xmlns="${MAIN}"/>`],
    ["an empty root with a prefix", `<x:styleSheet xmlns:x="${MAIN}"></x:styleSheet>`],
    ["formats that name what is not there", `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="3" fillId="4" borderId="2"/></cellXfs></styleSheet>`],
    ["one fill, closed in itself", `<styleSheet xmlns="${MAIN}"><fonts/>${FILLS}<borders count="0"/></styleSheet>`],
    ["only an extension list", `<styleSheet xmlns="${MAIN}"><extLst><ext uri="{x}"/></extLst></styleSheet>`],
  ])("%s", async (_, styles) => {
    const parts = partsOf(buildWorkbook({ sheets: [TABLE] }));
    const s1 = (parts.get("xl/worksheets/sheet1.xml") ?? "").replace('<c r="A1"', '<c r="A1" s="7"');
    const book = zipped(new Map([...parts, ["xl/styles.xml", styles], ["xl/worksheets/sheet1.xml", s1]]));
    const { files, err } = await run(["score", "b.xlsx", "-o", "o.xlsx"], new Map([["b.xlsx", book]]));
    expect(err).toBe("");
    const after = partsOf(files.get("o.xlsx") ?? new Uint8Array());
    expect(packageFaults(after)).toEqual([]);
    if (ooxmlPresent()) expect(await ooxmlFaults(new Map([["xl/styles.xml", after.get("xl/styles.xml") ?? ""]]))).toEqual([]);
    // A1 names format 7: it is a plain one, and none of ours.
    const eighth = (after.get("xl/styles.xml") ?? "").split(/<(?:x:)?cellXfs[^>]*>/)[1]?.split(/<(?:x:)?xf /)[8];
    expect(eighth).toMatch(/^numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"\/>/);
  });
}); // prettier-ignore

const TABLE = {
  name: "评分表",
  rows: [
    ["一级指标", "三级指标", "分值", "评分标准", "指标说明", "得分"],
    ["投入", "在职人员控制率", 10, "以100%为标准。≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。", "在职人员控制率=（在职人员数/编制数）×100%", 8],
    ["产出", "产出数量", 10, null, null, 10],
    ["合计", null, 20, null, null, 18],
  ],
} as const; // prettier-ignore

const zipped = (parts: Parts): Uint8Array => zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)]))); // prettier-ignore

describe("each rule sees what breaks it", () => {
  const SHEET = "xl/worksheets/sheet1.xml";
  const BOOK = "xl/workbook.xml";
  const TYPES = "[Content_Types].xml";
  const RELS = "xl/_rels/workbook.xml.rels";
  const STYLES = "xl/styles.xml";
  const sheet = (inner: string): string => `<worksheet xmlns="m"><sheetData/>${inner}</worksheet>`;
  const rows = (inner: string): string => `<worksheet xmlns="m"><sheetData>${inner}</sheetData></worksheet>`;
  const dv = (attributes: string, formula = "1"): string => sheet(`<dataValidations><dataValidation ${attributes}><formula1>${formula}</formula1></dataValidation></dataValidations>`);
  const name = (attributes: string, text = "1"): string => `<definedNames><definedName ${attributes}>${text}</definedName></definedNames></workbook>`;
  const cf = (...rules: readonly string[]): string => sheet(rules.map((rule) => `<conditionalFormatting sqref="A1"><cfRule type="expression" ${rule}/></conditionalFormatting>`).join(""));

  test.each<[PackageRule, string, (text: string) => string, string]>([
    ["an Override stands once, for a part that is there", TYPES, (x) => x.replace("</Types>", '<Override PartName="/xl/Styles.xml" ContentType="x"/></Types>'), "/xl/styles.xml"],
    ["an Override stands once, for a part that is there", TYPES, (x) => x.replace("</Types>", '<Override PartName="/xl/no.xml" ContentType="x"/></Types>'), "/xl/no.xml"],
    ["a relationship's id stands once, and what it leads to is there", RELS, (x) => x.replace("</Relationships>", '<Relationship Id="rId1" Type="t" Target="styles.xml"/></Relationships>'), "rId1"],
    ["a relationship's id stands once, and what it leads to is there", RELS, (x) => x.replace("</Relationships>", '<Relationship Id="rId9" Type="t" Target="no.xml"/></Relationships>'), "no.xml"],
    ["a relationship within the package stays in it, and names no other place", RELS, (x) => x.replace("</Relationships>", '<Relationship Id="rId9" Type="t" Target="../../styles.xml"/></Relationships>'), "../../styles.xml"],
    ["a relationship within the package stays in it, and names no other place", RELS, (x) => x.replace("</Relationships>", '<Relationship Id="rId9" Type="t" Target="file:///C:/a.bin"/></Relationships>'), "file:///C:/a.bin"],
    ["a relationship within the package stays in it, and names no other place", RELS, (x) => x.replace("</Relationships>", '<Relationship Id="rId9" Type="t" Target="//server/a.bin"/></Relationships>'), "//server/a.bin"],
    ["the calculation chain lists cells with a formula, on sheets that are there", "xl/calcChain.xml", () => '<calcChain xmlns="m"><c r="A2" i="1"/></calcChain>', "1!A2"],
    ["the calculation chain lists cells with a formula, on sheets that are there", "xl/calcChain.xml", () => '<calcChain xmlns="m"><c r="A2" i="7"/></calcChain>', "7!A2"],
    ["a shared text that a cell names is in the list, whose uniqueCount is how many it holds", "xl/sharedStrings.xml", () => '<sst xmlns="m" count="1" uniqueCount="2"><si><t>甲</t></si></sst>', "uniqueCount 2"],
    ["a shared text that a cell names is in the list, whose uniqueCount is how many it holds", "xl/sharedStrings.xml", () => '<sst xmlns="m" count="0" uniqueCount="1"><si><t>甲</t></si></sst>', "count 0"],
    ["a shared text that a cell names is in the list, whose uniqueCount is how many it holds", SHEET, () => rows('<row r="1"><c r="A1" t="s"><v>999</v></c></row>'), "A1"],
    ["a sheet is in sight, and the active one is", BOOK, (x) => x.replace("<sheets>", '<bookViews><workbookView activeTab="1"/></bookViews><sheets>').replace("</sheets>", '<sheet name="乙" sheetId="9" state="hidden"/></sheets>'), "1"],
    ["a workbook has one styles part", RELS, (x) => x.replace("</Relationships>", '<Relationship Id="rId9" Type="t/styles" Target="styles.xml"/></Relationships>'), "styles.xml"],
    ["a sheet's id is from 1 to 65534 and stands once", BOOK, (x) => x.replace('sheetId="1"', 'sheetId="65535"'), "65535"],
    ["a sheet's id is from 1 to 65534 and stands once", BOOK, (x) => x.replace("</sheets>", '<sheet name="z" sheetId="1"/></sheets>'), "1"],
    ["a sheet's name has 1 to 31 characters, none of []:*?/\\, no apostrophe at an end, and stands once", BOOK, (x) => x.replace('name="评分表"', `name="${"n".repeat(32)}"`), "n".repeat(32)],
    ["a sheet's name has 1 to 31 characters, none of []:*?/\\, no apostrophe at an end, and stands once", BOOK, (x) => x.replace('name="评分表"', 'name="a/b"'), "a/b"],
    ["a sheet's name has 1 to 31 characters, none of []:*?/\\, no apostrophe at an end, and stands once", BOOK, (x) => x.replace("</sheets>", '<sheet name="评分表" sheetId="2"/></sheets>'), "评分表"],
    ["a sheet is in sight, and the active one is", BOOK, (x) => x.replace('sheetId="1"', 'sheetId="1" state="hidden"'), "all sheets are hidden"],
    ["a sheet is in sight, and the active one is", BOOK, (x) => x.replace("<sheets>", '<bookViews><workbookView activeTab="1"/></bookViews><sheets>'), "1"],
    ["a defined name is one, belongs to a sheet that exists, and stands once there", BOOK, (x) => x.replace("</workbook>", name('name="A1"')), "A1"],
    ["a defined name is one, belongs to a sheet that exists, and stands once there", BOOK, (x) => x.replace("</workbook>", name('name="三公 经费"')), "三公 经费"],
    ["a defined name is one, belongs to a sheet that exists, and stands once there", BOOK, (x) => x.replace("</workbook>", name('name="甲" localSheetId="1"')), "甲"],
    ["merged cells do not overlap", SHEET, () => sheet('<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'), "A1:B2 B2:C3"],
    ["a cell has one validation", SHEET, () => sheet('<dataValidations><dataValidation sqref="A1:A9"/><dataValidation sqref="C1 A9"/></dataValidations>'), "A1:A9 A9"],
    ["a list typed into a validation and its messages have at most 255 characters, a title 32", SHEET, () => dv('sqref="A1"', "x".repeat(256)), "x".repeat(20)],
    ["a list typed into a validation and its messages have at most 255 characters, a title 32", SHEET, () => dv(`sqref="A1" promptTitle="${"t".repeat(33)}"`), "t".repeat(33)],
    ["a conditional format's priority is 1 or more and stands once, and its look exists", SHEET, () => cf('priority="0"'), "0"],
    ["a conditional format's priority is 1 or more and stands once, and its look exists", SHEET, () => cf('priority="1"', 'priority="1"'), "1"],
    ["a conditional format's priority is 1 or more and stands once, and its look exists", SHEET, () => cf('priority="1" dxfId="99"'), "1"],
    ["a formula has at most 8,192 characters", SHEET, () => rows(`<row r="1"><c r="A1"><f>${"1".repeat(8193)}</f></c></row>`), "1".repeat(20)],
    ["a cell has at most 32,767 characters", SHEET, () => rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>${"x".repeat(32768)}</t></is></c></row>`), "A1"],
    ["rows and cells stand in order, each once, cells in their own row", SHEET, () => rows('<row r="2"/><row r="2"/>'), "2"],
    ["rows and cells stand in order, each once, cells in their own row", SHEET, () => rows('<row r="2"><c r="B2"/><c r="A2"/></row>'), "A2"],
    ["rows and cells stand in order, each once, cells in their own row", SHEET, () => rows('<row r="2"><c r="A1"/></row>'), "A1"],
    ["a style that a cell names exists, and what it names too", SHEET, () => rows('<row r="1"><c r="A1" s="999"/></row>'), "A1"],
    ["a style that a cell names exists, and what it names too", STYLES, (x) => x.replace(/fontId="0"/g, 'fontId="99"'), "fonts"],
    ["the first two fills are none and gray125", STYLES, (x) => x.replace("gray125", "solid"), "none,solid"],
    ["the count of a list is how many stand in it", SHEET, () => sheet('<mergeCells count="2"><mergeCell ref="A1:B2"/></mergeCells>'), "mergeCells"],
  ])("%s", (rule, part, spoil, fault) => {
    const parts = partsOf(buildWorkbook({ sheets: [TABLE] }));
    expect(packageFaults(parts)).toEqual([]);
    const spoilt = packageFaults(new Map([...parts, [part, spoil(parts.get(part) ?? "")]]));
    expect(spoilt.find((found) => found.rule === rule)?.faults).toContain(fault);
  });
}); // prettier-ignore
