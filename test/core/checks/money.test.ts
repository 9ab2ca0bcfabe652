import { runChecks } from "../../../src/core/checks";
import { readTables } from "../../../src/core/table/read-tables";
import type { GridRow } from "../../support/grid";
import { bookOf, sheetOf } from "../../support/grid";
import type { FundingSpec, TableSpec } from "../../support/review-builder";
import { contextOf } from "../../support/review-builder";
import { codesOf, dataOf, findingsOf } from "./support";

const LABEL = "年度资金总额";

const funding = (total: Partial<FundingSpec>, parts: readonly FundingSpec[] = [], more = {}): TableSpec => ({
  rows: [{ path: "产出指标/数量指标/项目数", mark: 90, score: 90 }],
  funding: { total: { label: LABEL, ...total }, parts, ...more },
});

const part = (label: string, initialBudget: number, budget: number, executed: number): FundingSpec => ({
  label,
  initialBudget,
  budget,
  executed,
});

describe("[C7] the funding block", () => {
  it("a total row of zeros over its part of 90 / 89.974 / 89.974 is wrong in three columns", () => {
    const spec = funding({ initialBudget: 0, budget: 0, executed: 0, rate: 0, fullMark: 10, score: 0 }, [
      part("其中：本年财政拨款", 90, 89.974, 89.974),
    ]);
    const findings = findingsOf(spec).filter((one) => one.code === "funding-total-mismatch");
    expect(findings.map((one) => one.data)).toEqual([
      { column: "年初预算数", stated: "0", sum: "90" },
      { column: "全年预算数", stated: "0", sum: "89.974" },
      { column: "全年执行数", stated: "0", sum: "89.974" },
    ]);
    expect(new Set(findings.map((one) => one.group)).size).toBe(1);
  });

  it.each<[string, Partial<FundingSpec>, readonly FundingSpec[], readonly string[]]>([
    [
      "one part makes the total",
      { initialBudget: 7.29, budget: 7.29, executed: 7.29 },
      [part("其中：当年财政拨款", 7.29, 7.29, 7.29)],
      [],
    ],
    ["no part is filled", { initialBudget: 7.29, budget: 7.29, executed: 7.29 }, [{ label: "其他资金" }], []],
    [
      "two parts make the total",
      { initialBudget: 100, budget: 110, executed: 105 },
      [part("其中：当年财政拨款", 80, 90, 85), part("其他资金", 20, 20, 20)],
      [],
    ],
    [
      "a digit slips in one part",
      { initialBudget: 100, budget: 110, executed: 105 },
      [part("其中：当年财政拨款", 80, 90, 58), part("其他资金", 20, 20, 20)],
      ["funding-total-mismatch"],
    ],
    [
      "a part ten thousand times too large",
      { initialBudget: 100, budget: 100, executed: 100 },
      [part("其中：当年财政拨款", 1000000, 100, 100)],
      ["funding-total-mismatch"],
    ],
    [
      "a second 其中 only breaks down the row above it",
      { initialBudget: 100, budget: 100, executed: 100 },
      [
        part("其中：财政拨款", 80, 80, 80),
        part("其中：省级", 50, 50, 50),
        part("市级", 30, 30, 30),
        part("其他资金", 20, 20, 20),
      ],
      [],
    ],
    [
      "parts rounded to 0.01",
      { initialBudget: 100, budget: 100, executed: 100 },
      [part("其中：甲", 33.33, 100, 100), part("乙", 33.33, 0, 0), part("丙", 33.33, 0, 0)],
      ["explained-by-rounding"],
    ],
  ])("%s", (_what, total, parts, codes) => {
    expect(codesOf(funding(total, parts)).map((code) => code.split(" @ ")[0])).toEqual(codes);
  });

  it("executed above the year's budget is a warning, above the initial one is none", () => {
    expect(codesOf(funding({ initialBudget: 90, budget: 100, executed: 95 }))).toEqual([]);
    expect(codesOf(funding({ initialBudget: 90, budget: 100, executed: 102.59 }))).toEqual([
      `execution-over-budget @ ${LABEL}`,
    ]);
  });
});

describe("[C8] rates that stand beside their figures", () => {
  it.each<[string, Partial<FundingSpec>, readonly string[]]>([
    ["a fraction", { budget: 200, executed: 190, rate: 0.95 }, []],
    ["text in percent", { budget: 200, executed: 190, rate: "95%" }, []],
    ["rounded to whole percent", { budget: 90, executed: 86, rate: "96%" }, ["explained-by-rounding"]],
    ["digits transposed", { budget: 200, executed: 190, rate: 0.59 }, ["rate-mismatch"]],
    ["a hundred times too large", { budget: 200, executed: 190, rate: 95 }, ["percent-scale"]],
    ["negative", { budget: 200, executed: 190, rate: -0.95 }, ["rate-mismatch"]],
    ["a zero base gives no rate", { budget: 0, executed: 0, rate: 0 }, []],
    [
      "the initial budget never stands for the year's (SPEC R19)",
      { initialBudget: 200, executed: 190, rate: 0.95 },
      ["input-missing"],
    ],
    [
      "the initial budget though there is another",
      { initialBudget: 200, budget: 250, executed: 240, rate: 1.2 },
      ["rate-mismatch"],
    ],
  ])("%s", (_what, total, codes) => {
    expect(codesOf(funding(total))).toEqual(codes.map((code) => `${code} @ ${LABEL}`));
  });

  it("a column headed 执行率（%） holds percent", () => {
    const headed = (rate: number) =>
      funding({ budget: 200, executed: 190, rate }, [], { headers: { rate: "执行率（%）" } });
    expect(codesOf(headed(95))).toEqual([]);
    expect(codesOf(headed(59))).toEqual([`rate-mismatch @ ${LABEL}`]);
  });

  it.each<[string, object, readonly string[]]>([
    ["actual over target", { target: 50, actual: 45, rate: 0.9 }, []],
    ["wrong", { target: 50, actual: 45, rate: 0.95 }, ["rate-mismatch"]],
    ["in percent points", { target: 50, actual: 45, rate: 90 }, ["percent-scale"]],
    ["target over actual where less is better", { target: "≤50万元", actual: "40万元", rate: 1.25 }, []],
    ["other units are left alone", { target: "50万元", actual: "450000元", rate: 0.9 }, []],
  ])("完成率: %s", (_what, cells, codes) => {
    const rows = [{ path: "产出指标/其他/甲", reason: "年中调减任务，已报批", ...cells }];
    expect(codesOf({ rows })).toEqual(codes.map((code) => `${code} @ 甲`));
  });
});

describe("[C13] base data", () => {
  const HEADER = ["经费控制情况", "2017年决算数", "2018年预算数", "2018年决算数"] as const;
  const THREE: readonly GridRow[] = [
    ["三公经费", 29.08, 63.46, 44.29],
    ["1、公务用车购置和维护经费", 11.86, 41.46, 39.3],
    ["其中:公车购置", null, 29.46, 29.46],
    ["公车运行维护", 11.86, 12, 9.84],
    ["2、出国经费"],
    ["3、公务接待", 17.22, 22, 4.99],
    ["项目支出:1、业务工作专项", 938.8, 320, 689.16],
    ["2、运行维护专项"],
    ["公用经费 其中:办公经费", 14.44, 10, 0.68],
  ];
  const base = (rows: readonly GridRow[]) => {
    const data = sheetOf("基础数据表", [["部门整体支出绩效评价基础数据表"], HEADER, ...rows]);
    const context = contextOf({ rows: [{ path: "投入/目标/甲", mark: 5, score: 5 }] });
    const book = bookOf([...context.book.sheets, data]);
    return runChecks({ ...context, book, baseData: readTables(bookOf([data])).baseData });
  };

  it("the real table's parts stay within their wholes", () => expect(base(THREE)).toEqual([]));

  it.each<[string, number, GridRow, readonly [string, string]]>([
    ["a slip in 3、公务接待, alone above the whole,", 5, ["3、公务接待", 17.22, 220, 4.99], ["input-impossible", "公务接待"]],
    ["63.46 in 3、公务接待, with the others above the whole,", 5, ["3、公务接待", 17.22, 63.46, 4.99], ["parts-exceed-whole", "三公经费"]],
    ["63.47 in 3、公务接待", 5, ["3、公务接待", 17.22, 63.47, 4.99], ["input-impossible", "公务接待"]],
    ["a slip in 公车运行维护", 3, ["公车运行维护", 11.86, 120, 9.84], ["input-impossible", "公车运行维护"]],
    ["a negative amount", 5, ["3、公务接待", 17.22, -22, 4.99], ["input-impossible", "公务接待"]],
  ])("%s is told once", (_what, index, wrong, expected) => {
    const rows = THREE.map((row, at) => (at === index ? wrong : row));
    expect(base(rows).map((one) => [one.code, one.path.at(-1)])).toEqual([expected]);
  }); // prettier-ignore

  it.each<[string, number, readonly string[]]>([
    ["as rounded", 0.951, []],
    ["more coarsely rounded", 0.95, []],
    ["with its digits transposed", 0.915, ["rate-mismatch"]],
    ["a hundred times too large", 95.1, ["percent-scale"]],
    ["with the wrong sign", -0.951, ["rate-mismatch"]],
  ])("[C14] 136 of 143 posts filled, the rate %s", (_what, rate, codes) => {
    const data = sheetOf("基础数据表", [
      ["部门整体支出绩效评价基础数据表"],
      ["财政供养人员情况", "编制数", "2018年实际在职人数", "控制率"],
      ["", 143, 136, rate],
      HEADER,
      ...THREE,
    ]);
    const context = contextOf({ rows: [{ path: "投入/目标/甲", mark: 5, score: 5 }] });
    const { baseData } = readTables(bookOf([data]));
    expect(runChecks({ ...context, book: bookOf([data]), baseData }).map((one) => one.code)).toEqual(codes);
  });

  it("[C3] an error cell among them is an error", () => {
    const rows = THREE.map((row, at): GridRow => (at === 0 ? ["三公经费", { error: "#REF!" }, 63.46, 44.29] : row));
    expect(base(rows).map((one) => one.code)).toEqual(["error-value"]);
  });
});

describe("[J6] the funding block's reason", () => {
  const scored = (budget: number, executed: number, score: number, reason?: string) =>
    funding({ budget, executed, fullMark: 10, score, ...(reason === undefined ? {} : { reason }) });
  it.each<[string, TableSpec, readonly string[]]>([
    ["full execution", scored(100, 100, 10), []],
    ["marks lost by the rate alone", scored(100, 98.5, 9.85), []],
    ["rounded to one decimal", scored(100, 98.52, 9.9), []],
    ["a rate below 90 %", scored(100, 70, 7), ["justification-missing"]],
    ["a rate below 90 %, with a reason", scored(100, 70, 7, "上级资金12月下达"), []],
    ["a rate below 90 %, with a placeholder", scored(100, 70, 7, "无"), ["justification-placeholder"]],
    [
      "marks lost by a stated rate beside no figures",
      funding({ rate: "95%", fullMark: 10, score: 9.5 }),
      ["input-missing"],
    ],
    [
      "more lost than a stated rate takes",
      funding({ rate: "95%", fullMark: 10, score: 8 }),
      ["justification-missing", "input-missing"],
    ],
    ["more lost than the rate takes", scored(100, 100, 8), ["justification-missing"]],
  ])("%s", (_what, spec, codes) => {
    expect(codesOf(spec)).toEqual(codes.map((code) => `${code} @ ${LABEL}`));
  });

  it("names the cause", () => {
    expect(dataOf(scored(100, 70, 7), "justification-missing")).toEqual({
      name: LABEL,
      deducted: "3",
      noColumn: true,
      cause: "execution",
    });
  });
});
