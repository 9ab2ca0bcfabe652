import { strFromU8, unzipSync } from "fflate";
import { run } from "../cli/memory-terminal";
import { ooxmlFaults, ooxmlPresent } from "../support/ooxml-schema";
import { describeWithWriter, documentTexts } from "./libreoffice";

const HESHAN = "test/workbooks/heshan-2021-self-evaluation.xlsx";

/** A document that is written, and words that must be printed in this order. */
const DOCUMENTS: readonly (readonly [title: string, argv: readonly string[], words: readonly string[]])[] = [
  ["a return slip", ["check", HESHAN, "--slip", "out.docx", "--due", "2022-04-30"], ["绩效评价退回意见单", "请于2022年4月30日前", "单位答复", "自评指标计分表!D23", "「实际完成率」扣 1 分", "单位（盖章）"]],
  ["a return slip in English", ["check", HESHAN, "--slip", "out.docx", "--lang", "en"], ["Return slip", "Answer", "自评指标计分表!D23", "Reviewed by"]],
  ["a department's draft report", ["report", HESHAN, "-o", "out.docx"], ["2021年度部门整体支出绩效自评报告", "自评得分93分", "实际完成率：满分8分，得7分，扣1分", "附表1", "投入（20分）", "三公经费", "合计", "93"]],
  ["a project's draft report", ["report", "test/workbooks/real/real-t04.xlsx", "-o", "out.docx"], ["项目支出绩效自评报告", "年度资金总额", "330.48", "执行率80.13%", "生态领域案件办结率：满分6分，得4.7分，扣1.3分", "附表1"]],
  ["a draft with base data", ["report", "test/workbooks/department-2018-with-base-data.xlsx", "-o", "out.docx"], ["附表2：基础数据", "编制数"]],
]; // prettier-ignore

describeWithWriter("[Y15, I28] the documents that are written, in LibreOffice", () => {
  const written = new Map<string, Uint8Array>();
  let texts: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    for (const [title, argv] of DOCUMENTS) {
      const bytes = (await run(argv)).files.get("out.docx");
      if (bytes) written.set(title, bytes);
    }
    texts = documentTexts(written);
  }, 300_000);

  it.each(DOCUMENTS)("%s opens, and prints its words in order", (title, _, words) => {
    const text = texts.get(title) ?? "";
    let from = 0;
    for (const word of words) {
      const at = text.indexOf(word, from);
      expect([word, at >= 0]).toEqual([word, true]);
      from = at + word.length;
    }
  });

  it.each(DOCUMENTS)("%s: its package holds to the schemas of content types and relationships", async (title) => {
    const parts = new Map(Object.entries(unzipSync(written.get(title) ?? new Uint8Array())).map(([name, part]) => [name, strFromU8(part)])); // prettier-ignore
    expect(parts.has("word/document.xml")).toBe(true);
    if (ooxmlPresent()) expect(await ooxmlFaults(parts)).toEqual([]);
  });
});
