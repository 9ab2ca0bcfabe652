import { spawnSync } from "node:child_process";
import { printedLines, type PrintedPiece } from "../../../src/host/document/pdf-lines";
import type { ReportText } from "../../../src/core/workbook/report-text";

/** Text that stands so far from the left and from the bottom; every character is 10 points wide and high. */
const piece = (text: string, x: number, y: number): PrintedPiece => ({
  text,
  x,
  y,
  width: 10 * text.length,
  height: 10,
});

describe("[I8] the lines of a page", () => {
  test.each<[title: string, pieces: readonly PrintedPiece[], lines: readonly string[]]>([
    ["from top to bottom, whatever the order in the file", [piece("下", 0, 100), piece("上", 0, 200)], ["上", "下"]],
    ["from left to right", [piece("右", 50, 100), piece("左", 0, 100)], ["左 右"]],
    ["pieces that touch are one word", [piece("预算", 0, 100), piece("50", 20, 100), piece("万元", 40, 100)], ["预算50万元"]],
    ["a gap of less than a third of the height is none", [piece("预", 0, 100), piece("算", 13, 100)], ["预算"]],
    ["a wider one is a blank", [piece("预", 0, 100), piece("算", 13.1, 100)], ["预 算"]],
    ["half a height up or down is the same line", [piece("执行率", 0, 100), piece("①", 30, 105)], ["执行率①"]],
    ["more is another", [piece("执行率", 0, 100), piece("①", 30, 105.1)], ["①", "执行率"]],
    ["blank pieces print nothing", [piece(" ", 0, 100), piece("", 0, 50)], []],
  ])("%s", (_, pieces, lines) => {
    expect(printedLines(pieces)).toEqual(lines);
  });
}); // prettier-ignore

type Read = { readonly ok: true; readonly value: ReportText } | { readonly ok: false; readonly failure: unknown };

/** Printed by Chromium from a page of ours: a table, a page with a drawing alone, radicals in place of characters. */
describe("[I8] a PDF", () => {
  const files = ["report.pdf", "scan.pdf", "../tables.test.ts"].map((name) => `test/host/document/files/${name}`);
  const { stdout } = spawnSync(process.execPath, ["test/support/read-pdf.mjs", ...files], { encoding: "utf8" });
  const [report, scan, other] = stdout.trim().split("\n").map((line) => JSON.parse(line) as Read); // prettier-ignore

  test("gives its lines, and names the page without text", () => {
    const { value } = report as Extract<Read, { ok: true }>;
    // the file itself prints radicals (U+2F00…, and U+2ED8 for 青) for some characters: they are as they are
    expect(
      value.blocks.map((block) =>
        block.is === "paragraph" ? block.text.normalize("NFKC").replace("\u2ed8", "青") : "",
      ),
    ).toEqual([
      "青山镇卫生院2022年度老年人体检项目绩效自评报告",
      "一、项目基本情况",
      "项目年初预算50万元,全年预算48万元,其中:中央资金24万元,省级资金14.4万元,",
      "县级资金9.6万元。",
      "体检人数 1180 人",
      "满意度 96%",
      "二、存在的问题",
      "宣传不够深入,全年支出45.6万元。",
    ]);
    expect([value.source, value.lost]).toEqual([
      "pdf",
      [{ zh: "第 2 页没有文字（多为扫描件）", en: "page 2, which has no text (most often a scan)" }],
    ]);
    expect(value.blocks[2]?.at).toEqual({ block: 2, from: 0, to: 43 });
  });

  test("without any text, or that is none, is refused", () => {
    expect(scan).toMatchObject({ ok: false, failure: { kind: "unreadable", problem: "no-text", file: "pdf" } });
    expect(other).toMatchObject({ ok: false, failure: { kind: "unreadable", problem: "not-a-document", file: "pdf" } });
  });
});
