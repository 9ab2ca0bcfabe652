import { readFileSync } from "node:fs";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { INPUTS_2018, REFERENCE, REFERENCE_INPUTS, run, TABLE_2018, type Run } from "./memory-terminal";

const snapshotOf = async (bytes: Uint8Array | undefined): Promise<WorkbookSnapshot> => {
  const read = await createXlsxHost(bytes ?? new Uint8Array()).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
};

describe("score and clean", () => {
  let scored: Run;
  beforeAll(async () => (scored = await run(["score", REFERENCE, "--inputs", REFERENCE_INPUTS, "-o", "scored.xlsx"])));

  it("[K1] score leaves the scored copy and exits as check does", () => {
    expect(scored.status).toBe(1);
    expect([...scored.files.keys()]).toEqual(["scored.xlsx"]);
    expect(scored.out).toContain("已写入 scored.xlsx");
  });

  it("the rate stands in the copy as a live formula with its value", async () => {
    const book = await snapshotOf(scored.files.get("scored.xlsx"));
    const table = book.sheets.find(({ name }) => name === "自评指标计分表");
    const rate = table?.cells.find(({ row, formula }) => row === 4 && formula?.includes("在职人员数"));
    expect(rate?.value).toBe(69 / 77);
    expect(book.sheets.map(({ name }) => name)).toEqual(["自评指标计分表", "基础数据", "核验记录"]);
  });

  it("[P2] scoring the scored copy again changes nothing", async () => {
    const again = await run(["score", "scored.xlsx", "--inputs", REFERENCE_INPUTS, "-o", "again.xlsx"], scored.files);
    const [first, second] = [scored.files.get("scored.xlsx"), again.files.get("again.xlsx")];
    expect(Buffer.compare(first ?? Buffer.of(1), second ?? Buffer.of(2))).toBe(0);
  });

  it("[P2] a copy with its blank scores filled is final, too", async () => {
    const options = ["--inputs", INPUTS_2018, "--pack", "department-hunan", "--fill-blank"];
    const filled = await run(["score", TABLE_2018, "-o", "filled.xlsx", ...options]);
    const again = await run(["score", "filled.xlsx", "-o", "again.xlsx", ...options], filled.files);
    const [first, second] = [filled.files.get("filled.xlsx"), again.files.get("again.xlsx")];
    expect(Buffer.compare(first ?? Buffer.of(1), second ?? Buffer.of(2))).toBe(0);
    const table = (await snapshotOf(first)).sheets.find(({ name }) => name === "评分表");
    expect(table?.cells.find(({ row, column }) => row === 5 && column === 8)).toMatchObject({ value: 0 });
  });

  it("[P13] clean gives the unit's own workbook back, cell for cell", async () => {
    const cleaned = await run(["clean", "scored.xlsx", "-o", "clean.xlsx"], scored.files);
    expect(cleaned.status).toBe(0);
    const original = await snapshotOf(new Uint8Array(readFileSync(REFERENCE)));
    const after = await snapshotOf(cleaned.files.get("clean.xlsx"));
    expect(after).toEqual(original);
  });
});

describe("what the command line refuses, in one line, writing nothing", () => {
  test.each<[string, string[], RegExp]>([
    ["a file that is not there", ["check", "nowhere.xlsx"], /找不到文件/],
    ["a file that is no workbook", ["check", "package.json"], /另存为 \.xlsx/],
    ["no file", ["check"], /用法/],
    ["two files", ["check", REFERENCE, REFERENCE], /只能给一个文件/],
    ["an unknown command", ["chekc", REFERENCE], /没有“chekc”这个命令/],
    ["an unknown option", ["check", REFERENCE, "--colour"], /参数有误/],
    ["an option of another command", ["diff", REFERENCE, REFERENCE, "--force"], /不用选项 --force/],
    ["an option without what it goes with", ["check", REFERENCE, "--force"], /不用选项 --force，除非有 --slip/],
    ["a day to answer by without a slip", ["check", REFERENCE, "--due", "2024-05-01"], /不用选项 --due，除非有 --slip/],
    ["a day to answer by without slips", ["batch", REFERENCE, "--due", "2024-05-01"], /不用选项 --due，除非有 --slips/],
    ["a language that is not there", ["check", REFERENCE, "--lang", "fr"], /--lang 只能是 zh \| en/],
    ["a pack that is not there", ["check", REFERENCE, "--pack", "nowhere"], /没有规则包或文件/],
    ["an unknown setting", ["check", REFERENCE, "--set", "colour=red"], /没有“colour”这项设置/],
    ["score without an output", ["score", REFERENCE], /缺少 -o/],
    ["[K4] the input as the output", ["score", REFERENCE, "-o", REFERENCE], /不能与输入文件相同/],
    ["[K4] an existing output", ["score", REFERENCE, "-o", "package.json"], /已存在/],
    ["clean of a workbook that Pinghe never wrote to", ["clean", REFERENCE, "-o", "c.xlsx"], /没有评核写入的内容/],
    ["formula without a text", ["formula"], /缺少 --text/],
    ["rule without a full mark", ["rule", "--text", "每出现一次扣1分"], /缺少 --full/],
    ["English on request", ["check", "nowhere.xlsx", "--lang", "en"], /The file was not found/],
  ])("[K1] %s", async (_, argv, line) => {
    const { status, out, err, files } = await run(argv);
    expect(status).toBe(2);
    expect(err).toMatch(line);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(out).toBe("");
    expect(files.size).toBe(0);
  });
});

describe("rule and formula print JSON for scripts", () => {
  it("rule gives unrounded points and names what the text leaves open", async () => {
    const { out, status } = await run(["rule", "--text", "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。", "--full", "5", "--at", "0.8961,1.035,1.5"]); // prettier-ignore
    const said = JSON.parse(out) as {
      kind: string;
      points: { value: number; score: number }[];
      ambiguity: string | null;
    };
    expect(said.kind).toBe("stepDeduct");
    expect(said.points.map(({ value, score }) => [value, score])).toEqual([[0.8961, 5], [1.035, 3.5], [1.5, 0]]); // prettier-ignore
    expect(said.ambiguity).not.toBeNull();
    expect(status).toBe(0);
  });

  it("a standard it can not read gives a null kind, the reason and status 1", async () => {
    const { out, status } = await run(["rule", "--text", "视完成情况酌情扣分", "--full", "5"]);
    expect(JSON.parse(out)).toMatchObject({ kind: null, reason: expect.stringMatching(/./) as string });
    expect(status).toBe(1);
  });

  it("formula matches names without spaces, quotes and a unit in brackets", async () => {
    const { out } = await run(["formula", "--text", "“三公经费”控制率=（“三公经费”实际支出数/“三公经费”预算安排数（万元））×100%", "--set", "三公经费实际支出数=44.29", "--set", "“三公 经费”预算安排数=63.46"]); // prettier-ignore
    expect(JSON.parse(out)).toMatchObject({ percent: true, exact: "4429/6346", value: 0.697919949575 });
  });
});
