import { buildWorkbook } from "../support/build-workbook";
import { faultsInSarif } from "../support/sarif-schema";
import { REFERENCE, run } from "./memory-terminal";

const CIRCLE = buildWorkbook({
  sheets: [{ name: "附表 一", rows: [[{ formula: "B1", value: 0 }, { formula: "A1", value: 0 }], ["12分", 3], [1, { formula: "SUM(A2:A3)", value: 1 }]] }], // prettier-ignore
});

describe("[G17] SARIF 2.1.0 as the published schema wants it", () => {
  it.each([
    ["check of the reference table", ["check", REFERENCE]],
    ["check in English", ["check", REFERENCE, "--lang", "en"]],
    ["audit of the reference table", ["audit", REFERENCE]],
    ["audit of an annex with faults", ["audit", "甲 乙.xlsx"]],
  ])("%s", async (_, argv) => {
    const { out } = await run([...argv, "--format", "sarif"], new Map([["甲 乙.xlsx", CIRCLE]]));
    const log = JSON.parse(out) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]?.results.length).toBeGreaterThan(0);
    expect(faultsInSarif(log)).toEqual([]);
  });

  it("the schema finds what is wrong", () => {
    expect(faultsInSarif({ version: "2.1.0", runs: [{ results: [] }] })).not.toEqual([]);
  });
});
