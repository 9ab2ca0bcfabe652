import { strFromU8, unzipSync } from "fflate";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { ooxmlFaults, ooxmlPresent } from "../../support/ooxml-schema";
import { buildWorkbook } from "../../support/build-workbook";
import { run } from "../memory-terminal";

type Row = readonly (string | number | null)[];

const HEADS: Row = ["一级指标", "三级指标", "分值", "评分标准", "自评得分", "扣分原因"];

interface Unit {
  readonly name: string;
  /** Scores of 完成率 (20), 及时率 (10) and 满意度 (10). */
  readonly scores: readonly [number, number, number];
  readonly reasons?: readonly (string | null)[];
  readonly standard?: string;
  readonly mark?: number;
  readonly more?: readonly Row[];
  readonly without?: string;
}

const ON_TIME = "每延误一个月扣1分，扣完为止。";

function unit({ name, scores: [rate, time, content], reasons = [], standard = ON_TIME, mark = 10, more = [], without }: Unit): Uint8Array {
  const rows: readonly Row[] = [
    ["产出", "项目完成率", 20, null, rate, reasons[0] ?? null],
    ["产出", "完成及时率", mark, standard, time, reasons[1] ?? null],
    ["效益", "群众满意度", 10, null, content, reasons[2] ?? null],
    ...more,
  ].filter((row) => row[1] !== without);
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
  return buildWorkbook({
    sheets: [
      {
        name: "自评表",
        rows: [["2023年度项目支出绩效自评表"], [`单位名称：${name}`], [...HEADS], ...rows.map((row) => [...row]), ["合计", null, total(2), null, total(4), null]],
      },
    ],
  });
} // prettier-ignore

const COPIED = "受汛期持续降雨影响，两个标段停工四十余天，验收顺延至次年";

/** Seven units: 丁 stands apart on 完成率, 戊 and 己 give one reason, 庚 altered the form. */
const 甲: Unit = { name: "甲局", scores: [18, 10, 10], reasons: ["一个标段因征地推迟到次年三月开工"] };
const 乙: Unit = { name: "乙局", scores: [18, 10, 10], reasons: ["采购流标一次，设备晚到六周"] };
const 丙: Unit = { name: "丙局", scores: [19, 10, 10], reasons: ["监理单位更换，验收推迟两周"] };
const 丁: Unit = { name: "丁局", scores: [4, 10, 10], reasons: ["项目立项后用地未获批，全年只做了勘察"] };
const 戊: Unit = { name: "戊局", scores: [17, 10, 10], reasons: [COPIED] };
const 己: Unit = { name: "己局", scores: [19, 10, 10], reasons: [`${COPIED}春季`] };

const 庚: Unit = {
  name: "庚局",
  scores: [18, 10, 10],
  standard: "每延误一个月扣0.5分，扣完为止。",
  reasons: ["一座泵站备件停产，改型耗时两月"],
};

const UNITS: readonly Unit[] = [甲, 乙, 丙, 丁, 戊, 己, 庚];

const folder = (units: readonly Unit[]): Map<string, Uint8Array> =>
  new Map(units.map((each) => [`报送/${each.name}.xlsx`, unit(each)]));

interface Batch {
  readonly files: readonly { readonly file: string; readonly failure: string | null; readonly tables: number }[];
  readonly otherFiles: readonly { readonly kind: string; readonly count: number }[];
  readonly units: readonly { readonly name: string; readonly totals: Readonly<Record<string, string | null>>; readonly findings: Readonly<Record<string, number>> }[];
  readonly risks: readonly { readonly name: string }[];
  readonly common: readonly { readonly path: readonly string[]; readonly outliers: readonly { readonly name: string }[] | null; readonly flat: boolean | null }[];
  readonly copiedReasons: readonly (readonly { readonly name: string; readonly cell: string; readonly text: string }[])[];
  readonly templateChanges: readonly { readonly name: string; readonly missing: readonly string[][]; readonly added: readonly string[][]; readonly altered: readonly { readonly field: string; readonly usual: string; readonly own: string }[] }[];
} // prettier-ignore

async function batch(files: ReadonlyMap<string, Uint8Array>): Promise<Batch> {
  const { out, err } = await run(["batch", "报送", "--format", "json"], files);
  expect(err).toBe("");
  return JSON.parse(out) as Batch;
}

describe("[Y7] a folder of workbooks", () => {
  it("has a row for each table, with its totals and findings", async () => {
    const { files, units } = await batch(folder(UNITS));
    expect(files.map(({ failure, tables }) => [failure, tables])).toEqual(UNITS.map(() => [null, 1]));
    expect(units.map(({ name, totals }) => [name, totals.score, totals.marks]).sort()).toEqual(
      UNITS.map(({ name, scores }) => [name, String(scores.reduce((a, b) => a + b)), "40"]).sort(),
    );
  });

  it("a file that can not be read is a row with its reason, and stops nothing", async () => {
    const files = folder(UNITS.slice(0, 2)).set("报送/坏.xlsx", new Uint8Array([1, 2, 3]));
    files.set("报送/空.xlsx", buildWorkbook({ sheets: [{ name: "说明", rows: [["填表说明"]] }] }));
    const { files: rows, units } = await batch(files);
    expect(units).toHaveLength(2);
    expect(rows.filter(({ tables }) => tables === 0).map(({ file, failure }) => [file, failure !== null])).toEqual([
      ["报送/坏.xlsx", true],
      ["报送/空.xlsx", false],
    ]);
  });

  it("two tables on one sheet are two rows, each with its own findings", async () => {
    const table = (name: string, score: number): readonly Row[] => [
      [`${name}绩效自评表`],
      ["一级指标", "三级指标", "分值", "自评得分", "扣分原因"],
      ["产出", `${name}完成率`, 20, score, null],
      ["合计", null, 20, score, null],
      [],
    ];
    const rows = [...table("水渠", 18), ...table("泵站", 20)].map((row) => [...row]);
    const { units } = await batch(new Map([["报送/甲局.xlsx", buildWorkbook({ sheets: [{ name: "自评表", rows }] })]]));
    expect(units.map(({ totals, findings }) => [totals.score, findings.error])).toEqual([
      ["18", 1],
      ["20", 0],
    ]);
  });

  it("takes subfolders too, and leaves what Excel keeps beside an open file, and what is no workbook", async () => {
    const files = folder(UNITS.slice(0, 1));
    files.set("报送/二科/乙局.xlsx", unit(乙));
    files.set("报送/~$甲局.xlsx", new Uint8Array([1])).set("报送/说明.txt", new Uint8Array([1]));
    expect((await batch(files)).files.map(({ file }) => file)).toEqual(["报送/二科/乙局.xlsx", "报送/甲局.xlsx"]);
  });

  it.each([
    ["甲局.doc", "是旧式 .doc 文档。请另存为 .docx"],
    ["甲局.WPS", "是旧式 .doc 文档。请另存为 .docx"],
    ["甲局.xlsb", "另存为 .xlsx"],
    ["甲局.ods", "另存为 .xlsx"],
    ["甲局.csv", "另存为 .xlsx"],
  ])("%s may hold a table: it is a row that says what to do, and the status tells of it", async (name, advice) => {
    const old = name.endsWith("b") ? [1, 2, 3] : [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const files = folder(UNITS.slice(0, 1)).set(`报送/${name}`, new Uint8Array(old));
    const { status, out } = await run(["batch", "报送", "--format", "json"], files);
    const { files: rows, otherFiles } = JSON.parse(out) as Batch;
    expect(rows.map(({ file }) => file)).toEqual(["报送/甲局.xlsx", `报送/${name}`].sort());
    expect(rows.find(({ file }) => file.endsWith(name))?.failure).toContain(advice);
    expect([otherFiles, status]).toEqual([[], 1]);
  });

  it("files of other kinds are counted by kind, in text, JSON and summary; ours and what systems leave are not", async () => {
    const files = folder(UNITS.slice(0, 1));
    for (const name of ["照片.JPG", "二科/合影.jpg", "报告.pdf", "说明", "a.b.txt"]) files.set(`报送/${name}`, new Uint8Array([1])); // prettier-ignore
    for (const name of [".DS_Store", "Thumbs.db", "~$甲局.xlsx", "退回意见单-甲局.docx", "数据.yaml"]) files.set(`报送/${name}`, new TextEncoder().encode("{}")); // prettier-ignore
    const others = "另有 5 个其他文件未读：.jpg 2、无扩展名 1、.pdf 1、.txt 1";
    const argv = ["batch", "报送", "--inputs", "报送/数据.yaml"];
    const { out, files: written } = await run([...argv, "-o", "汇总.xlsx"], files);
    expect(out.split("\n")[1]).toBe(others);
    const { otherFiles } = JSON.parse((await run([...argv, "--format", "json"], files)).out) as Batch;
    expect(otherFiles).toEqual([{ kind: ".jpg", count: 2 }, { kind: "", count: 1 }, { kind: ".pdf", count: 1 }, { kind: ".txt", count: 1 }]); // prettier-ignore
    const book = await createXlsxHost(written.get("汇总.xlsx") ?? new Uint8Array()).read();
    if (!book.ok) throw new Error(book.failure.kind);
    const unread = book.value.sheets.find(({ name }) => name === "未能核验");
    expect(unread?.cells.filter(({ row }) => row === 1).map(({ value }) => value)).toEqual(["—", others]);
    expect((await run([...argv, "--lang", "en"], files)).out).toContain("5 other files were not read: .jpg 2, no ending 1, .pdf 1, .txt 1"); // prettier-ignore
  });

  it.each([
    [["batch"], "用法：pinghe batch"],
    [["batch", "报送"], "另有 1 个其他文件未读：.txt 1"],
    [["batch", "甲.xlsx", "-o", "汇总.csv"], "应以 .xlsx 结尾"],
  ])("%j is refused in one line", async (argv, words) => {
    const files = new Map([["报送/说明.txt", new Uint8Array([1])], ["甲.xlsx", unit(甲)]]); // prettier-ignore
    const { status, out, err } = await run(argv, files);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });
});

describe("[Y8] one indicator across units", () => {
  const named = ({ common }: Batch, name: string) => common.find(({ path }) => path.at(-1) === name);

  it("names who stands apart, and where all are the same", async () => {
    const found = await batch(folder(UNITS));
    expect(named(found, "项目完成率")?.outliers?.map(({ name }) => name)).toEqual(["丁局"]);
    expect(named(found, "项目完成率")?.flat).toBe(false);
    expect(named(found, "群众满意度")).toMatchObject({ outliers: [], flat: true });
  });

  it.each([
    [4, null],
    [5, ["丁局"]],
  ])("of %i units", async (count, outliers) => {
    const units = [...UNITS.slice(0, count - 1).filter(({ name }) => name !== "丁局"), ...UNITS.slice(4, 5), ...UNITS.slice(3, 4)].slice(-count); // prettier-ignore
    const found = named(await batch(folder(units)), "项目完成率");
    expect(found?.outliers?.map(({ name }) => name) ?? null).toEqual(outliers);
  });

  it.each<[string, readonly number[], readonly string[]]>([
    ["four of five share one rate, the fifth differs", [20, 20, 20, 20, 19], ["戊局"]],
    ["three of five do: nothing is usual enough", [20, 20, 20, 18, 19], []],
    // median 17, distances 1 0 1 2 and 6, their median 1: 0.6745 × 6 ÷ 1 = 4.05
    ["just beyond 3.5 median distances", [16, 17, 18, 19, 11], ["戊局"]],
    // 0.6745 × 5 ÷ 1 = 3.37
    ["just within", [16, 17, 18, 19, 12], []],
  ])("%s", async (_, rates, outliers) => {
    const units = rates.map((rate, i): Unit => ({ name: `${"甲乙丙丁戊"[i] ?? ""}局`, scores: [rate, 10, 10] }));
    const found = named(await batch(folder(units)), "项目完成率");
    expect(found?.outliers?.map(({ name }) => name)).toEqual(outliers);
  });
}); // prettier-ignore

describe("[Y9] reasons that units share", () => {
  const pair = async (a: string, b: string): Promise<number> =>
    (await batch(folder([{ name: "甲局", scores: [18, 10, 10], reasons: [a] }, { name: "乙局", scores: [18, 10, 10], reasons: [b] }]))).copiedReasons.length; // prettier-ignore

  it("nearly word for word are shown side by side, with their cells", async () => {
    const { copiedReasons } = await batch(folder(UNITS));
    expect(copiedReasons.map((places) => places.map(({ name, cell }) => `${name} ${cell}`).sort())).toEqual([["己局 F4", "戊局 F4"].sort()]); // prettier-ignore
  });

  it.each<[string, string, string, number]>([
    ["the same words", COPIED, COPIED, 1],
    ["other blanks and width", COPIED, COPIED.replace("，", " ,"), 1],
    ["one word exchanged in a long reason", COPIED, COPIED.replace("四十", "五十"), 1],
    ["half of it", COPIED, COPIED.slice(0, 14), 0],
    ["words that are short and alike by chance", "群众意见较多", "群众意见较多", 0],
  ])("%s", async (_, a, b, groups) => expect(await pair(a, b)).toBe(groups));

  it("of one unit alone are no copy between units", async () => {
    const { copiedReasons } = await batch(folder([{ name: "甲局", scores: [18, 9, 10], reasons: [COPIED, COPIED] }, { name: "乙局", scores: [18, 10, 10] }])); // prettier-ignore
    expect(copiedReasons).toEqual([]);
  });
});

describe("[Y10] who altered the form", () => {
  it("another standard, mark, a row more and a row less are each told", async () => {
    const changed: readonly Unit[] = [
      { name: "辛局", scores: [18, 12, 10], mark: 12 },
      { name: "壬局", scores: [18, 10, 10], more: [["效益", "节水量", 5, null, 5, null]] },
      { name: "癸局", scores: [18, 10, 10], without: "群众满意度" },
    ];
    const { templateChanges } = await batch(folder([...UNITS, ...changed]));
    const told = Object.fromEntries(templateChanges.map(({ name, ...changes }) => [name, changes]));
    expect(Object.keys(told).sort()).toEqual(["壬局", "庚局", "癸局", "辛局"].sort());
    expect(told.庚局?.altered).toMatchObject([{ field: "standard", usual: ON_TIME }]);
    expect(told.辛局?.altered).toMatchObject([{ field: "fullMark", usual: "10", own: "12" }]);
    expect(told.壬局?.added).toEqual([["效益", "节水量"]]);
    expect(told.癸局?.missing).toEqual([["效益", "群众满意度"]]);
  });

  it("another form altogether is no altered one, and two tables have no majority", async () => {
    const other = buildWorkbook({ sheets: [{ name: "表", rows: [["一级指标", "三级指标", "分值", "得分"], ["投入", "目标合理性", 10, 10], ["投入", "资金到位率", 10, 10], ["合计", null, 20, 20]] }] }); // prettier-ignore
    const seven = folder(UNITS.slice(0, 6)).set("报送/辛.xlsx", other);
    expect((await batch(seven)).templateChanges).toEqual([]);
    expect((await batch(folder([甲, 庚]))).templateChanges).toEqual([]);
  });
});

describe("[Y11] the summary workbook", () => {
  it("is schema-clean and holds each question on a sheet of its own", async () => {
    const files = folder(UNITS).set("报送/坏.xlsx", new Uint8Array([1, 2, 3]));
    const { out, files: written } = await run(["batch", "报送", "-o", "汇总.xlsx"], files);
    expect(out).toContain("已写入 汇总.xlsx");
    const bytes = written.get("汇总.xlsx") ?? new Uint8Array();
    const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
    if (ooxmlPresent()) expect(await ooxmlFaults(parts)).toEqual([]);
    const book = await createXlsxHost(bytes).read();
    if (!book.ok) throw new Error(book.failure.kind);
    expect(book.value.sheets.map(({ name, cells }) => [name, new Set(cells.map(({ row }) => row)).size - 1])).toEqual([
      ["汇总", 7],
      ["先看这些", 7],
      ["得分分布", 8],
      ["共同指标", 3],
      ["离群", 1],
      ["雷同原因", 2],
      ["表式改动", 1],
      ["未能核验", 1],
      ["1 项目完成率", 7],
      ["2 完成及时率", 7],
      ["3 群众满意度", 7],
    ]);
    // every list is a table of Excel's own, by which it is filtered
    expect(book.value.sheets.map(({ tables }) => [tables?.[0]?.range, tables?.[0]?.columns.length])).toEqual(
      book.value.sheets.map(({ used }) => [used, (used?.right ?? 0) + 1]),
    );
    expect(parts.get("xl/charts/chart1.xml")).toContain("'得分分布'!$B$2:$B$9");
  });

  it("a sheet of an indicator has each unit's values, and who stands apart; a name of a sheet is made of what it can hold", async () => {
    const odd = "a/b[c]:*?很长的指标名称".padEnd(60, "长");
    const rows = (score: number) => [["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"], ["产出", odd, "≥90%", "95%", 20, score], ["合计", null, null, null, 20, score]]; // prettier-ignore
    const files = new Map([20, 20, 20, 20, 4].map((score, i) => [`报送/${i}.xlsx`, buildWorkbook({ sheets: [{ name: "自评表", rows: rows(score) }] })])); // prettier-ignore
    const { files: written } = await run(["batch", "报送", "-o", "汇总.xlsx"], files);
    const book = await createXlsxHost(written.get("汇总.xlsx") ?? new Uint8Array()).read();
    if (!book.ok) throw new Error(book.failure.kind);
    const sheet = book.value.sheets.at(-1);
    expect(sheet?.name).toBe("1 a_b_c_很长的指标名称".padEnd(31, "长"));
    const lastRow = sheet?.cells.filter(({ row }) => row === 5).map(({ value }) => value);
    expect(lastRow).toEqual(["报送/4.xlsx", "报送/4.xlsx", "自评表!F2", "≥90%", "95%", 20, 4, "20%", "离群"]);
  });

  it("text of a workbook stays text there", async () => {
    const files = folder([{ name: '=HYPERLINK("http://x","甲")', scores: [18, 10, 10] }, 乙]);
    const { files: written } = await run(["batch", "报送", "-o", "汇总.xlsx"], files);
    const book = await createXlsxHost(written.get("汇总.xlsx") ?? new Uint8Array()).read();
    if (!book.ok) throw new Error(book.failure.kind);
    expect(book.value.sheets.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined))).toEqual([]);
  });

  it("of an earlier run is not reviewed itself, and is replaced only with --force", async () => {
    const files = folder(UNITS.slice(0, 2)).set("报送/汇总.xlsx", unit(丙));
    const refused = await run(["batch", "报送", "-o", "报送/汇总.xlsx"], files);
    expect([refused.status, refused.err.includes("--force")]).toEqual([2, true]);
    const { out } = await run(["batch", "报送", "-o", "报送/汇总.xlsx", "--force"], files);
    expect(out).toContain("批量核验：2 个文件");
  });
});

it("[Y7] the text begins with the figures and names whom to look at first", async () => {
  const { out, status } = await run(["batch", "报送"], folder(UNITS));
  expect(out.split("\n")[0]).toBe("批量核验：7 个文件 · 7 张指标计分表 · 未能核验 0 个文件");
  expect(out).toContain("先看这些");
  expect(out).toMatch(/离群 1\n {2}项目完成率 {2}丁局 自评表!E4 {2}4 \/ 20 \(20%\)/);
  expect(status).toBe(0);
  const english = await run(["batch", "报送", "--lang", "en"], folder(UNITS));
  expect(english.out).toContain("Batch: 7 files · 7 scoring tables · 0 files not reviewed");
});
