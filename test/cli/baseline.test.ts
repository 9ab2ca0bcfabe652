import { buildWorkbook, type WorkbookData } from "../support/build-workbook";
import { faultsInSarif } from "../support/sarif-schema";
import { run } from "./memory-terminal";

type Rows = NonNullable<WorkbookData["sheets"][number]["rows"]>;

const table = (rows: Rows, total: string, value: number): Uint8Array =>
  buildWorkbook({ sheets: [{ name: "自评表", rows: [["三级指标", "分值", "自评得分", "扣分原因"], ...rows, ["合计", 30, { formula: total, value }, null]] }] }); // prettier-ignore

/** Two deductions without a reason, and a sum that leaves out its last row. */
const BEFORE = table([["在职人员控制率", 10, 9, null], ["预算执行率", 10, 8, null], ["制度健全性", 10, 10, null]], "SUM(C2:C3)", 17); // prettier-ignore
/** A row inserted above, one reason given, the sum put right, a third deduction without a reason. */
const AFTER = table([["绩效目标合理性", 10, 9, null], ["在职人员控制率", 10, 9, "年中新增人员两名，已报编办备案"], ["预算执行率", 10, 8, null], ["制度健全性", 10, 10, null]], "SUM(C2:C5)", 36); // prettier-ignore

interface Result {
  readonly ruleId: string;
  readonly baselineState?: string;
  readonly locations: readonly { readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[] }[];
}

async function compared(command: string, baselineFormat: string, ...args: string[]) {
  const earlier = await run([command, "甲.xlsx", "--format", baselineFormat], new Map([["甲.xlsx", BEFORE]]));
  const files = new Map([["甲.xlsx", AFTER], ["基线", new TextEncoder().encode(earlier.out)]]); // prettier-ignore
  return run([command, "甲.xlsx", "--baseline", "基线", ...args], files);
}

describe("[G24] --baseline", () => {
  it.each(["json", "sarif"])("a row inserted above makes nothing new; from %s", async (format) => {
    const { out } = await compared("check", format, "--format", "sarif");
    const log = JSON.parse(out) as { readonly runs: readonly { readonly results: readonly Result[] }[] };
    expect(faultsInSarif(log)).toEqual([]);
    const states = (log.runs[0]?.results ?? [])
      .filter(({ ruleId }) => ruleId === "justification-missing" || ruleId === "range-too-short")
      .map(({ ruleId, baselineState, locations }) => [ruleId, baselineState, locations[0]?.logicalLocations[0]?.fullyQualifiedName]); // prettier-ignore
    expect(states).toEqual(expect.arrayContaining([
      ["justification-missing", "new", "'自评表'!C2"],
      ["justification-missing", "updated", "'自评表'!C4"],
      ["justification-missing", "absent", "'自评表'!C2"],
      ["range-too-short", "absent", "'自评表'!C5"],
    ])); // prettier-ignore
    expect(states).toHaveLength(4);
  });

  it("the same workbook is unchanged throughout", async () => {
    const { out } = await run(["audit", "甲.xlsx", "--format", "json"], new Map([["甲.xlsx", BEFORE]]));
    const files = new Map([["甲.xlsx", BEFORE], ["基线.json", new TextEncoder().encode(out)]]); // prettier-ignore
    const again = await run(["audit", "甲.xlsx", "--baseline", "基线.json", "--format", "json"], files);
    const { baseline, findings } = JSON.parse(again.out) as { baseline: Record<string, unknown[]>; findings: unknown[] };
    expect(baseline).toMatchObject({ new: [], updated: [], absent: [] });
    expect(baseline.unchanged).toHaveLength(findings.length);
    expect(findings.length).toBeGreaterThan(0);
  }); // prettier-ignore

  it("says in words what is new and what is gone", async () => {
    const { out } = await compared("audit", "sarif");
    expect(out).toContain("与基线相比：新增 0 · 未变 0 · 已消除 1");
    expect(out).toMatch(/ {2}已消除 C5：.*range-too-short/);
    expect((await compared("audit", "json", "--lang", "en")).out).toContain("Against the baseline: 0 new · 0 unchanged · 1 gone"); // prettier-ignore
  });

  it.each([["no JSON", "甲乙"], ["another JSON", '{"a":1}'], ["a list", "[1]"], ["nothing", "null"]])("%s is refused", async (_, text) => {
    const files = new Map([["甲.xlsx", AFTER], ["基线", new TextEncoder().encode(text)]]);
    const { status, err, out } = await run(["check", "甲.xlsx", "--baseline", "基线"], files);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("不是 pinghe 写出的 JSON 或 SARIF 报告");
  }); // prettier-ignore
});
