import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { buildWorkbook } from "../support/build-workbook";
import { REFERENCE, run } from "./memory-terminal";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = (of: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(of));
const reference = new Uint8Array(readFileSync(REFERENCE));

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
/** 在职人员数: 69 as Notepad saves it by default in a Chinese Windows. */
const GBK = bytes(0xd4, 0xda, 0xd6, 0xb0, 0xc8, 0xcb, 0xd4, 0xb1, 0xca, 0xfd, 0x3a, 0x20, 0x36, 0x39, 0x0a);
const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
const HEAD =
  "id: our-own\nversion: 1.0.0\ntitle: { zh: 本市, en: Our city }\nsource: { document: 本市文件 }\nkind: department\n";

describe("[K1] [K6] [K7] one line in the language asked for, exit 2, nothing written", () => {
  test.each<[string, string[], Uint8Array, RegExp, RegExp]>([
    ["inputs saved as GBK", ["--inputs", "f"], GBK, /不是 UTF-8/, /no UTF-8/],
    ["inputs saved as Unicode by Notepad", ["--inputs", "f"], utf16("\ufeff甲: 1"), /不是 UTF-8/, /no UTF-8/],
    ["Latin letters in UTF-16 without a mark", ["--inputs", "f"], utf16("a: 1"), /不是 UTF-8/, /no UTF-8/],
    ["a workbook as inputs", ["--inputs", "f"], reference, /不是 UTF-8/, /no UTF-8/],
    ["a text cut within a sign", ["--inputs", "f"], utf8("甲: 1").slice(0, 2), /不是 UTF-8/, /no UTF-8/],
    ["a pack saved as GBK", ["--pack", "f"], GBK, /不是 UTF-8/, /no UTF-8/],
    ["inputs of 8 MB and one byte", ["--inputs", "f"], new Uint8Array(8_000_001).fill(32), /8 MB/, /8 MB/],
    ["a name twice", ["--inputs", "f"], utf8("甲: 1\n乙: 2\n甲: 3\n"), /f:3 “甲”写了两次/, /f:3 "甲" stands twice/],
    ["a name twice in JSON", ["--inputs", "f"], utf8('{"甲": 1,\n"甲": 1}'), /f:2 “甲”写了两次/, /f:2 "甲" stands twice/],
    ["brackets 51 deep", ["--inputs", "f"], utf8(`a: ${"[".repeat(51)}${"]".repeat(51)}`), /f:1 嵌套超过 50 层/, /f:1 nested more than 50/],
    ["100,000 dashes in a line", ["--inputs", "f"], utf8("- ".repeat(100_000)), /f:1 嵌套超过 50 层/, /f:1 nested more/],
    ["maps within maps, a column deeper each", ["--inputs", "f"], utf8(Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")), /f:402 嵌套超过 50 层/, /f:402 nested/],
    ["a tab that indents", ["--inputs", "f"], utf8("甲:\n\t乙: 1\n"), /f:2 不能用制表符缩进/, /f:2 tabs can not indent/],
    ["an open quote", ["--inputs", "f"], utf8('甲: "1\n'), /f:\d 少了引号/, /f:\d a quote/],
    ["two documents", ["--inputs", "f"], utf8("甲: 1\n---\n乙: 2\n"), /f:\d 只能有一个文档/, /only one document/],
    ["an alias", ["--inputs", "f"], utf8("甲: &a 1\n乙: *a\n"), /f:2 “乙”的值不是数字/, /f:2 The value of "乙"/],
    ["a number of 401 digits", ["--inputs", "f"], utf8(`甲: ${"9".repeat(401)}\n`), /f:1 “甲”的值不是数字/, /f:1 The value/],
    ["a number beyond a double", ["--inputs", "f"], utf8("甲: 1e309\n"), /f:1 “甲”的值不是数字/, /f:1 The value/],
    ["a number below a double", ["--inputs", "f"], utf8("甲: 1e-330\n"), /f:1 “甲”的值不是数字/, /f:1 The value/],
    ["an unknown name in a pack", ["--pack", "f"], utf8(`${HEAD}standart: 满分\n`), /f:6 standart：没有这个名称/, /f:6 standart: this name is unknown/],
    ["a pack without a kind", ["--pack", "f"], utf8(HEAD.replace("kind: department\n", "")), /f:1 kind：缺少这一项/, /f:1 kind: this is missing/],
    ["a text where a list should be", ["--pack", "f"], utf8(`${HEAD}indicators: 无\n`), /应为列表，不能是 "无"/, /this should be a list, not "无"/],
    ["a pack with a lost name", ["--pack", "f"], utf8(`${HEAD}settings: { constructor: 1 }\n`), /名称不能是“constructor”/, /"constructor" can not be a name/],
    ["an empty pack", ["--pack", "f"], utf8(""), /应为“名称: 值”的列表/, /a list of names and values/],
    ["a base that does not exist", ["--pack", "f"], utf8(`${HEAD}extends: constructor\n`), /没有名为 constructor 的内置规则包/, /no built-in pack is called constructor/],
  ])("%s", async (_, argv, given, zh, en) => {
    for (const [lang, said] of [["zh", zh], ["en", en]] as const) {
      const { status, out, err, files: written } = await run(["score", REFERENCE, "-o", "o.xlsx", "--lang", lang, ...argv], files({ f: given }));
      expect(err).toMatch(said);
      expect(status).toBe(2);
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(out).toBe("");
      expect(written.has("o.xlsx")).toBe(false);
    }
  }); // prettier-ignore

  it("a file of 50 levels and one of 400 digits are read", async () => {
    const deep = utf8(`a: ${"[".repeat(50)}1${"]".repeat(50)}`);
    expect((await run(["check", REFERENCE, "--inputs", "f"], files({ f: deep }))).err).toMatch(/“a”的值不是数字/);
    expect(
      (await run(["check", REFERENCE, "--inputs", "f"], files({ f: utf8(`甲: 1e308\n乙: 0.${"3".repeat(398)}`) })))
        .status,
    ).toBe(1);
  });

  it("of a thousand faulty lines twenty are told and the rest is counted", async () => {
    const many = utf8(Array.from({ length: 1000 }, (_, i) => `k${i}: 无`).join("\n"));
    const { err } = await run(["check", REFERENCE, "--inputs", "f"], files({ f: many }));
    expect(err).toContain("f:20 “k19”的值不是数字；另有 980 处");
  });
});

describe("arguments that make no sense", () => {
  test.each<[string, string[], RegExp, RegExp]>([
    ["an empty output", ["score", REFERENCE, "-o", ""], /--out 后面的值是空的/, /value of --out is empty/],
    ["an output that was forgotten", ["score", REFERENCE, "-o", "--force"], /--out 后面缺少值/, /--out needs a value/],
    ["an output at the end of the line", ["score", REFERENCE, "-o"], /--out 后面缺少值/, /--out needs a value/],
    ["empty inputs", ["check", REFERENCE, "--inputs="], /--inputs 后面的值是空的/, /value of --inputs is empty/],
    ["an empty name of a file", ["check", ""], /文件名是空的/, /name of the file is empty/],
    ["a value where none belongs", ["score", REFERENCE, "-o", "x", "--force=yes"], /--force 后面不写值/, /--force takes no value/],
    ["two outputs", ["score", REFERENCE, "-o", "x", "-o", "y"], /--out 给了两个不同的值/, /--out has two different values/],
    ["an option that does not exist", ["check", REFERENCE, "--colour"], /没有选项 --colour/, /no option --colour/],
    ["[K8] an option called constructor", ["check", REFERENCE, "--constructor"], /没有选项 --constructor/, /no option --constructor/],
    ["[K8] a command called constructor", ["constructor"], /没有“constructor”这个命令/, /Unknown command "constructor"/],
    ["[K8] a command called __proto__", ["__proto__", REFERENCE], /没有“__proto__”这个命令/, /Unknown command "__proto__"/],
    ["[K8] a pack called constructor", ["check", REFERENCE, "--pack", "constructor"], /没有规则包或文件/, /No pack or file/],
    ["[K8] a pack called toString", ["check", REFERENCE, "--pack", "toString"], /没有规则包或文件/, /No pack or file/],
    ["[K8] a setting called __proto__", ["check", REFERENCE, "--set", "__proto__=1"], /没有“__proto__”这项设置/, /no setting is called/],
  ])("%s", async (_, argv, zh, en) => {
    for (const [lang, said] of [["zh", zh], ["en", en]] as const) {
      const { status, out, err } = await run([...argv, "--lang", lang]);
      expect(err).toMatch(said);
      expect(err.trim().split("\n")).toHaveLength(1);
      expect([status, out]).toEqual([2, ""]);
    }
  }); // prettier-ignore

  test.each([
    ["score", "--inputs"],
    ["score", "--template"],
    ["score", "--pack"],
    ["prepare", "--pack"],
    ["audit", "--inputs"],
    ["audit", "--baseline"],
    ["score", "--report"],
    ["audit", "--report"],
    ["seal", "--inputs"],
    ["seal", "--pack"],
  ])("[K4] %s: the file of %s is never the output, in either language", async (command, option) => {
    for (const [lang, words] of [["zh", `输出文件不能是 ${option} 的文件`], ["en", `The output can not be the file of ${option}`]] as const) {
      const given = files({ f: utf8(HEAD) });
      const { status, err, files: after } = await run([command, REFERENCE, option, "f", "-o", "f", "--force", "--lang", lang], given);
      expect([status, err]).toEqual([2, `pinghe: ${words}${lang === "zh" ? "。" : "."}\n`]);
      expect(after.get("f")).toEqual(utf8(HEAD));
    }
  }); // prettier-ignore

  it("[K1] audit leaves no copy behind where the baseline can not be read", async () => {
    const { status, files: after } = await run(["audit", REFERENCE, "-o", "o.xlsx", "--baseline", "nowhere.json"]);
    expect([status, after.has("o.xlsx")]).toEqual([2, false]);
  });

  it("a format that a command can not print is refused, not ignored", async () => {
    const { status, err } = await run(["prepare", REFERENCE, "-o", "o.xlsx", "--format", "sarif"]);
    expect([status, err]).toEqual([2, "pinghe: --format 只能是 text | json，不能是“sarif”。\n"]);
  });

  it("a negative value may follow its option", async () => {
    const { status } = await run([
      "rule",
      "--text",
      "实际完成率≥100%，计8分；每低一个百分点扣1分",
      "--full",
      "8",
      "--at",
      "-0.05",
    ]);
    expect(status).toBe(0);
  });
});

describe("[K6] a fault of the program", () => {
  const broken = (error: unknown) => ({ sha256: () => { throw error; } }); // prettier-ignore

  it("is one line without a stack, which PINGHE_DEBUG adds", async () => {
    const { status, err } = await run(["check", REFERENCE], new Map(), broken(new TypeError("x is not a function")));
    expect(status).toBe(2);
    expect(err).toMatch(/^pinghe: 程序出了差错（TypeError）[^\n]+PINGHE_DEBUG=1[^\n]+\n$/);
    const debugged = await run(["check", REFERENCE, "--lang=en"], new Map(), {
      ...broken(new TypeError("x is not a function")),
      debug: true,
    });
    expect(debugged.err).toMatch(/^pinghe: A fault of the program \(TypeError\)[\s\S]+x is not a function[\s\S]+at /);
  });
});

describe("[K8] names that a plain object has of its own", () => {
  const NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty"];

  test.each(NAMES)("%s as sheet, indicator and quantity is scored, scored again and cleaned", async (name) => {
    const sheet = (title: string) => ({
      name: title,
      rows: [
        ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "指标说明", "自评得分"],
        ["投入", "预算配置", `${name}率`, 10, "以100%为标准。≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。", `${name}率=（${name}/编制数）×100%`, 8],
        ["产出", "产出数量", name, 10, null, null, 10],
        ["合计", null, null, 20, null, null, 18],
      ],
    });
    const table = buildWorkbook({ sheets: [sheet(name)] });
    const inputs = utf8(`"${name}": 80\n编制数: 77\n`);
    const scored = await run(["score", "t.xlsx", "--inputs", "i.yaml", "-o", "s.xlsx", "--format", "json"], files({ "t.xlsx": table, "i.yaml": inputs }));
    expect(scored.err).toBe("");
    const [read] = (JSON.parse(scored.out) as { tables: { sheet: string; indicators: { rate: { exact: string } }[] }[] }).tables;
    expect(read?.sheet).toBe(name);
    expect(read?.indicators[0]?.rate.exact).toBe("80/77");
    const again = await run(["score", "s.xlsx", "--inputs", "i.yaml", "-o", "a.xlsx"], scored.files);
    expect(again.err).toBe("");
    expect((await run(["clean", "s.xlsx", "-o", "c.xlsx"], scored.files)).status).toBe(0);
    const sealed = await run(["seal", "t.xlsx", "--inputs", "i.yaml", "-o", "s.json"], scored.files);
    const replayed = await run(["replay", "s.json", "t.xlsx"], sealed.files);
    expect([replayed.status, replayed.out]).toEqual([0, expect.stringContaining("逐字相同")]);
  }); // prettier-ignore
});

describe("[X16] the name of an output says what the file is", () => {
  const typed = (type: string): Uint8Array => {
    const parts = unzipSync(reference);
    const types = strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array());
    const plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    expect(types).toContain(plain);
    return zipSync({ ...parts, "[Content_Types].xml": strToU8(types.replace(plain, type)) });
  };
  const MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
  const TEMPLATE = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml";

  test.each<[string, string, string, RegExp | null]>([
    ["macros under .xlsm", MACROS, "o.xlsm", null],
    ["macros under .XLSM", MACROS, "o.XLSM", null],
    ["macros under .xlsx", MACROS, "o.xlsx", /含有宏，输出文件的扩展名应为 \.xlsm/],
    ["macros under .xltm", MACROS, "o.xltm", /应为 \.xlsm，不能是 \.xltm/],
    ["a workbook under .xlsm", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "o.xlsm", /是普通工作簿，输出文件的扩展名应为 \.xlsx/],
    ["a workbook under .xls", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "o.xls", /应为 \.xlsx，不能是 \.xls/],
    ["a workbook under a name of no program", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "o.scored", null],
    ["a template under .xltx", TEMPLATE, "o.xltx", null],
    ["a template under .xlsm", TEMPLATE, "o.xlsm", /是模板，输出文件的扩展名应为 \.xltx/],
  ])("%s", async (_, type, out, refused) => {
    const { status, err, files: written } = await run(["score", "b", "-o", out], files({ b: typed(type) }));
    if (refused) expect([status, err, written.has(out)]).toEqual([2, expect.stringMatching(refused), false]);
    else expect([err, written.has(out)]).toEqual(["", true]);
  });

  it("a template written under .xlsx becomes a workbook", async () => {
    const { files: written } = await run(["score", "b", "-o", "o.xlsx"], files({ b: typed(TEMPLATE) }));
    const types = strFromU8(unzipSync(written.get("o.xlsx") ?? new Uint8Array())["[Content_Types].xml"] ?? new Uint8Array());
    expect(types).toContain("spreadsheetml.sheet.main+xml");
    expect(types).not.toContain("template");
  });
}); // prettier-ignore
