import type { ReviewJson } from "../../src/app/output/json";
import { BUILT_IN_PACKS, loadPack } from "../../src/core/rules/packs/index";
import { plainPack } from "../../src/core/rules/packs/pack-text";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../support/build-workbook";
import { REFERENCE, run, type Run } from "./memory-terminal";

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const json = (out: string): ReviewJson => JSON.parse(out) as ReviewJson;

const packIn = (file: Uint8Array | undefined) => {
  const read = loadPack(text(file));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return plainPack(read.value);
};

describe("[K10] [M23] pack FILE -o OUT turns one form of a pack into the other", () => {
  test.each([...BUILT_IN_PACKS])("%s → YAML → sheets → YAML is the same, and proves itself", async (id) => {
    const yaml = await run(["pack", id, "-o", "a.yaml"]);
    const sheet = await run(["pack", "a.yaml", "-o", "b.xlsx"], yaml.files);
    const back = await run(["pack", "b.xlsx", "-o", "c.yaml"], sheet.files);
    expect([yaml.status, sheet.status, back.status]).toEqual([0, 0, 0]);
    expect(text(back.files.get("c.yaml"))).toBe(text(yaml.files.get("a.yaml")));
    expect(packIn(back.files.get("c.yaml"))).toEqual(packIn(yaml.files.get("a.yaml")));
  });

  it("prints what every formula and standard reads as, in both languages", async () => {
    const zh = await run(["pack", "hunan-yueyang"]);
    expect(zh.out).toContain("公式  预算调整率 = 预算调整数 / 预算数");
    expect(zh.out).toContain("3 分  预算调整率=0%计3分");
    expect(zh.out).toContain("注意  分档有缺口：预算调整率<0% 没有规定得分");
    const en = await run(["pack", "hunan-yueyang", "--lang", "en"]);
    expect(en.out).toContain("3 marks  预算调整率=0%: 3 marks; 0%<预算调整率≤10%: 2 marks");
  });

  it("a text that looks like a formula stays a text", async () => {
    const yaml = text((await run(["pack", "hubei", "-o", "a.yaml"])).files.get("a.yaml")).replace("湖北省项目自评表备注", "=1+1"); // prettier-ignore
    const { files } = await run(["pack", "a.yaml", "-o", "b.xlsx"], new Map([["a.yaml", new TextEncoder().encode(yaml)]])); // prettier-ignore
    const book = await createXlsxHost(files.get("b.xlsx") ?? new Uint8Array()).read();
    const cells = book.ok ? book.value.sheets.flatMap(({ cells: all }) => all) : [];
    expect(cells.filter(({ value }) => value === "=1+1")).toHaveLength(1);
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["an output that is there", ["pack", "project", "-o", REFERENCE], /已存在；要覆盖请加 --force/],
    ["an output of another kind", ["pack", "project", "-o", "a.docx"], /\.xlsx 或 \.yaml/],
    ["no file", ["pack", "-o", "a.xlsx"], /用法：pinghe pack/],
    ["no such pack", ["pack", "nowhere"], /没有规则包或文件“nowhere”.*project/],
    ["a table of scores is no pack", ["pack", REFERENCE], /评分标准表|缺少这一项/],
  ])("%s: status 2, one line, nothing written", async (_, argv, words) => {
    const { status, err, files } = await run(argv);
    expect([status, err.trim().split("\n").length, files.size]).toEqual([2, 1, 0]);
    expect(err).toMatch(words);
  });
});

/** A city's own list: −2 a point beyond 100 %; an example that its standard does not bear out; one that can not be read. */
const sheet = (standard = "在职人员控制率≦100%，计5分；每超过一个百分点扣2分，扣完为止。", score = 3): Uint8Array =>
  buildWorkbook({
    sheets: [
      {
        name: "本市标准",
        rows: [
          ["某市部门整体支出评分标准"],
          ["指标", "分值", "评分标准", "计算公式", "依据"],
          ["在职人员控制率", 5, standard, "在职人员控制率=（在职人员数/编制数）×100%", "市财〔2024〕3号第二条"],
        ],
      },
      { name: "算例", rows: [["指标", "分值", "数据", "得分"], ["在职人员控制率", 5, "在职人员数=101\n编制数=100", score]] }, // prettier-ignore
    ],
  });

const files = (bytes: Uint8Array, more: readonly (readonly [string, string])[] = []): ReadonlyMap<string, Uint8Array> =>
  new Map([["our-city.xlsx", bytes], ...more.map(([name, words]) => [name, new TextEncoder().encode(words)] as const)]);

const WITH_PACK = ["--pack", "our-city.xlsx"];

describe("[M23] --pack FILE.xlsx is taken wherever a pack is", () => {
  const judgedBy = ({ out }: Run) => {
    const indicator = json(out).tables[0]?.indicators.find(({ path }) => path.at(-1) === "在职人员控制率");
    return [indicator?.rule?.source, indicator?.recomputed.score];
  };
  const inputs = [["inputs.yaml", "在职人员数: 101\n编制数: 100\n"]] as const;

  it("check, score and then check on the copy judge by it; audit and prepare take it", async () => {
    const held = files(sheet(), inputs);
    const options = [...WITH_PACK, "--inputs", "inputs.yaml", "--format", "json"];
    const checked = await run(["check", REFERENCE, ...options], held);
    // 101 for 100 posts: one point beyond takes 2 of 5.
    expect(judgedBy(checked)).toEqual(["pack", 3]);
    const scored = await run(["score", REFERENCE, ...options, "-o", "copy.xlsx"], held);
    const copy = await run(["check", "copy.xlsx", "--format", "json"], new Map([["copy.xlsx", scored.files.get("copy.xlsx") ?? new Uint8Array()]])); // prettier-ignore
    expect(judgedBy(copy)).toEqual(["pack", 3]);
    expect([json(copy.out).pack?.id, json(copy.out).offers]).toEqual(["our-city", []]);
    expect((await run(["audit", REFERENCE, ...WITH_PACK], held)).status).toBeLessThan(2);
    const prepared = await run(["prepare", REFERENCE, ...WITH_PACK, "-o", "form.xlsx"], held);
    expect([prepared.status, prepared.out]).toEqual([0, expect.stringContaining("自动计分（5 / 100 分）")]);
  });

  it("its output can not be the pack's file", async () => {
    const { status, err } = await run(["score", REFERENCE, ...WITH_PACK, "-o", "our-city.xlsx", "--force"], files(sheet())); // prettier-ignore
    expect([status, err]).toEqual([2, expect.stringContaining("--pack")]);
  });

  it("what its proof finds wrong is said with the cell, in both languages, and pack ends with 1", async () => {
    const wrong = files(sheet(undefined, 4));
    const zh = await run(["pack", "our-city.xlsx"], wrong);
    expect([zh.status, zh.out]).toEqual([1, expect.stringContaining("our-city.xlsx '算例'!A2 按本规则包计算，得分为 3，算例写的是 4")]); // prettier-ignore
    const en = await run(["check", REFERENCE, ...WITH_PACK, "--lang", "en"], wrong);
    expect(en.err).toContain("our-city.xlsx '算例'!A2 the score is 3, not 4");
    for (const command of ["diff", "batch"]) {
      const { err } = await run(
        [command, REFERENCE, "assets/samples/project-2020.xlsx", ...WITH_PACK, "--lang", "en"],
        wrong,
      );
      expect(err.split("the score is 3, not 4")).toHaveLength(2);
    }
    const unread = await run(["pack", "our-city.xlsx"], files(sheet("视情况酌情扣分。")));
    expect([unread.status, unread.out]).toEqual([1, expect.stringContaining("'本市标准'!C3 评分标准没有读懂")]);
  });

  it("a fault is one line with its cell, and nothing is judged", async () => {
    const bad = buildWorkbook({ sheets: [{ name: "标准", rows: [["某市部门整体支出评分标准"], ["指标", "评分标准", "依据"], ["甲率", "≥90%，计5分。"]] }] }); // prettier-ignore
    const zh = await run(["check", REFERENCE, ...WITH_PACK], files(bad));
    expect([zh.status, zh.err]).toEqual([2, "pinghe: our-city.xlsx '标准'!A3 依据：缺少这一项\n"]);
    const en = await run(["check", REFERENCE, ...WITH_PACK, "--lang", "en"], files(bad));
    expect(en.err).toBe("pinghe: our-city.xlsx '标准'!A3 依据: this is missing\n");
  });
});
