import { readFileSync } from "node:fs";
import path from "node:path";
import { run } from "./memory-terminal";

const FOLDER = "test/workbooks/reports";
const WORKBOOK = `${FOLDER}/r02.xlsx`;
const TEXT = readFileSync(path.resolve(FOLDER, "r02.txt"), "utf8");

/** 老年人 in GBK, by the standard's table; the rest of the sentence is ASCII. */
const GBK = new Uint8Array([0xc0, 0xcf, 0xc4, 0xea, 0xc8, 0xcb, ...new TextEncoder().encode(" 99%\n")]);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

const checked = (bytes: Uint8Array, ...options: string[]) =>
  run(["check", WORKBOOK, "--report", "报告.txt", ...options], new Map([["报告.txt", bytes]]));

const COVERAGE = "报告 16 个数字：3 组关系已核对，1 处不符；1 组不能下结论；7 个与表中一致";

describe("[I20] --report", () => {
  it.each([
    ["UTF-8", utf8(TEXT)],
    ["UTF-8 with its mark and lines of Windows", utf8(`\ufeff${TEXT.replaceAll("\n", "\r\n")}`)],
    ["UTF-16 of Notepad", utf16(TEXT)],
  ])("reads %s", async (_, bytes) => {
    const { out } = await checked(bytes);
    expect(out).toContain(COVERAGE);
    expect(out).toContain("比 45.6万元 多出 0.5万元。请核对各项数据。 parts-exceed-whole");
  });

  it("reads GBK", async () => {
    const { out } = await checked(GBK, "--format", "json");
    const { report } = JSON.parse(out) as { report: { numbers: { quote: string; place: object }[] } };
    expect(report.numbers).toMatchObject([{ quote: "老年人99%", place: { block: 0, from: 0, to: 7 } }]);
  });

  it.each([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "不是 UTF-8 或 GBK 编码的文字"],
    ["too much", new Uint8Array(8_000_001).fill(0x41), "文字超过 8 MB"],
  ])("refuses %s in one line", async (_, bytes, words) => {
    const { status, out, err } = await checked(bytes);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^pinghe: 报告.txt: ${words}[^\\n]*\\n$`));
  }); // prettier-ignore

  it("tells what is wrong in English too", async () => {
    const { out } = await checked(utf8(TEXT), "--lang", "en");
    expect(out).toContain("Report: 16 numbers, 3 relations checked, 1 of them wrong");
    expect(out).toMatch(
      /The report says “全年完成老年人体检人数1230人” \(1230人\); the table has 1180人 for “老年人体检人数” \(E7\)/,
    );
  });

  it("a score that the table contradicts is an error of the exit status", async () => {
    expect((await checked(utf8("自评得分97.3分。"))).status).toBe(0);
    const { status, out } = await checked(utf8("自评得分98.3分。"));
    expect(status).toBe(1);
    expect(out).toContain("报告称“自评得分98.3分”（98.3），表中总分为 97.3（G12）");
  });

  it("[F1] a paragraph put in before changes no fingerprint", async () => {
    const prints = async (text: string): Promise<readonly string[]> => {
      const { out } = await checked(utf8(text), "--format", "json");
      const { findings } = JSON.parse(out) as { findings: { code: string; fingerprint: string }[] };
      return findings.filter(({ code }) => /^(?:report|parts)-/.test(code)).map(({ fingerprint }) => fingerprint);
    };
    const before = await prints(TEXT);
    expect(before).toHaveLength(4);
    expect(await prints(TEXT.replace("一、项目基本情况", "说明如下。\n一、项目基本情况"))).toEqual(before);
  });

  it.each([
    ["audit", [], COVERAGE],
    ["score", ["-o", "出.xlsx"], COVERAGE],
  ])("%s reads it, too", async (command, options, words) => {
    const files = new Map([["报告.txt", utf8(TEXT)]]);
    const { out } = await run([command, WORKBOOK, ...options, "--report", "报告.txt"], files);
    expect(out).toContain(words);
    expect(out).toContain("report-claim-contradicts");
  });

  it("a file that is not there is one line, and nothing is written", async () => {
    const { status, files } = await run(["score", WORKBOOK, "-o", "出.xlsx", "--report", "无.txt"]);
    expect([status, files.has("出.xlsx")]).toEqual([2, false]);
  });
});
