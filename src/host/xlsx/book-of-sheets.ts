import { strToU8, zipSync } from "fflate";
import { a1, rectA1, type Rect } from "../../core/workbook/address";
import { cellsByRow } from "../../core/workbook/sheet-view";
import type { CellSnapshot, SheetSnapshot } from "../../core/workbook/snapshot";
import { emptySheet } from "./package/empty-sheet";
import { MAIN, RELATIONSHIPS } from "./xml/namespaces";
import { encodeText, escapeAttribute } from "./xml/characters";

/** A sheet of constants that was read from something that is no workbook. */
type PlainSheet = Pick<SheetSnapshot, "name" | "cells" | "merges" | "columnWidths" | "printed">;

/**
 * A workbook of these sheets: each cell stands where it stands in the snapshot and reads from there as the same content, with
 * its number format; merges and widths are kept, and the rows that a table prints have edges. The same sheets give the same
 * bytes.
 */
export function bookOfSheets(sheets: readonly PlainSheet[]): Uint8Array {
  const formats = [...new Set(sheets.flatMap(({ cells }) => cells.flatMap(({ numberFormat }) => numberFormat ?? [])))];
  const numbered = sheets.map((sheet, i) => ({ sheet, id: i + 1 }));
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbered.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${numbered.map(({ sheet, id }) => `<sheet name="${escapeAttribute(sheet.name)}" sheetId="${id}" r:id="rId${id}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${numbered.map(({ id }) => `<Relationship Id="rId${id}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": stylesXml(formats),
    ...Object.fromEntries(numbered.map(({ sheet, id }) => [`xl/worksheets/sheet${id}.xml`, sheetXml(sheet, formats)])),
  };
  const mtime = new Date(2020, 0, 1);
  const headed = Object.entries(parts).map(([path, xml]) => [path, xml.startsWith("<?") ? xml : HEAD + xml] as const);
  return zipSync(Object.fromEntries(headed.map(([path, xml]) => [path, [strToU8(xml), { mtime }]])));
}

/** Style 0 is the default; then one with edges for each format, General first, and one without for each. */
function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${FIRST_OWN + i}" formatCode="${escapeAttribute(code)}"/>`);
  const cell = (format: number, border: number): string =>
    `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"${border === 1 ? ' wrapText="1"' : ""}/></xf>`;
  const ids = [0, ...formats.map((_, i) => FIRST_OWN + i)];
  const edge = "left right top bottom".split(" ").map((side) => `<${side} style="thin"><color auto="1"/></${side}>`);
  return [
    `<styleSheet xmlns="${MAIN}">`,
    codes.length > 0 ? `<numFmts count="${codes.length}">${codes.join("")}</numFmts>` : "",
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge.join("")}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${1 + 2 * ids.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${ids.map((id) => cell(id, 1)).join("")}${ids.map((id) => cell(id, 0)).join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

function sheetXml(sheet: PlainSheet, formats: readonly string[]): string {
  const top = sheet.printed?.[0]?.top ?? 0;
  const filled = cellsByRow(sheet);
  const { right, bottom } = lastCell(sheet);
  const rows: string[] = [];
  for (let row = 0; row <= bottom; row++) {
    const cells = new Map((filled.get(row) ?? []).map((cell) => [cell.column, cell]));
    const edged = row >= top;
    const xml: string[] = [];
    for (let column = 0; column <= right; column++) {
      const cell = cells.get(column);
      if (cell || edged) xml.push(cellXml(cell ?? { row, column, value: null }, styleOf(cell, edged, formats)));
    }
    if (xml.length > 0) rows.push(`<row r="${row + 1}">${xml.join("")}</row>`);
  }
  const widths = Object.entries(sheet.columnWidths).map(
    ([column, width]) =>
      `<col min="${Number(column) + 1}" max="${Number(column) + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${rectA1(merge)}"/>`);
  return emptySheet(MAIN).replace(
    "<sheetData/>",
    () =>
      (widths.length > 0 ? `<cols>${widths.join("")}</cols>` : "") +
      `<sheetData>${rows.join("")}</sheetData>` +
      (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : ""),
  );
}

function lastCell({ cells, merges }: PlainSheet): Pick<Rect, "right" | "bottom"> {
  let [right, bottom] = [0, 0];
  for (const merge of merges) [right, bottom] = [Math.max(right, merge.right), Math.max(bottom, merge.bottom)];
  for (const { row, column } of cells) [right, bottom] = [Math.max(right, column), Math.max(bottom, row)];
  return { right, bottom };
}

const styleOf = (cell: CellSnapshot | undefined, edged: boolean, formats: readonly string[]): number =>
  1 +
  (edged ? 0 : formats.length + 1) +
  (cell?.numberFormat === undefined ? 0 : formats.indexOf(cell.numberFormat) + 1);

function cellXml({ value, ...at }: CellSnapshot, style: number): string {
  const head = `<c r="${a1(at)}" s="${style}"`;
  if (typeof value === "number") return `${head}><v>${value}</v></c>`;
  if (typeof value === "string")
    return `${head} t="inlineStr"><is><t xml:space="preserve">${encodeText(value)}</t></is></c>`;
  return `${head}/>`;
}

const FIRST_OWN = 164;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
