import type { AuditJson } from "../../src/app/output/audit-json";
import { buildWorkbook, type WorkbookData } from "../support/build-workbook";
import { REFERENCE, run } from "./memory-terminal";

type Rows = NonNullable<WorkbookData["sheets"][number]["rows"]>;

/** A scoring table of three indicators, and an annex that it does not read. */
const book = (annex: Rows, total: Rows[number][number] = { formula: "SUM(C2:C4)", value: 26 }): Uint8Array =>
  buildWorkbook({
    sheets: [
      {
        name: "自评表",
        rows: [
          ["三级指标", "分值", "自评得分", "扣分原因"],
          ["在职人员控制率", 10, 9, "年中新增人员两名"],
          ["预算执行率", 10, 8, "项目跨年实施，余款次年支付"],
          ["制度健全性", 10, 9, "两项制度尚未修订"],
          ["合计", 30, total, null],
        ],
      },
      { name: "附表", rows: annex },
    ],
  });

async function audited(bytes: Uint8Array, ...args: string[]): Promise<AuditJson & { readonly status: number }> {
  const { out, status } = await run(["audit", "甲.xlsx", "--format", "json", ...args], new Map([["甲.xlsx", bytes]]));
  return { ...(JSON.parse(out) as AuditJson), status };
}

const ANNEX: Rows = [
  [69, { formula: "A1*2", value: 140 }],
  [77, { formula: "B1+A2", value: 217 }],
  [null, { formula: "SUM(B1:B2)", value: 357 }],
];

describe("audit", () => {
  it("[G9] recalculates every formula of every sheet, and tells a stale cell with what follows from it", async () => {
    const report = await audited(book(ANNEX));
    expect(report.formulas.map(({ sheet, cell, verdict }) => `${sheet} ${cell} ${verdict}`)).toEqual([
      "自评表 C5 agrees",
      "附表 B1 stale",
      "附表 B2 follows",
      "附表 B3 follows",
    ]);
    expect(report.formulas[1]).toMatchObject({
      formula: "=A1*2",
      stored: 140,
      isolated: 138,
      recalculated: 138,
      precedents: ["A1"],
      consequences: ["B2", "B3"],
    });
    expect(report.formulas[3]).toMatchObject({ stored: 357, isolated: 357, recalculated: 353 });
    expect(report.findings.map(({ code, sheet, cell }) => `${code} ${sheet} ${cell}`)).toEqual(["stale-value 附表 B1"]);
    expect(report.status).toBe(1);
  });

  it("[G8] sets typed, recalculated and the rule's value side by side", async () => {
    const report = await audited(book([], { formula: "SUM(C2:C3)+9", value: 26 }));
    expect(report.cells.find(({ kind }) => kind === "total")).toMatchObject({
      cell: "C5",
      formula: "=SUM(C2:C3)+9",
      stated: 26,
      recalculated: 26,
      rule: 26,
      verdict: "wrongFormula",
    });
    expect(report.findings.map(({ code }) => code).sort()).toEqual(["hard-coded-constant", "range-too-short"]);
  });

  it.each<readonly [string, Rows, readonly string[]]>([
    ["a reference to a sheet that is gone", [[{ formula: "决算!A1", value: 5 }]], ["broken-reference A1"]],
    ["a link to another workbook", [[{ formula: "[1]决算!A1", value: 5 }]], ["external-link A1", "not-recalculated A1"]], // prettier-ignore
    ["two cells of each other", [[{ formula: "B1", value: 0 }, { formula: "A1", value: 0 }]], ["circular-reference A1"]], // prettier-ignore
    ["text in a sum", [["12分", null], [8, null], [{ formula: "SUM(A1:A2)", value: 8 }, null]], ["text-skipped-by-sum A3"]], // prettier-ignore
    ["a cell in two ranges of one sum", [[1, 2, { formula: "SUM(A1:B1,B1)", value: 5 }]], ["double-counted C1"]],
    ["what changes with each calculation", [[{ formula: "TODAY()", value: 45000 }]], ["not-recalculated A1"]],
    ["nothing", [[1, { formula: "A1+1", value: 2 }]], []],
  ])("[G2-5] an annex with %s", async (_, annex, codes) => {
    const { findings } = await audited(book(annex));
    expect(findings.map(({ code, cell }) => `${code} ${cell}`).sort()).toEqual([...codes].sort());
  });

  it("[G5] says in the language asked for why a formula was not recalculated", async () => {
    const annex: Rows = [[{ formula: "OFFSET(B1,0,0)", value: 45000 }]];
    expect((await audited(book(annex))).formulas[1]?.reason).toBe("OFFSET 每次重算结果都可能不同，不作重算");
    expect((await audited(book(annex), "--lang", "en")).formulas[1]?.reason).toBe("volatile: OFFSET");
  });

  it("[K1] a workbook without formulas has nothing wrong with them", async () => {
    const { status, out } = await run(["audit", REFERENCE]);
    expect(status).toBe(0);
    expect(out).toContain("公式 0 个");
  });

  it("prints SARIF with the cell and the path as logical locations", async () => {
    const files = new Map([["甲.xlsx", book([], { formula: "SUM(C2:C5)", value: 0 })]]);
    const { out } = await run(["audit", "甲.xlsx", "--format", "sarif"], files);
    const sarif = JSON.parse(out) as { version: string; runs: { results: { ruleId: string; locations: unknown[] }[] }[] }; // prettier-ignore
    expect(sarif.version).toBe("2.1.0");
    const [result] = sarif.runs[0]?.results ?? [];
    expect(result?.ruleId).toBe("circular-reference");
    expect(result?.locations).toMatchObject([{ logicalLocations: [{ fullyQualifiedName: "'自评表'!C5" }] }]);
  });
});

describe("[G9] very many of one kind", () => {
  const rows = Array.from({ length: 250 }, (_, row) => [row, { formula: `A${row + 1}*2`, value: -1 }]);
  const files = new Map([["很多.xlsx", buildWorkbook({ sheets: [{ name: "附表", rows }] })]]);

  it("two hundred are listed, how many more there are is said, and JSON lists all", async () => {
    const { out } = await run(["audit", "很多.xlsx"], files);
    expect(out.split("\n").filter((line) => line.includes("显示 -1"))).toHaveLength(200);
    expect(out).toContain("错误 250");
    expect(out).toContain("另有 50 处，--format json 列出全部 stale-value");
    expect((await run(["audit", "很多.xlsx", "--lang", "en"], files)).out).toContain("50 more; --format json lists all stale-value"); // prettier-ignore
    const json = JSON.parse((await run(["audit", "很多.xlsx", "--format", "json"], files)).out) as { findings: unknown[] }; // prettier-ignore
    expect(json.findings).toHaveLength(250);
  });
});

describe("[G8] [O2] the audit of a table whose scores are typed", () => {
  const REAL = "test/workbooks/real/real-t01.xlsx";

  it("says which usual rules could be taken, and that without a standard no formula is due", async () => {
    const { out } = await run(["audit", REAL]);
    expect(out).toContain("可选用通行规则 project");
    expect(out).toContain("没有评分标准");
  });

  it("does not end with no error where scores differ from the rules", async () => {
    const { out } = await run(["audit", REAL, "--pack", "project"]);
    expect(out).toMatch(/错误 0 · 警告 0 · 提示 0\n以上只数公式的问题；三方对照另有 8 格须核对/);
    const english = await run(["audit", REAL, "--pack", "project", "--lang", "en"]);
    expect(english.out).toContain("8 cells of the three-way table want a look");
  });
});
