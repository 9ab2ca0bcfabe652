import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { run } from "../../cli/memory-terminal";
import { buildWorkbook } from "../../support/build-workbook";
import { packageFaults, partsOf } from "../../support/package-rules";

/*
 * What stands beside the sheets in a package and does not agree with them: relationships that lead elsewhere, a
 * calculation chain that is out of date, wrong counts of shared texts.
 */

const RELS = "xl/_rels/workbook.xml.rels";
const SHEET = "xl/worksheets/sheet1.xml";
const CHAIN = "xl/calcChain.xml";
const TYPES = "[Content_Types].xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TABLE = buildWorkbook({
  sheets: [{ name: "评分表", rows: [["一级指标", "三级指标", "分值", "评分标准", "得分"], ["投入", "控制率", 10, null, 8], ["产出", "数量", 10, null, 10], ["合计", null, { formula: "=C2+C3", value: 20 }, null, 18]] }],
}); // prettier-ignore

type Changes = Readonly<Record<string, (text: string) => string>>;

function bookWith(changes: Changes): Uint8Array {
  const parts = unzipSync(TABLE);
  for (const [name, change] of Object.entries(changes))
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

const sheetAt = (target: string) => (text: string) => text.replace(/Target="worksheets\/sheet1\.xml"/, `Target="${target}"`); // prettier-ignore
const relation = (attributes: string) => (text: string) => text.replace("</Relationships>", `<Relationship Id="rId77" ${attributes}/></Relationships>`); // prettier-ignore

describe("[X1] [X20] a sheet's relationship leads to a part of the package, or the file is refused by the sheet's name", () => {
  it.each<[target: string, change: (text: string) => string, refused: RegExp | null]>([
    ["worksheets/sheet1.xml", sheetAt("worksheets/sheet1.xml"), null],
    ["/xl/worksheets/sheet1.xml", sheetAt("/xl/worksheets/sheet1.xml"), null],
    ["./worksheets/../worksheets/sheet1.xml", sheetAt("./worksheets/../worksheets/sheet1.xml"), null],
    ["../../../xl/worksheets/sheet1.xml, which ends at the package's root", sheetAt("../../../xl/worksheets/sheet1.xml"), null],
    ["../../../etc/passwd", sheetAt("../../../etc/passwd"), /“评分表”的内容 etc\/passwd/],
    ["file:///etc/passwd", sheetAt("file:///etc/passwd"), /“评分表”的内容/],
    ["http://example.org/sheet1.xml", sheetAt("http://example.org/sheet1.xml"), /“评分表”的内容/],
    ["external, though a part has that name", sheetAt('/xl/worksheets/sheet1.xml" TargetMode="External'), /“评分表”指向文件之外（\/xl\/worksheets\/sheet1\.xml）/],
    ["external, another file", sheetAt('file:///C:/表.xlsx" TargetMode="External'), /“评分表”指向文件之外（file:\/\/\/C:\/表\.xlsx）/],
  ])("%s", async (_, change, refused) => {
    const { status, err } = await run(["check", "b.xlsx"], new Map([["b.xlsx", bookWith({ [RELS]: change })]]));
    if (refused) expect([status, err]).toEqual([2, expect.stringMatching(refused)]);
    else expect([status < 2, err]).toEqual([true, ""]);
    expect(err.split("\n").filter(Boolean)).toHaveLength(refused ? 1 : 0);
  });
}); // prettier-ignore

describe("[X20] relationships that lead nowhere or elsewhere are kept as they are, and nothing is fetched", () => {
  it.each([
    ["an external link of another workbook", `Type="${OFFICE}/externalLinkPath" Target="../../../C:/其他.xlsx" TargetMode="External"`],
    ["a style sheet outside of the file", `Type="${OFFICE}/theme" Target="https://example.org/theme.xml" TargetMode="External"`],
    ["a kind that nobody knows", 'Type="urn:x" Target="https://example.org/" TargetMode="External"'],
  ])("%s", async (_, attributes) => {
    const { files, err } = await run(["score", "b.xlsx", "-o", "o.xlsx"], new Map([["b.xlsx", bookWith({ [RELS]: relation(attributes) })]]));
    expect(err).toBe("");
    expect(partsOf(files.get("o.xlsx") ?? new Uint8Array()).get(RELS)).toContain(attributes);
  });
}); // prettier-ignore

const chained = (entries: string): Changes => ({
  [RELS]: relation(`Type="${OFFICE}/calcChain" Target="calcChain.xml"`),
  [TYPES]: (text) => text.replace("</Types>", `<Override PartName="/${CHAIN}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`),
  [CHAIN]: () => `<calcChain xmlns="${MAIN}">${entries}</calcChain>`,
}); // prettier-ignore

describe("[X20] after a write the calculation chain agrees with the formulas, or is gone with all that names it", () => {
  it.each<[title: string, entries: string, command: "score" | "audit", kept: boolean]>([
    ["a chain that agrees, and a write without formulas", '<c r="C4" i="1"/>', "audit", true],
    ["a chain that agrees, and formulas that come", '<c r="C4" i="1"/>', "score", false],
    ["a cell that has no formula", '<c r="C4" i="1"/><c r="C2"/>', "audit", false],
    ["a cell that is blank", '<c r="C4" i="1"/><c r="Z99"/>', "audit", false],
    ["a sheet that is not there", '<c r="C4" i="1"/><c r="C4" i="9"/>', "audit", false],
    ["no sheet named at all", '<c r="C4"/>', "audit", false],
    ["an extension of the chain", '<c r="C4" i="1"/><extLst><ext uri="{x}"/></extLst>', "audit", true],
    ["a chain that is no XML", '<c r="C4" i="1"', "audit", false],
    ["a cell of an array formula", '<c r="C4" i="1"/><c r="C5" a="1"/>', "audit", true],
  ])("%s", async (_, entries, command, kept) => {
    const { files, err } = await run([command, "b.xlsx", "-o", "o.xlsx"], new Map([["b.xlsx", bookWith(chained(entries))]]));
    expect(err).toBe("");
    const after = partsOf(files.get("o.xlsx") ?? new Uint8Array());
    expect([...after].filter(([, text]) => text.includes("calcChain")).map(([name]) => name).sort()).toEqual(kept ? [CHAIN, RELS, TYPES].sort() : []);
    if (kept) expect(after.get(CHAIN)).toContain(entries);
    else expect(packageFaults(after)).toEqual([]);
  });

  it("formulas that clean takes out leave no chain behind, as Excel would have made it in between", async () => {
    const scored = await run(["score", "b.xlsx", "-o", "s.xlsx"], new Map([["b.xlsx", TABLE]]));
    const parts = unzipSync(scored.files.get("s.xlsx") ?? new Uint8Array());
    for (const [name, change] of Object.entries(chained('<c r="C4" i="1"/><c r="F2"/>'))) parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
    const cleaned = await run(["clean", "s.xlsx", "-o", "c.xlsx"], new Map([["s.xlsx", zipSync(parts)]]));
    expect(cleaned.err).toBe("");
    const after = partsOf(cleaned.files.get("c.xlsx") ?? new Uint8Array());
    expect([after.has(CHAIN), packageFaults(after)]).toEqual([false, []]);
  });
}); // prettier-ignore

describe("[X20] the list of shared texts is read by what it holds, whatever it counts, and is never written to", () => {
  it.each([
    ["right counts", 'count="2" uniqueCount="2"'],
    ["no counts", ""],
    ["counts of a list that once was longer", 'count="900" uniqueCount="700"'],
    ["counts below what it holds", 'count="0" uniqueCount="1"'],
    ["counts that are none", 'count="-1" uniqueCount="x"'],
    ["a count of four billion", 'count="4294967295" uniqueCount="4294967295"'],
  ])("%s", async (_, counts) => {
    const list = `<sst xmlns="${MAIN}" ${counts}><si><t>产出数量</t></si><si><t>数量</t></si></sst>`;
    const book = bookWith({
      [RELS]: relation(`Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"`),
      [TYPES]: (text) => text.replace("</Types>", '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'),
      "xl/sharedStrings.xml": () => list,
      [SHEET]: (text) => text.replace(/<c r="B3"[\s\S]*?<\/c>/, '<c r="B3" t="s"><v>0</v></c>'),
    });
    const { files, err, out } = await run(["score", "b.xlsx", "-o", "o.xlsx", "--format", "json"], new Map([["b.xlsx", book]]));
    expect([err, out.includes("产出数量")]).toEqual(["", true]);
    expect(partsOf(files.get("o.xlsx") ?? new Uint8Array()).get("xl/sharedStrings.xml")).toBe(list);
  });
}); // prettier-ignore
