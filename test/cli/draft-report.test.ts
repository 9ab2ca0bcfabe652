import { readdirSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { buildWorkbook } from "../support/build-workbook";
import { run } from "./memory-terminal";

type Rows = readonly (readonly (string | number | null)[])[];

const book = (rows: Rows): Uint8Array => buildWorkbook({ sheets: [{ name: "自评表", rows: rows.map((row) => [...row]) }] }); // prettier-ignore

/** A project's table with its funding: 48 of 50 spent for 9.6 of 10, one reason given, one not. */
const PROJECT: Rows = [
  ["2023年度项目支出绩效自评表"],
  ["单位名称：白杨镇水利站"],
  ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  [null, "年度资金总额", 50, 50, 48, 10, 0.96, 9.6],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析"],
  ["产出指标", "数量指标", "清淤长度", "≥12公里", "11公里", 60, 55, "汛期停工两周"],
  ["效益指标", "社会效益指标", "受益村数", "≥6个", "5个", 30, 25, null],
  ["总分", null, null, null, null, 100, 89.6, null],
];

/** What stands in the document, in order: the text of paragraphs, and of a table its rows. */
async function written(
  rows: Rows,
  ...options: string[]
): Promise<{ readonly lines: readonly string[]; readonly out: string }> {
  const { files, out } = await run(
    ["report", "表.xlsx", "-o", "报告.docx", ...options],
    new Map([["表.xlsx", book(rows)]]),
  );
  const xml = strFromU8(unzipSync(files.get("报告.docx") ?? new Uint8Array())["word/document.xml"] ?? new Uint8Array());
  const lines = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("")); // prettier-ignore
  return { lines, out };
}

const after = (lines: readonly string[], heading: RegExp): readonly string[] => {
  const from = lines.findIndex((line) => heading.test(line));
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => /^[一二三四五六七八九]、|^附表/.test(line));
  return rest.slice(0, end);
};

describe("[I28] the draft of a self-evaluation report", () => {
  it("has the usual sections, in order, and says what the workbook says", async () => {
    const { lines, out } = await written(PROJECT);
    expect(lines.filter((line) => /^[一二三四五六七八九]、/.test(line))).toEqual([
      "一、项目概况",
      "二、绩效目标",
      "三、评价结论",
      "四、指标得分情况",
      "五、资金使用情况",
      "六、扣分项及原因",
      "七、存在的问题",
      "八、改进措施",
      "九、其他需要说明的问题",
    ]);
    expect(lines[0]).toBe("白杨镇水利站2023年度项目支出绩效自评报告");
    expect(after(lines, /绩效目标$/)).toEqual(["清淤长度：年度指标值≥12公里，实际完成值11公里。", "受益村数：年度指标值≥6个，实际完成值5个。"]); // prettier-ignore
    expect(after(lines, /评价结论$/)[0]).toContain("满分100分，自评得分89.6分");
    expect(after(lines, /资金使用情况$/)).toEqual(expect.arrayContaining(["金额单位：万元", "48", "执行率96%。", "预算执行率满分10分，得9.6分。"])); // prettier-ignore
    expect(after(lines, /扣分项及原因$/)).toEqual([
      "1．预算执行率：满分10分，得9.6分，扣0.4分。扣分原因：【待填：扣分原因】",
      "2．清淤长度：满分60分，得55分，扣5分。扣分原因：汛期停工两周",
      "3．受益村数：满分30分，得25分，扣5分。扣分原因：【待填：扣分原因】",
    ]);
    expect(after(lines, /改进措施$/)).toEqual(["【待填：针对上述3项扣分的改进措施】"]);
    const gaps = lines.join("").split("【待填：").length - 1;
    expect(out).toBe(`已写入 报告.docx（草稿，待填 ${gaps} 处）\n`);
  });

  it("says the typed and the recomputed total where they differ, and a stated total that is not the sum", async () => {
    const standard = (score: number, total: number): Rows => [
      ["2023年度部门整体支出绩效自评表"],
      ["一级指标", "三级指标", "分值", "评分标准", "实际完成值", "自评得分", "扣分原因"],
      ["产出", "任务完成率", 10, "≥90%计10分；80%（含）-90%计8分；低于80%不得分", "85%", score, null],
      ["合计", null, 10, null, null, total, null],
    ];
    const agreed = (await written(standard(8, 8))).lines.join("\n");
    expect(agreed).toContain("按评分标准逐项复算，与自评得分一致。");
    const above = (await written(standard(10, 10))).lines.join("\n");
    expect(above).toContain("按评分标准逐项复算为8分，与自评得分相差2分，【待填：以何者为准】。");
    expect(above).toContain("任务完成率自评10分，按评分标准复算为8分，【待填：以何者为准】。");
    expect((await written(standard(8, 9))).lines.join("\n")).toContain("表中合计填为9分，各项指标得分之和为8分，两者不一致"); // prettier-ignore
  });

  it.each<[string, (rows: Rows) => Rows, string]>([
    ["no unit", (rows) => rows.filter((row) => !String(row[0]).startsWith("单位")), "【待填：单位名称】2023年度"],
    ["a blank actual value", (rows) => rows.map((row) => row.map((cell) => (cell === "11公里" ? null : cell))), "实际完成值【待填：实际完成值】"],
    ["a reason that is a dash", (rows) => rows.map((row) => row.map((cell) => (cell === "汛期停工两周" ? "/" : cell))), "2．清淤长度：满分60分，得55分，扣5分。扣分原因：【待填：扣分原因】"],
    ["a blank score", (rows) => rows.map((row) => (row[2] === "受益村数" ? [...row.slice(0, 6), null, null] : row)), "受益村数：【待填：自评得分】"],
  ])("%s is a gap", async (_, change, words) => {
    expect((await written(change(PROJECT))).lines.join("\n")).toContain(words);
  }); // prettier-ignore

  it("keeps text of a workbook as text", async () => {
    const odd = "<w:b/>&amp; “停工”";
    const { lines } = await written(PROJECT.map((row) => row.map((cell) => (cell === "汛期停工两周" ? odd : cell))));
    expect(lines.join("\n")).toContain("扣分原因：&lt;w:b/&gt;&amp;amp; ");
  });

  it.each([
    [["report", "表.xlsx"], "缺少 -o"],
    [["report", "表.xlsx", "-o", "报告.doc"], "应以 .docx 结尾"],
    [["report", "表.xlsx", "-o", "旧报告.docx"], "--force"],
    [["report", "空.xlsx", "-o", "报告.docx"], "没有识别出指标计分表"],
    [["report", "表.docx", "-o", "表.docx", "--force"], "不能与输入文件相同"],
    [["report", "表.xlsx", "-o", "报告.docx", "--inputs", "报告.docx", "--force"], "不能是 --inputs 的文件"],
  ])("%j is refused in one line", async (argv, words) => {
    const files = new Map([["表.xlsx", book(PROJECT)], ["空.xlsx", book([["填表说明"]])], ["旧报告.docx", new Uint8Array([1])], ["表.docx", new Uint8Array([1])], ["报告.docx", new Uint8Array([1])]]); // prettier-ignore
    if (argv[1] === "空.xlsx") files.delete("报告.docx");
    const { status, out, err } = await run(argv, files);
    expect([status, out, err.trim().split("\n").length]).toEqual([2, "", 1]);
    expect(err).toContain(words);
  });
});

const WORKBOOKS = ["test/workbooks", "test/workbooks/real", "test/workbooks/reports"].flatMap((folder) =>
  readdirSync(folder).filter((name) => name.endsWith(".xlsx")).map((name) => `${folder}/${name}`),
); // prettier-ignore

interface Told {
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly tables: readonly { readonly indicators: readonly { readonly path: readonly string[]; readonly fullMark: number | null; readonly score: number | null }[] }[];
} // prettier-ignore

/** That satisfaction rests on nothing is a question to the unit, which the draft asks itself, and no contradiction. */
const ASKED = "report-evidence-absent";

describe("[I28] every shared workbook", () => {
  it.each(WORKBOOKS)("%s: its draft contradicts neither itself nor the table, and reads back as the same table", async (file) => {
    const { files } = await run(["report", file, "-o", "草稿.docx"]);
    const draft = new Map([["草稿.docx", files.get("草稿.docx") ?? new Uint8Array()]]);
    const beside = JSON.parse((await run(["check", file, "--report", "草稿.docx", "--format", "json"], draft)).out) as Told;
    const told = beside.findings.filter(({ code }) => /^(?:report|parts)-/.test(code) && code !== ASKED);
    expect(told.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    const own = JSON.parse((await run(["check", "草稿.docx", "--format", "json"], draft)).out) as Told;
    const scored = ({ tables }: Told) => tables.map(({ indicators }) => indicators.map(({ path, fullMark, score }) => [path.at(-1), fullMark, score]));
    expect(scored(own)).toEqual(scored(beside));
  });
}); // prettier-ignore
