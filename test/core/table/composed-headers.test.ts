import { readHeader } from "../../../src/core/table/words/header-role";
import type { GridRow } from "../../support/grid";
import { columns, tableIn } from "./reading";

const roleOf = (text: string): string | null => readHeader(text)?.role ?? null;
const words = (text: string): readonly string[] => text.split(" ");

describe("[R2] headers that offices put together themselves", () => {
  it.each(
    words(
      "年度标准值 年度标值 计划值 计划完成 应完成值 应完成数 应达到值 预定值 年初设定值 目标设定值 预计完成数 预期绩效 年度值 2023年度指标值 计划指标 计划任务量 目标数量 考核值 基准值 批复值 批复指标值 申报值 调整后目标值 期初目标值 量化值 指标要求值 参考值 年度绩效值 计划产出 应达到 应实现 预计实测",
    ),
  )("%s is a target", (text) => expect(roleOf(text)).toBe("target")); // prettier-ignore

  it.each(
    words(
      "实际完成量 完成数量 任务完成量 实际产出 达成值 达到值 达标情况 实现数 全年完成指标 实际指标 期末值 年末完成值 核实值 统计值 实测值 目标完成程度 计划完成情况 2023年完成值 截至12月底完成值 自评完成情况 落实值 执行结果 全年实际数 年度落实 年末实测 年终核实 年底统计 全年调查 本年实绩 年度实效 2023年决算 年末达",
    ),
  )("%s is what was reached", (text) => expect(roleOf(text)).toBe("actual")); // prettier-ignore

  it.each(words("佐证材料名称 支撑资料出处 数据出处 备查附件编号 证明材料清单 附件名称"))(
    "%s says where the evidence is",
    (text) => expect(roleOf(text)).toBe("evidence"),
  );

  it.each(
    words("产出质量 培训数量 项目验收合格率 服务对象 目标任务完成率及时 上年完成值 数量 结果 产出指标 工作数量及质量"),
  )("%s is neither target nor actual value", (text) => expect(["target", "actual"]).not.toContain(roleOf(text)));

  const table = (target: string, actual: string, marked = true): readonly GridRow[] => [
    ["一级指标", "二级指标", "三级指标", target, actual, "分值", "得分"],
    ["产出指标", "数量指标", "培训场次", 20, 20, 50, 50],
    ["效益指标", "社会效益", "受益人数", 300, 300, marked ? 50 : 40, 50],
  ];

  it.each<[string, string]>([
    ["年度标值", "实际完成值"],
    ["应完成数", "已完成数"],
    ["计划完成", "实际完成"],
    ["2023年目标值", "2023年完成值"],
    ["年初批复指标值", "年末实际值"],
    ["年度标准", "完成度"],
  ])("%s and %s in one table", (target, actual) => {
    const found = columns(tableIn(table(target, actual)));
    expect(found.target).toBe("D");
    expect(found.actual ?? found.rate).toBe("E");
  });

  it("年度标准 over sentences is the standard, and 完成度 over words what was reached", () => {
    const rows: readonly GridRow[] = [
      ["一级指标", "二级指标", "三级指标", "年度标准", "完成度", "分值", "得分"],
      ["产出指标", "数量指标", "培训场次", "完成20场得满分，每少一场扣1分", "已完成", 50, 50],
      ["效益指标", "社会效益", "受益人数", "达到300人得满分，每少10人扣1分", "基本完成", 50, 50],
    ];
    expect(columns(tableIn(rows))).toMatchObject({ standard: "D", actual: "E" });
  });
});

describe("[R1] a head whose merge over two rows was lost stands in either of them", () => {
  const ROWS: readonly GridRow[] = [
    ["产出", "数量", "里程", 60, "≥20公里", "15公里", 50, "因雨停工"],
    ["效益", "社会", "投诉", 40, "≤3次", "2次", 40, ""],
  ];
  const HEAD: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因"];
  const only = (...kept: readonly number[]): GridRow => HEAD.map((text, i) => (kept.includes(i) ? text : ""));
  const all = { level1: "A", level2: "B", level3: "C", fullMark: "D", target: "E", actual: "F", score: "G", reason: "H" };
  it.each<[string, readonly GridRow[]]>([
    ["the last one above", [only(7), only(0, 1, 2, 3, 4, 5, 6)]],
    ["the last one below", [only(0, 1, 2, 3, 4, 5, 6), only(7)]],
    ["three above", [only(3, 6, 7), only(0, 1, 2, 4, 5)]],
    ["two below", [only(0, 1, 2, 4, 5, 7), only(3, 6)]],
  ])("%s", (_, head) => {
    expect(columns(tableIn([["项目支出绩效自评表"], ...head, ...ROWS]))).toEqual(all);
  });

  it.each<[string, readonly GridRow[]]>([
    ["偏差原因 | words", [["偏差原因", "征地滞后"]]],
    ["two labels and what stands below", [["指标完成情况", "偏差原因说明"], ["全部完成", "无"]]],
    ["a form's line with 备注", [["项目名称", "偏差原因", "改进措施", "备注"], ["公路养护", "征地", "加快", "无"]]],
  ])("a note above the header is no part of it: %s", (_, above) => {
    const { headerRows, columns: found } = tableIn([["项目支出绩效自评表"], ...above, HEAD, ...ROWS]);
    expect(found.map(({ header }) => header)).toEqual(HEAD);
    expect(headerRows).toEqual([1 + above.length]);
  });
}); // prettier-ignore
