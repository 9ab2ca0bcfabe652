import { createDocumentHost } from "../../src/host/document/document-host";
import { writeForm } from "../../src/host/document/write-form";
import { run } from "./memory-terminal";

const HESHAN = "test/workbooks/heshan-2021-self-evaluation.xlsx";
const CLEAN_ENOUGH = "test/workbooks/reports/r02.xlsx";
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
/** The rows of the printed table, without its head. */
const rowsOf = (page: string): readonly string[] => (page.match(/<tr><td>.*?<\/tr>/gs) ?? []) as readonly string[];

describe("[Y15] check --slip: what goes back to the unit", () => {
  test("one row a point, with place, indicator, what to do, and room for an answer", async () => {
    const { status, out, files } = await run(["check", HESHAN, "--slip", "退回.html", "--due", "2022-04-30"]);
    const page = text(files.get("退回.html"));
    expect(status).toBe(1);
    // in the order of the rows: seven deductions without a reason, sixteen rates without data
    expect(rowsOf(page)).toHaveLength(23);
    expect(rowsOf(page)[12]).toBe("<tr><td>13</td><td>自评指标计分表!D23</td><td>实际完成率</td><td>「实际完成率」扣 1 分，没有说明原因。本表没有扣分原因栏，请增设一栏并写明具体原因。</td><td></td></tr>"); // prettier-ignore
    expect(page).toContain("以下 23 处需要更正或补充。请于2022年4月30日前逐条答复");
    expect(page).toContain("<p>年度：2021　文件：heshan-2021-self-evaluation.xlsx</p>");
    expect(out).toContain("已写入 退回.html（退回意见 23 条）");
  });

  test("in English", async () => {
    const { files } = await run(["check", HESHAN, "--slip", "s.html", "--due", "2022-04-30", "--lang", "en"]);
    const page = text(files.get("s.html"));
    expect(page).toContain("<th>What to mend</th>");
    expect(page).toContain("by 2022-04-30.");
  });

  test("without a day the day is left to be filled in", async () => {
    const { files } = await run(["check", HESHAN, "--slip", "退回.html"]);
    expect(text(files.get("退回.html"))).toContain("请于____年__月__日前");
  });

  test("notes are no points; where there is no point there is no slip", async () => {
    const json = await run(["check", CLEAN_ENOUGH, "--format", "json"]);
    const { findings } = JSON.parse(json.out) as { findings: { severity: string }[] };
    const points = findings.filter(({ severity }) => severity !== "info").length;
    const { files, out } = await run(["check", CLEAN_ENOUGH, "--slip", "退回.html"]);
    expect(files.has("退回.html")).toBe(points > 0);
    if (points === 0) expect(out).toContain("没有需要退回的意见，未写退回意见单");
  });

  test("what the report beside the table contradicts is a point, too", async () => {
    const files = new Map([["报告.txt", new TextEncoder().encode("自评得分98.3分。")]]);
    const slip = await run(["check", CLEAN_ENOUGH, "--report", "报告.txt", "--slip", "退回.html"], files);
    expect(text(slip.files.get("退回.html"))).toContain("表中总分为 97.3");
  });

  test.each<[title: string, argv: readonly string[], words: string]>([
    ["another kind of file", ["--slip", "退回.pdf"], "不能是“退回.pdf”"],
    ["the workbook itself", ["--slip", HESHAN], "不能是"],
    ["a folder's name", ["--slip", "退回"], "不能是“退回”"],
    ["a day that no calendar has", ["--slip", "a.html", "--due", "2023-02-30"], "2023-02-30"],
    ["a day in words", ["--slip", "a.html", "--due", "月底"], "月底"],
  ])("refuses %s", async (_, argv, words) => {
    const { status, err, out } = await run(["check", HESHAN, ...argv]);
    expect([status, out, err.includes(words)]).toEqual([2, "", true]);
  });

  test("a slip that is there stays, without --force", async () => {
    const there = new Map([["退回.html", new Uint8Array([1])]]);
    expect((await run(["check", HESHAN, "--slip", "退回.html"], there)).status).toBe(2);
    const forced = await run(["check", HESHAN, "--slip", "退回.html", "--force"], there);
    expect(forced.files.get("退回.html")?.length).toBeGreaterThan(1000);
  });
});

describe("[Y16] batch --slips: one for each unit that needs one", () => {
  const folder = async (): Promise<Map<string, Uint8Array>> => {
    const { readFileSync } = await import("node:fs");
    const heshan = new Uint8Array(readFileSync(HESHAN));
    return new Map([["夹/甲.xlsx", heshan], ["夹/子/甲.xlsx", heshan], ["夹/坏.xlsx", new Uint8Array([1])]]); // prettier-ignore
  };

  test("named after the unit, else after its file; a file that can not be read has none", async () => {
    const { out, files } = await run(["batch", "夹", "--slips", "退", "--due", "2022-04-30"], await folder());
    const written = [...files.keys()]
      .filter((file) => file.startsWith("退/"))
      .map((file) => file.replace(/\.\w+$/, ""));
    expect(written).toEqual(["退/退回意见单-甲", "退/退回意见单-甲-2"]);
    expect(out).toContain("已在 退 写入退回意见单 2 份");
  });

  test("nothing is written where one is there, and none of them is reviewed later", async () => {
    const first = await run(["batch", "夹", "--slips", "夹"], await folder());
    const names = [...first.files.keys()].filter((file) => file.includes("退回意见单"));
    expect(names).toHaveLength(2);
    const again = await run(["batch", "夹", "--slips", "夹"], new Map(first.files));
    expect([again.status, again.err.includes("--force")]).toEqual([2, true]);
    const forced = await run(["batch", "夹", "--slips", "夹", "--force", "--format", "json"], new Map(first.files));
    expect((JSON.parse(forced.out) as { files: readonly object[] }).files).toHaveLength(3);
  });
});

describe("[Y15] the slip as a Word document", () => {
  const slip = async (...more: readonly string[]) => (await run(["check", HESHAN, "--slip", "退回.docx", "--due", "2022-04-30", ...more])).files.get("退回.docx") ?? new Uint8Array(); // prettier-ignore

  test("reads back as the title, what is asked, and a table of 23 points with room for the answers", async () => {
    const read = createDocumentHost(await slip()).report();
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const [title, facts, asked, table, foot] = read.value.blocks;
    expect(title).toMatchObject({ text: "绩效评价退回意见单", level: 1 });
    expect(facts).toMatchObject({ text: "年度：2021　文件：heshan-2021-self-evaluation.xlsx" });
    expect(asked).toMatchObject({
      text: "经核验，以下 23 处需要更正或补充。请于2022年4月30日前逐条答复，改正后重新报送。",
    });
    const rows = table?.is === "table" ? table.rows.map((row) => row.map((cell) => cell.text)) : [];
    expect(rows).toHaveLength(24);
    expect([rows[0], rows[13]]).toEqual([
      ["序号", "位置", "指标", "需要更正或补充的内容", "单位答复"],
      ["13", "自评指标计分表!D23", "实际完成率", "「实际完成率」扣 1 分，没有说明原因。本表没有扣分原因栏，请增设一栏并写明具体原因。", ""],
    ]); // prettier-ignore
    expect(foot).toMatchObject({
      text: expect.stringMatching(/^单位（盖章）：\s+填报人：\s+日期：\s+复核人：$/) as unknown,
    });
  });

  test("the same review gives the same bytes", async () => {
    const first = await slip();
    await new Promise((resume) => setTimeout(resume, 1100));
    expect(await slip()).toEqual(first);
  });

  test("what XML can not hold is a box, what looks like XML is text", async () => {
    const bytes = await writeForm({
      title: "<w:p/>",
      lines: ["a\u0001b\ud800c"],
      head: ["甲&乙"],
      rows: [["=1+1\n二行"]],
      foot: [],
    });
    const read = createDocumentHost(bytes).report();
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(read.value.blocks.map((block) => (block.is === "table" ? block.rows.flat().map(({ text }) => text) : block.text))).toEqual(["<w:p/>", "a□b□c", ["甲&乙", "=1+1\n二行"]]); // prettier-ignore
  });
});
