import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readDirectory } from "../../../src/host/xlsx/zip/directory";

/**
 * A workbook as Excel makes them, with the parts that other libraries lose: charts, a pivot table, threaded comments,
 * persons, custom XML, a macro project, an external link, a table, a chart sheet, and parts nobody knows.
 */
export type Parts = Readonly<Record<string, string>>;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const rels = (...items: readonly (readonly [id: string, kind: string, target: string, external?: boolean])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
    .map(([id, kind, target, external]) => {
      const type = kind.startsWith("http") ? kind : `${R}/${kind}`;
      return `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
    })
    .join("")}</Relationships>`;

const THREADS = "http://schemas.microsoft.com/office/2017/10/relationships";

export const RICH_PARTS: Parts = {
  "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/chartsheets/sheet1.xml" ContentType="${TYPE}.chartsheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${TYPE}.calcChain+xml"/></Types>`,
  "_rels/.rels": rels(
    ["rId1", "officeDocument", "xl/workbook.xml"],
    [
      "rId2",
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml",
    ],
    ["rId3", "extended-properties", "docProps/app.xml"],
  ),
  "docProps/app.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><TitlesOfParts><vt:vector xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" size="3" baseType="lpstr"><vt:lpstr>自评表</vt:lpstr><vt:lpstr>图表</vt:lpstr><vt:lpstr>锁定</vt:lpstr></vt:vector></TitlesOfParts></Properties>`,
  "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${R}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView xWindow="0" activeTab="2"/></bookViews><sheets><sheet name="自评表" sheetId="1" r:id="rId1"/><sheet name="图表" sheetId="4" r:id="rId2"/><sheet name="锁定" sheetId="7" state="hidden" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">锁定!$A$1:$B$4</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">自评表!$A$1:$F$9,自评表!$H$1:$I$2</definedName><definedName name="权重" localSheetId="2">锁定!$B$2</definedName><definedName name="总分">自评表!$C$8</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="5" r:id="rId8"/></pivotCaches><extLst><ext uri="{x}" xmlns:x15="urn:x15"><x15:z/></ext></extLst></workbook>`,
  "xl/_rels/workbook.xml.rels": rels(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "chartsheet", "chartsheets/sheet1.xml"],
    ["rId3", "worksheet", "/xl/worksheets/sheet2.xml"],
    ["rId4", "styles", "styles.xml"],
    ["rId5", "sharedStrings", "sharedStrings.xml"],
    ["rId6", "calcChain", "calcChain.xml"],
    ["rId7", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"],
    ["rId8", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
    ["rId9", "externalLink", "externalLinks/externalLink1.xml"],
    ["rId10", `${THREADS}/person`, "persons/person.xml"],
    ["rId11", "customXml", "../customXml/item1.xml"],
  ),
  "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.00_ &quot;分&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><i/></font></dxf></dxfs></styleSheet>`,
  "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>指标</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">三公 </t></r><r><t>经费</t></r><rPh sb="0" eb="2"><t>サンコウ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> 第一行_x000D_
第二行 </t></si></sst>`,
  "xl/calcChain.xml": `${HEAD}<calcChain xmlns="${MAIN}"><c r="C2" i="1"/><c r="C3"/><c r="C4"/></calcChain>`,
  "xl/vbaProject.bin": "\u0001\u0002macro",
  "xl/persons/person.xml": `${HEAD}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="审计员" id="{1}"/></personList>`,
  "xl/pivotCache/pivotCacheDefinition1.xml": `${HEAD}<pivotCacheDefinition xmlns="${MAIN}"/>`,
  "xl/externalLinks/externalLink1.xml": `${HEAD}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${R}" r:id="rId1"><sheetNames><sheetName val="支出"/><sheetName val="收入"/><sheetName val="打不开"/></sheetNames><definedNames><definedName name="总额" refersTo="=支出!$B$4"/></definedNames><sheetDataSet><sheetData sheetId="0"><row r="4"><cell r="B4"><v>120.5</v></cell><cell r="C4" t="str"><v>万元</v></cell></row><row r="6"><cell r="A6" t="b"><v>1</v></cell><cell r="B6" t="e"><v>#N/A</v></cell></row></sheetData><sheetData sheetId="1"/><sheetData sheetId="2" refreshError="1"><row r="1"><cell r="A1"><v>9</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
  "xl/externalLinks/_rels/externalLink1.xml.rels": rels([
    "rId1",
    "externalLinkPath",
    "2020%E5%B9%B4%E5%86%B3%E7%AE%97.xlsx",
    true,
  ]),
  "customXml/item1.xml": "<root><secret/></root>",
  "xl/unknown/thing.dat": "nobody knows",
  "xl/chartsheets/sheet1.xml": `${HEAD}<chartsheet xmlns="${MAIN}"><sheetViews/></chartsheet>`,
  "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${R}" xmlns:x14="${X14}"><!-- 注释 <c r="A1"/> --><sheetPr/><dimension ref="A1:F9"/><sheetViews><sheetView workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="2" width="20.5" customWidth="1"/><col min="4" max="6" width="8" style="1"/><col min="8" max="8" width="0" hidden="1" customWidth="1"/></cols><sheetData><row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>得分</t></is></c><c r="D1" s="1"/></row><row r='2' spans='1:6'><c s="1" r='A2'><v>12.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2"><f t="shared" ref="C2:C5" si="0">A2*2+$A$2</f><v>37.5</v></c><c r="D2" t="e"><v>#DIV/0!</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="C3"><f t="shared" si="0"/><v>14.5</v></c></row><row r="4" hidden="1"><c r="A4"><v>2</v></c><c r="C4"><f t="shared" si="0"/><v>16.5</v></c></row><row r="5"><c r="A5" s="2"><v>44197</v></c><c r="C5"><f t="shared" si="0"/><v>88406.5</v></c><c r="E5" t="str"><f>IF(A5&gt;0,"优","")</f><v>优</v></c></row><row r="6"><c r="A6" t="s"><v>2</v></c><c r="E6"><f t="array" ref="E6:F7">A2:B3*2</f><v>25</v></c><c r="F6"><v>2</v></c></row><row r="7"><c r="E7"><v>2</v></c><c r="F7"><v>0</v></c></row><row r="8"><c r="C8" s="4"><f>SUM(A2:A4)</f><v>15.5</v></c><c r="D8" cm="1"><f t="array" ref="D8">_xlfn.UNIQUE(A2)</f><v>12.5</v></c></row><row r="9"><c r="A9"><v><![CDATA[7]]></v></c><?keep me?></row></sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells><conditionalFormatting sqref="A2:A4 C2"><cfRule type="expression" dxfId="0" priority="3"><formula>A2&gt;10</formula></cfRule><cfRule type="duplicateValues" priority="4"/></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="B2:B4"><formula1>"优,良"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId5"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId6"/></tableParts><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="expression" priority="9" id="{2}"><xm:f>锁定!$A$1&gt;1</xm:f></x14:cfRule><xm:sqref>C2:C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="${XM}" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>锁定!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`,
  "xl/worksheets/_rels/sheet1.xml.rels": rels(
    ["rId1", "drawing", "../drawings/drawing1.xml"],
    ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ["rId3", "comments", "../comments1.xml"],
    ["rId4", `${THREADS}/threadedComment`, "../threadedComments/threadedComment1.xml"],
    ["rId5", "hyperlink", "https://example.org/", true],
    ["rId6", "table", "../tables/table1.xml"],
  ),
  "xl/drawings/drawing1.xml": `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
  "xl/drawings/vmlDrawing1.vml": "<xml/>",
  "xl/comments1.xml": `${HEAD}<comments xmlns="${MAIN}"><authors/><commentList/></comments>`,
  "xl/threadedComments/threadedComment1.xml": `${HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>`,
  "xl/tables/table1.xml": `${HEAD}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="H20:I22" totalsRowShown="0"><tableColumns count="2"><tableColumn id="1" name="列1"/><tableColumn id="2" name="列2"/></tableColumns></table>`,
  "xl/worksheets/sheet2.xml": `${HEAD}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><cols><col min="3" max="3" width="9" style="3"/></cols><sheetData><row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="3"/><c r="C1"><v>2</v></c></row><row r="3" s="3" customFormat="1"><c r="A3" s="0"><v>3</v></c></row></sheetData><sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="1" sheet="1" objects="1"/><protectedRanges><protectedRange sqref="E5:E6" name="开放"/><protectedRange password="CC2A" sqref="F5" name="有密码"/></protectedRanges></worksheet>`,
};

export const pack = (parts: Parts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(2020, 0, 1),
  });

export const richWorkbook = (changes: Parts = {}): Uint8Array => pack({ ...RICH_PARTS, ...changes });

/** A workbook of one sheet, given as the XML inside `worksheet`. */
export function sheetWorkbook(
  inner: string,
  { root = `<worksheet xmlns="${MAIN}">`, close = "</worksheet>", workbook = "" } = {},
): Uint8Array {
  return pack({
    "[Content_Types].xml": RICH_PARTS["[Content_Types].xml"] ?? "",
    "_rels/.rels": rels(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${R}">${workbook}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": rels(["rId1", "worksheet", "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": root + inner + close,
  });
}

/** Parts that differ between two packages, also those that only one of them has. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => !a[name] || !b[name] || !Buffer.from(a[name]).equals(b[name])).sort();
}

/** Entries whose bytes in the file itself (header, packed data, directory record but its offset) are not the same. */
export function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const bytesOf = (file: Uint8Array): Map<string, Buffer> =>
    new Map(
      readDirectory(file).entries.map((entry) => {
        const record = Buffer.from(entry.record);
        record.writeUInt32LE(0, 42);
        return [entry.name, Buffer.concat([file.subarray(entry.start, entry.end), record])];
      }),
    );
  const [a, b] = [bytesOf(before), bytesOf(after)];
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => !(a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) ?? false)).sort();
}

export const partText = (file: Uint8Array, name: string): string => {
  const part = unzipSync(file)[name];
  if (!part) throw new Error(`no part ${name}`);
  return strFromU8(part);
};
