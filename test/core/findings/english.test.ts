import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { messageOf } from "../../../src/core/findings/word";
import type { Finding } from "../../../src/core/findings/finding";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { reviewedBy } from "../sources/sheets";
import { RAISED_CASES } from "./raised";

const FOLDER = path.join(__dirname, "../../workbooks");
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".xlsx")).sort(); // prettier-ignore

const CHINESE = /[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]/;

/** Headers of the forms and of our sheets: what a reader must find in the workbook is called as it stands there. */
const HEADERS =
  /年度指标值|实际完成值|基础数据|来源说明|核验记录|核验计算|预算执行率|全年执行数|全年预算数|年初预算数|年度资金总额|扣分原因|评分标准|指标解释|指标说明|复核意见|规则/g;

/** What a message says of its own: without the workbook's words, which its data and its place hold, and without quotations. */
function ownWords(finding: Finding): string {
  const theirs = [...textsOf(finding.data), ...finding.path, finding.sheet ?? ""].sort((a, b) => b.length - a.length);
  const said = theirs.reduce(
    (left, text) => (text === "" ? left : left.replaceAll(text, "…")),
    messageOf(finding, "en"),
  );
  // units are the workbook's words, too
  return (
    said
      // a formula is the workbook's, shortened as it may be
      .replace(/The formula =.* was overwritten/, "The formula … was overwritten")
      .replace(/the units \S+ and \S+ are/, "the units are")
      .replace(/“[^”]*”|"[^"]*"/g, "…")
      .replace(HEADERS, "…")
      .replace(/another workbook: \S+/, "…")
  );
}

/** Texts in a finding's data, but for what is worded in both languages. */
function textsOf(data: unknown): readonly string[] {
  if (typeof data === "string") return [data];
  if (data === null || typeof data !== "object") return [];
  if ("zh" in data && "en" in data) return [];
  return Object.values(data).flatMap(textsOf);
}

const chineseIn = (findings: readonly Finding[]): readonly string[] =>
  [...new Set(findings.map((one) => `${one.code}: ${ownWords(one)}`))].filter((words) => CHINESE.test(words));

describe("[F3] an English message holds no Chinese but the workbook's own words", () => {
  it.each(FILES)("%s", async (file) => {
    const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, file)))).read();
    if (!read.ok) return;
    for (const id of [null, "project", "department-hunan"]) {
      const { findings } = reviewedBy(read.value, { pack: id === null ? null : builtInPack(id) });
      expect(chineseIn(findings)).toEqual([]);
    }
  }, 60_000); // prettier-ignore

  it("of every kind that is raised anywhere", () => {
    for (const { findings } of RAISED_CASES) expect(chineseIn(findings())).toEqual([]);
  });
});
