import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { exactText, sumExact } from "../../../src/core/model/exact";
import type { Coverage, MarkState, Review } from "../../../src/core/review.types";
import { builtInPack } from "../../../src/core/rules/packs/index";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { gridBook, LEFT, UP, type GridCell } from "../../support/grid";
import { reviewedBy } from "../sources/sheets";
import { onlyTable, projectBook, reviewed, type ProjectRow } from "./project-sheet";

const row = (more: Partial<ProjectRow>): ProjectRow => ({
  group: "数量指标",
  name: "培训人数",
  target: "≥200人",
  actual: 200,
  mark: 90,
  score: 90,
  ...more,
});

const EFFECT: Partial<ProjectRow> = {
  level: "效益指标",
  group: "社会效益",
  name: "市场秩序",
  target: "效果明显",
  mark: 90,
};

describe("[V1] each mark is in exactly one state", () => {
  test.each<[string, Partial<ProjectRow>, MarkState]>([
    ["the recomputed score is typed", {}, "agreeing"],
    ["half a cent of a mark above it", { actual: 180, score: 81.005 }, "agreeing"],
    ["a step further", { actual: 180, score: 81.006 }, "differing"],
    ["one mark less", { score: 89 }, "differing"],
    ["rounded as the column is", { target: "≥70人", actual: 61, score: 78 }, "agreeing"],
    ["rounded the wrong way", { target: "≥70人", actual: 61, score: 79 }, "differing"],
    ["a missed target with its full mark", { actual: 180 }, "differing"],
    ["no score", { score: null }, "uncompared"],
    ["words for a score", { score: "优" }, "uncompared"],
    ["no actual value", { actual: null }, "notVerifiable"],
    ["another measure", { actual: "200公里" }, "notVerifiable"],
    ["within the tier that the actual value names", { ...EFFECT, actual: "达成预期指标", score: 75 }, "agreeing"],
    ["at its lower end", { ...EFFECT, actual: "达成预期指标", score: 72 }, "agreeing"],
    ["just below it", { ...EFFECT, actual: "达成预期指标", score: 71.9 }, "differing"],
  ])("%s: %s", (_, more, state) => {
    const table = onlyTable(reviewed(projectBook([row(more)], { score: 10 })));
    expect(table.indicators.map((one) => one.state)).toEqual([state]);
    expect(exactText(table.coverage[state])).toBe(state === "agreeing" ? "100" : "90"); // 10 of them the block's
  }); // prettier-ignore

  it("without a standard no mark is judged, whatever stands there", () => {
    const table = reviewedBy(projectBook([row({ actual: 180 })], { score: 10 })).tables[0];
    expect([table?.indicators[0]?.state, table?.funding?.state]).toEqual(["notJudged", "notJudged"]);
  });

  test.each<[string, GridCell, MarkState]>([
    ["the sum of what both are due", 92, "agreeing"],
    ["a full mark where one target was missed", 100, "differing"],
    ["nothing", null, "uncompared"],
  ])("a score cell that two indicators share is held against both: %s", (_, score, state) => {
    const book = gridBook([
      ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "扣分原因"],
      ["产出指标", "数量指标", "培训人数", "≥200人", 200, 60, score, "学员临时退出"],
      ["产出指标", "数量指标", "培训期数", "≥10期", 8, 40, UP, UP],
    ]);
    expect(onlyTable(reviewed(book)).indicators.map((one) => one.state)).toEqual([state, state]);
  });
});

const statesSum = (of: Coverage): string =>
  exactText(sumExact([of.agreeing, of.differing, of.uncompared, of.notVerifiable, of.notJudged, of.notApplicable]));

const FOLDER = path.join(__dirname, "../../workbooks");
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".xlsx"))
  .sort();

async function bookAt(file: string): Promise<WorkbookSnapshot | null> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, file)))).read();
  return read.ok ? read.value : null;
}

function expectWhole({ tables }: Review): void {
  for (const { coverage } of tables) {
    expect(statesSum(coverage)).toBe(exactText(coverage.marks));
    expect(exactText(sumExact([coverage.agreeing, coverage.differing, coverage.uncompared]))).toBe(exactText(coverage.judged));
  }
} // prettier-ignore

describe("[V1] the states always add up to the marks, and the compared and uncompared ones to what was judged", () => {
  it.each(FILES)("%s, without a pack and with the two common ones", async (file) => {
    const book = await bookAt(file);
    if (!book) return;
    for (const id of [null, "project", "department-hunan"]) expectWhole(reviewedBy(book, { pack: id === null ? null : builtInPack(id) }));
  }, 60_000); // prettier-ignore

  it("any marks, scores and actual values", () => {
    const cell = fc.oneof(fc.constant(null), fc.constant("完成"), fc.integer({ min: -5, max: 300 }), fc.double({ min: 0, max: 100, noNaN: true }));
    const line = fc.record({ actual: cell, score: cell, mark: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), cell, (lines, score) => {
        const names = ["培训人数", "培训期数", "参训单位数", "教材册数", "受益人数"];
        const rows = lines.map((one, i) => row({ ...one, name: names[i] ?? "" }));
        expectWhole(reviewed(projectBook(rows, { score })));
      }),
      { numRuns: 60, seed: 20230101 },
    );
  }); // prettier-ignore
});
