import type { Finding, FindingOf } from "../../../src/core/findings/finding";
import { groupFindings } from "../../../src/core/findings/groups";
import { messageOf, wordFindings } from "../../../src/core/findings/word";
import { sampleFinding } from "./samples";

describe("wording", () => {
  it("[F3] a finding without a cell names none, and a long quotation is cut short", () => {
    const long = sampleFinding("score-not-a-number", { name: "满意度", text: "很".repeat(500) }, { at: null });
    const message = messageOf(long, "zh");
    expect(message).toMatch(/^「满意度」/);
    expect(message.length).toBeLessThan(120);
  });
});

describe("fingerprints", () => {
  const prints = (...findings: Finding[]) => wordFindings(findings, "zh").map((one) => one.fingerprint);
  const data = { name: "实际完成率", deducted: "1", noColumn: false, cause: "deduction" } as const;
  const unexplained = (overrides: Partial<FindingOf<"justification-missing">> = {}) =>
    sampleFinding("justification-missing", data, overrides);
  const base = unexplained();

  it("[F1] are 16 hex digits and stay the same when the cell moves, the values change or the language differs", () => {
    const [print] = prints(base);
    expect(print).toMatch(/^[0-9a-f]{16}$/);
    const moved = unexplained({ at: { sheet: "自评指标计分表", row: 40, column: 9 } });
    const changed = unexplained({ data: { ...data, deducted: "3", noColumn: true } });
    expect(prints(moved)).toEqual([print]);
    expect(prints(changed)).toEqual([print]);
    expect(wordFindings([base], "en")[0]?.fingerprint).toBe(print);
  });

  it.each([
    ["table", { table: "t2" }],
    ["path", { path: ["产出", "职责履行", "完成及时率"] }],
    ["a name split otherwise", { path: ["产出", "职责履行实际完成率"] }],
    ["subject", { subject: "target" }],
  ] as const)("[F1] differ by %s", (_what, other) => {
    expect(prints(unexplained(other))).not.toEqual(prints(base));
  });

  it("[F2] equal findings are told apart by their ordinal, in reading order", () => {
    const [first, second] = prints(base, base);
    expect(first).toBe(prints(base)[0]);
    expect(second).not.toBe(first);
  });

  it("[F1] ten thousand different findings have ten thousand fingerprints", () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      sampleFinding(
        "score-missing",
        { name: "指标", fullMark: "10" },
        { path: ["产出", `数量指标${i % 100}`, `指标${i}`] },
      ),
    );
    expect(new Set(prints(...many)).size).toBe(10_000);
  });
});

describe("groups", () => {
  const missing = (name: string, deducted: string) =>
    sampleFinding(
      "justification-missing",
      { name, deducted, noColumn: true, cause: "deduction" },
      { path: [name], group: "justification-missing:t1:no-column" },
    );

  it("[F4] one cause is one group with its count and marks; findings without a group stand alone", () => {
    const findings = [
      missing("实际完成率", "1"),
      sampleFinding("total-mismatch", { stated: "94", sum: "93" }),
      missing("满意度", "0.5"),
    ];
    const zh = groupFindings(wordFindings(findings, "zh"), "zh");
    expect(zh.map((group) => group.findings.length)).toEqual([2, 1]);
    expect(zh[0]?.heading).toBe("本表无扣分原因栏: 2 项 1.5 分");
    expect(zh[1]?.heading).toBe(zh[1]?.findings[0]?.message);
    expect(groupFindings(wordFindings(findings, "en"), "en")[0]?.heading).toBe(
      "The table has no reason column: 2 items, 1.5 marks",
    );
  });
});
