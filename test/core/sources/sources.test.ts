import { ratio, type Exact } from "../../../src/core/model/exact";
import { builtInPack } from "../../../src/core/rules/packs/index";
import type { PackFile } from "../../../src/core/rules/packs/schema";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { projectBook } from "../scores/project-sheet";
import { departmentBook, indicatorOf, judged, cityPack, reviewedBy, STAFF, STAFF_STANDARD, trust } from "./sheets";

/** 103 of 100 posts: three points beyond. */
const INPUTS: ReadonlyMap<string, Exact> = new Map([
  ["在职人员数", ratio(103)],
  ["编制数", ratio(100)],
]);
const byMarks = (lost: string): string => STAFF_STANDARD.replace("0.5", lost);
const PRINTED = departmentBook([{ ...STAFF, standard: byMarks("1") }]);
const BARE = departmentBook([STAFF]);
const TEMPLATE = departmentBook([{ ...STAFF, standard: byMarks("0.2") }]);
const HUNAN = builtInPack("department-hunan");
const OFFICIAL: PackFile | null = HUNAN && { ...HUNAN, authority: "official" };
const choosing = (pack: string) => departmentBook([STAFF], { pack });
const printedChoosing = departmentBook([{ ...STAFF, standard: byMarks("1") }], { pack: "department-hunan" });

describe("[M2] where a rule comes from: template, reviewer's pack, table, the workbook's own choice", () => {
  test.each([
    ["a template beats the pack and the print", PRINTED, { template: TEMPLATE, pack: HUNAN }, "template 22/5"],
    ["an official pack beats the print", PRINTED, { pack: OFFICIAL }, "pack 7/2"],
    ["the print beats a usual pack that the reviewer names", PRINTED, { pack: HUNAN }, "table 2"],
    ["print that nobody can read is not passed over for a usual pack", departmentBook([{ ...STAFF, standard: "视情况酌情扣分。" }]), { pack: HUNAN }, "none notJudged"],
    ["the print beats the pack chosen in the workbook", printedChoosing, {}, "table 2"],
    ["the workbook's choice, where nothing is printed", choosing("department-hunan"), {}, "workbook 7/2"],
    ["a usual pack of the reviewer's beats the workbook's choice", choosing("department-framework-2013"), { pack: HUNAN }, "pack 7/2"],
    ["a template without a standard leaves an official pack to judge", PRINTED, { template: BARE, pack: OFFICIAL }, "pack 7/2"],
    ["a template without a standard leaves the print before a usual pack", PRINTED, { template: BARE, pack: HUNAN }, "table 2"],
    ["a pack for projects judges no department", PRINTED, { pack: builtInPack("project") }, "table 2"],
  ])("%s", (_, book, options, expected) =>
    expect(judged(indicatorOf(reviewedBy(book, { inputs: INPUTS, ...options })))).toBe(expected),
  ); // prettier-ignore

  it("[M3] with no choice a framework's definition gives the rate, and nothing gives a score", () => {
    const one = indicatorOf(reviewedBy(departmentBook([{ name: "在职人员控制率", mark: 5 }]), { inputs: INPUTS }));
    expect(one.definition?.at).toBe("department-framework-2013/staff-control");
    expect(one.rate).toMatchObject({ status: "computed" });
    expect(judged(one)).toBe("none notJudged");
  });

  it("a pack of the reviewer's own, read from its file", () => {
    const pack = cityPack(`
indicators:
  - id: staff
    names: [在职人员控制率]
    clause: 第一条
    standard: 以100%为标准。在职人员控制率≦100%，计{1}分；每超过一个百分点扣{0.3}分，扣完为止。
`);
    expect(judged(indicatorOf(reviewedBy(BARE, { inputs: INPUTS, pack })))).toBe("pack 1/2");
  });
});

describe("[M4] a unit can not loosen its own rules unseen", () => {
  test.each<[string, string, readonly string[]]>([
    ["the step made smaller", byMarks("0.3"), ["standard-altered @ 在职人员控制率"]],
    ["the threshold moved", STAFF_STANDARD.replaceAll("100%", "105%"), ["standard-altered @ 在职人员控制率"]],
    ["the same words", STAFF_STANDARD, []],
    ["other signs and spaces", "以 100％ 为标准。在职人员控制率<=100%,计5分;每超过1个百分点扣0.5分,扣完为止.", []],
    ["text that nobody can read", "视情况酌情扣分。", ["standard-altered @ 在职人员控制率"]],
  ])("against a template: %s", (_, standard, expected) => {
    const template = departmentBook([{ ...STAFF, standard: STAFF_STANDARD }]);
    const result = reviewedBy(departmentBook([{ ...STAFF, standard }]), { inputs: INPUTS, template });
    expect(trust(result)).toEqual(expected);
    expect(judged(indicatorOf(result))).toBe("template 7/2");
  });

  test.each<[string, string, string | null, string | null]>([
    ["the step made smaller", byMarks("0.3"), "standard-altered", "standard-differs"],
    ["the same rule in other words", "在职人员控制率≤100%得5分，每超过1个百分点扣0.5分，扣完为止。", null, null],
    ["text that nobody can read", "视情况酌情扣分。", "standard-altered", null],
  ])("against an official pack and a usual one: %s", (_, standard, official, usual) => {
    const found = (pack: PackFile | null) => trust(reviewedBy(departmentBook([{ ...STAFF, standard }]), { inputs: INPUTS, pack }));
    const named = (code: string | null) => (code === null ? [] : [`${code} @ 在职人员控制率`]);
    expect(found(OFFICIAL)).toEqual(named(official));
    expect(found(HUNAN)).toEqual(named(usual));
  }); // prettier-ignore

  it("a definition altered: another base", () => {
    const book = departmentBook([{ ...STAFF, definition: "在职人员控制率=（在职人员数/（编制数+临聘人数））×100%。" }]);
    expect(trust(reviewedBy(book, { pack: OFFICIAL }))).toEqual(["definition-altered @ 在职人员控制率"]);
    expect(trust(reviewedBy(book, { pack: HUNAN }))).toEqual(["definition-differs @ 在职人员控制率"]);
    expect(trust(reviewedBy(book))).toEqual(["definition-differs @ 在职人员控制率"]);
    const renamed = departmentBook([{ ...STAFF, definition: "在职人员控制率=（年末在职人数/核定编制）×100%。" }]);
    expect(trust(reviewedBy(renamed, { pack: HUNAN }))).toEqual([]);
    expect(trust(reviewedBy(renamed, { pack: OFFICIAL }))).toEqual([]);
    expect(trust(reviewedBy(renamed))).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["在职人员控制率=在职人员数占编制数的比例", []],
    ["在职人员控制率=在职人员数与编制数的比率×100%。", []],
    ["在职人员控制率＝在职人员总数与人员编制数之比", []],
    ["在职人员控制率=编制数占在职人员数的比重", ["definition-altered @ 在职人员控制率"]],
    ["在职人员控制率=在职人员数占总人口的百分比", ["definition-altered @ 在职人员控制率"]],
    ["在职人员控制率=在职人员数与编制数和临聘人数的比率", ["definition-altered @ 在职人员控制率"]],
  ])("[M15] an official quotient that the table puts in words: %s", (definition, expected) => {
    expect(trust(reviewedBy(departmentBook([{ ...STAFF, definition }]), { pack: OFFICIAL }))).toEqual(expected);
  });

  it.each([
    ["its own alone", "", "财政供养人员控制率", ""],
    ["the base has the name under another id", "extends: department-hunan", "财政供养人员控制率", ""],
    ["the base has both names under another id", "extends: department-framework-2013", "财政供养人员控制率, 在职人员控制率", ""],
    ["for this place only, the base for any", "extends: hunan-province", "财政供养人员控制率", "under: [投入]"],
    ["the name written with blanks", "extends: department-hunan", "财政供养 人员控制率", ""],
  ])("[M4] [M28] an official entry whose formula bears another name than its indicator, numerator and denominator interchanged: %s", (_, base, names, under) => {
    const pack = cityPack(`authority: official\n${base}\nindicators:\n  - id: our-staff\n    names: [${names}]\n    ${under === "" ? "" : `${under}\n    `}clause: 一\n    definition: 在职人员控制率=（在职人员数/编制数）×100%。\n`);
    const printed = (definition: string) => reviewedBy(departmentBook([{ name: "财政供养人员控制率", mark: 5, definition }]), { pack });
    expect(trust(printed("财政供养人员控制率=（编制数/在职人员数）×100%。"))).toEqual(["definition-altered @ 财政供养人员控制率"]);
    expect(trust(printed("在职人员控制率=编制数÷在职人员数×100%"))).toEqual(["definition-altered @ 财政供养人员控制率"]);
    expect(trust(printed("财政供养人员控制率=（在职人员数/编制数）×100%。"))).toEqual([]);
  }); // prettier-ignore

  it("[M15] a definition altered so that nobody can read it, beside a template; the template's own unreadable one stands", () => {
    const broken = departmentBook([{ ...STAFF, definition: "在职人员控制率=（在职人员数与编制数之和/×100%。" }]);
    expect(trust(reviewedBy(broken, { template: BARE }))).toEqual(["definition-altered @ 在职人员控制率"]);
    expect(trust(reviewedBy(broken, { template: broken }))).toEqual([]);
    expect(trust(reviewedBy(broken))).toEqual([]);
  });

  it("[M2] an altered definition is not used: the official one gives the rate, the table's own where a usual one differs", () => {
    const book = departmentBook([{ ...STAFF, definition: "在职人员控制率=（编制数/在职人员数）×100%。" }]);
    const rate = (options: Parameters<typeof reviewedBy>[1]) =>
      indicatorOf(reviewedBy(book, { inputs: INPUTS, ...options })).rate;
    expect(rate({ template: BARE })).toMatchObject({ number: ratio(103, 100) });
    expect(rate({ pack: HUNAN })).toMatchObject({ number: ratio(100, 103) });
  });

  it("a mark altered, against a template", () => {
    const book = departmentBook([{ ...STAFF, mark: 6 }]);
    const found = reviewedBy(book, { template: BARE }).findings.find(({ code }) => code === "mark-altered");
    expect(found?.data).toMatchObject({ name: "在职人员控制率", official: "5", found: "6" });
    expect(found?.data).toMatchObject({ document: { zh: "复核人指定的模板" } });
  });

  it("[M8] indicators that the template has and the table lacks, and the other way", () => {
    const template = departmentBook([STAFF, { name: "预算执行率", mark: 4 }, { name: "预算完成率", mark: 4 }]);
    const book = departmentBook([STAFF, { name: "预算执行率", mark: 4 }, { name: "宣传报道篇数", mark: 4 }]);
    expect(trust(reviewedBy(book, { template }))).toEqual([
      "missing-indicator @ 预算完成率",
      "unknown-indicator @ 宣传报道篇数",
    ]);
    expect(trust(reviewedBy(book, { pack: HUNAN }))).toEqual([]);
  });

  test.each<[string, PackFile | null, Readonly<Record<string, string>>, readonly string[]]>([
    ["overruled by the pack", cityPack("settings: { partialSteps: started }"), { 不足一步: "按比例" }, ["setting-differs @ partialSteps"]],
    ["the same as the pack's", cityPack("settings: { partialSteps: started }"), { 不足一步: "不足一步按一步" }, []],
    ["of which the pack says nothing", HUNAN, { 允许误差: "0.5" }, []],
  ])("a setting in the workbook %s", (_, pack, settings, expected) =>
    expect(trust(reviewedBy(departmentBook([STAFF], { settings }), { pack }))).toEqual(expected),
  ); // prettier-ignore

  test.each<[string, Parameters<typeof reviewedBy>[1], readonly string[]]>([
    ["and nobody has it", {}, ["pack-unavailable @ our-city"]],
    ["and the reviewer names its file", { pack: cityPack("") }, []],
    ["and the reviewer judges by another", { pack: HUNAN }, ["pack-unavailable @ our-city"]],
  ])("[M10] the workbook names a pack that is not built in, %s", (_, options, expected) => {
    const result = reviewedBy(choosing("our-city"), options);
    expect(trust(result)).toEqual(expected);
    expect(result.findings.find(({ code }) => code === "pack-unavailable")?.at ?? null).toEqual(
      expected.length > 0 ? { sheet: "规则", row: 1, column: 1 } : null,
    );
  });
});

describe("[M9] the parts of the whole that a pack gives", () => {
  const rows = (output: number, effect: number, satisfaction: number) => [
    { group: "数量指标", name: "培训人数", target: "≥20人", actual: 20, mark: output, score: output },
    { level: "效益指标", group: "社会效益指标", name: "秩序", target: "好", actual: "好", mark: effect, score: effect },
    { level: "满意度指标", group: "服务对象满意度指标", name: "群众满意度", target: "≥90%", actual: "95%", mark: satisfaction, score: satisfaction },
  ]; // prettier-ignore
  const PARTS = { 预算执行率: 10, 产出指标: 50, 效益指标: 30, 满意度指标: 10 };
  const project = builtInPack("project");
  const found = (pack: PackFile | null, marks: readonly [number, number, number], mark: number) =>
    review(projectBook(rows(...marks), { mark }), { ...NO_OPTIONS, pack }).findings.flatMap((one) =>
      one.code === "mark-altered" || one.code === "mark-differs"
        ? [`${one.code} ${one.data.name} ${one.data.official}→${one.data.found}`]
        : [],
    );

  test.each<[string, readonly [number, number, number], number, readonly string[]]>([
    ["10/50/30/10", [50, 30, 10], 10, []],
    ["more for the output, less for satisfaction", [55, 30, 5], 10, ["产出指标 50→55", "满意度指标 10→5"]],
    ["20 for the execution rate", [40, 30, 10], 20, ["预算执行率 10→20", "产出指标 50→40"]],
  ])("%s", (_, marks, mark, expected) => {
    for (const [authority, code] of [["official", "mark-altered"], ["usual", "mark-differs"]] as const) {
      const pack: PackFile | null = project && { ...project, authority, parts: PARTS };
      expect(found(pack, marks, mark).sort()).toEqual(expected.map((one) => `${code} ${one}`).sort());
    }
    // 财预〔2020〕10号 leaves the weights open.
    expect(found(project, marks, mark)).toEqual([]);
  }); // prettier-ignore
});
