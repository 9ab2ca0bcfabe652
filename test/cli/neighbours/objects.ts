/** What a unit may have on cells of a sheet, as the XML that a file keeps it in. */
export interface UnitObject {
  readonly name: string;
  /** The object over an area such as "H3:I3", whose first cell is `first`. */
  readonly at: (area: string) => Addition;
  /** Which cells ours must keep out of: the area, its first cell, or none where the object only goes along with cells. */
  readonly keepsOut: "area" | "first" | null;
}

/** What is added to a plain package. */
export interface Addition {
  /** Cells, each with its whole XML. */
  readonly cells?: Readonly<Record<string, string>>;
  /** Attributes of rows that have cells, by number. */
  readonly rows?: Readonly<Record<number, string>>;
  /** Children of the worksheet, by their name in the schema's order. */
  readonly sections?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, string>>;
  /** Relationships of the sheet: id, kind, target. */
  readonly relations?: readonly (readonly [id: string, kind: string, target: string])[];
  readonly definedName?: string;
}

const first = (area: string): string => area.split(":")[0] ?? area;
const last = (area: string): string => area.split(":").at(-1) ?? area;
const column = (cell: string): number => Array.from(cell.replace(/\d/g, "")).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0); // prettier-ignore
const row = (cell: string): number => Number(cell.replace(/\D/g, ""));
const absolute = (area: string): string => area.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const validation =
  (type: string, formula: string) =>
  (area: string): Addition => ({
    sections: {
      dataValidations: `<dataValidations count="1"><dataValidation type="${type}" allowBlank="1" sqref="${area}"><formula1>${formula}</formula1></dataValidation></dataValidations>`,
    },
  });

const drawing = (area: string): string =>
  `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>${column(first(area)) - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row(first(area)) - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column(last(area)) - 1}</xdr:col><xdr:colOff>1</xdr:colOff><xdr:row>${row(last(area)) - 1}</xdr:row><xdr:rowOff>1</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="章"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

/** As `drawing`, but for its anchor; columns are 64 pixels wide and rows 20 high where nothing else is stated. */
const drawingBySize = (area: string, anchor: (x: number, y: number, size: string) => string): string => {
  const [left, top] = [column(first(area)) - 1, row(first(area)) - 1];
  const size = `<xdr:ext cx="${((column(last(area)) - 1 - left) * 64 + 1) * 9525}" cy="${((row(last(area)) - 1 - top) * 20 + 1) * 9525}"/>`;
  return drawing(area).replace(/<xdr:from>.*<\/xdr:to>/, anchor(left, top, size)).replaceAll("twoCellAnchor", "anchor");
}; // prettier-ignore

const oneCell = (area: string): string =>
  drawingBySize(
    area,
    (x, y, size) => `<xdr:from><xdr:col>${x}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${y}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>${size}`,
  ).replaceAll("xdr:anchor", "xdr:oneCellAnchor"); // prettier-ignore

const absolutePlace = (area: string): string =>
  drawingBySize(area, (x, y, size) => `<xdr:pos x="${x * 64 * 9525}" y="${y * 20 * 9525}"/>${size}`).replaceAll("xdr:anchor", "xdr:absoluteAnchor"); // prettier-ignore

const drawn =
  (drawingOf: (area: string) => string): UnitObject["at"] =>
  (area) => ({
    sections: { drawing: '<drawing r:id="rId91"/>' },
    parts: { "xl/drawings/drawing1.xml": drawingOf(area) },
    relations: [["rId91", "drawing", "../drawings/drawing1.xml"]],
  });

const table = (area: string): string =>
  `<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="${area}" totalsRowShown="0"><tableColumns count="1"><tableColumn id="1" name="备查"/></tableColumns></table>`;

const pivot = (area: string): string =>
  `<pivotTableDefinition xmlns="${MAIN}" name="透视表1" cacheId="1" dataCaption="值"><location ref="${area}" firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/></pivotTableDefinition>`;

export const UNIT_OBJECTS: readonly UnitObject[] = [
  { name: "a list validation", at: validation("list", "&quot;是,否&quot;"), keepsOut: "area" },
  { name: "a whole-number validation", at: validation("whole", "1"), keepsOut: "area" },
  {
    name: "a custom validation",
    at: (area) => validation("custom", `LEN(${first(area)})&lt;9`)(area),
    keepsOut: "area",
  },
  {
    name: "a conditional format",
    at: (area) => ({
      sections: {
        conditionalFormatting: `<conditionalFormatting sqref="${area}"><cfRule type="expression" priority="3"><formula>${first(area)}=9</formula></cfRule></conditionalFormatting>`,
      },
    }),
    keepsOut: null,
  },
  {
    name: "an Excel table",
    at: (area) => ({
      cells: { [first(area)]: `<c r="${first(area)}" t="inlineStr"><is><t>备查</t></is></c>` },
      sections: { tableParts: '<tableParts count="1"><tablePart r:id="rId91"/></tableParts>' },
      parts: { "xl/tables/table1.xml": table(area) },
      relations: [["rId91", "table", "../tables/table1.xml"]],
    }),
    keepsOut: "area",
  },
  {
    name: "a pivot table without values yet",
    at: (area) => ({
      parts: { "xl/pivotTables/pivotTable1.xml": pivot(area) },
      relations: [["rId91", "pivotTable", "../pivotTables/pivotTable1.xml"]],
    }),
    keepsOut: "area",
  },
  {
    name: "a note",
    at: (area) => ({
      parts: { "xl/comments1.xml": comments(first(area), "请填") },
      relations: [["rId91", "comments", "../comments1.xml"]],
    }),
    keepsOut: "first",
  },
  {
    name: "a threaded comment",
    at: (area) => ({
      parts: {
        "xl/comments1.xml": comments(first(area), "[线程批注]"),
        "xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="${first(area)}" dT="2021-01-01T00:00:00.00" personId="{P}" id="{T}"><text>请核</text></threadedComment></ThreadedComments>`,
      },
      relations: [
        ["rId91", "comments", "../comments1.xml"],
        ["rId92", "threadedComment", "../threadedComments/threadedComment1.xml"],
      ],
    }),
    keepsOut: "first",
  },
  {
    name: "a blank cell with a look",
    at: (area) => ({ cells: { [first(area)]: `<c r="${first(area)}" s="1"/>` } }),
    keepsOut: "first",
  },
  {
    name: "a hidden column",
    at: (area) => ({ sections: { cols: `<cols><col min="${column(first(area))}" max="${column(last(area))}" width="9" hidden="1" customWidth="1"/></cols>` } }), // prettier-ignore
    keepsOut: null,
  },
  {
    name: "a grouped column with a width of its own",
    at: (area) => ({ sections: { cols: `<cols><col min="${column(first(area))}" max="${column(last(area))}" width="21.5" customWidth="1" outlineLevel="1"/></cols>` } }), // prettier-ignore
    keepsOut: null,
  },
  {
    name: "a merged cell",
    at: (area) => ({ sections: { mergeCells: `<mergeCells count="1"><mergeCell ref="${area}"/></mergeCells>` } }),
    keepsOut: "area",
  },
  {
    name: "a shape with its anchor",
    at: drawn(drawing),
    keepsOut: "area",
  },
  { name: "a shape anchored at one cell", at: drawn(oneCell), keepsOut: "area" },
  { name: "a shape at an absolute place", at: drawn(absolutePlace), keepsOut: "area" },
  {
    name: "an array formula",
    at: (area) => ({
      cells: { [first(area)]: `<c r="${first(area)}"><f t="array" ref="${area}">1+1</f><v>2</v></c>` },
    }),
    keepsOut: "area",
  },
  {
    name: "a print area",
    at: (area) => ({ definedName: `<definedName name="_xlnm.Print_Area" localSheetId="0">'评分表'!${absolute(`A1:${last(area)}`)}</definedName>` }), // prettier-ignore
    keepsOut: "area",
  },
  {
    name: "a freeze",
    at: (area) => ({
      sections: { sheetViews: `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${column(first(area)) - 1}" topLeftCell="${first(area)}" activePane="topRight" state="frozen"/></sheetView></sheetViews>` }, // prettier-ignore
    }),
    keepsOut: null,
  },
  { name: "a filter", at: (area) => ({ sections: { autoFilter: `<autoFilter ref="${area}"/>` } }), keepsOut: null },
  {
    name: "a defined name",
    at: (area) => ({ definedName: `<definedName name="备查数">'评分表'!${absolute(area)}</definedName>` }),
    keepsOut: "area",
  },
  {
    name: "a hyperlink",
    at: (area) => ({ sections: { hyperlinks: `<hyperlinks><hyperlink ref="${first(area)}" location="A1"/></hyperlinks>` } }), // prettier-ignore
    keepsOut: "first",
  },
  {
    name: "a protected range",
    at: (area) => ({
      sections: { protectedRanges: `<protectedRanges><protectedRange sqref="${area}" name="填报"/></protectedRanges>` },
    }),
    keepsOut: null,
  },
  {
    name: "a sparkline",
    at: (area) => ({
      sections: {
        extLst: `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>评分表!C2:C3</xm:f><xm:sqref>${first(area)}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
      },
    }),
    keepsOut: "first",
  },
];

const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'; // prettier-ignore

/** A drawing whose shape stands in the choices of newer programs, as slicers and form controls do. */
const alternative = (area: string): string =>
  drawing(area)
    .replace(/(<xdr:twoCellAnchor>)([\s\S]*?)(<\/xdr:twoCellAnchor>)/, '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:sle15="http://schemas.microsoft.com/office/drawing/2012/slicer" Requires="sle15">$1$2$3</mc:Choice><mc:Fallback/></mc:AlternateContent>'); // prettier-ignore

/** A check box as the older drawings keep it; its anchor counts columns and rows from 0, each with pixels beyond. */
const checkBox = (area: string): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t201"><x:ClientData ObjectType="Checkbox"><x:Anchor>${column(first(area)) - 1}, 0, ${row(first(area)) - 1}, 0, ${column(last(area)) - 1}, 9, ${row(last(area)) - 1}, 9</x:Anchor></x:ClientData></v:shape></xml>`; // prettier-ignore

/** What the first list has not: marks of print and view, extensions of Excel 2010, controls, rich text. */
export const MORE_OBJECTS: readonly UnitObject[] = [
  {
    name: "a list validation that reads another sheet (Excel 2010)",
    at: (area) => ({
      sections: { extLst: `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" ${X14}><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>基础数据!$Z$1:$Z$3</xm:f></x14:formula1><xm:sqref>${area}</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>` }, // prettier-ignore
    }),
    keepsOut: "area",
  },
  {
    name: "a conditional format that reads another sheet (Excel 2010)",
    at: (area) => ({
      sections: { extLst: `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${X14}><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="9" id="{1}"><xm:f>基础数据!$Z$1=1</xm:f></x14:cfRule><xm:sqref>${area}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>` }, // prettier-ignore
    }),
    keepsOut: null,
  },
  {
    name: "a group of columns, collapsed",
    at: (area) => ({ sections: { cols: `<cols><col min="${column(first(area))}" max="${column(first(area))}" width="9" hidden="1" outlineLevel="1"/><col min="${column(first(area)) + 1}" max="${column(first(area)) + 1}" width="9" collapsed="1"/></cols>` } }), // prettier-ignore
    keepsOut: null,
  },
  {
    name: "a group of rows, collapsed",
    at: () => ({ rows: { 2: ' outlineLevel="1" hidden="1"', 3: ' collapsed="1"' } }),
    keepsOut: null,
  },
  {
    name: "page breaks",
    at: (area) => ({ sections: { rowBreaks: '<rowBreaks count="1" manualBreakCount="1"><brk id="2" max="16383" man="1"/></rowBreaks>', colBreaks: `<colBreaks count="1" manualBreakCount="1"><brk id="${column(first(area))}" max="1048575" man="1"/></colBreaks>` } }), // prettier-ignore
    keepsOut: null,
  },
  {
    name: "print titles",
    at: () => ({ definedName: `<definedName name="_xlnm.Print_Titles" localSheetId="0">'评分表'!$1:$1</definedName>` }),
    keepsOut: null,
  },
  {
    name: "a name of the sheet alone",
    at: (area) => ({
      definedName: `<definedName name="备查数" localSheetId="0">'评分表'!${absolute(area)}</definedName>`,
    }),
    keepsOut: "area",
  },
  {
    name: "a view of a person's own",
    at: (area) => ({ sections: { customSheetViews: `<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}" hiddenColumns="1"><selection activeCell="${first(area)}" sqref="${first(area)}"/></customSheetView></customSheetViews>` } }), // prettier-ignore
    keepsOut: null,
  },
  {
    name: "rich text with a phonetic guide",
    at: (area) => ({ cells: { [first(area)]: `<c r="${first(area)}" t="inlineStr"><is><r><rPr><b/></rPr><t>备</t></r><r><t>查</t></r><rPh sb="0" eb="1"><t>bei</t></rPh></is></c>` } }), // prettier-ignore
    keepsOut: "first",
  },
  { name: "a slicer, or another shape of newer programs", at: drawn(alternative), keepsOut: "area" },
  {
    name: "a check box",
    at: (area) => ({
      sections: { legacyDrawing: '<legacyDrawing r:id="rId91"/>' },
      parts: { "xl/drawings/vmlDrawing1.vml": checkBox(area) },
      relations: [["rId91", "vmlDrawing", "../drawings/vmlDrawing1.vml"]],
    }),
    keepsOut: "area",
  },
  {
    name: "a picture in the page's header",
    at: () => ({
      sections: { headerFooter: "<headerFooter><oddHeader>&amp;L&amp;G</oddHeader></headerFooter>", legacyDrawingHF: '<legacyDrawingHF r:id="rId91"/>' }, // prettier-ignore
      parts: { "xl/drawings/vmlDrawing2.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="LH"/></xml>' },
      relations: [["rId91", "vmlDrawing", "../drawings/vmlDrawing2.vml"]],
    }),
    keepsOut: null,
  },
  {
    name: "cells whose small green marks are put off, and one that is watched",
    at: (area) => ({ sections: { cellWatches: `<cellWatches><cellWatch r="${first(area)}"/></cellWatches>`, ignoredErrors: `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>` } }), // prettier-ignore
    keepsOut: null,
  },
];

const comments = (cell: string, text: string): string =>
  `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="${cell}" authorId="0"><text><t>${text}</t></text></comment></commentList></comments>`;

export const RELATIONSHIP = OFFICE;
