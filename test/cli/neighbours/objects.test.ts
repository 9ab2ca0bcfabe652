import { strToU8, zipSync } from "fflate";
import { columnName, isInside, parseRect, type Rect } from "../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { packageFaults, partsOf } from "../../support/package-rules";
import { run } from "../memory-terminal";
import { RELATIONSHIP, UNIT_OBJECTS, type Addition, type UnitObject } from "./objects";

/*
 * Every object of a unit at every place where Pinghe writes (SPEC P20): it is as before after `score`, and after `score`
 * and `clean`. Parts of the package that we have nothing to write in keep every byte.
 */

/** Where our cells would stand: the free columns begin at G; F2 is a blank score. */
const PLACES = [
  { place: "in the free columns", area: "H2:I3", sheet: 1 },
  { place: "just beyond the table", area: "G3:G4", sheet: 1 },
  { place: "in the header row", area: "G1:H1", sheet: 1 },
  { place: "under the total", area: "C6:D7", sheet: 1 },
  { place: "on a sheet that is called as ours is", area: "A1:B2", sheet: 2 },
  { place: "on a blank score that is filled", area: "F2:F3", sheet: 1 },
] as const;

const ORDER = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "protectedRanges", "autoFilter", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "drawing", "tableParts", "extLst"]; // prettier-ignore
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (cell: string, value: number): string => `<c r="${cell}"><v>${value}</v></c>`;
const TABLE: Readonly<Record<string, string>> = {
  A1: text("A1", "一级指标"), B1: text("B1", "三级指标"), C1: text("C1", "分值"), D1: text("D1", "评分标准"), E1: text("E1", "指标说明"), F1: text("F1", "得分"),
  A2: text("A2", "投入"), B2: text("B2", "在职人员控制率"), C2: number("C2", 10), D2: text("D2", "以100%为标准。≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。"), E2: text("E2", "在职人员控制率=（在职人员数/编制数）×100%"),
  A3: text("A3", "产出"), B3: text("B3", "产出数量"), C3: number("C3", 10), F3: number("F3", 10),
  A4: text("A4", "合计"), C4: number("C4", 20), F4: number("F4", 18),
}; // prettier-ignore

const sheetXml = (base: Readonly<Record<string, string>>, { cells = {}, sections = {} }: Addition): string => {
  const byRow = new Map<number, string[]>();
  const all: Readonly<Record<string, string>> = { ...base, ...cells };
  const byPlace = (cell: string): string => `${cell.replace(/\D/g, "").padStart(7, "0")}${cell.replace(/\d/g, "").padStart(3)}`;
  for (const cell of Object.keys(all).sort((a, b) => (byPlace(a) < byPlace(b) ? -1 : 1))) {
    const row = Number(cell.replace(/\D/g, ""));
    byRow.set(row, [...(byRow.get(row) ?? []), all[cell] ?? ""]);
  }
  const data = [...byRow].map(([row, xml]) => `<row r="${row}">${xml.join("")}</row>`).join("");
  const parts: Readonly<Record<string, string>> = { ...sections, sheetData: `<sheetData>${data}</sheetData>` };
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIP}">${ORDER.map((name) => parts[name] ?? "").join("")}</worksheet>`;
}; // prettier-ignore

const CONTENT: Readonly<Record<string, string>> = {
  table: `${TYPE}.table+xml`, pivotTable: `${TYPE}.pivotTable+xml`, comments: `${TYPE}.comments+xml`,
  threadedComment: "application/vnd.ms-excel.threadedcomments+xml", drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
}; // prettier-ignore

/** A workbook with the scoring table, a sheet 基础数据 of the unit's own, and the object on one of them. */
function bookWith(addition: Addition, sheet: 1 | 2): Uint8Array {
  const { parts = {}, relations = [], definedName = "" } = addition;
  const overrides = relations.map(([, kind, target]) => `<Override PartName="/xl/${target.slice(3)}" ContentType="${CONTENT[kind] ?? ""}"/>`).join(""); // prettier-ignore
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/>${overrides}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIP}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIP}"><sheets><sheet name="评分表" sheetId="1" r:id="rId1"/><sheet name="基础数据" sheetId="2" r:id="rId2"/></sheets>${definedName && `<definedNames>${definedName}</definedNames>`}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIP}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIP}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONSHIP}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheetXml(TABLE, sheet === 1 ? addition : {}),
    "xl/worksheets/sheet2.xml": sheetXml({}, sheet === 2 ? addition : {}),
    ...parts,
  };
  if (relations.length > 0)
    files[`xl/worksheets/_rels/sheet${sheet}.xml.rels`] = `<Relationships xmlns="${PACKAGE}/relationships">${relations.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIP}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
} // prettier-ignore

async function readBook(bytes: Uint8Array | undefined): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(bytes ?? new Uint8Array()).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** Cells with content inside the area that were not there before. */
const newInside = (before: WorkbookSnapshot, after: WorkbookSnapshot, sheet: number, area: Rect): readonly string[] => {
  const had = new Set(before.sheets[sheet - 1]?.cells.map(({ row, column }) => `${row},${column}`));
  return (after.sheets.find(({ name }) => name === before.sheets[sheet - 1]?.name)?.cells ?? [])
    .filter((cell) => isInside(cell, area) && !had.has(`${cell.row},${cell.column}`))
    .map(({ row, column }) => `${row},${column}`);
}; // prettier-ignore

describe.each(PLACES)("[P20] $place: as before after score, and after score and clean", ({ place, area, sheet }) => {
  test.each(UNIT_OBJECTS.map((object): [string, UnitObject] => [object.name, object]))("%s", async (_, object) => {
    const fills = place.startsWith("on a blank score");
    const addition = object.at(area);
    const book = bookWith(addition, sheet);
    const options = ["--inputs", "i.yaml", ...(fills ? ["--fill-blank"] : [])];
    const files = new Map([["b.xlsx", book], ["i.yaml", strToU8("在职人员数: 69\n编制数: 77\n")]]); // prettier-ignore
    const scored = await run(["score", "b.xlsx", "-o", "s.xlsx", ...options], files);
    const refusals =
      fills && object.name.startsWith("a pivot") ? [/F2在数据透视表中，未填入。请把这一格移出数据透视表/] : [];
    expect(scored.err.split("\n").filter(Boolean)).toEqual(
      refusals.map((words) => expect.stringMatching(words) as string),
    );
    const [before, after] = [await readBook(book), await readBook(scored.files.get("s.xlsx"))];
    const own = parseRect(object.keepsOut === "first" ? (area.split(":")[0] ?? area) : area);
    if (object.keepsOut && own && !fills) expect(newInside(before, after, sheet, own)).toEqual([]);
    const cleaned = await run(["clean", "s.xlsx", "-o", "c.xlsx"], scored.files);
    expect(cleaned.err).toBe("");
    expect(await readBook(cleaned.files.get("c.xlsx"))).toEqual(before);
    for (const output of ["s.xlsx", "c.xlsx"]) {
      const [was, is] = [partsOf(book), partsOf(cleaned.files.get(output) ?? new Uint8Array())];
      for (const name of Object.keys(addition.parts ?? {})) expect(is.get(name)).toBe(was.get(name));
      const part = is.get(`xl/worksheets/sheet${sheet}.xml`);
      for (const [name, xml] of Object.entries(addition.sections ?? {}))
        if (name !== "cols") expect(part).toContain(withoutCount(xml));
      for (const [cell, xml] of Object.entries(addition.cells ?? {}))
        if (!fills || cell !== "F2") expect(part).toContain(xml);
      expect(is.get("xl/workbook.xml")).toContain(addition.definedName ?? "");
      expect(packageFaults(is)).toEqual(packageFaults(was));
    }
  });
});

/** Lists that grow by ours have another count; what stands in them is as before. */
const withoutCount = (xml: string): string => xml.replace(/^<(dataValidations)[^>]*>([\s\S]*)<\/\1>$/, "$2");

test("[P20] a blank score in a pivot table is named in either language, and left blank", async () => {
  const pivot = UNIT_OBJECTS.find(({ name }) => name.startsWith("a pivot"));
  const book = bookWith(pivot?.at("F2:F3") ?? {}, 1);
  const files = new Map([["b.xlsx", book], ["i.yaml", strToU8("在职人员数: 69\n编制数: 77\n")]]); // prettier-ignore
  const scored = await run(["score", "b.xlsx", "-o", "s.xlsx", "--inputs", "i.yaml", "--fill-blank", "--lang", "en"], files);
  expect(scored.err).toMatch(/F2 is part of a pivot table and was not filled\. Move the cell out of it, or fill it by hand\./);
  const after = await readBook(scored.files.get("s.xlsx"));
  expect(after.sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 5)).toBeUndefined();
}); // prettier-ignore

/* Where looks run on across the sheet, nothing right of the table is free: our columns stand on 核验计算. */
test.each([
  { runsTo: "G2", sheet: "评分表" },
  { runsTo: "V2", sheet: "评分表" }, // the sixteenth column right of F
  { runsTo: "W2", sheet: "核验计算" },
])("[P5] a row of blank cells with a fill up to $runsTo: ours stand on $sheet", async ({ runsTo, sheet }) => {
  const columns = Array.from("GHIJKLMNOPQRSTUVW").slice(0, runsTo.charCodeAt(0) - "G".charCodeAt(0) + 1);
  const cells = Object.fromEntries(columns.map((column) => [`${column}2`, `<c r="${column}2" s="1"/>`]));
  const scored = await run(["score", "b.xlsx", "-o", "s.xlsx"], new Map([["b.xlsx", bookWith({ cells }, 1)]]));
  const after = await readBook(scored.files.get("s.xlsx"));
  const ours = after.sheets.find(({ name }) => name === sheet)?.cells.filter(({ value }) => value === "核验结论");
  expect(ours).toHaveLength(1);
});

/* A sum over blank columns would take up what is written there. */
test.each([
  ["a sum over the row", "A9", "SUM(C2:K2)", "L"],
  ["one that ends before the free columns", "A9", "SUM(C2:F2)", "G"],
  ["whole columns", "A9", "SUM(H:I)", "J"],
  ["whole rows", "A9", "SUM(2:2)", null],
])("[P20] what a formula of the unit reads is not free: %s", async (_, cell, formula, firstColumn) => {
  const cells = { [cell]: `<c r="${cell}"><f>${formula}</f><v>0</v></c>` };
  const scored = await run(["score", "b.xlsx", "-o", "s.xlsx"], new Map([["b.xlsx", bookWith({ cells }, 1)]]));
  const after = await readBook(scored.files.get("s.xlsx"));
  const header = after.sheets[0]?.cells.find(({ value }) => value === "计算值");
  expect(header ? columnName(header.column) : null).toBe(firstColumn);
});
