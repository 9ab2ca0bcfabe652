import fc from "fast-check";
import { gradeOf } from "../../../src/core/rules/grade";
import { compareRatio, compareSum } from "../../../src/core/checks/figures";
import { decimalPlaces, exactFromText, ratio, ZERO } from "../../../src/core/model/exact";
import type { TableSpec } from "../../support/review-builder";
import { codesOf, dataOf } from "./support";

const figure = (text: string, printed?: number) => {
  const number = exactFromText(text) ?? ZERO;
  return { number, decimals: printed ?? decimalPlaces(number) };
};
const TOLERANCE = ratio(1n, 200n);

describe("[C4] level marks", () => {
  const rows = [
    { path: "投入/目标设定/绩效目标合理性", mark: 2, score: 2 },
    { path: "投入/目标设定/绩效指标明确性", mark: 3, score: 3 },
    { path: "投入/预算配置/在职人员控制率", mark: 5, score: 5 },
  ];
  it.each<[string, Record<string, number>, readonly string[]]>([
    ["all levels agree", { 投入: 10, "投入/目标设定": 5, "投入/预算配置": 5 }, []],
    ["the lower level is wrong", { 投入: 10, "投入/目标设定": 6, "投入/预算配置": 5 }, ["目标设定"]],
    ["the upper level is wrong", { 投入: 20, "投入/目标设定": 5, "投入/预算配置": 5 }, ["投入"]],
    ["digits transposed", { 投入: 1, "投入/目标设定": 5, "投入/预算配置": 5 }, ["投入"]],
    ["only the first level states a mark", { 投入: 12 }, ["投入"]],
  ])("%s", (_what, levels, wrong) => {
    expect(codesOf({ rows, levels })).toEqual(wrong.map((name) => `level-mark-mismatch @ ${name}`));
  });

  it("a level with an unmarked indicator is judged by nobody, its parent by the marks stated below", () => {
    const open: TableSpec["rows"] = [
      { path: "部门绩效情况/履职成效/部门特性指标" },
      { path: "部门绩效情况/满意度/协作部门满意度", mark: 10 },
    ];
    const levels = (top: number) => ({ 部门绩效情况: top, "部门绩效情况/履职成效": 20, "部门绩效情况/满意度": 10 });
    expect(codesOf({ rows: open, levels: levels(30) })).toEqual([]);
    expect(codesOf({ rows: open, levels: levels(45) })).toEqual(["level-mark-mismatch @ 部门绩效情况"]);
  });

  it("rows cut off in print: the stated 58 against the 16 that are listed", () => {
    const cut = [
      { path: "过程/预算执行/预算完成率", mark: 8, score: 8 },
      { path: "过程/预算执行/预算控制率", mark: 8, score: 8 },
    ];
    expect(dataOf({ rows: cut, levels: { 过程: 58, "过程/预算执行": 16 } }, "level-mark-mismatch")).toEqual({
      name: "过程",
      stated: "58",
      sum: "16",
    });
  });
});

describe("[C5] the total of full marks, with and without the funding block's mark", () => {
  const funding = { total: { label: "年度资金总额", budget: 5, executed: 5, fullMark: 10, score: 10 }, parts: [] };
  const table = (marks: number, total?: number): TableSpec => ({
    rows: [
      { path: "产出/数量指标/甲", mark: marks - 40, score: marks - 40 },
      { path: "效益/社会效益/乙", mark: 40, score: 40 },
    ],
    ...(total === undefined ? {} : { totals: [{ label: "合计", mark: total }] }),
  });
  it.each<[string, TableSpec, readonly string[]]>([
    ["rows 100, total 100", table(100, 100), []],
    ["rows 98, total 100", table(98, 100), ["full-mark-total"]],
    ["rows 98, no total stated", table(98), []],
    ["rows 90 and funding 10, total 100", { ...table(90, 100), funding }, []],
    ["rows 90 and funding 10, total 90 over the rows", { ...table(90, 90), funding }, []],
    ["rows 90 and funding 10, no total", { ...table(90), funding }, []],
    ["rows 100 and funding 10: 110 in all", { ...table(100, 100), funding }, ["budget-mark-outside-total"]],
    ["rows 100 and funding 10, no total", { ...table(100), funding }, ["budget-mark-outside-total"]],
    ["rows 80 and funding 10, total 100", { ...table(80, 100), funding }, ["full-mark-total"]],
  ])("%s", (_what, spec, codes) => {
    expect(codesOf(spec)).toEqual(codes.map((code) => `${code} @ `));
  });
});

describe("[C6] stated totals and sub-totals", () => {
  const table = (
    scores: readonly (number | null | string)[],
    total: number,
    more: Partial<TableSpec> = {},
  ): TableSpec => ({
    rows: scores.map((score, index) => ({ path: `产出/数量/指标${"甲乙丙丁"[index] ?? index}`, score })),
    totals: [{ label: "总分", score: total }],
    ...more,
  });
  it.each<[string, TableSpec, readonly string[]]>([
    ["right", table([10, 20, 63], 93), []],
    ["off by one", table([10, 20, 63], 94), ["total-mismatch"]],
    ["digits transposed", table([10, 20, 63], 39), ["total-mismatch"]],
    ["off by a half mark", table([10.5, 20, 63], 94), ["explained-by-rounding"]],
    ["off by a half mark among half marks", table([10.5, 20.5, 62], 93.5), ["total-mismatch"]],
    ["rounded to a whole", table([10.33, 20.29, 62], 93), ["explained-by-rounding"]],
    ["rounded too far", table([10.33, 20.29, 62], 94), ["total-mismatch"]],
    ["thirds printed with two decimals", table([8.33, 8.33, 8.33], 25), ["explained-by-rounding"]],
    ["a total of zero over scored rows", table([50, 40], 0), ["total-mismatch"]],
    ["a blank score adds nothing", table([10, null, 63], 73), ["score-missing"]],
    ["a blank score that the total counted", table([10, null, 63], 93), ["score-missing", "total-mismatch"]],
    ["a total without any score", table([null, null], 93), ["score-missing", "score-missing"]],
    ["text that SUM skipped", table([10, "20", 63], 73), ["number-as-text", "total-mismatch"]],
  ])("%s", (_what, spec, codes) => {
    expect(codesOf(spec).map((code) => code.split(" @ ")[0])).toEqual(codes);
  });

  it("a total may take the funding block's score in or leave it out", () => {
    const funding = { total: { label: "年度资金总额", budget: 5, executed: 5, fullMark: 10, score: 10 }, parts: [] };
    expect(codesOf(table([50, 40], 90, { funding }))).toEqual([]);
    expect(codesOf(table([50, 40], 100, { funding }))).toEqual([]);
    expect(dataOf(table([50, 40], 99, { funding }), "total-mismatch")).toEqual({ stated: "99", sum: "100" });
  });

  it("a sub-total is that of its own level", () => {
    const rows = [
      { path: "投入/目标/甲", score: 5 },
      { path: "投入/配置/乙", score: 4 },
      { path: "过程/执行/丙", score: 3 },
    ];
    expect(codesOf({ rows, subtotals: { 投入: 9, 过程: 3 } })).toEqual([]);
    expect(codesOf({ rows, subtotals: { 投入: 12, 过程: 3 } })).toEqual(["subtotal-mismatch @ 投入"]);
  });

  it("every one-unit change of a total over whole scores is an error", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.constantFrom(-10, -1, 1, 10, 100), (marks, slip) => {
        const sum = marks.reduce((a, b) => a + b, 0);
        const parts = marks.map((mark) => figure(String(mark)));
        expect(compareSum(figure(String(sum)), parts, TOLERANCE)).toBe("equal");
        expect(compareSum(figure(String(sum + slip)), parts, TOLERANCE)).toBe("different");
      }),
    );
  });

  it("hidden digits count for what they may be: 8.33 shown as 8, three times, is 24 or 25", () => {
    const parts = ["8.33", "8.33", "8.34"].map((text) => figure(text, 0));
    expect(compareSum(figure("24"), parts, TOLERANCE)).toBe("rounding");
    expect(compareSum(figure("25"), parts, TOLERANCE)).toBe("equal");
    expect(compareSum(figure("28"), parts, TOLERANCE)).toBe("different");
  });
});

describe("[C8] a stated rate against its figures", () => {
  it.each([
    ["0.8961", "69", "77", "equal"],
    ["0.896103896103896", "69", "77", "equal"],
    ["0.90", "69", "77", "rounding"],
    ["0.86", "69", "77", "different"],
    ["0.8691", "69", "77", "different"],
    ["0.951", "136", "143", "equal"],
    ["0.95", "136", "143", "rounding"],
    ["1", "89.974", "89.974", "equal"],
    ["0.9997", "89.974", "90", "equal"],
    ["0.999", "7.28", "7.29", "rounding"],
    ["0.98", "7.29", "7.29", "different"],
  ])("%s for %s / %s is %s", (stated, part, base, expected) => {
    expect(compareRatio(figure(stated, stated === "0.90" ? 2 : undefined), figure(part), figure(base))).toBe(expected);
  });
});

describe("[C12] grades", () => {
  it.each([
    ["100", "优"],
    ["90", "优"],
    ["89.99", "良"],
    ["89.5", "良"],
    ["80", "良"],
    ["79.999999", "中"],
    ["60", "中"],
    ["59.99", "差"],
    ["0", "差"],
  ])("%s is %s", (total, grade) => expect(gradeOf(exactFromText(total) ?? ZERO)).toBe(grade));

  const table = (text: string, right?: string): TableSpec => ({
    rows: [{ path: "产出/数量/甲", mark: 100, score: 89, reason: "验收推迟到次年一月" }],
    totals: [{ label: "总分", mark: 100, score: 89 }],
    cells: [
      { row: 24, column: 0, value: text },
      ...(right === undefined ? [] : [{ row: 24, column: 1, value: right }]),
    ],
  });
  it.each<[string, string | undefined, string | null]>([
    ["评价等级：优", undefined, "优"],
    ["自评等级为“良”", undefined, null],
    ["评价等级", "优秀", "优秀"],
    ["评价等级", "良好", null],
    ["等级：优☑ 良□ 中□ 差□", undefined, "优"],
    ["等级：□优 ☑良 □中 □差", undefined, null],
    ["等级：优（90-100）、良（80-90）、中（60-80）、差（0-60）", undefined, null],
    ["质量优良", undefined, null],
  ])("89 marks and %s %s", (text, right, stated) => {
    const found = codesOf(table(text, right), "grade-mismatch").length;
    expect(found).toBe(stated === null ? 0 : 1);
    if (stated) expect(dataOf(table(text, right), "grade-mismatch")).toEqual({ stated, expected: "良", score: "89" });
  });
});
