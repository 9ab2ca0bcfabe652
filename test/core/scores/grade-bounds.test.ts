import { summarise } from "../../../src/app/pane/table-summary";
import { toDouble } from "../../../src/core/model/exact";
import { gridBook, LEFT, type GridRow } from "../../support/grid";
import { scored, shownBeside } from "./live";
import { reviewed } from "./project-sheet";

/** A table of 100 marks whose qualitative row nothing recomputes: the typed total alone has a grade. */
const book = (scores: readonly [number, number], total: number) =>
  gridBook([
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "培训人数", "", "", 50, scores[0]],
    ["效益指标", "社会效益", "市场秩序", "", "", 50, scores[1]],
    ["合计", "", "", "", "", 100, total],
    ["自评等级：优"],
  ] satisfies GridRow[]);

/** 90（含）优, 80（含）良, 60（含）中, on the total as it is (C12); each bound with a step to either side, and where rounding would lift it. */
describe("[C12] [S19] [P43] a typed total at a grade's bound is one number and one grade in sheet, review and pane", () => {
  test.each<[first: number, second: number, total: number, shown: string, grade: string]>([
    [50, 40, 90, "90", "优"],
    [50, 39.99, 89.99, "89.99", "良"],
    [50, 40.01, 90.01, "90.01", "优"],
    [50, 39.995, 89.995, "89.995", "良"],
    [50, 39.999, 89.999, "89.999", "良"],
    [49.5, 40, 89.5, "89.5", "良"],
    [40, 40, 80, "80", "良"],
    [40, 39.99, 79.99, "79.99", "中"],
    [40, 39.996, 79.996, "79.996", "中"],
    [30, 30, 60, "60", "中"],
    [30, 29.995, 59.995, "59.995", "差"],
    // what doubles leave of 90 - 0.00000000000001
    [50, 39.99999999999999, 89.99999999999999, "90", "优"],
    [30, 29.999999999999996, 59.99999999999999, "60", "中"],
  ])("%d and %d", (first, second, total, shown, grade) => {
    const workbook = book([first, second], total);
    const found = reviewed(workbook);
    const [table] = found.tables;
    if (!table) throw new Error("no table");
    const { totals } = summarise(table, null);
    expect([totals.typed, totals.grade, table.totals.grade]).toEqual([shown, grade, { value: grade, basis: "self" }]);
    const live = shownBeside(scored(workbook), "总计", 2);
    expect(live).toBe(Number(shown));
    expect(table.totals.score && toDouble(table.totals.score)).toBeCloseTo(Number(shown), 12);
    const said = found.findings.flatMap((one) => (one.code === "grade-mismatch" ? [one.data.expected] : []));
    expect(said).toEqual(grade === "优" ? [] : [grade]);
  });
});
