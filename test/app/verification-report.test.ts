import { readFileSync } from "node:fs";
import { verificationReport } from "../../src/app/output/verification-report";
import { reviewWorkbook } from "../../src/app/review-workbook";
import { ratio } from "../../src/core/model/exact";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";

const SOURCE = { file: "自评表.xlsx", sha256: "a1", contentHash: "b2", version: "0.1.0" };
const INPUTS = new Map([
  ["在职人员数", ratio(69n)],
  ["编制数", ratio(77n)],
]);

async function report(settings = {}) {
  const host = createXlsxHost(readFileSync("test/workbooks/heshan-2021-self-evaluation.xlsx"));
  const reviewed = await reviewWorkbook(host, { inputs: INPUTS, settings, pack: null, template: null });
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.failure));
  return verificationReport(SOURCE, reviewed.value, "zh", {
    inputs: INPUTS,
    template: "部门整体.xlsx",
    narrative: "自评报告.docx",
  });
}

describe("[B9] the printed report says what the review says", () => {
  it("totals, parts and coverage of the reference table, as it prints them", async () => {
    const [table] = (await report()).tables;
    expect([table?.fullMark, table?.score, table?.recomputed, table?.grade]).toEqual([
      "100",
      "93",
      null,
      { value: "优", basis: "self" },
    ]);
    // 投入 20, 过程 30, 产出 30, 效果 20; 4 of the 7 marks that were deducted stand in 产出, 3 in 效果.
    expect(table?.parts.map(({ name, mark, score }) => `${name} ${score}/${mark}`)).toEqual([
      "投入 20/20",
      "过程 30/30",
      "产出 26/30",
      "效果 17/20",
    ]);
    expect(table?.states).toEqual([{ state: "notJudged", share: 1, marks: "100" }]);
  });

  it("one row for each of the 28 indicators, with cell, mark and score; what was not recomputed stays blank", async () => {
    const [table] = (await report()).tables;
    expect(table?.rows).toHaveLength(28);
    expect(table?.rows[20]).toEqual({
      path: ["产出", "职责履行", "实际完成率"],
      cell: "D23",
      fullMark: "8",
      score: "7",
      recomputed: null,
      difference: null,
      state: "notJudged",
      reason: null,
    });
  });

  it("what was given beside the workbook, which its hash does not cover", async () => {
    const { given, template, narrative } = await report();
    expect(given).toEqual([
      { label: "在职人员数", value: "69" },
      { label: "编制数", value: "77" },
    ]);
    expect([template, narrative]).toEqual(["部门整体.xlsx", "自评报告.docx"]);
  });

  it("names only the settings that somebody changed, and every finding", async () => {
    expect((await report()).settings).toEqual([]);
    expect((await report({ partialSteps: "proportional" })).settings).toHaveLength(1);
    expect((await report()).findings.filter(({ severity }) => severity === "error")).toHaveLength(7);
  });
});
