import { returnSlip } from "../../src/app/slip/return-slip";
import { slipName } from "../../src/app/slip/slip-name";
import { slipPage } from "../../src/app/slip/slip-page";
import type { Round, RoundFinding } from "../../src/app/rounds/round";

const finding = (changes: Partial<RoundFinding>): RoundFinding => ({
  fingerprint: "a",
  code: "score-missing",
  severity: "error",
  message: "D5：没有填自评分。",
  cell: "'自评表'!D5",
  place: null,
  waiver: null,
  sheet: "自评表",
  path: ["产出", "数量"],
  data: "{}",
  ...changes,
});
const round = (...findings: readonly RoundFinding[]): Round => ({ file: "甲.xlsx", contentHash: "", pack: null, tables: [], inputs: [], findings, lost: [] }); // prettier-ignore

describe("[Y15] which findings are points", () => {
  test.each<[title: string, one: RoundFinding, rows: readonly string[] | null]>([
    ["an error", finding({}), ["1", "自评表!D5", "数量", "没有填自评分。", ""]],
    ["a warning", finding({ severity: "warning" }), ["1", "自评表!D5", "数量", "没有填自评分。", ""]],
    ["no note", finding({ severity: "info" }), null],
    ["nothing that a reviewer waived", finding({ waiver: "已核实" }), null],
    ["a cell of a document, in words", finding({ place: "表2 第3行第4列", message: "表2 第3行第4列：没有填自评分。" }), ["1", "表2 第3行第4列", "数量", "没有填自评分。", ""]],
    ["one without a cell", finding({ cell: null, path: [], message: "没有合计行。" }), ["1", "自评表", "", "没有合计行。", ""]],
    ["one of no sheet", finding({ cell: null, sheet: null, path: [], message: "没有找到计分表。" }), ["1", "", "", "没有找到计分表。", ""]],
  ])("%s", (_, one, row) => {
    expect(returnSlip(round(one), null, "zh")?.rows ?? null).toEqual(row && [row]);
  }); // prettier-ignore
});

test("[Y15] no text of a workbook is anything but text on the page", () => {
  const evil = finding({
    message: `<img src=x onerror="alert(1)">&'`,
    cell: null,
    path: ["<script>alert(1)</script>"],
  });
  const slip = returnSlip(round(evil), null, "zh");
  const page = slip ? slipPage(slip, "zh") : "";
  expect(page).toContain("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>");
  expect(page).toContain("<td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;</td>");
  expect(page).toContain("default-src 'none'");
});

describe("[Y15] the name of a slip", () => {
  test.each<[unit: string, name: string]>([
    ["青山镇卫生院", "退回意见单-青山镇卫生院.docx"],
    ["../../etc/passwd", "退回意见单-etc_passwd.docx"],
    ["C:\\甲\\乙", "退回意见单-C_甲_乙.docx"],
    ["甲\u0000乙\n丙", "退回意见单-甲_乙_丙.docx"],
    ["甲\u202excod.exe", "退回意见单-甲_xcod.exe.docx"],
    ["CON", "退回意见单-单位CON.docx"],
    ["com1.x", "退回意见单-单位com1.x.docx"],
    ["...", "退回意见单-单位.docx"],
    ["", "退回意见单-单位.docx"],
    ["长".repeat(300), `退回意见单-${"长".repeat(60)}.docx`],
  ])("%j", (unit, name) => {
    expect(slipName(unit, ".docx", new Set())).toBe(name);
  });

  test("two units of one name, in capitals or not, have two slips", () => {
    const taken = new Set<string>();
    expect(["甲A", "甲a", "甲A"].map((unit) => slipName(unit, ".docx", taken))).toEqual(["退回意见单-甲A.docx", "退回意见单-甲a-2.docx", "退回意见单-甲A-3.docx"]); // prettier-ignore
  });
});
