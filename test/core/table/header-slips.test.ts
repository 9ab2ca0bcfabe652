import { readHeader } from "../../../src/core/table/words/header-role";
import { gridBook } from "../../support/grid";
import { review } from "../../../src/core/review";

describe("[R45] a header with a slip is known by what it was meant for", () => {
  test.each<[string, string | null]>([
    ["年度标值", "target"],
    ["年度指标标值", "target"],
    ["年度标指值", "target"],
    ["全年完值", "actual"],
    ["实际成完值", "actual"],
    ["实际完成成值", "actual"],
    // another sign makes other words
    ["年度支标值", null],
    // too short to be known by what is left
    ["度量位", null],
    // the first and the last sign stay
    ["年度指标", "target"],
  ])("%s: %p", (header, role) => {
    expect(readHeader(header)?.role ?? null).toBe(role);
  });

  it("the table is read by it: what stands below is held against the actual values", () => {
    const book = gridBook([
      ["一级指标", "二级指标", "三级指标", "年度标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "培训人数", 500, 400, 10, 10],
      ["", "质量指标", "合格率", 0.95, 0.95, 10, 10],
    ]);
    const [table] = review(book).tables;
    expect(table?.table.indicators.map(({ target }) => target?.raw)).toEqual([500, 0.95]);
    expect(review(book).findings.map(({ code }) => code)).toContain("target-missed-but-full");
  });
});
