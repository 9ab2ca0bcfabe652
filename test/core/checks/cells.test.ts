import { runChecks } from "../../../src/core/checks";
import { contextOf } from "../../support/review-builder";
import { codesOf, dataOf, findingsOf, withCheck } from "./support";

const row = (path: string, mark: number | string, score: number | string | boolean | null, more = {}) => ({
  path,
  mark,
  score,
  ...more,
});

describe("indicators", () => {
  it("[C1] one name under one parent twice is a duplicate; under two parents it is not", () => {
    const name = "管理制度健全性";
    const rows = [
      row(`过程/预算管理/${name}`, 2, 2),
      row(`过程/资产管理/${name}`, 2, 2),
      row(`过程/资产管理/${name}`, 2, 2),
    ];
    expect(codesOf({ rows: rows.slice(0, 2) })).toEqual([]);
    expect(codesOf({ rows })).toEqual([`duplicate-indicator @ ${name}`]);
    expect(dataOf({ rows }, "duplicate-indicator")).toEqual({ name, cells: ["C23", "C24"] });
  });
});

describe("[C2] a score cell", () => {
  it.each<[string, number | string | boolean | null, readonly string[]]>([
    ["blank", null, ["score-missing"]],
    ["only spaces", "  ", ["score-missing"]],
    ["words", "优秀", ["score-not-a-number"]],
    ["a dash", "/", ["score-not-a-number"]],
    ["true", true, ["score-not-a-number"]],
    ["full", 5, []],
    ["above the mark", 5.5, ["score-over-full"]],
    ["ten times too much", 50, ["score-over-full"]],
    ["negative", -5, ["score-negative", "justification-missing"]],
    ["three decimals", 4.999, ["score-precision"]],
    ["two decimals", 4.99, ["justification-missing"]],
    ["binary noise of 0.1+4.9", 5.000000000000001, ["score-over-full"]],
  ])("%s", (_what, score, codes) => {
    const spec = { rows: [row("投入/预算配置/在职人员控制率", 5, score)] };
    expect(codesOf(spec)).toEqual(codes.map((code) => `${code} @ 在职人员控制率`));
  });

  it("a dash in a row that carries no mark is no score", () => {
    expect(codesOf({ rows: [row("投入/目标/甲", 5, 5), { path: "投入/目标/说明", score: "—" }] })).toEqual([]);
  });

  it("a deduction item may be negative", () => {
    expect(codesOf({ rows: [{ path: "扣分项/违规违纪", score: -2 }] })).toEqual([]);
  });

  it("shared by several indicators is missing once, and is held against the sum of their marks", () => {
    const shared = (score: number | null) => ({
      rows: [
        row("效果/履职效益/经济效益", 5, score),
        row("效果/履职效益/社会效益", 5, score, { mergedWithAbove: ["score"] }),
      ],
    });
    expect(codesOf(shared(10))).toEqual([]);
    expect(codesOf(shared(11))).toEqual(["score-over-full @ 经济效益"]);
    expect(codesOf(shared(null))).toEqual(["score-missing @ 经济效益"]);
    expect(codesOf(shared(9))).toEqual(["justification-missing @ 经济效益"]);
  });

  it("a mark shared by several scored indicators is not that of each", () => {
    const shared = (first: number, second: number) => ({
      rows: [
        row("效果/效益/经济效益", 10, first),
        row("效果/效益/社会效益", 10, second, { mergedWithAbove: ["mark"] }),
      ],
    });
    expect(codesOf(shared(5, 5))).toEqual([]);
    expect(codesOf(shared(6, 5))).toEqual(["score-over-full @ 经济效益"]);
    expect(dataOf(shared(4, 5), "justification-missing")).toMatchObject({ deducted: "1" });
  });

  it("the funding block's score and a reviewer's score are held to the same", () => {
    const funding = { total: { label: "年度资金总额", budget: 90, executed: 90, fullMark: 10, score: 11 }, parts: [] };
    expect(codesOf({ rows: [row("产出/数量指标/项目", 90, 90)], funding })).toEqual(["score-over-full @ 年度资金总额"]);
    expect(codesOf({ rows: [row("产出/数量指标/项目", 10, 10, { review: 12 })] })).toEqual(["score-over-full @ 项目"]);
  });

  it("a table in which nothing is scored is one group", () => {
    const findings = findingsOf({ rows: [row("投入/目标/甲", 5, null), row("投入/目标/乙", 5, null)] });
    expect(new Set(findings.map((finding) => finding.group)).size).toBe(1);
    expect(findings).toHaveLength(2);
  });
});

describe("[C3] contents that a sum skips or that break it", () => {
  it.each<[string, object, readonly string[]]>([
    ["a score typed as text", { score: "5" }, ["number-as-text @ 甲"]],
    ["a score with its unit", { score: "5分" }, ["number-as-text @ 甲"]],
    ["a mark typed as text", { mark: "5分", score: 5 }, ["number-as-text @ 甲"]],
    ["a bare numeral as target", { score: 5, target: "50", actual: 50 }, ["number-as-text @ 甲"]],
    ["a target with operator and unit", { score: 5, target: "≥50个", actual: 50 }, []],
    ["a percentage as target", { score: 5, target: "95%", actual: 0.95 }, []],
  ])("%s", (_what, cells, codes) => {
    expect(codesOf({ rows: [{ path: "产出/数量指标/甲", mark: 5, score: 5, ...cells }] })).toEqual(codes);
  });

  it("names the text as typed, the number and the column", () => {
    expect(dataOf({ rows: [row("产出/数量指标/甲", 5, "5分")] }, "number-as-text")).toEqual({
      text: "5分",
      number: "5",
      column: "自评分",
      fromFormula: false,
    });
  });

  it("an error cell within the table is an error with its indicator; one outside is not ours", () => {
    const at = (rowIndex: number) => [
      { row: rowIndex, column: 1, value: { error: "#DIV/0!" as const }, formula: "=A1/B1" },
    ];
    const rows = [row("投入/目标/甲", 5, 5)];
    expect(codesOf({ rows, cells: at(21) })).toEqual(["error-value @ 甲"]);
    expect(codesOf({ rows, cells: at(60) })).toEqual([]);
  });
});

describe("the list of checks", () => {
  it("[T1] a check that throws is reported by name and the rest proceed", () => {
    const context = contextOf({ rows: [row("投入/目标/甲", 5, 6)] });
    const broken = withCheck("broken-check", () => {
      throw new Error("no such row");
    });
    const findings = runChecks(context, broken);
    expect(findings.map((finding) => finding.code)).toEqual(["score-over-full", "rule-crashed"]);
    expect(findings[1]?.data).toEqual({ where: "broken-check", message: "no such row" });
  });

  it("[F5] findings come in reading order, errors first within a row", () => {
    const findings = findingsOf({
      rows: [row("投入/目标/甲", 5, "6.123"), row("投入/目标/乙", 5, null), row("投入/目标/丙", 5, -1)],
    });
    expect(findings.map((finding) => finding.code)).toEqual([
      "score-over-full",
      "number-as-text",
      "score-precision",
      "score-missing",
      "score-negative",
      "justification-missing",
    ]);
  });
});
