import { run } from "../memory-terminal";
import { ALL, round, withCells } from "./two-rounds";

const FIRST = round(ALL);
const SECOND = round(withCells("满意度", { 自评得分: 9 }));

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const report = async (format: string): Promise<Uint8Array> =>
  encoded((await run(["check", "一.xlsx", "--format", format], new Map([["一.xlsx", FIRST]]))).out);

async function codes(baseline: Uint8Array): Promise<readonly string[]> {
  const files = new Map([["上一轮", baseline], ["二.xlsx", SECOND]]); // prettier-ignore
  const { out, err } = await run(["check", "二.xlsx", "--baseline", "上一轮", "--format", "json"], files);
  expect(err).toBe("");
  const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly code: string }[] };
  return findings.map(({ code }) => code);
}

describe("[Y6] check --baseline", () => {
  it.each<[string, () => Promise<Uint8Array>, boolean]>([
    ["an earlier workbook", () => Promise.resolve(FIRST), true],
    ["its JSON report", () => report("json"), true],
    ["its SARIF report, which holds no scores", () => report("sarif"), false],
  ])("of %s", async (_, baseline, isRaised) => {
    expect((await codes(await baseline())).includes("score-changed-reason-not")).toBe(isRaised);
  });

  it("raises nothing against the same workbook", async () => {
    expect(await codes(SECOND)).not.toContain("score-changed-reason-not");
  });

  it("counts what it raises as new", async () => {
    const files = new Map([["一.xlsx", FIRST], ["二.xlsx", SECOND]]); // prettier-ignore
    const { out } = await run(["check", "二.xlsx", "--baseline", "一.xlsx"], files);
    expect(out).toMatch(/ {2}新增 G7：「群众满意度」得分由 8 变为 9，扣分原因没有变.* score-changed-reason-not/);
  });

  it("a workbook that can not be read is refused in one line that names it", async () => {
    const files = new Map([["坏.xlsx", FIRST.slice(0, 400)], ["二.xlsx", SECOND]]); // prettier-ignore
    const { status, out, err } = await run(["check", "二.xlsx", "--baseline", "坏.xlsx"], files);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("坏.xlsx");
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
