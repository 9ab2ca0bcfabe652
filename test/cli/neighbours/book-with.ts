import { strToU8, zipSync } from "fflate";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { RELATIONSHIP, type Addition } from "./objects";

const ORDER = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "protectedRanges", "autoFilter", "customSheetViews", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "headerFooter", "rowBreaks", "colBreaks", "cellWatches", "ignoredErrors", "drawing", "legacyDrawing", "legacyDrawingHF", "controls", "tableParts", "extLst"]; // prettier-ignore
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

const sheetXml = (base: Readonly<Record<string, string>>, { cells = {}, rows = {}, sections = {} }: Addition): string => {
  const byRow = new Map<number, string[]>();
  const all: Readonly<Record<string, string>> = { ...base, ...cells };
  const byPlace = (cell: string): string => `${cell.replace(/\D/g, "").padStart(7, "0")}${cell.replace(/\d/g, "").padStart(3)}`;
  for (const cell of Object.keys(all).sort((a, b) => (byPlace(a) < byPlace(b) ? -1 : 1))) {
    const row = Number(cell.replace(/\D/g, ""));
    byRow.set(row, [...(byRow.get(row) ?? []), all[cell] ?? ""]);
  }
  const data = [...byRow].map(([row, xml]) => `<row r="${row}"${rows[row] ?? ""}>${xml.join("")}</row>`).join("");
  const parts: Readonly<Record<string, string>> = { ...sections, sheetData: `<sheetData>${data}</sheetData>` };
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIP}">${ORDER.map((name) => parts[name] ?? "").join("")}</worksheet>`;
}; // prettier-ignore

const CONTENT: Readonly<Record<string, string>> = {
  table: `${TYPE}.table+xml`, pivotTable: `${TYPE}.pivotTable+xml`, comments: `${TYPE}.comments+xml`,
  vmlDrawing: "application/vnd.openxmlformats-officedocument.vmlDrawing", ctrlProp: "application/vnd.ms-excel.controlproperties+xml",
  threadedComment: "application/vnd.ms-excel.threadedcomments+xml", drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
}; // prettier-ignore

/** A workbook with the scoring table, a sheet 基础数据 of the unit's own, and the object on one of them. */
export function bookWith(addition: Addition, sheet: 1 | 2): Uint8Array {
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

/** The workbook as our host reads it. */
export async function readBook(bytes: Uint8Array | undefined): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(bytes ?? new Uint8Array()).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}
