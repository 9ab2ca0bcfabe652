import { messageOf } from "../../../src/core/findings/word";
import type { Finding } from "../../../src/core/findings/finding";
import { sheetA1 } from "../../../src/core/workbook/address";
import { bookOf } from "../../support/grid";
import { cityPack, departmentBook, indicatorOf, reviewedBy, STAFF, STAFF_STANDARD } from "./sheets";

const told = (findings: readonly Finding[], code: Finding["code"]): readonly string[] =>
  findings
    .filter((one) => one.code === code)
    .map((one) => `${one.at ? sheetA1(one.at) : "-"} ${messageOf(one, "zh")} ${messageOf(one, "en")}`);

describe("[S1] a setting that could not be read is told with its place and what is allowed", () => {
  const unread = (settings: Readonly<Record<string, string>>): readonly string[] =>
    told(reviewedBy(departmentBook([STAFF], { settings })).findings, "setting-unreadable");

  it.each([
    [{ 允许误差: "0.01分" }, "规则!B3", ["允许误差", "0.01分", "≥0"]],
    [{ 得分小数位数: "11" }, "规则!B3", ["得分小数位数", "11", "0–10"]],
    [{ 不足一步: "不足一步按一步", 舍入方式: "五舍六入" }, "规则!B4", ["舍入方式", "五舍六入", "四舍五入、截去", "half up, cut off"]],
    [{ 允许误査: "0.01" }, "规则!B3", ["允许误査", "没有这项设置", "允许误差", "is no setting"]],
  ] as const)("%j in the sheet 规则", (settings, place, words) => {
    const [one = "", ...more] = unread(settings);
    expect(more).toEqual([]);
    expect(one.replaceAll("'", "").startsWith(place)).toBe(true);
    for (const word of words) expect(one).toContain(word);
  }); // prettier-ignore

  it.each([{}, { 允许误差: "0.01" }, { 得分小数位数: "10" }, { 得分小数位数: "0" }, { 舍入方式: "截去" }])(
    "%j reads, and nothing is told",
    (settings) => expect(unread(settings as Readonly<Record<string, string>>)).toEqual([]),
  );

  it("in the reviewer's own pack, by the pack's name", () => {
    const pack = cityPack("settings: { partialSteps: rounded }");
    const [one = ""] = told(reviewedBy(departmentBook([STAFF]), { pack }).findings, "setting-unreadable");
    for (const word of ["our-city", "partialSteps", "rounded", "按比例", "pro rata"]) expect(one).toContain(word);
  });
});

describe("[M4] a setting of the workbook that is overruled", () => {
  const book = departmentBook([STAFF], { settings: { 不足一步: "按比例" } });

  it("by the reviewer is no regulation, and is told in words", () => {
    const { findings } = reviewedBy(book, { settings: { partialSteps: "started" } });
    const [one = ""] = told(findings, "setting-differs");
    for (const word of ["“不足一步”", "复核人定为“不足一步按一步”", "“按比例”", "“Partial steps”", "the reviewer", "“pro rata”"])
      expect(one).toContain(word);
    expect(one).not.toMatch(/规定|partialSteps|started|proRata|official/);
  }); // prettier-ignore

  it("by the pack that the reviewer names says so", () => {
    const { findings } = reviewedBy(book, { pack: cityPack("settings: { partialSteps: started }") });
    expect(told(findings, "setting-differs")[0]).toContain("复核人指定的规则包定为“不足一步按一步”");
  });
});

describe("[M3] a rule that contradicts itself is told where it stands", () => {
  const faulty = "在职人员控制率≤100%，计5分；90%≤在职人员控制率≤110%，计3分；>110%，计0分。";
  const places = (findings: readonly Finding[]): readonly string[] =>
    told(findings, "standard-inconsistent").map((text) => text.replaceAll("'", ""));

  it("in the row's own standard at its cell", () => {
    const { findings } = reviewedBy(departmentBook([{ ...STAFF, standard: faulty }]));
    expect(places(findings)[0]).toMatch(/^自评表!E3 /);
  });

  it("in the template at the indicator's name, with the template's cell, for the row's own standard is sound", () => {
    const template = departmentBook([{ ...STAFF, standard: faulty }]);
    const { findings } = reviewedBy(departmentBook([{ ...STAFF, standard: STAFF_STANDARD }]), { template });
    expect(places(findings)[0]).toMatch(/^自评表!B3 .*（自评表!E3）/);
  });
});

describe("[M8] a template with several tables", () => {
  const steps = (lost: string) => departmentBook([{ ...STAFF, standard: STAFF_STANDARD.replace("0.5", lost) }]);
  const both = (...books: readonly ReturnType<typeof departmentBook>[]) =>
    bookOf(books.flatMap(({ sheets }) => sheets).map((sheet, i) => ({ ...sheet, name: `模板${i + 1}` })));
  const judgedBy = (template: ReturnType<typeof departmentBook>) => {
    const review = reviewedBy(departmentBook([STAFF]), { template });
    return [indicatorOf(review).rule?.source ?? "none", told(review.findings, "template-ambiguous").length];
  };

  it("takes none of two that fit equally well and differ, and names both", () => {
    expect(judgedBy(both(steps("0.5"), steps("0.2")))).toEqual(["none", 1]);
    const { findings } = reviewedBy(departmentBook([STAFF]), { template: both(steps("0.5"), steps("0.2")) });
    for (const name of ["模板1", "模板2"]) expect(told(findings, "template-ambiguous")[0]).toContain(name);
  });

  it("takes either of two copies, and the one that has more of the indicators", () => {
    expect(judgedBy(both(steps("0.5"), steps("0.5")))).toEqual(["template", 0]);
    const other = departmentBook([{ name: "目标合理性", mark: 5, standard: STAFF_STANDARD }]);
    expect(judgedBy(both(other, steps("0.2")))).toEqual(["template", 0]);
  });
});

describe("[D12] several formulas in one cell", () => {
  const two =
    "三公经费变动率=（本年度三公经费-上年度三公经费）/上年度三公经费×100%；在职人员比=在职人员数/编制数×100%。";

  it("are told, as a pack's formula would otherwise count unsaid", () => {
    const { findings } = reviewedBy(departmentBook([{ name: "人员与经费控制", mark: 5, definition: two }]));
    expect(told(findings, "definition-unreadable")[0]).toMatch(/^'?自评表'?!F3 .*三公经费变动率.*在职人员比/);
  });

  it.each([
    "在职人员控制率=（在职人员数/编制数）×100%；编制数=行政编制数+事业编制数。",
    "在职人员控制率=（在职人员数/编制数）×100%；得分=在职人员控制率×5。",
  ])("of which one is meant say nothing: %s", (definition) => {
    const { findings } = reviewedBy(departmentBook([{ ...STAFF, definition }]));
    expect(told(findings, "definition-unreadable")).toEqual([]);
  });
});
