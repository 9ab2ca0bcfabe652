import { createDocumentHost } from "../../../src/host/document/document-host";
import type { ReportText } from "../../../src/core/workbook/report-text";
import { buildDocument, paragraphXml, runXml, tableXml, type DocumentPart, type OtherParts } from "../../support/build-document"; // prettier-ignore

function textOf(body: readonly DocumentPart[], others?: OtherParts): ReportText {
  const read = createDocumentHost(buildDocument(body, others)).report();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const styled = (style: string, text: string, properties = ""): DocumentPart => ({
  xml: `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runXml(text)}</w:p>`,
});

const STYLES = `
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文标题"/><w:basedOn w:val="1"/></w:style>
  <w:style w:type="paragraph" w:styleId="two"><w:name w:val="二层"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="round"><w:name w:val="圈"/><w:basedOn w:val="round"/></w:style>`;

test.each<[title: string, part: DocumentPart, level: number | null]>([
  ["a heading by its style's name", styled("1", "一、概况"), 1],
  ["by a style that rests on one", styled("own", "一、概况"), 1],
  ["by the outline level of its style", styled("two", "（一）资金"), 2],
  ["by its own, against its style", styled("two", "（一）资金", '<w:outlineLvl w:val="2"/>'), 3],
  ["running text, where it says so against its style", styled("1", "正文", '<w:outlineLvl w:val="9"/>'), null],
  ["running text by default", "正文", null],
  ["a style that rests on itself", styled("round", "正文"), null],
])("[I7] %s", (_, part, level) => {
  const { blocks } = textOf([part], { styles: STYLES });
  expect(blocks[0]).toMatchObject({ is: "paragraph", level });
});

const level = (depth: number, format: string, pattern: string, start = 1): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const item = (list: string, depth: number, text: string): DocumentPart => ({
  xml: `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${runXml(text)}</w:p>`,
});

describe("[I7] automatic numbers stand beside the text as they are printed", () => {
  const numbersOf = (body: readonly DocumentPart[], numbering: string) =>
    textOf(body, { numbering }).blocks.map((block) => (block.is === "paragraph" ? block.listNumber : null));

  test("levels count within each other and begin again", () => {
    const form = `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "%1、")}${level(1, "decimal", "%1.%2")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`; // prettier-ignore
    const items = [item("1", 0, "甲"), item("1", 1, "子"), item("1", 1, "丑"), item("1", 0, "乙"), item("1", 1, "寅")];
    expect(numbersOf(items, form)).toEqual(["一、", "一.1", "一.2", "二、", "二.1"]);
  });

  test("lists of one form count on, one that says where to begin begins there", () => {
    const form = `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`; // prettier-ignore
    const items = [item("1", 0, "甲"), item("2", 0, "乙"), item("3", 0, "丙"), item("3", 0, "丁")];
    expect(numbersOf(items, form)).toEqual(["1.", "2.", "1.", "2."]);
  });

  test.each<[format: string, start: number, printed: string | null]>([
    ["decimal", 12, "12"],
    ["chineseCountingThousand", 10, "十"],
    ["chineseCountingThousand", 11, "十一"],
    ["chineseCountingThousand", 20, "二十"],
    ["chineseCountingThousand", 105, "一百零五"],
    ["chineseLegalSimplified", 3, "叁"],
    ["ideographDigital", 20, "二〇"],
    ["decimalEnclosedCircle", 20, "⑳"],
    ["decimalEnclosedCircle", 21, "21"],
    ["decimalFullWidth", 10, "１０"],
    ["decimalZero", 3, "03"],
    ["upperLetter", 27, "AA"],
    ["lowerRoman", 4, "iv"],
    ["bullet", 1, null],
    ["none", 1, null],
  ])("%s %d", (format, start, printed) => {
    const form = `<w:abstractNum w:abstractNumId="0">${level(0, format, "%1", start)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`; // prettier-ignore
    expect(numbersOf([item("1", 0, "甲")], form)).toEqual([printed]);
  });

  test("a list that the document does not have prints nothing", () => {
    expect(numbersOf([item("7", 0, "甲")], "")).toEqual([null]);
  });
});

test("[I7] blocks in reading order, each with its place; blank paragraphs give none", () => {
  const { blocks } = textOf(["第一段。", "", { table: [[{ text: "合计", columns: 2 }], ["8", "9"]] }, "第二段。"]);
  expect(blocks).toEqual([
    { is: "paragraph", text: "第一段。", level: null, listNumber: null, at: { block: 0, from: 0, to: 4 } },
    {
      is: "table",
      rows: [
        [{ text: "合计", column: 0, rowSpan: 1, columnSpan: 2 }],
        [{ text: "8", column: 0, rowSpan: 1, columnSpan: 1 }, { text: "9", column: 1, rowSpan: 1, columnSpan: 1 }],
      ],
      at: { block: 1, from: 0, to: 0 },
    },
    { is: "paragraph", text: "第二段。", level: null, listNumber: null, at: { block: 2, from: 0, to: 4 } },
  ]);
}); // prettier-ignore

test("[I7] what is printed in a table within a cell is not left out", () => {
  const inner = tableXml({ table: [["内", "8"]] });
  const { blocks } = textOf([{ table: [[{ xml: paragraphXml("外") + inner }]] }]);
  expect(blocks[0]).toMatchObject({ is: "table", rows: [[{ text: "外\n内\t8" }]] });
});

test("[I7] what no block holds is named", () => {
  const box = "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>";
  const { lost } = textOf(
    [{ xml: `<w:p>${runXml("文")}<w:r><w:drawing/></w:r><w:r><w:drawing/></w:r>${box}<w:r><w:object/></w:r>${runXml("藏", "<w:vanish/>")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>` }],
    { footnotes: `<w:footnote w:id="1">${paragraphXml("注")}</w:footnote>` },
  );
  expect(lost).toEqual([
    { zh: "图片 2 幅", en: "2 pictures" },
    { zh: "文本框 1 个", en: "1 text box" },
    { zh: "嵌入对象 1 个", en: "1 embedded object" },
    { zh: "隐藏文字 1 处", en: "1 hidden text" },
    { zh: "脚注、尾注 1 条", en: "1 footnote or endnote" },
  ]);
}); // prettier-ignore
