import { builtInPack } from "../../../src/core/rules/packs/index";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { exactText } from "../../../src/core/model/exact";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { gridBook, LEFT, type GridRow } from "../../support/grid";
import { onlyTable, scoresOf, scoreText } from "../scores/project-sheet";

const FUNDING: readonly GridRow[] = [
  ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ["年度资金总额", "", 200, 200, 190, 10, "95%", 9.5],
];
const HEADER: GridRow = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]; // prettier-ignore
const ROWS: readonly GridRow[] = [
  ["产出指标", "数量指标", "培训人数", "≥200人", "180人", 50, 45, "两期因疫情停办"],
  ["效益指标", "社会效益指标", "市场秩序", "明显改善", "达成预期指标", 30, 28, "宣传覆盖不足"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "95%", 10, 10, ""],
];

function form(title: string, more: { readonly funding?: boolean; readonly header?: GridRow } = {}): WorkbookSnapshot {
  const { funding = true, header = HEADER } = more;
  const total: GridRow = ["总分", "", "", "", "", 100, 92.5, ""];
  return gridBook([
    [title, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ...(funding ? FUNDING : []),
    header,
    ...ROWS,
    total,
  ]);
}

const by = (book: WorkbookSnapshot, id: string) => onlyTable(review(book, { ...NO_OPTIONS, pack: builtInPack(id) }));
const SCORES = { 培训人数: "45", 市场秩序: "28", 群众满意度: "10" };

describe("[M16] a pack follows the form, not the title", () => {
  test.each([
    ["部门整体支出绩效自评表", {}],
    ["2023年度部门（单位）整体支出绩效自评表", {}],
    ["部门整体绩效自评表", { funding: false }],
    ["某单位整体支出绩效目标自评表", { header: HEADER.map((head) => (head === "实际完成值" ? "全年完成值" : head)) }],
    ["项目支出绩效自评表", {}],
  ])("%s with target and actual columns is judged by the project rules", (title, more) => {
    for (const id of ["project", "department-project-form"]) {
      const table = by(form(title, more), id);
      expect(scoresOf(table)).toEqual(SCORES);
      // 190 of 200 is 95 %: 9.5 of 10.
      expect(table.funding && scoreText(table.funding)).toBe(table.funding && "19/2");
    }
  });

  it("without an actual column nothing is compared", () => {
    const header = HEADER.map((head) => (head === "实际完成值" ? "评分标准" : head));
    const table = by(form("部门整体支出绩效评价指标表", { funding: false, header }), "project");
    expect(exactText(table.coverage.judged)).toBe("0");
  });

  it("a department pack judges no project table", () => {
    expect(by(form("项目支出绩效自评表"), "department-hunan").indicators.map(({ rule }) => rule)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
