import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { packageFaults, partsOf } from "../support/package-rules";
import { bookWith } from "./neighbours/book-with";
import { run } from "./memory-terminal";

/* What a person did to a scored copy, or to the workbook before, and how `score` and `clean` go on. */

const BOOK = "xl/workbook.xml";
type Change = (text: string) => string;

function changed(bytes: Uint8Array, part: string, change: Change): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

const scoredCopy = async (book: Uint8Array): Promise<Uint8Array> => {
  const { files, err } = await run(["score", "b.xlsx", "-o", "s.xlsx"], new Map([["b.xlsx", book]]));
  expect(err).toBe("");
  return files.get("s.xlsx") ?? new Uint8Array();
};
const plain = bookWith({}, 1);
const read = async (bytes: Uint8Array) => createXlsxHost(bytes).read();

/** The part of the sheet 核验记录 in a scored copy. */
const recordPart = (bytes: Uint8Array): string => {
  const parts = partsOf(bytes);
  const id = /name="核验记录"[^>]*r:id="([^"]+)"/.exec(parts.get(BOOK) ?? "")?.[1] ?? "?";
  const relations = parts.get("xl/_rels/workbook.xml.rels") ?? "";
  const relation = relations.split("<Relationship ").find((text) => text.includes(`Id="${id}"`));
  return `xl/${/Target="([^"]+)"/.exec(relation ?? "")?.[1] ?? "?"}`;
};

describe("[P13] clean takes our sheets out, whatever their windows look like", () => {
  const pane = (xml: string): Change => (text) =>
    text.replace(/<sheetView [^>]*\/>/, `<sheetView workbookViewId="0">${xml}</sheetView>`);
  it.each([
    ["columns frozen", '<pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/>'],
    ["rows and columns frozen", '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>'],
    ["the window split, nothing frozen", '<pane xSplit="2000" ySplit="900" topLeftCell="C2" activePane="bottomRight"/>'],
    ["frozen where it was split", '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozenSplit"/>'],
  ])("%s", async (_, xml) => {
    const scored = await scoredCopy(plain);
    const copy = changed(scored, recordPart(scored), pane(xml));
    const again = await run(["score", "s.xlsx", "-o", "a.xlsx"], new Map([["s.xlsx", copy]]));
    expect([again.err, partsOf(again.files.get("a.xlsx") ?? plain).get(recordPart(copy))?.includes(xml)]).toEqual(["", true]);
    const { err, files } = await run(["clean", "s.xlsx", "-o", "c.xlsx"], new Map([["s.xlsx", copy]]));
    expect(err).toBe("");
    expect(await read(files.get("c.xlsx") ?? copy)).toEqual(await read(plain));
  });
}); // prettier-ignore

describe("[H2] what stands in the way of clean is named with its place and what to do", () => {
  it.each<[string, (scored: Uint8Array) => Uint8Array, RegExp, RegExp]>([
    [
      "a formula of the unit that reads a sheet of ours",
      (scored) => changed(scored, "xl/worksheets/sheet1.xml", (text) => text.replace("</sheetData>", "<row r=\"90\"><c r=\"B90\"><f>'核验记录'!A1</f></c></row></sheetData>")),
      /“评分表”的 B90 用公式引用了它（请先把这个公式改为数值）/,
      /the formula in B90 on 评分表 reads \(replace that formula by its value first\)/,
    ],
    [
      "all sheets of the unit hidden meanwhile",
      (scored) => changed(scored, BOOK, (text) => text.replace(/(name="(?:评分表|基础数据)" sheetId="[12]")/g, '$1 state="hidden"')),
      /其余工作表全部隐藏，Excel 打不开这样的文件（请先取消隐藏一张工作表/,
      /all other sheets are hidden, since Excel opens no such file \(unhide one first/,
    ],
  ])("%s", async (_, change, zh, en) => {
    const copy = change(await scoredCopy(plain));
    for (const [lang, words] of [["zh", zh], ["en", en]] as const) {
      const { status, err, files } = await run(["clean", "s.xlsx", "-o", "c.xlsx", "--lang", lang], new Map([["s.xlsx", copy]]));
      expect([status, err, files.has("c.xlsx")]).toEqual([2, expect.stringMatching(words), false]);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });
}); // prettier-ignore

describe("[X12] a workbook whose sheets are all hidden is scored, and Excel opens the copy on a sheet in sight", () => {
  const hide = (states: readonly [string, string], views = ""): Uint8Array =>
    changed(plain, BOOK, (text) =>
      states
        .reduce((x, state, i) => x.replace(`sheetId="${i + 1}"`, `sheetId="${i + 1}"${state && ` state="${state}"`}`), text)
        .replace("<sheets>", `${views}<sheets>`),
    );
  it.each<[string, Uint8Array, string | null]>([
    ["both hidden, no window named", hide(["hidden", "hidden"]), "基础数据（评核）"],
    ["one of them very hidden", hide(["hidden", "veryHidden"]), "基础数据（评核）"],
    ["a window on the first", hide(["veryHidden", "veryHidden"], '<bookViews><workbookView activeTab="0" firstSheet="0"/></bookViews>'), "基础数据（评核）"],
    ["an empty list of windows", hide(["hidden", "hidden"], "<bookViews/>"), "基础数据（评核）"],
    ["one in sight: its window is left alone", hide(["", "hidden"]), null],
  ])("%s", async (_, book, shown) => {
    const parts = partsOf(await scoredCopy(book));
    const workbook = parts.get(BOOK) ?? "";
    const tab = Number(/activeTab="(\d+)"/.exec(workbook)?.[1] ?? -1);
    const names = [...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(names[tab] ?? null).toBe(shown);
    expect(packageFaults(parts)).toEqual([]);
  });
}); // prettier-ignore
