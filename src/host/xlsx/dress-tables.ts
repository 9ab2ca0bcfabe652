import { columnName } from "../../core/workbook/address";
import { openBook } from "./read/read-book";
import { relationshipsPart } from "./package/part-names";
import { escapeAttribute } from "./xml/characters";
import { encodePart } from "./xml/encoding";
import { MAIN, RELATIONSHIPS } from "./xml/namespaces";
import { saveArchive } from "./zip/save";

/** A sheet of a new workbook that is one list from A1 on: texts of its head, and how many rows stand below. */
export interface ListSheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: number;
}

/** Columns over the first two columns of a list: what they are called, and how many each counts. */
export interface ListChart {
  readonly sheet: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly counts: readonly number[];
}

/**
 * Makes an Excel table with filters of every list that has a row, and puts a chart beside one. For workbooks that we made:
 * their sheets lead to no other part. The same lists give the same bytes.
 */
export function dressTables(bytes: Uint8Array, lists: readonly ListSheet[], chart: ListChart | null): Uint8Array {
  const { parts, workbook } = openBook(bytes);
  const changes = new Map<string, Uint8Array>();
  const types: string[] = [];
  const put = (part: string, xml: string): void => void changes.set(part, new TextEncoder().encode(HEAD + xml));
  const add = (part: string, type: string, xml: string): void => {
    put(part, xml);
    types.push(`<Override PartName="/${part}" ContentType="${type}"/>`);
  };
  for (const [i, { name, heads, rows }] of lists.entries()) {
    const sheet = workbook.sheets.find((one) => one.name === name)?.part ?? null;
    const source = sheet === null ? null : parts.text(sheet);
    const own = chart?.sheet === name ? chart : null;
    if (sheet === null || !source || rows === 0 || parts.archive.has(relationshipsPart(sheet))) continue;
    add(`xl/tables/table${i + 1}.xml`, `${TYPE}.spreadsheetml.table+xml`, tableXml(i + 1, heads, rows));
    const ways = [way("rId1", "table", `/xl/tables/table${i + 1}.xml`)];
    if (own) {
      ways.push(way("rId2", "drawing", "/xl/drawings/drawing1.xml"));
      add("xl/drawings/drawing1.xml", `${TYPE}.drawing+xml`, drawingXml(heads.length + 1));
      put("xl/drawings/_rels/drawing1.xml.rels", waysXml([way("rId1", "chart", "/xl/charts/chart1.xml")]));
      add("xl/charts/chart1.xml", `${TYPE}.drawingml.chart+xml`, chartXml(own));
    }
    put(relationshipsPart(sheet), waysXml(ways));
    const links = `${own ? `<drawing xmlns:r="${RELATIONSHIPS}" r:id="rId2"/>` : ""}<tableParts count="1"><tablePart xmlns:r="${RELATIONSHIPS}" r:id="rId1"/></tableParts>`;
    changes.set(sheet, encodePart({ ...source, text: source.text.replace(/<\/worksheet>\s*$/, () => `${links}</worksheet>`) })); // prettier-ignore
  }
  const content = parts.text("[Content_Types].xml");
  if (types.length === 0 || !content) return bytes;
  changes.set("[Content_Types].xml", encodePart({ ...content, text: content.text.replace(/<\/Types>\s*$/, () => `${types.join("")}</Types>`) })); // prettier-ignore
  return saveArchive(parts.archive, changes);
}

function tableXml(id: number, heads: readonly string[], rows: number): string {
  const area = `A1:${columnName(heads.length - 1)}${rows + 1}`;
  const columns = heads.map((head, i) => `<tableColumn id="${i + 1}" name="${escapeAttribute(head)}"/>`);
  return `<table xmlns="${MAIN}" id="${id}" name="pinghe_${id}" displayName="pinghe_${id}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/><tableColumns count="${heads.length}">${columns.join("")}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}

const way = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
const waysXml = (ways: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${ways.join("")}</Relationships>`;

const drawingXml = (column: number): string =>
  `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${DRAWING}"><xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column + 9}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

function chartXml({ sheet, title, names, counts }: ListChart): string {
  const area = (column: string): string => escapeAttribute(`'${sheet.replaceAll("'", "''")}'!$${column}$2:$${column}$${names.length + 1}`); // prettier-ignore
  const points = (values: readonly (string | number)[]): string =>
    `<c:ptCount val="${values.length}"/>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${escapeAttribute(String(value))}</c:v></c:pt>`).join("")}`;
  return [
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:chart>`,
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN" sz="1200"/><a:t>${escapeAttribute(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr><c:cat><c:strRef><c:f>${area("A")}</c:f><c:strCache>${points(names)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${area("B")}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(counts)}</c:numCache></c:numRef></c:val></c:ser>`,
    '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>',
    '<c:gapWidth val="50"/><c:axId val="1"/><c:axId val="2"/></c:barChart>',
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>',
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="0" sourceLinked="0"/><c:crossAx val="1"/></c:valAx>',
    '</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>',
  ].join("");
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = "application/vnd.openxmlformats-officedocument";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
