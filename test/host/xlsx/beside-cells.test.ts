import type { CellNote, Drawing, SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { snapshotOf } from "../../contract/hosts";
import { buildWorkbook } from "../../support/build-workbook";
import { anchor, chart, drawingPart, notesPart, picture, STRICT_MAIN, STRICT_TYPES, textBox, THREADS, threadsPart, withSheetParts, type SheetParts } from "../../support/sheet-parts"; // prettier-ignore

const BOOK = buildWorkbook({
  sheets: [
    {
      name: "评分表",
      rows: [
        ["指标", "得分"],
        ["甲", 9],
        ["乙", 8],
      ],
    },
  ],
});
const read = (parts: SheetParts): Promise<WorkbookSnapshot> => snapshotOf(withSheetParts(BOOK, parts));

async function sheetOf(parts: SheetParts): Promise<SheetSnapshot> {
  const [sheet] = (await read(parts)).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

const note = (row: number, column: number, text: string): CellNote => ({ row, column, text });
const NOTES = "xl/comments1.xml";
const VML = "xl/drawings/vmlDrawing1.vml";

describe("[W40] notes and threads", () => {
  const threads = { "xl/threadedComments/threadedComment1.xml": threadsPart({ B3: ["为何扣分", "两场改期"] }) };
  it.each<[string, SheetParts, readonly CellNote[] | undefined]>([
    ["by a relative path", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: notesPart({ B2: "改期" }) } }, [note(1, 1, "改期")]],
    ["by an absolute path", { relationships: [["comments", "/xl/comments1.xml"]], parts: { [NOTES]: notesPart({ B2: "改期" }) } }, [note(1, 1, "改期")]],
    ["in the strict format", { relationships: [["comments", "../comments1.xml"]], types: STRICT_TYPES, parts: { [NOTES]: notesPart({ B2: "改期" }, "", STRICT_MAIN) } }, [note(1, 1, "改期")]],
    ["under another prefix", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: notesPart({ B2: "改期" }).replace(/<(\/?)(\w)/g, "<$1x:$2").replace("xmlns=", "xmlns:x=") } }, [note(1, 1, "改期")]],
    ["without the author's name in front", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: notesPart({ B2: "张三:\n改期" }, "张三") } }, [note(1, 1, "改期")]],
    ["of an author whose name is no lead", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: notesPart({ B2: "张三说改期" }, "张三") } }, [note(1, 1, "张三说改期")]],
    ["in several runs, without the phonetic guide", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: notesPart({ B2: "改" }).replace("</r></text>", "</r><r><t>期</t></r><rPh sb=\"0\" eb=\"1\"><t>gai</t></rPh></text>") } }, [note(1, 1, "改期")]],
    ["in row order, blank ones left out", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: notesPart({ B3: "丙", A2: "甲", B2: " " }) } }, [note(1, 0, "甲"), note(2, 1, "丙")]],
    ["a reference that is none", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: notesPart({ ZZZZ9: "改期" }) } }, undefined],
    ["a thread alone", { relationships: [[THREADS, "../threadedComments/threadedComment1.xml"]], parts: threads }, [note(2, 1, "为何扣分\n两场改期")]],
    ["a thread and the note that stands for it", { relationships: [["comments", "../comments1.xml"], [THREADS, "../threadedComments/threadedComment1.xml"]], parts: { [NOTES]: notesPart({ B2: "改期", B3: "[Threaded comment] 您的 Excel 版本…" }), ...threads } }, [note(1, 1, "改期"), note(2, 1, "为何扣分\n两场改期")]],
    ["the shapes of notes without their texts", { relationships: [["vmlDrawing", "../drawings/vmlDrawing1.vml"]], parts: { [VML]: "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape/></xml>" } }, undefined],
    ["none", { relationships: [], parts: {} }, undefined],
  ])("%s", async (_, parts, wanted) => expect((await sheetOf(parts)).notes).toEqual(wanted)); // prettier-ignore

  it.each<[string, SheetParts]>([
    ["that is broken", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: "<comments><authors>" } }],
    ["with a DTD", { relationships: [["comments", "../comments1.xml"]], parts: { [NOTES]: '<!DOCTYPE x [<!ENTITY a "b">]><comments/>' } }],
  ])("a part %s is not looked at, and the cells are read", async (_, parts) => {
    const book = await read(parts);
    expect(book.unseen).toEqual(["notes"]);
    expect(book.sheets[0]?.cells).toHaveLength(6);
  }); // prettier-ignore
});

describe("[W40] drawings", () => {
  const drawn = (part: string, types?: string): SheetParts => ({
    relationships: [["drawing", "../drawings/drawing1.xml"]],
    parts: { "xl/drawings/drawing1.xml": part },
    ...(types !== undefined && { types }),
  });
  const area = { top: 1, left: 3, bottom: 2, right: 4 };
  const at = (...content: readonly string[]): string => drawingPart(content.map((one) => anchor([3, 1], [4, 2], one)));
  const STRICT = ["http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "http://purl.oclc.org/ooxml/drawingml/main"] as const; // prettier-ignore
  const PICTURE: Drawing = { kind: "picture", area, text: "" };
  const TEXT: Drawing = { kind: "text", area, text: "因疫情\n改期" };
  const either = (choice: string, fallback: string): string =>
    `<mc:AlternateContent><mc:Choice Requires="x">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

  it.each<[string, SheetParts, readonly Drawing[] | undefined]>([
    ["a text box with two paragraphs", drawn(at(textBox("因疫情", "改期"))), [TEXT]],
    ["a picture", drawn(at(picture)), [PICTURE]],
    ["both", drawn(at(picture, textBox("因疫情", "改期"))), [PICTURE, TEXT]],
    ["a shape without a text, and a chart", drawn(at(textBox(" "), chart)), undefined],
    ["the members of a group", drawn(at(`<xdr:grpSp>${picture}<xdr:grpSp>${textBox("因疫情", "改期")}</xdr:grpSp></xdr:grpSp>`)), [PICTURE, TEXT]],
    ["one of two forms of the same", drawn(at(either(textBox("因疫情", "改期"), textBox("旧版文字")))), [TEXT]],
    ["in the strict format", drawn(drawingPart([anchor([3, 1], [4, 2], textBox("因疫情", "改期"))], STRICT), STRICT_TYPES), [TEXT]],
    ["of its own size at one cell", drawn(at(picture).replace(/<xdr:to>.*<\/xdr:to>/, '<xdr:ext cx="1120200" cy="91501"/>')), [{ ...PICTURE, area: { top: 1, left: 3, bottom: 2, right: 4 } }]],
    ["of its own size at an absolute place", drawn(at(picture).replace(/<xdr:from>.*<\/xdr:to>/, '<xdr:pos x="609599" y="190500"/><xdr:ext cx="2" cy="190500"/>')), [{ ...PICTURE, area: { top: 1, left: 0, bottom: 1, right: 1 } }]],
    ["at one cell only", drawn(at(picture).replace(/<xdr:to>.*<\/xdr:to>/, "").replaceAll("twoCellAnchor", "oneCellAnchor")), [{ ...PICTURE, area: { top: 1, left: 3, bottom: 1, right: 3 } }]],
    ["beyond the sheet", drawn(drawingPart([anchor([3, 9_999_999], [4, 9_999_999], picture)])), undefined],
  ])("%s", async (_, parts, wanted) => expect((await sheetOf(parts)).drawings).toEqual(wanted)); // prettier-ignore

  it("a part that is missing says nothing, and one that is broken is not looked at", async () => {
    const none = await read({ relationships: [["drawing", "../drawings/drawing9.xml"]], parts: {} });
    expect([none.sheets[0]?.drawings, none.unseen]).toEqual([undefined, undefined]);
    expect((await read(drawn("<xdr:wsDr"))).unseen).toEqual(["drawings"]);
  });
});

describe("[W40] runs of a text and pictures in cells", () => {
  const inline = (runs: string): SheetParts => ({
    relationships: [],
    parts: {},
    sheet: (xml) => xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, `<c r="A2" t="inlineStr"><is>${runs}</is></c>`),
  });
  const run = (text: string, look = ""): string =>
    `<r>${look === "" ? "" : `<rPr>${look}</rPr>`}<t xml:space="preserve">${text}</t></r>`;
  it.each<[string, string, string, string | undefined]>([
    ["one run struck through", run("原因甲", "<strike/>") + run("原因乙"), "原因甲原因乙", "原因乙"],
    ["all of them", run("原因甲", "<strike/>") + run("原因乙", "<strike val=\"1\"/>"), "原因甲原因乙", ""],
    ["a run that says that it is not", run("原因甲", "<strike val=\"0\"/>") + run("原因乙"), "原因甲原因乙", undefined],
    ["bold and coloured runs", run("原因甲", "<b/><color rgb=\"FFFF0000\"/>") + run("原因乙"), "原因甲原因乙", undefined],
    ["a plain text", "<t>原因</t>", "原因", undefined],
    ["a phonetic guide", `${run("原因")}<rPh sb="0" eb="2"><t>yuanyin</t></rPh>`, "原因", undefined],
    ["another namespace's strike", run("原因甲", "<y:strike xmlns:y=\"urn:y\"/>") + run("原因乙"), "原因甲原因乙", undefined],
  ])("%s", async (_, runs, value, unstruck) => {
    const cell = (await sheetOf(inline(runs))).cells.find(({ row, column }) => row === 1 && column === 0);
    expect([cell?.value, cell?.unstruck]).toEqual([value, unstruck]);
  }); // prettier-ignore

  it.each<[string, string]>([
    ["as WPS saves it", '<c r="A2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'],
    ["after Excel saved it", '<c r="A2" t="e"><f>_xlfn.DISPIMG("ID_1",1)</f><v>#NAME?</v></c>'],
  ])("DISPIMG %s keeps its formula, by which it is known", async (_, xml) => {
    const sheet = (change: string) => change.replace(/<c r="A2"[^>]*>.*?<\/c>/, xml);
    const cell = (await sheetOf({ relationships: [], parts: {}, sheet })).cells.find(({ row, column }) => row === 1 && column === 0); // prettier-ignore
    expect(cell?.formula).toMatch(/DISPIMG\("ID_1",1\)$/);
  });
});
