import type { ReviewJson } from "../../src/app/output/json";
import { buildWorkbook } from "../support/build-workbook";
import { INPUTS_2018, REFERENCE, REFERENCE_INPUTS, run, TABLE_2018 } from "./memory-terminal";

const checkJson = async (...args: string[]): Promise<ReviewJson> => {
  const { out } = await run(["check", ...args, "--format", "json"]);
  return JSON.parse(out) as ReviewJson;
};

describe("check on the reference table with 在职人员数 69 and 编制数 77", () => {
  let report: ReviewJson;
  beforeAll(async () => (report = await checkJson(REFERENCE, "--inputs", REFERENCE_INPUTS)));

  it("[K1] the seven unexplained deductions are its only errors, and the exit status says so", async () => {
    expect(report.summary.errors).toBe(7);
    const errors = report.findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, cell }) => [code, cell])).toEqual(
      ["D23", "D24", "D25", "D26", "D27", "D28", "D29"].map((cell) => ["justification-missing", cell]),
    );
    expect((await run(["check", REFERENCE])).status).toBe(1);
  });

  it("the table is told as DESIGN.md fixes it", () => {
    const [table] = report.tables;
    expect(table).toMatchObject({
      sheet: "自评指标计分表",
      range: "A2:F31",
      kind: "department",
      unit: null,
      year: 2021,
      columns: { level1: "A", level2: "B", level3: "C", fullMark: ["C"], score: "D", standard: null, reason: null },
      coverage: { marks: 100, judged: 0, notJudged: 100, notVerifiable: 0 },
      totals: {
        fullMark: 100, score: 93, statedFullMark: null, statedScore: 93, recomputed: null, capped: null,
        grade: { value: "优", basis: "self" },
      },
    }); // prettier-ignore
    expect(table?.indicators).toHaveLength(28);
    expect(table?.levels.find(({ path }) => path.join() === "投入")).toMatchObject({
      statedMark: 20,
      markSum: 20,
      scoreSum: 20,
    });
  });

  it("the one rate whose inputs are known is computed, the other fifteen name what they lack", () => {
    const rates = report.tables[0]?.indicators.map(({ path, rate }) => ({ name: path.at(-1), ...rate })) ?? [];
    expect(rates.find(({ name }) => name === "在职人员控制率")).toEqual({
      name: "在职人员控制率", status: "computed", value: 0.896103896104, exact: "69/77", missing: [],
    }); // prettier-ignore
    expect(rates.filter(({ status }) => status === "notVerifiable")).toHaveLength(15);
    expect(rates.find(({ name }) => name === "实际完成率")?.missing).toEqual(["实际完成工作数", "计划工作数"]);
  });

  it("every finding has a fingerprint of its own", () => {
    const prints = report.findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe("check on the 2018 table", () => {
  it("with its inputs and a pack the scores are 8, 0, 8, 0", async () => {
    const report = await checkJson(TABLE_2018, "--inputs", INPUTS_2018, "--pack", "department-hunan");
    expect(report.tables[0]?.indicators.map(({ recomputed }) => recomputed.score)).toEqual([8, 0, 8, 0]);
    expect(report.tables[0]?.indicators.map(({ rate }) => rate.exact)).toEqual([
      "136/143", "1573/1600", "134531/135521", "38393/96138",
    ]); // prettier-ignore
    expect(report.pack).toEqual({
      id: "department-hunan",
      version: "1.1.0",
      replacedBy: ["hunan-province", "hunan-yueyang"],
    });
  });

  it("without a pack the first score stands, and the other three name what they lack", async () => {
    const report = await checkJson(TABLE_2018);
    const recomputed = report.tables[0]?.indicators.map(({ recomputed: { status, score, missing } }) => ({
      status,
      score,
      missing,
    }));
    expect(recomputed?.[0]).toEqual({ status: "computed", score: 8, missing: [] });
    expect(recomputed?.slice(1).map(({ status }) => status)).toEqual(Array(3).fill("notVerifiable"));
    expect(recomputed?.slice(1).every(({ missing }) => missing.length > 0)).toBe(true);
  });
});

describe("what check prints for people", () => {
  it("[Q9] an input that nothing uses is said, and a quantity shared by two rates too", async () => {
    const files = new Map([["in.yaml", new TextEncoder().encode("在职人数总和: 69\n")]]);
    const { out } = await run(["check", REFERENCE, "--inputs", "in.yaml"], files);
    expect(out).toContain("输入的“在职人数总和”没有任何公式或标准用到");
    expect(out).toContain("“预算数”在预算执行率、预算调整率中按同一数据处理");
  });

  it("[V4] a red line that nobody answered is said under the total that it may cap", async () => {
    const { out } = await run([
      "check",
      "test/workbooks/project-2020-unexplained-deductions.xlsx",
      "--pack",
      "project-platform",
    ]);
    expect(out).toContain(
      "未回答，未据此封顶：是否存在截留、挤占、挪用、虚列支出等违规情形（存在截留、挤占、挪用、虚列支出等违规情形的，总分最高59分）",
    );
  });

  it.each([
    ["nothing typed, nothing lacking", [null, null], "待办：未评分 2 项"],
    ["one score wanting a reason", [8, 10], "待办：缺原因 1 项 2 分"],
    ["both", [8, null], "待办：未评分 1 项 · 缺原因 1 项 2 分"],
    ["nothing", [10, 10], undefined],
  ])("[K12] of what is missing only the kinds of which there are any are told: %s", async (_, scores, line) => {
    const [first, second] = scores;
    const rows = [
      ["2023年度项目支出绩效自评表"],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "评分标准", "得分", "扣分原因"],
      ["产出", "数量", "走访率", "100%", "100%", 10, "走访率×分值", first ?? null, ""],
      ["产出", "质量", "入档率", "100%", "100%", 10, "入档率×分值", second ?? null, ""],
    ];
    const files = new Map([["b.xlsx", buildWorkbook({ sheets: [{ name: "自评表", rows }] })]]);
    const { out } = await run(["check", "b.xlsx"], files);
    expect(
      out
        .split("\n")
        .find((text) => text.includes("待办："))
        ?.trim(),
    ).toBe(line);
    if (first === null) expect(out).toContain("（未评分 20 分）");
  });

  it("[Z5] what stands beside the tables is told once", async () => {
    const book = buildWorkbook({
      sheets: [
        {
          name: "计分表",
          rows: [
            ["三级指标", "分值", "得分"],
            ["甲", 60, 60],
            ["乙", 40, 40],
            ["合计", 100, 100],
          ],
        },
        {
          name: "通讯录",
          rows: [
            ["姓名", "电话"],
            ["张三", 5],
          ],
        },
      ],
    });
    const { out } = await run(["check", "t.xlsx"], new Map([["t.xlsx", book]]));
    const lines = out.split("\n").filter((line) => line.trim() !== "");
    expect(lines.filter((line) => line.includes("通讯录"))).toHaveLength(1);
  });

  it("[K3] coverage comes first, and nothing is called passed", async () => {
    const { out } = await run(["check", REFERENCE, "--inputs", REFERENCE_INPUTS]);
    expect(out).toMatch(/已复算 0 \/ 100 分/);
    expect(out).not.toMatch(/通过|合格/);
    expect(out).toContain("本表无扣分原因栏: 7 项 7 分");
    expect(out).toContain("D5 在职人员控制率 = 69/77 = 89.61%");
    expect(out.indexOf("已复算")).toBeLessThan(out.indexOf("自评 93"));
  });

  it("speaks English on request, and SARIF to tools", async () => {
    const { out } = await run(["check", REFERENCE, "--lang", "en"]);
    expect(out).toContain("Recalculated 0 of 100 marks");
    const sarif = JSON.parse((await run(["check", REFERENCE, "--format", "sarif"])).out) as {
      version: string;
      runs: { results: unknown[] }[];
    };
    expect(sarif.version).toBe("2.1.0");
    expect(sarif.runs[0]?.results.length).toBeGreaterThan(7);
  });
});
